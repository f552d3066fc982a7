"""RSS in all its versions, RDF and Atom: one article or bookmark an entry, by feedparser.

feedparser is only ever given bytes in memory: of a text it would make an address or a file name, and open it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any
from urllib.parse import urljoin

import feedparser

from reader.core.article import Published
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.addresses import canonical_address
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import Entry, language_of, lines_of_markup, part_name, read_entry, title_of
from reader.ingest.feeds.moments import read_moment
from reader.ingest.feeds.people import people
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original, Parsed
from reader.ingest.wire.story import paragraphs
from reader.ingest.xml import tame_xml

_HTML = ("text/html", "application/xhtml+xml")
_NO_STORIES = frozenset(
    "attachment nav_menu_item revision custom_css wp_global_styles wp_navigation wp_template".split()
)
_DATES = ("published", "created", "updated", "expired")
_WORD = re.compile(r"[^\W\d_]{2}")
_VOID = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(br|hr|img|wbr)(?=[\s>])([^<>]*+)(?<!/)>", re.DOTALL | re.IGNORECASE
)
_STORY = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<(?P<end>/?)(?:\w{1,20}:)?(?P<name>item|entry)(?=[\s/>])",
    re.DOTALL | re.IGNORECASE,
)


def read_feed(original: Original, hints: Hints) -> Parsed:
    """The entries of a feed. Raises Trouble("entity-bomb")."""
    text = tame_xml(original.data, original.path)
    parsed = _parsed(text, original.path)
    if parsed.get("bozo"):  # there may be HTML that nobody escaped: "one line<br>another"
        closed = _VOID.sub(lambda found: found[0] if found[1] is None else f"<{found[1]}{found[2]}/>", text)
        parsed, text = (_parsed(closed, original.path), closed) if closed != text else (parsed, text)
    if not parsed.entries and not parsed.get("version"):
        raise Trouble("no-article", original.path)
    read = partial(_read, _facts_of_feed(parsed), str(parsed.get("version", "")).startswith("atom"), original, hints)
    slices = _slices(text)
    own = slices if len(slices) == len(parsed.entries) else []
    taken: set[str] = set()
    for number, item in enumerate(parsed.entries, 1):
        words = own[number - 1] if own else ""
        yield from guarded(original.part(str(number), b""), read(item, number, words, taken))


def _read(
    feed: Facts, is_atom: bool, original: Original, hints: Hints, item: Any, number: int, words: str, taken: set[str]
) -> Iterator[Found | Failed]:
    """The article of an item; ``words`` are its own where they are known."""
    if _is_no_story(item):
        return
    entry = _entry(item, feed, is_atom=is_atom)
    if not entry.says_something:
        yield Failed(original.path, Reason("empty-entry", (original.path, str(number))), member=original.member)
        return
    # Each story has bytes of its own, so that it is known again when the feed has moved on.
    data = words.encode() if words else repr(sorted(dict.items(item))).encode("utf-8", "replace")
    yield from read_entry(entry, original.part(part_name(entry, number, taken), data), hints)


def _parsed(text: str, path: str) -> Any:
    try:
        return feedparser.parse(
            io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>' + text.encode()),
            sanitize_html=False,  # it takes as long as all the rest, and only lines of text come out of here
            resolve_relative_uris=False,
        )
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError) as error:
        # Its second parser, for what is not well formed, trips over what nobody foresaw.
        raise Trouble("damaged-xml", path) from error


def _slices(text: str) -> list[str]:
    """The words of each item as they stand in the feed."""
    found: list[str] = []
    start = -1
    for tag in _STORY.finditer(text):
        if tag["name"] is None:
            continue
        if not tag["end"]:
            start = tag.start() if start < 0 else start
        elif start >= 0:
            found.append(text[start : text.find(">", tag.end()) + 1 or len(text)])
            start = -1
    return found


def _facts_of_feed(parsed: Any) -> Facts:
    """What holds for every entry that does not say otherwise. Only Atom's authors do: RSS names who runs the feed."""
    feed = parsed.feed
    detail = dict.get(feed, "title_detail") or {}
    is_atom = str(parsed.get("version", "")).startswith("atom")
    return Facts(
        publication=title_of(str(dict.get(feed, "title") or ""), is_html=detail.get("type") in _HTML),
        byline=_authors(feed) if is_atom else (),
        url=str(dict.get(feed, "link") or ""),
        language=language_of(dict.get(feed, "language") or detail.get("language")),
    )


