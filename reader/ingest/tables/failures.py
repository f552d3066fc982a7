"""What is said of tables and rows that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.original import Original

_SHOWN = 20
"""Columns that are named."""


def unmapped(original: Original, header: Sequence[str]) -> Failed:
    """Nobody can tell which column holds the headline, the text or the address."""
    names = ", ".join(header[:_SHOWN]) + (" …" if len(header) > _SHOWN else "")
    return Failed(original.path, Reason("which-column", (original.path, names)), member=original.member)


def empty_line(original: Original, line: int) -> Failed:
    """A row that has no headline, no text and no address; it begins on this line, from 1."""
    return Failed(original.path, Reason("empty-line", (original.path, str(line))), member=_member(original, line))


def empty_entry(original: Original, number: int) -> Failed:
    """An entry that has no headline, no text and no address, by its place in the file, from 1."""
    return Failed(original.path, Reason("empty-entry", (original.path, str(number))), member=_member(original, number))


def bad_line(original: Original, line: int) -> Failed:
    """A line that is no JSON."""
    return Failed(original.path, Reason("bad-line", (original.path, str(line))), member=_member(original, line))


def cut_off(original: Original) -> Failed:
    """A file that ends or breaks before its end; what is whole was read."""
    return Failed(original.path, Reason("cut-off", (original.path,)), member=original.member)


def _member(original: Original, number: int) -> str:
    return original.part(str(number)).member
