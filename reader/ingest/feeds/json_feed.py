"""JSON Feed, versions 1.0 and 1.1 (jsonfeed.org): one article or bookmark an item."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import Entry, language_of, lines_of_markup, part_name, read_entry, title_of
from reader.ingest.feeds.moments import read_moment
from reader.ingest.feeds.people import people
from reader.ingest.original import Found, Hints, Original, Parsed
from reader.ingest.wire.story import paragraphs


def is_json_feed(data: Mapping[str, Any]) -> bool:
    """Whether an object is a feed: it says so, or it has the keys of one."""
    version = data.get("version")
    items = data.get("items")
    if isinstance(version, str) and "jsonfeed.org/version" in version:
        return True
    return isinstance(items, list) and any(
        isinstance(item, dict) and ("content_html" in item or "content_text" in item) for item in items[:20]
    )


def read_json_feed(data: Mapping[str, Any], original: Original, hints: Hints) -> Parsed:
    """The items of a feed; one that is no object or says nothing is a failure of its own."""
    feed = Facts(
        publication=title_of(_text(data.get("title")), is_html=False),
        byline=_authors(data),
        language=language_of(_text(data.get("language"))),
    )
    items = data.get("items")
    taken: set[str] = set()
    for number, item in enumerate(items if isinstance(items, list) else (), 1):
        yield from guarded(original.part(str(number), b""), _read(item, number, feed, original, hints, taken))


def _read(
    item: object, number: int, feed: Facts, original: Original, hints: Hints, taken: set[str]
) -> Iterator[Found | Failed]:
    entry = _entry(item, feed) if isinstance(item, dict) else None
    if not isinstance(item, dict) or entry is None or not entry.says_something:
        member = original.part(str(number)).member
        yield Failed(original.path, Reason("empty-entry", (original.path, str(number))), member=member)
        return
    yield from read_entry(entry, original.part(part_name(entry, number, taken), _written(item)), hints)


def _entry(item: Mapping[str, Any], feed: Facts) -> Entry:
    html, text, summary = (_text(item.get(key)) for key in ("content_html", "content_text", "summary"))
    name = _text(item.get("id"))
    facts = Facts(
        headline=title_of(_text(item.get("title")), is_html=False),
        byline=_authors(item) or feed.byline,
        publication=feed.publication,
        published=read_moment(_text(item.get("date_published"))) or read_moment(_text(item.get("date_modified"))),
        url=_text(item.get("url")) or _text(item.get("external_url")) or (name if "://" in name else ""),
        language=language_of(_text(item.get("language"))) or feed.language,
    )
    lines = lines_of_markup(html) if html.strip() else ()
    return Entry(facts, lines or paragraphs(text) or paragraphs(summary), name)


def _authors(data: Mapping[str, Any]) -> tuple[str, ...]:
    """Version 1.1 has "authors"; "author" of 1.0 counts where they are missing."""
    listed = data.get("authors")
    named = listed if isinstance(listed, list) and listed else [data.get("author")]
    return people(_text(author.get("name") if isinstance(author, dict) else author) for author in named)


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value) if not isinstance(value, int) or abs(value) < 1 << 64 else ""


def _written(item: Mapping[str, Any]) -> bytes:
    """The item by itself, as JSON. What lies too deep for the writer is no news."""
    try:
        return json.dumps(item, ensure_ascii=False).encode("utf-8", "replace")
    except RecursionError:
        flat = {key: value for key, value in item.items() if not isinstance(value, dict | list)}
        return json.dumps(flat, ensure_ascii=False).encode("utf-8", "replace")
