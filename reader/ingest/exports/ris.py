"""RIS, the format in which catalogues and press databases give out references: a tag of two letters a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.core.text import canonical
from reader.ingest.encoding import decode
from reader.ingest.exports.references import read_references, reference
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.entries import Entry

# The standard asks for two spaces, a dash and a space; programs write fewer.
_TAG = re.compile(r"([A-Z][A-Z0-9])[ \t]{0,3}-(?:[ \t]{1,3}|$)(.*)", re.DOTALL)

Fields = dict[str, list[str]]


def read_ris(original: Original, hints: Hints) -> Parsed:
    """A bookmark for each reference, its abstract and notes as text."""
    return read_references(_records(canonical(decode(original.data)).split("\n")), _entry, _bytes, original, hints)


def _bytes(lines: list[str]) -> bytes:
    return "\n".join(lines).encode("utf-8", "replace")


def _records(lines: list[str]) -> Iterator[list[str]]:
    """The lines of each reference. One that is not ended ends where the next begins."""
    taken: list[str] = []
    for line in lines:
        tag = _tag(line)
        if tag in ("TY", "ER") and taken:
            yield taken
            taken = []
        if tag not in ("", "ER") or taken and line.strip():
            taken.append(line)
    if taken:
        yield taken


def _fields(lines: list[str]) -> Fields:
    """The values of each tag; a line without one goes on with the value above."""
    found: dict[str, list[list[str]]] = {}
    value: list[str] = []
    for line in lines:
        told = _TAG.match(line.lstrip(" \t"))
        if told is not None:
            value = [told[2].strip()]
            found.setdefault(told[1], []).append(value)
        else:
            value.append(line.strip())
    return {tag: ["\n".join(value) for value in values] for tag, values in found.items()}


def _tag(line: str) -> str:
    found = _TAG.match(line.lstrip(" \t"))
    return found[1] if found is not None else ""


def _entry(lines: list[str]) -> Entry:
    fields = _fields(lines)

    def first(*tags: str) -> str:
        return next((value for tag in tags for value in fields.get(tag, ()) if value), "")

    def every(*tags: str) -> list[str]:
        return [value for tag in tags for value in fields.get(tag, ()) if value]

    title = first("TI", "T1", "CT", "BT", "ST") or first("T2", "T3", "JF", "JO")
    publication = first("JF", "T2", "JO", "JA", "J1", "J2", "BT", "PB", "DP")
    return reference(
        title=" ".join(title.split()),
        authors=every("AU", "A1"),
        publication=publication if publication != title else first("PB"),
        date=_date(every("DA", "Y1", "PY")),
        urls=every("UR", "LK", "L2", "L1"),
        notes=every("AB", "N2", "N1"),
        language=first("LA"),
        name=first("ID", "AN"),
    )


def _date(values: list[str]) -> str:
    """The first value that names a day: "2021/03/05/" has a part for words at its end."""
    full = [value for value in values if re.match(r"\d{4}[/-]\d{1,2}[/-]\d{1,2}", value)]
    if full:
        return "/".join(re.split(r"[/-]", full[0])[:3])
    return next((value for value in values if len(value) > 7), "")
