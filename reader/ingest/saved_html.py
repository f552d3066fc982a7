"""Saved web pages to articles: trafilatura finds body and metadata, and the lines of the body are judged as any others.

trafilatura and lxml cost a quarter of a second to import, so nothing but ``reading`` imports this module, and late.
Nothing here opens an address: the page's text goes in, and nothing else is asked for.
"""

from __future__ import annotations

import datetime as dt
import logging
import re
from collections.abc import Iterator

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from reader.core.article import Published
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.dates import MONTHS, make_date
from reader.ingest.encoding import decode
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make_from_lines
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.agencies import is_surely_publication
from reader.ingest.plain.articles import read_text

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


def read_html(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a saved page; none where the page holds none. ``Trouble`` where it cannot be taken apart."""
    page = _HUGE_TAG.sub(r"<\1>", decode(original.data).replace("\x00", ""))
    facts, lines = _extract(page, original.path, hints.today)
    found = make_from_lines(lines, facts, original, hints) if lines else None
    if found is not None:
        yield found
        return
    # Where trafilatura finds no body, the page's plain text may still be read as a copied page.
    yield from read_text(_plain_text(page, original.path), original, hints, facts)


def _extract(page: str, path: str, today: dt.date) -> tuple[Facts, list[RoledLine]]:
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
        return Facts(), []
    lines: list[RoledLine] = []
    meta = _meta(found)
    for role, line in _lines_of(found.body):
        if len(lines) < 3 and line == meta.headline:
            continue  # the page's own heading, which stands first already
        lines.append((role, line))
    return meta, lines


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


def _meta(found: Document) -> Facts:
    url = canonical_address(found.url or "")
    site = _tidy(found.sitename)
    publication = site if site and "://" not in site and not site.startswith("@") else _tidy(found.hostname)
    day = [int(part) for part in (found.date or "").split("-")[:3] if part.isdigit()]
    date = make_date(day[0], day[1], day[2]) if len(day) == 3 else None
    return Facts(
        headline=_without_site(_tidy(found.title), (publication, found.hostname or "")),
        byline=_authors(_tidy(found.author), publication),
        publication=publication,
        published=Published(date) if date else None,
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
