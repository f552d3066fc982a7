"""Stories that a page shows only when its scripts run, and carries as data for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.moments import read_moment
from reader.ingest.html.page_lines import page_lines
from reader.ingest.markup import parse_html
from reader.ingest.plain.classes import is_sentence

RoledLine = tuple[BlockRole, str]

_STRING = re.compile(r'"((?:[^"\\]|\\.)*+)"', re.DOTALL)
_PARAGRAPH = re.compile(r"<(?:p|div|br)[\s/>]", re.IGNORECASE)
_SHORTEST = 300  # code points of a string that may hold a story
_LONGEST = 4_000_000
_DEEPEST = 3  # data within strings of data
_LARGEST = 8_000_000  # code points of scripts that are looked at
_DATE = re.compile(
    r'\\?"(?:datePublished|publishedAt|published_at|publishedTime|publishedDate|firstPublished(?:At|Date)?|publishDate|publish_date'
    r'|publishTime|publicationDate|pubDate|deployDt|dateCreated|createdAt|display_date|first_publish_date)\\?"\s?:\s?'
    r'(?:\\?"([^"\\]{8,40})\\?"|(\d{10}(?:\d{3})?))'
)


def carried_lines(root: etree._Element) -> tuple[RoledLine, ...]:
    """The lines of the longest marked-up text, or else of the paragraphs, that the scripts of a page carry."""
    best: tuple[RoledLine, ...] = ()
    size = 0
    for text in _strings(root):
        if _PARAGRAPH.search(text) is None or len(text) <= size:
            continue
        lines = _lines(text)
        prose = sum(len(words) for _, words in lines if is_sentence(words))
        if prose > max(size, _SHORTEST):
            best, size = lines, prose
    return best


def _lines(html: str) -> tuple[RoledLine, ...]:
    return tuple((line.role, line.text) for line in page_lines(parse_html(html)) if not line.outside)


def carried_clues(root: etree._Element) -> Clues:
    """When the story was published, as the data of its scripts says; the first that they name."""
    for script in _scripts(root):
        found = _DATE.search(script)
        moment = read_moment(found[1] or found[2]) if found is not None else None
        if found is not None and moment is not None:
            return Clues(moments=(Clue(moment, Where.PAGE, "script"),))
    return Clues()


def _scripts(root: etree._Element) -> Iterator[str]:
    left = _LARGEST
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) >= _SHORTEST and "ld+json" not in (script.get("type") or ""):
            yield text[:left]
            left -= len(text)
        if left <= 0:
            return


def _strings(root: etree._Element) -> Iterator[str]:
    """The long strings of the scripts; of those that hold data as a string, the strings in it."""
    for script in _scripts(root):
        yield from _strings_in(script, _DEEPEST)


def _strings_in(data: str, depth: int) -> Iterator[str]:
    for found in _STRING.finditer(data):
        if _SHORTEST <= len(found[1]) <= _LONGEST:
            text = _decoded(found[1])
            if text.count('":') < 3:
                yield text
            elif depth > 1:
                yield from _strings_in(text, depth - 1)


def _decoded(escaped: str) -> str:
    try:
        return str(json.loads(f'"{escaped}"', strict=False))
    except ValueError:
        return escaped
