"""The fields of the index: which there are, and what of an article goes into each."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np

from reader.index.postings import Numbers

STEMMED = ("text", "headline", "quote", "cue")
"""Their words are stems; each also lists its words as written. ``text`` holds headline and body."""
PLAIN = ("publication", "byline")
"""Their words are those written, folded."""
LISTED, LONGEST_PREFIX = ("text", "headline"), 3
"""Fields that list ready which documents have a word as written that begins with one, two or three letters."""
GAP = 100
"""Places left empty between two quotations or names, so that no phrase reaches from one into the next."""
BODY_AT = 1024
"""In ``text`` the headline begins at place 0 and the body here: a place tells them apart, and no phrase crosses."""
BODY = "body"
"""The part of ``text`` from BODY_AT on: a field to queries, and none in the files."""
KEYS: dict[str, Any] = {
    "id": lambda document: (document.id,),
    "entity": lambda document: _ids(document.entities),
    "speaker": lambda document: _ids(document.speakers),
    "about": lambda document: _ids(document.about),
    "has": lambda document: tuple(dict.fromkeys(document.has)),
    "outlet": lambda document: (document.publication,) if document.publication else (),
    "lang": lambda document: _languages(document.language),
    "kind": lambda document: tuple(dict.fromkeys(document.kinds)),
    "flag": lambda document: tuple(dict.fromkeys(document.flags)),
}
"""Fields of whole values, which are no words."""
COLUMNS = ("row", "published")
"""A whole number for each document."""
LISTS: dict[str, Any] = {
    "entity_ids": lambda document: document.entities,
    "speaker_ids": lambda document: document.speakers,
}
"""Ids for each document, to be counted."""

MINUTES = 24 * 60 + 1
"""Of a day, with one before the first for articles of which the day alone is known."""


def _languages(language: str) -> tuple[str, ...]:
    """The language and what it is a form of: "pt-br" is "pt" as well."""
    parts = language.casefold().split("-") if language else []
    return tuple("-".join(parts[:n]) for n in range(1, len(parts) + 1))


def _ids(ids: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(str(id) for id in dict.fromkeys(ids))


def moment(when: str) -> int:
    """A day, with or without the minute, as a number that sorts as time does; 0 for none.

    A day alone ("2024-03-12", and "2024-03" or "2024" for its first) comes before its first minute.
    """
    if not when:
        return 0
    day, _, time = when.partition("T")
    year, month, number, *_ = (*day.split("-"), "1", "1")
    try:
        days = date(int(year), int(month), int(number)).toordinal()
    except ValueError:
        return 0
    return days * MINUTES + (int(time[:2]) * 60 + int(time[3:5]) + 1 if len(time) >= 5 else 0)


def moment_text(number: int) -> str:
    """The day, and the minute where it is known, that a number stands for."""
    days, minute = divmod(number, MINUTES)
    day = date.fromordinal(days).isoformat()
    return f"{day}T{(minute - 1) // 60:02d}:{(minute - 1) % 60:02d}" if minute else day


def length_bytes(lengths: Numbers) -> Numbers:
    """The lengths of documents as Whoosh rounds them to a byte, so that scores are the same."""
    return np.minimum(np.searchsorted(length_table(), lengths, "left"), 255).astype(np.uint8)


def length_table() -> Numbers:
    """The length for which each byte stands."""
    from reader.index.quiet import byte_to_length

    return np.array([byte_to_length(byte) for byte in range(256)], np.uint32)
