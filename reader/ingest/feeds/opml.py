"""Lists of feeds (OPML): what each feed is called and where it is. Nothing is ever fetched from there."""

from __future__ import annotations

import html
import re

from reader.core.text import canonical
from reader.ingest.encoding import decode
from reader.ingest.original import Feed, Hints, Original, Parsed

# Read tag by tag, for folders may lie in one another at any depth, and many lists are not well formed.
_OUTLINE = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?:\w{1,20}:)?outline(?=[\s/>])(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)""",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([\w:.-]{1,60})\s*+=\s*+(?:"([^"]*+)"|'([^']*+)')""")
_LONGEST = 2000  # code points of a title or an address


def read_opml(original: Original, hints: Hints) -> Parsed:
    """The feeds that a list names, each once."""
    seen: set[str] = set()
    for outline in _OUTLINE.finditer(decode(original.data)):
        told = {
            key.lower(): html.unescape(two or one)[:_LONGEST]
            for key, two, one in _ATTRIBUTE.findall(outline["rest"] or "")
        }
        url = "".join((told.get("xmlurl") or _linked(told)).split())
        if url and url not in seen:
            seen.add(url)
            yield Feed(" ".join(canonical(told.get("title") or told.get("text") or url).split()), url)


def _linked(told: dict[str, str]) -> str:
    """Some lists give the address of a feed as that of a link."""
    return told.get("url", "") if told.get("type", "").lower() in ("rss", "atom", "rdf", "feed", "include") else ""
