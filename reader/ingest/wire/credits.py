"""Who wrote and who sends a story, in the fields that agencies give for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reader.ingest.feeds.people import people
from reader.ingest.plain import agencies

# What stands behind a name: its owner's title, desk or house.
_NO_NAME = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|editors?|columnists?|staff|bureau|chief|desk|analysts?|photographers?"
    r"|agency|associated press|special to|contributors?|deputy|in [A-Z]\w+|for [A-Z]\w+|at [A-Z]\w+)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"[\w.-]{1,40}:")
_ADDRESS = re.compile(r"https?://|^www\.", re.IGNORECASE)


def byline(fields: Iterable[str]) -> tuple[str, ...]:
    """The people of byline fields. A publication is no person, nor is what stands behind a name."""
    found = [name for name in people(fields) if not agencies.known(name)]
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


def _is_title(name: str) -> bool:
    return name.startswith("The ") or _NO_NAME.search(name) is not None or agencies.is_surely_publication(name)
