"""Who wrote and who sends a story, in the fields that agencies give for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.ingest.feeds.people import people
from reader.ingest.plain import agencies

# What stands behind a name: its owner's title, desk or house.
_NO_NAME = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|staff|bureau|chief|desk|analysts?|photographers?"
    r"|agency|associated press|special to|contributors?|deputy)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(?<=\w)\s(?:in|for|at|reporting from)\s[A-ZÀ-Þ].{0,60}$")
_CODE = re.compile(r"[\w.-]{1,40}:")
_ADDRESS = re.compile(r"https?://|^www\.", re.IGNORECASE)


def byline(fields: Iterable[str]) -> tuple[str, ...]:
    """The people of byline fields. A publication is no person, nor is what stands behind a name."""
    named = (_PLACE.sub("", name) for name in people(fields))
    found = [name for name in named if not agencies.known(name) and not _names_agency_first(name)]
    return tuple(name for at, name in enumerate(found) if not (at and _is_title(name)))


def publication(fields: Iterable[str]) -> str:
    """The first field that names a publication: a name, or a code of a list ("nprov:AFP") that ends with one."""
    for field in fields:
        words = " ".join(field.split())
        if not words or _ADDRESS.match(words) or len(words) > 100:
            continue
        coded = _CODE.match(words)
        words = words[coded.end() :] if coded is not None and " " not in words else words
        if any(map(str.isalpha, words)):
            return agencies.known(words) or words
    return ""


def _names_agency_first(name: str) -> bool:
    """Whether words begin with an agency: "Press Association Sport", "AP Staff"."""
    words = name.split()
    heads = [" ".join(words[:count]) for count in (1, 2, 3) if count < len(words)]
    return any(head in (agencies.known(head), f"The {agencies.known(head)}") for head in heads if agencies.known(head))


def _is_title(name: str) -> bool:
    return name.startswith("The ") or _NO_NAME.search(name) is not None or agencies.is_surely_publication(name)
