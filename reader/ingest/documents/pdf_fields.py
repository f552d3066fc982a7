"""The fields that press databases print around a text: "Byline: …", "LENGTH: 523 words", "HD …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reader.ingest.dates import is_stamp_line

Kind = Literal["headline", "byline", "publication", "day", "text", "above", "below"]
"""What a field holds; "above" and "below" tell where those stand that are none of the story."""

_LABELS: dict[Kind, str] = {
    "headline": "headline|title|heading|document title|article title",
    "byline": "byline|author|authors|author(s)|author/byline|author name|by-line",
    "publication": "publication title|publication|publication name|source|source title|paper|newspaper|source name",
    "day": "publication date|date|issue date|date of publication|published",
    "text": "body|full text|full-text|fulltext|text",
    "above": "section|length|dateline|highlight|word count|words|page|pages|edition|publication info|abstract"
    "|readability|column|volume|issue",
    "below": "load-date|graphic|url|publication-type|publication type|subject|subjects|subject terms|organization"
    "|company|ticker|industry|geographic|country|state|city|person|people|issn|isbn|publisher|place of publication"
    "|country of publication|proquest document id|document id|document url|document type|source type|first page"
    "|copyright|database|last updated|links|accession number|record number|record|classification|location"
    "|identifier / keyword|language|language of publication|publication subject|publication year|persistent link"
    "|correction-date|series|credit|index terms|geographic terms|company/entity|journal code",
}
# Of two letters, without a colon; they count only where several of them stand in one document.
_TAGS: dict[Kind, str] = {
    "headline": "HD",
    "byline": "BY",
    "publication": "SN",
    "day": "PD",
    "text": "LP|TD",
    "above": "SE|WC|SC|PG|LA|CY|ET|ED|VOL|CR|CLM|NGC|GC",
    "below": "AN|CO|IN|NS|RE|IPD|IPC|PUB|RF|CT|ART",
}
_KINDS: dict[str, Kind] = {label: kind for kind, labels in _LABELS.items() for label in labels.split("|")}
_TAG_KINDS: dict[str, Kind] = {tag: kind for kind, tags in _TAGS.items() for tag in tags.split("|")}
_LABEL = re.compile(r"([A-Za-z][A-Za-z/() -]{1,30})\s?:(?:\s+|$)")
_TAG = re.compile(r"([A-Z]{2,3})(?:\s+|$)")
_ALONE = re.compile(r"(?:Body|BODY|Full [Tt]ext|FULL TEXT)")  # a heading above the text
_WORDS = re.compile(r"[\d,.]{1,8} words", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"English|German|French|Spanish|Italian|Portuguese|Dutch|Russian|Chinese|Japanese|Arabic|Polish|Swedish|Danish"
    r"|Norwegian|Finnish|Czech|Turkish|Korean|Deutsch|Français|Español|Italiano|Português|Nederlands"
)
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}|(?:Pg?\.|Page)?\s?[A-Z]{0,2}\d{1,3}|\d{1,2}:\d\d(?::\d\d)?|Volume \d.{0,40}")
_EDITION = re.compile(r"(?:\S+ ){0,4}Edition(?: - Final)?", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:Copyright|©|\([Cc]\)\s)|.{0,80}\bAll [Rr]ights [Rr]eserved\.?$")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a database: its label in small letters, what it holds, and the words behind the label."""

    label: str
    kind: Kind
    value: str


def field_of(line: str, *, with_tags: bool = False) -> Field | None:
    """The field that a line begins, or None. ``with_tags``: whether "HD" without a colon is a label, too."""
    if with_tags and (tag := _TAG.match(line)) is not None and (kind := _TAG_KINDS.get(tag[1])) is not None:
        return Field(tag[1], kind, line[tag.end() :].strip())
    if _ALONE.fullmatch(line):
        return Field("text", "text", "")
    label = _LABEL.match(line)
    key = label[1].strip().casefold() if label is not None else ""
    kind = _KINDS.get(key)
    return Field(key, kind, line[label.end() :].strip()) if label is not None and kind is not None else None


def closes(field: Field) -> bool:
    """Whether a field stands below a text, or at least is no line of one, as "Source: …" may be."""
    return field.kind == "below" or " " in field.label or field.label.isupper()


def is_between(line: str) -> bool:
    """Whether a line without a label tells of the article, but is no part of it: words, language, code, edition."""
    is_short = len(line) <= _LONGEST
    return is_short and any(shape.fullmatch(line) for shape in (_WORDS, _LANGUAGE, _CODE, _EDITION)) or is_notice(line)


def is_count(line: str) -> bool:
    """Whether a line gives the number of words, as databases do."""
    return _WORDS.fullmatch(line) is not None


def is_notice(line: str) -> bool:
    """Whether a line says who owns the article."""
    return len(line) <= _LONGEST and _COPYRIGHT.match(line) is not None


def is_day(line: str) -> bool:
    """Whether a line holds the day and little else."""
    return len(line) <= _LONGEST and is_stamp_line(line)
