"""Rows of a CSV file whose quotation marks are wrong: what their cells are where the rules of CSV give none."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LONGEST_INDENT = 20  # spaces before a cell


def cells_of(text: str, delimiter: str, escape: str | None, width: int) -> tuple[str, ...]:
    """The cells of one row, by the first reading that is as wide as the table.

    Marks inside a text stay there ("He said "no" to it"); a cell that is never closed ends with the row.
    """
    closed = closed_cells(text, delimiter, escape, width)
    if closed is not None:
        return closed
    loose = loose_cells(text, delimiter, escape)[0]
    plain = tuple(map(_unmarked, text.rstrip("\r\n").split(delimiter)))
    return plain if len(loose) != width <= len(plain) else loose


def closed_cells(text: str, delimiter: str, escape: str | None, width: int) -> tuple[str, ...] | None:
    """The cells of one row that is as wide as the table and ends with its last cell closed, or None."""
    for doubled in (False, True):
        cells, is_closed = loose_cells(text, delimiter, escape, doubled=doubled)
        if is_closed and len(cells) == width:
            return cells
    return None


def loose_cells(
    text: str, delimiter: str, escape: str | None, *, doubled: bool = False
) -> tuple[tuple[str, ...], bool]:
    """The cells of one row where a mark closes its cell only before a delimiter; whether the last one is closed.

    ``doubled``: two marks before a delimiter close as well, of which one belongs to the text ("so he said "no"").
    """
    text = text.rstrip("\r\n")
    ends = re.compile(rf'(?<!")("++) *+(?={re.escape(delimiter)}|\Z)')  # linear: no part gives back what it took
    cells: list[str] = []
    at = 0
    while True:
        ahead = text[at : at + _LONGEST_INDENT]
        start = at + len(ahead) - len(ahead.lstrip(" "))
        if text[start : start + 1] == '"':
            end = _end(ends.finditer(text, start), start, text, escape, doubled)
            if end is None:
                return (*cells, _open(text[start:])), False
            cells.append(_words(text[start + 1 : end[0]], escape, is_doubled=not doubled))
            at = end[1]
        else:
            stop = text.find(delimiter, at)
            stop = stop if stop >= 0 else len(text)
            cells.append(text[at:stop])
            at = stop
        if at >= len(text):
            return tuple(cells), True
        at += 1


def _end(
    ends: Iterator[re.Match[str]], start: int, text: str, escape: str | None, doubled: bool
) -> tuple[int, int] | None:
    """Where the words of a cell end, and where the delimiter behind it stands."""
    for found in ends:
        marks = len(found[1]) - (found.start() == start)
        if escape and text[found.start() - 1 : found.start()] == escape:
            marks -= 1
        if marks % 2 or doubled and marks > 0:
            return found.end(1) - 1, found.end()
    return None


def _words(text: str, escape: str | None, *, is_doubled: bool) -> str:
    text = text.replace(f'{escape}"', '"') if escape else text
    return text.replace('""', '"') if is_doubled or '"""' in text else text


def _open(text: str) -> str:
    """The words of a cell that is never closed; its first mark belongs to them where it has its counterpart."""
    return text[1:] if text.count('"') % 2 else text


def _unmarked(cell: str) -> str:
    tidy = cell.strip()
    if len(tidy) > 1 and tidy[0] == tidy[-1] == '"':
        return tidy[1:-1]
    if tidy.count('"') % 2 and (tidy[0] == '"' or tidy[-1] == '"'):
        return tidy[1:] if tidy[0] == '"' else tidy[:-1]
    return cell
