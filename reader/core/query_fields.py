"""The fields of a query, their other names, and what may stand after them."""

from __future__ import annotations

import difflib

from reader.core.kinds import Kind, QuotationKind

TEXT_FIELDS = ("headline", "body", "quote", "cue", "publication", "byline")
"""Their value is words, as in a query without fields."""
NAME_FIELDS = ("entity", "person", "org", "place", "speaker", "about")
"""Their value is a name; the library says which entities it means."""
VALUE_FIELDS = ("date", "last", "tag", "lang", "kind", "is", "has")
"""Their value is read by ``core.query_values``."""
FIELDS = (*TEXT_FIELDS, *NAME_FIELDS, *VALUE_FIELDS)

KINDS = tuple(kind.value for kind in Kind if kind.names_an_entity) + tuple(kind.value for kind in QuotationKind)
VALUES: dict[str, tuple[str, ...]] = {
    "is": ("unread", "starred", "duplicate", "correction"),
    "has": ("quote", "unknown-speaker"),
    "kind": KINDS,
}
"""What may stand after fields that know few words."""

_ALSO = {"title": "headline"}
_MEANT = {
    "author": "byline", "writer": "byline", "by": "byline", "source": "publication", "outlet": "publication",
    "paper": "publication", "text": "body", "said": "quote", "says": "speaker", "who": "person", "organization": "org",
    "organisation": "org", "company": "org", "location": "place", "topic": "tag", "label": "tag", "language": "lang",
    "since": "last", "published": "date", "verb": "cue", "name": "entity",
}  # fmt: skip
"""Names of fields in other programs, with ours that is proposed for them."""
_VALUES_MEANT = {"org": "organization", "organisation": "organization", "quotes": "quote", "quotation": "quote"}
_VALUES_MEANT |= {"new": "unread", "star": "starred", "copy": "duplicate", "corrected": "correction"}


def field_named(name: str) -> str:
    """The field that is meant by a name in any letter case ("Title" is headline), or an empty string."""
    small = name.casefold()
    return small if small in FIELDS else _ALSO.get(small, "")


def nearest_field(name: str) -> str:
    """The field whose name is most like a misspelled one, or means the same elsewhere; or an empty string."""
    small = name.casefold()
    near = difflib.get_close_matches(small, [*FIELDS, *_ALSO], n=1)
    return _MEANT.get(small) or (near[0] if near else "")


def nearest_value(field: str, value: str) -> str:
    """What may stand after a field and is most like a misspelled value, or an empty string."""
    near = difflib.get_close_matches(value, VALUES[field], n=1)
    meant = _VALUES_MEANT.get(value, "")
    return meant if meant in VALUES[field] else near[0] if near else ""