def _entry(item: Any, feed: Facts, *, is_atom: bool) -> Entry:
    detail = dict.get(item, "title_detail") or {}
    source = dict.get(item, "source") or {}
    facts = Facts(
        headline=title_of(str(dict.get(item, "title") or ""), is_html=detail.get("type", _HTML[0]) in _HTML),
        byline=_authors(item) or (_authors(source) if is_atom and source else feed.byline),
        publication=title_of(str(dict.get(source, "title") or ""), is_html=True) or feed.publication,
        published=_published(item),
        url=_address(item, feed.url),
        language=_language(item, detail) or feed.language,
    )
    return Entry(facts, _body(item), str(dict.get(item, "id") or ""))


def _is_no_story(item: Any) -> bool:
    """Whether an entry of a whole site's export is one of its settings, menus or files (WordPress, Blogger)."""
    if dict.get(item, "wp_post_type") in _NO_STORIES:
        return True
    terms = [str(tag.get("term") or "") for tag in dict.get(item, "tags") or ()]
    kinds = [term.rpartition("#")[2] for term in terms if "blogger/2008/kind#" in term]
    return bool(kinds) and not {"post", "page"} & set(kinds)


def _authors(item: Any) -> tuple[str, ...]:
    named = [str(author.get("name") or "") for author in dict.get(item, "authors") or ()]
    return people(named) or people([str(dict.get(item, "author") or "")])


def _published(item: Any) -> Published | None:
    for key in _DATES:
        written = dict.get(item, key)
        if not isinstance(written, str):
            continue
        moment = read_moment(written)
        if moment is not None:
            return moment
        # feedparser reads the dates of Korea, Greece and Hungary, in UTC, and makes up the day of "2025-01".
        known = dict.get(item, f"{key}_parsed") if _WORD.search(written) else None
        if known is not None and (moment := read_moment(f"{known[0]:04d}-{known[1]:02d}-{known[2]:02d}T"
                                                        f"{known[3]:02d}:{known[4]:02d}Z")):  # fmt: skip
            return moment
    return None


def _address(item: Any, site: str) -> str:
    """Where the story is: what a feed service left of its first address, the link, or a guid that is an address."""
    links = dict.get(item, "links") or ()
    alternate = [link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate"]
    given = (dict.get(item, "feedburner_origlink"), dict.get(item, "link"), *alternate, dict.get(item, "id"))
    urls = [str(url).strip() for url in given if url]
    return next(filter(canonical_address, urls), _joined(site, urls[0]) if urls and urls[0][:1] == "/" else "")


def _joined(site: str, path: str) -> str:
    try:
        return urljoin(site, path)
    except ValueError:  # an open bracket in the host
        return ""


def _language(item: Any, detail: Any) -> str:
    contents = dict.get(item, "content") or ()
    named = [dict.get(item, "language"), detail.get("language"), *(content.get("language") for content in contents)]
    return next(filter(None, map(language_of, named)), "")


def _body(item: Any) -> Sequence[RoledLine]:
    """The lines of the fullest content, else of the summary."""
    return next((lines for lines in _bodies(item) if lines), ())


def _bodies(item: Any) -> Iterator[Sequence[RoledLine]]:
    contents = [c for c in dict.get(item, "content") or () if _is_text(str(c.get("type") or ""))]
    for content in sorted(contents, key=lambda c: -len(c.get("value") or "")):
        yield _lines(str(content.get("value") or ""), str(content.get("type") or ""))
    detail = dict.get(item, "summary_detail") or {}
    yield _lines(str(dict.get(item, "summary") or ""), str(detail.get("type") or _HTML[0]))


def _is_text(kind: str) -> bool:
    return not kind or kind.startswith("text/") or kind in _HTML or kind.endswith("+xml")


def _lines(words: str, kind: str) -> Sequence[RoledLine]:
    return lines_of_markup(words) if kind != "text/plain" else paragraphs(words)
