"""The fields of a query, their other names, and what may stand after them."""

from __future__ import annotations

import difflib

TEXT_FIELDS = ("headline", "body", "quote", "publication", "byline")
NAME_FIELDS = ("entity", "person", "org", "place", "speaker", "about")
"""Their value is a name; the library says which entities it means."""
HAS = ("quote", "unknown-speaker")
"""What may stand after ``has:``."""
FIELDS = (*TEXT_FIELDS, "date", *NAME_FIELDS, "has")
_ALSO = {"title": "headline"}


def field_named(name: str) -> str:
    """The field that is meant by a name in any letter case ("Title" is headline), or an empty string."""
    small = name.casefold()
    return small if small in FIELDS else _ALSO.get(small, "")


def nearest_field(name: str) -> str:
    """The field whose name is most like a misspelled one, or an empty string."""
    near = difflib.get_close_matches(name.casefold(), [*FIELDS, *_ALSO], n=1)
    return near[0] if near else ""
