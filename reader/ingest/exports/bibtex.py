"""BibTeX and BibLaTeX: entries with fields in braces or quotation marks, macros, comments and LaTeX in the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.ingest.encoding import decode
from reader.ingest.exports.latex import plain_words
from reader.ingest.exports.references import read_references, reference
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.entries import Entry

_ENTRY = re.compile(r"@\s{0,10}([A-Za-z]{2,30})\s{0,10}[{(]")
_KEY = re.compile(r"\s*+([^\s,={}\"()]{0,200}+)\s*+,")
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+-]{0,60})\s*=\s*")
_WORD = re.compile(r"[^\s,{}#\"()]{1,200}")
_JOIN = re.compile(r"\s*#\s*")
# A value that is never closed ends where a line begins the next entry.
_BRACE = re.compile(r"\\.|[{}\"]|\n[ \t]{0,8}(?=@\s{0,10}[A-Za-z]{2,30}\s{0,10}[{(])", re.DOTALL)
_AND = re.compile(r" and ", re.IGNORECASE)
_URL = re.compile(r"\\url\s{0,5}\{([^{}]{1,2000})\}|\\href\s{0,5}\{([^{}]{1,2000})\}")
_ESCAPED = re.compile(r"\\([_%&#~$])")
_MONTHS = {
    name: str(number) for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_NO_ENTRIES = ("comment", "preamble", "string")


@dataclass(frozen=True, slots=True)
class _Reference:
    key: str
    fields: dict[str, str]
    text: str


def read_bibtex(original: Original, hints: Hints) -> Parsed:
    """A bookmark for each entry, its abstract and notes as text. An entry that is not closed ends with the file."""
    return read_references(_references(decode(original.data)), _entry, _bytes, original, hints)


def _bytes(found: _Reference) -> bytes:
    return found.text.encode("utf-8", "replace")


def _references(text: str) -> Iterator[_Reference]:
    macros = dict(_MONTHS)
    at = 0
    while (start := _ENTRY.search(text, at)) is not None:
        kind, at = start[1].lower(), start.end()
        if kind in _NO_ENTRIES:
            if kind == "string":
                fields, at = _fields(text, at, macros)
                macros |= fields
            elif text[at - 1] == "{":
                at = _closing(text, at - 1)
            continue
        key = _KEY.match(text, at)
        fields, at = _fields(text, key.end() if key is not None else at, macros)
        if fields:
            yield _Reference(key[1] if key is not None else "", fields, text[start.start() : at + 1])


def _fields(text: str, at: int, macros: dict[str, str]) -> tuple[dict[str, str], int]:
    """The fields of an entry by their names in small letters, and where it ends."""
    found: dict[str, str] = {}
    while (name := _FIELD.match(text, at)) is not None:
        value, at = _value(text, name.end(), macros)
        found.setdefault(name[1].lower(), value)
        if at == name.end():  # no value: the entry is broken here
            break
    return found, at


def _value(text: str, at: int, macros: dict[str, str]) -> tuple[str, int]:
    parts: list[str] = []
    while at < len(text):
        mark = text[at]
        if mark in '{"':
            end = _closing(text, at)
            parts.append(text[at + 1 : end])
            at = end + 1 if text[end : end + 1] in ("}", '"') else end
        elif (word := _WORD.match(text, at)) is not None:
            parts.append(macros.get(word[0].lower(), word[0]))
            at = word.end()
        else:
            break
        joined = _JOIN.match(text, at)
        if joined is None:
            break
        at = joined.end()
    return "".join(parts), at


def _closing(text: str, at: int) -> int:
    """Where the value that opens here ends: at its own brace, or at a quotation mark outside all braces."""
    is_quoted = text[at] == '"'
    depth = 0 if is_quoted else 1
    for mark in _BRACE.finditer(text, at + 1):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
            if depth == 0 and not is_quoted:
                return mark.start()
        elif mark[0] == '"' and is_quoted and depth <= 0 or mark[0][0] == "\n":
            return mark.start()
    return len(text)


def _entry(found: _Reference) -> Entry:
    fields = found.fields

    def first(*names: str) -> str:
        return next((words for name in names if (words := " ".join(plain_words(fields.get(name, "")).split()))), "")

    urls = [fields.get("url", ""), *_addresses(fields)]
    title, subtitle = first("title", "booktitle", "maintitle"), first("subtitle")
    return reference(
        title=f"{title}: {subtitle}" if title and subtitle else title,
        authors=[plain_words(name) for name in _AND.split(" ".join(fields.get("author", "").split()))],
        publication=first("journal", "journaltitle", "newspaper", "booktitle", "organization", "publisher"),
        date=first("date") or _date(first("year"), first("month"), first("day")),
        urls=[
            url.replace("\\_", "_").replace("\\%", "%").replace("\\&", "&").replace("\\#", "#") for url in urls if url
        ],
        notes=[plain_words(fields[name]) for name in ("abstract", "annotation", "annote", "note") if fields.get(name)],
        language=_language(first("language", "langid", "hyphenation")),
        name=found.key,
    )


def _addresses(fields: dict[str, str]) -> Iterator[str]:
    for name in ("howpublished", "note", "link", "eprint", "ee", "bdsk-url-1"):
        value = fields.get(name, "")
        told = _URL.search(value)
        if told is not None:
            yield told[1] or told[2]
        elif "://" in value:
            yield value


def _date(year: str, month: str, day: str) -> str:
    number = _MONTHS.get(month[:3].lower(), month)
    return f"{year}-{number}-{day}" if year.isdigit() and number.isdigit() and day.isdigit() else ""


def _language(name: str) -> str:
    known = {"english": "en", "american": "en", "british": "en", "german": "de", "ngerman": "de", "french": "fr"}
    return known.get(name.casefold(), name)
