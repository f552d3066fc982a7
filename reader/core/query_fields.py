"""The fields of a query, their other names, and what may stand after them."""

from __future__ import annotations

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

OTHER_NAMES = {"title": "headline"}
LANGUAGES = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "tr": "Turkish",
    "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""Codes of languages (ISO 639-1) that news is often written in, with their names; lang: takes any code."""


def field_named(name: str) -> str:
    """The field that is meant by a name in any letter case ("Title" is headline), or an empty string."""
    small = name.casefold()
    return small if small in FIELDS else OTHER_NAMES.get(small, "")
