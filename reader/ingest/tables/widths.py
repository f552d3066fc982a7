"""Rows that are wider than their header, for a text holds commas that nobody quoted, to rows as wide as it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.ingest.tables.columns import is_address
from reader.ingest.tables.when import read_when
from reader.ingest.tables.words import is_weak, role_of

_ENDS = (".", "!", "?", '"', "”", "»", ":")
_FITS = 10  # a cell with the shape of its column weighs more than any number of spaces
_LONGEST_LANGUAGE = 20  # code points
_MOST_SURPLUS = 2000  # cells; in a row with more the text alone is put together


@dataclass(frozen=True, slots=True)
class Widths:
    """What the columns of a table hold, by which a row is set right."""

    roles: tuple[str, ...]
    body: int
    """The column that takes what is too much where nothing says otherwise."""
    delimiter: str

    def as_wide(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """A row as wide as the header, all its words kept; a shorter row lacks its end."""
        width = len(self.roles)
        cells = self._without_empty_end(cells)
        if len(cells) <= width:
            return self._with_body_whole(cells)
        surplus = len(cells) - width
        glued = self._glued(cells)
        if len(glued) == width and self._fit(glued) >= 0:
            return glued
        choices = range(width) if surplus <= _MOST_SURPLUS else ()
        best = max((self.body, *choices), key=lambda at: self._weight(cells, at, surplus))
        return self._with_body_whole(self._joined(cells, best, surplus))

    def _without_empty_end(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        width = len(self.roles)
        return cells[:width] if len(cells) > width and not any(map(str.strip, cells[width:])) else cells

    def _joined(self, cells: tuple[str, ...], at: int, surplus: int) -> tuple[str, ...]:
        whole = self.delimiter.join(cells[at : at + surplus + 1])
        return (*cells[:at], whole, *cells[at + surplus + 1 :])

    def _weight(self, cells: tuple[str, ...], at: int, surplus: int) -> int:
        """How well a row fits when this column takes all that is too much: a comma of a text has a space behind it."""
        inner = sum(cell.startswith(" ") for cell in cells[at + 1 : at + surplus + 1])
        return _FITS * surplus * self._fit(self._joined(cells, at, surplus)) + inner

    def _glued(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """The cells, each that begins with a space put to the one before it."""
        found: list[list[str]] = []
        for cell in cells:
            if found and cell.startswith(" "):
                found[-1].append(cell)
            else:
                found.append([cell])
        return tuple(map(self.delimiter.join, found))

    def _fit(self, cells: Sequence[str]) -> int:
        """How many cells have the shape of their column, less those that have not."""
        shapes = [_has_shape(role, cell) for role, cell in zip(self.roles, cells, strict=True)]
        return sum(1 if shape else -1 for shape in shapes if shape is not None)

    def _with_body_whole(self, cells: tuple[str, ...]) -> tuple[str, ...]:
        """A row whose address or day is missing while its text goes on in their cells."""
        tail = cells[self.body + 1 : len(self.roles)]
        shapes = [_has_shape(*pair) for pair in zip(self.roles[self.body + 1 :], tail, strict=False)]
        if not tail or True in shapes:
            return cells
        wrong = [cell for cell, shape in zip(tail, shapes, strict=True) if shape is False]
        text = cells[self.body].rstrip()
        goes_on = bool(text) and not text.endswith(_ENDS) and tail[0][:1].isspace()
        if not goes_on or not any(" " in cell.strip() for cell in wrong):
            return cells
        return (*cells[: self.body], self.delimiter.join((cells[self.body], *tail)))


def widths_of(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str) -> Widths:
    """What the columns hold, by their names; the text is in the longest column where no name tells."""
    told = [role_of(name) for name in header]
    roles = tuple(
        role[0] if role is not None and not is_weak(name, role[0]) else ""
        for name, role in zip(header, told, strict=True)
    )
    bodies = [(role[1], at) for at, role in enumerate(told) if role is not None and role[0] == "body"]
    if bodies:
        return Widths(roles, min(bodies)[1], delimiter)
    whole = [row for row in rows if len(row) == len(header)]
    lengths = [sum(len(row[at]) for row in whole) for at in range(len(header))]
    return Widths(roles, lengths.index(max(lengths)) if whole else len(header) - 1, delimiter)


def _has_shape(role: str, cell: str) -> bool | None:
    """Whether a cell looks as those of its column do; None where nothing can be said."""
    tidy = cell.strip()
    if not tidy:
        return None
    if role == "url":
        return is_address(tidy)
    if role == "published":
        return read_when(tidy, day_first=True) is not None
    return len(tidy) <= _LONGEST_LANGUAGE if role == "language" else None
