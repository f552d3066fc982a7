"""Saved web pages to articles: trafilatura finds body and metadata, and the lines of the body are judged as any others.

trafilatura and lxml cost a quarter of a second to import, so nothing but ``reading`` imports this module, and late.
Nothing here opens an address: the page's text goes in, and nothing else is asked for.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from reader.core.article import Article, Origin, Published
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.assemble import assemble
from reader.ingest.dates import MONTHS, make_date
from reader.ingest.plain.agencies import is_surely_publication
from reader.ingest.plain.articles import article_of, read_plain
from reader.ingest.plain.facts import facts_of
from reader.ingest.plain.lines import Line
from reader.ingest.plain.pieces import pieces_of
from reader.ingest.plain.structure import marked_up

# What trafilatura has to say about a bad page becomes our ``Failed``; it must not be logged as an error of ours.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)

# A tag with so many letters holds thousands of attributes or a whole picture; parsers take quadratic time on it.
_HUGE_TAG = re.compile(r"<([A-Za-z][\w:-]{0,40})\s[^<>]{20000,}>")
_ROLES = {
    "head": BlockRole.SUBHEAD,
    "item": BlockRole.LIST,
    "quote": BlockRole.QUOTE,
    "row": BlockRole.TABLE,
}
_SITE_SUFFIX = re.compile(r"\s+[|·–—-]\s+([^|·–—]{2,60})$")


@dataclass(frozen=True, slots=True)
class _Meta:
    """What the head of a page says of its story; each field may be empty."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    publication: str = ""
    day: dt.date | None = None
    url: str = ""


def read_html(text: str, *, path: str, digest: str, today: dt.date) -> Iterator[Article]:
    """The article of a saved page; none where the page holds none. ``Trouble`` where it cannot be taken apart."""
    page = _HUGE_TAG.sub(r"<\1>", text.replace("\x00", ""))
    meta, lines, roles = _extract(page, path, today)
    origin = Origin(path=path, url=meta.url, digest=digest)
    if lines:
        yield _article(meta, lines, roles, origin, today)
        return
    # Where trafilatura finds no body, the page's plain text may still be read as a copied page.
    for article in read_plain(_plain_text(page, path), path=path, digest=digest, today=today):
        yield _with_meta(article, meta)


def _extract(page: str, path: str, today: dt.date) -> tuple[_Meta, list[Line], list[BlockRole]]:
    try:
        found = trafilatura.bare_extraction(
            page,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            # No search for dates in running text: a date is read where the page gives one, or not at all.
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": today.isoformat()},
        )
    except _BROKEN as error:
        raise Trouble("damaged-html", path) from error
    if not isinstance(found, Document):
        return _Meta(), [], []
    lines: list[Line] = []
    roles: list[BlockRole] = []
    meta = _meta(found)
    for role, line in _lines_of(found.body):
        if len(lines) < 3 and line == meta.headline:
            continue  # the page's own heading, which stands first already
        lines.append(Line(line, True))
        roles.append(role)
    return meta, lines, roles


# The parsers below us fail in these ways on pages that are made to break them; none of them tells of a mistake of ours.
_BROKEN = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)


def _plain_text(page: str, path: str) -> str:
    try:
        return str(trafilatura.html2txt(page))
    except _BROKEN as error:
        raise Trouble("damaged-html", path) from error


def _lines_of(body: etree._Element) -> Iterator[tuple[BlockRole, str]]:
    """The lines of a body as trafilatura builds it, each with the role that its mark-up gives."""
    for element in body:
        rows = list(element.iter("item", "row")) if element.tag in ("list", "table") else [element]
        for row in rows:
            role = _ROLES.get(str(row.tag), BlockRole.BODY)
            for cut in row.iter("lb"):
                cut.tail = "\n" + (cut.tail or "")
            for cell in row.iter("cell"):
                cell.tail = " " + (cell.tail or "")
            for line in canonical("".join(map(str, row.itertext()))).split("\n"):
                tidy = " ".join(line.split())
                if tidy:
                    yield role, tidy


def _meta(found: Document) -> _Meta:
    url = canonical_address(found.url or "")
    site = _tidy(found.sitename)
    publication = site if site and "://" not in site and not site.startswith("@") else _tidy(found.hostname)
    day = [int(part) for part in (found.date or "").split("-")[:3] if part.isdigit()]
    return _Meta(
        headline=_without_site(_tidy(found.title), (publication, found.hostname or "")),
        byline=_authors(_tidy(found.author), publication),
        publication=publication,
        day=make_date(day[0], day[1], day[2]) if len(day) == 3 else None,
        url=url,
    )


def _tidy(words: str | None) -> str:
    return " ".join(canonical(words or "").split())


def _without_site(title: str, site: tuple[str, ...]) -> str:
    """ "Storms escalate | The Citizen" without the name of the site."""
    names = [re.sub(r"\W", "", name).casefold() for name in site if name]
    while (found := _SITE_SUFFIX.search(title)) is not None:
        suffix = re.sub(r"\W", "", found[1]).casefold()
        if not suffix or not any(suffix in name or name in suffix for name in names):
            break
        title = title[: found.start()]
    return title


def _authors(listed: str, publication: str) -> tuple[str, ...]:
    """The people among the authors that a page names; publications and scraps of addresses are none."""
    found = [name.strip() for name in listed.split(";")]
    return tuple(
        dict.fromkeys(
            name
            for name in found
            if 1 < len(name) <= 60
            and name.casefold() not in (publication.casefold(), *MONTHS)
            and not is_surely_publication(name)
            and not re.search(r"\d|https?\b|\bwww\b|\bcom$", name, re.IGNORECASE)
        )
    )


def _article(meta: _Meta, lines: list[Line], roles: list[BlockRole], origin: Origin, today: dt.date) -> Article:
    head = [(meta.headline, BlockRole.HEADLINE), (", ".join(meta.byline), BlockRole.BYLINE)]
    head = [(text, role) for text, role in head if text]
    story = marked_up([Line(text, True) for text, _ in head] + lines, [role for _, role in head] + roles)
    made = assemble(pieces_of(story))
    facts = facts_of(story, today)
    bare = article_of(made, facts, origin)
    return _with_meta(bare, meta)


def _with_meta(article: Article, meta: _Meta) -> Article:
    """What the head of the page says stands above what its text shows, but for a time of the same day."""
    published = article.published
    if meta.day is not None and (published is None or published.inferred or published.date != meta.day):
        published = Published(meta.day)
    return replace(
        article,
        publication=meta.publication or article.publication,
        byline=meta.byline or article.byline,
        published=published,
    )
