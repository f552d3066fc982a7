"""What a reader may have meant by a field or a value that the language does not know."""

from __future__ import annotations

import difflib
import re

from reader.core import query_dates
from reader.core.query_fields import FIELDS, LANGUAGES, OTHER_NAMES, VALUES
from reader.core.reasons import Trouble

_FIELDS_MEANT = {
    "author": "byline", "writer": "byline", "by": "byline", "source": "publication", "outlet": "publication",
    "paper": "publication", "text": "body", "said": "quote", "says": "speaker", "who": "person", "organization": "org",
    "organisation": "org", "company": "org", "location": "place", "topic": "tag", "label": "tag", "language": "lang",
    "since": "last", "published": "date", "verb": "cue", "name": "entity", "subject": "headline",
    "intitle": "headline", "site": "publication", "newspaper": "publication", "city": "place", "country": "place",
    "when": "date", "day": "date", "mentions": "entity", "quoted": "speaker",
}  # fmt: skip
"""Names of fields in other programs, with ours that is proposed for them."""
_VALUES_MEANT = {
    "is": {"new": "unread", "read": "-unread", "seen": "-unread", "star": "starred", "flagged": "starred",
           "favorite": "starred", "favourite": "starred", "copy": "duplicate", "corrected": "correction"},
    "has": {"quotes": "quote", "quotation": "quote", "quotations": "quote", "unknown": "unknown-speaker",
            "speaker": "-unknown-speaker"},
    "kind": {"people": "person", "org": "organization", "organisation": "organization", "company": "organization",
             "country": "place", "city": "place", "location": "place", "building": "facility", "book": "work",
             "film": "work", "paraphrase": "indirect", "quote": "direct"},
}  # fmt: skip
_PERIOD = re.compile(r"(?<![0-9])([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?![0-9])")
_YEARS = re.compile(r"([0-9]{4})[-–—]([0-9]{4})")
_DOTS = re.compile(r"\.{2,}|…")
_SPAN = re.compile(r"(?:0*([1-9][0-9]{0,3}))? ?(d|w|m|y|(?:day|week|month|year)s?)?")


def nearest_field(name: str) -> str:
    """The field whose name is most like a misspelled one, or means the same elsewhere; or an empty string."""
    small = name.casefold()
    return _FIELDS_MEANT.get(small) or _like(small, (*FIELDS, *OTHER_NAMES))


def fields_meant(beginning: str) -> tuple[str, ...]:
    """The fields that are meant by words of at least three letters which begin so: "auth" is byline."""
    return tuple(ours for name, ours in _FIELDS_MEANT.items() if len(beginning) > 2 and name.startswith(beginning))


def nearest_value(field: str, value: str) -> str:
    """What may stand after a field ("is", "has", "kind", "lang", "last", "date") and is most like a value, or nothing.

    A minus sign before it says that the opposite was meant: ``is:read`` is ``is:-unread``.
    """
    small = value.casefold()
    match field:
        case "date":
            return _date(value)
        case "last":
            return _last(small)
        case "lang":
            names = {name.casefold(): code for code, name in LANGUAGES.items()}
            return names.get(_like(small, tuple(names)), "")
    return _VALUES_MEANT[field].get(small) or _like(small, VALUES[field])


def _like(word: str, known: tuple[str, ...]) -> str:
    return next(iter(difflib.get_close_matches(word[:50], known, n=1)), "")


def _date(typed: str) -> str:
    """The same date as our language writes it: "2024/3/1" is 2024-03-01. What has two readings is no date."""
    text = "".join(typed.split())
    meant = _YEARS.fullmatch(text)
    text = f"{meant[1]}..{meant[2]}" if meant else _DOTS.sub("..", text)
    text = _PERIOD.sub(lambda found: "-".join(part.zfill(2) for part in found.groups() if part), text)
    try:
        query_dates.date_range(text)
    except Trouble as trouble:
        return trouble.reason.args[1] if trouble.reason.code == "swapped-dates" else ""
    return text


def _last(small: str) -> str:
    found = _SPAN.fullmatch(small)
    return f"{found[1] or 1}{(found[2] or 'd')[0]}" if found and (found[1] or found[2]) else ""
