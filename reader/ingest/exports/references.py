"""One reference of a reference manager to a bookmark, or to an article where it brings the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.cells import names_of
from reader.ingest.tables.columns import is_address
from reader.ingest.tables.entries import Entry, part_name, read_entry
from reader.ingest.tables.failures import empty_entry
from reader.ingest.tables.when import bare_if_midnight, read_when

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_][A-Za-z]{2})?")

Given = TypeVar("Given")
"""A reference as its format has it."""


def reference(
    *,
    title: str = "",
    authors: Sequence[str] = (),
    publication: str = "",
    date: str = "",
    urls: Sequence[str] = (),
    notes: Sequence[str] = (),
    language: str = "",
    name: str = "",
) -> Entry:
    """An entry of what a reference gives; ``authors`` may be "Last, First", ``notes`` may be HTML."""
    told = _LANGUAGE.fullmatch(language.strip())
    return Entry(
        Facts(
            headline=title,
            byline=tuple(dict.fromkeys(name for author in authors for name in names_of(_turned(author)))),
            publication=publication,
            published=bare_if_midnight(read_when(date.strip().rstrip("/"), day_first=False)) if date else None,
            url=next((found for url in urls if (found := _address(url))), ""),
            language=told[1].lower() if told else "",
        ),
        notes=tuple(dict.fromkeys(note for note in notes if note.strip())),
        name=name,
    )


def read_references(
    given: Iterable[Given],
    entry_of: Callable[[Given], Entry],
    bytes_of: Callable[[Given], bytes],
    original: Original,
    hints: Hints,
) -> Parsed:
    """A bookmark for each reference of a file; ``bytes_of`` gives what the file says of it alone."""
    taken: set[int] = set()

    def read(one: Given, number: int) -> Parsed:
        entry = entry_of(one)
        part = original.part(part_name(entry, number, taken), bytes_of(one))
        yield from read_entry(entry, part, hints, empty_entry(original, number))

    for number, one in enumerate(given, 1):
        yield from guarded(original.part(str(number), b""), read(one, number))


def _address(words: str) -> str:
    tidy = words.strip().strip("<>")
    if is_address(tidy):
        return tidy
    found = _ADDRESS.search(words)
    return found[0].rstrip(";,)}") if found is not None else ""


def _turned(author: str) -> str:
    """ "Last, First" and BibTeX's "Last, Jr, First" with the first name first."""
    parts = [" ".join(part.split()) for part in author.split(",")]
    if len(parts) == 2:
        return f"{parts[1]} {parts[0]}"
    return f"{parts[2]} {parts[0]} {parts[1]}" if len(parts) == 3 else author
