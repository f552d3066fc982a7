"""The rows of a CSV or TSV file, whatever parts its cells, one after another and with the line each begins on."""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypedDict

from reader.ingest.gate import MAX_UNPACKED
from reader.ingest.original import Original
from reader.ingest.tables.csv_repair import cells_of, closed_cells, loose_cells
from reader.ingest.tables.text_lines import text_lines

_DELIMITERS = ",;\t|"
_LOOKED_AT = 200  # lines by which the form is told
_LOOKED_AT_LETTERS = 200_000
_MOST_UNCLOSED = 20
"""Quotation marks left open that are got over; each costs reading on to the end of the file."""
_WINDOW = 500
"""Lines below the beginning of a broken row among which the next row is looked for; a long read has fewer."""
_MOST_LOOKED_AT = 500_000
"""Lines that are looked at for that in one file."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a file writes its rows."""

    delimiter: str = ","
    escape: str | None = None
    """Programs that know no doubled quotation marks write a backslash before them."""
    skipped: int = 0
    """Lines before the header: "sep=;", as spreadsheets write it."""
    spaced: bool = False
    """Whether a space follows each delimiter: "a", "b"."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One row and the line of the file on which it begins, from 1; no cells where the row is too long to be read."""

    line: int
    cells: tuple[str, ...]


def form_of(lines: Sequence[str]) -> CsvForm:
    """The form that fits the first lines best: the one by which most rows have the same number of cells."""
    skipped = 0
    if lines and lines[0].strip().strip('"').lower().startswith("sep="):
        told = lines[0].strip().strip('"')[4:5]
        if told:
            return CsvForm(told, _escape(lines), 1)
        skipped = 1
    escape = _escape(lines)
    best = max(_DELIMITERS, key=lambda mark: _fit(lines[skipped:], CsvForm(mark, escape)))
    text = "".join(lines)
    return CsvForm(best, escape, skipped, text.count(f'"{best} "') > text.count(f'"{best}"'))


def form_of_file(original: Original) -> CsvForm:
    """The form of a file, by its first lines. Raises OSError."""
    lines, letters = [], 0
    for line in islice(text_lines(original), _LOOKED_AT):
        lines.append(line[:_LOOKED_AT_LETTERS])
        letters += len(line)
        if letters > _LOOKED_AT_LETTERS:
            break
    return form_of(lines)


def csv_rows(original: Original, form: CsvForm) -> Iterator[CsvRow]:
    """All rows that hold something, the header first. Raises OSError."""
    csv.field_size_limit(MAX_UNPACKED)  # the module stops at 128 kB, and a long read has more
    lines = _Lines(islice(text_lines(original), form.skipped, None), form.skipped)
    width = 0
    while (cells := _next_row(lines, form, width)) is not None:
        width = width or len(cells)
        if not cells or any(cell.strip() for cell in cells):
            yield CsvRow(lines.begun, cells)
        lines.end_row()


def one_row(header: Sequence[str], cells: Sequence[str]) -> bytes:
    """A row as a CSV file of its own: without the names of its columns its cells would tell nothing."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerow(cells)
    return out.getvalue().encode("utf-8", "replace")


def _fit(lines: Sequence[str], form: CsvForm) -> tuple[float, int]:
    """How well a form fits: the share of rows that are as wide as the header, and how wide."""
    try:
        widths = [len(row) for row in csv.reader(lines, **_dialect(form)) if row]
    except csv.Error:
        return 0.0, 0
    if not widths or widths[0] < 2:
        return 0.0, 0
    return round(sum(width == widths[0] for width in widths) / len(widths), 1), widths[0]


def _escape(lines: Sequence[str]) -> str | None:
    text = "".join(lines)
    return "\\" if text.count('\\"') > 2 * text.count('""') else None


def _next_row(lines: _Lines, form: CsvForm, width: int) -> tuple[str, ...] | None:
    """The next row; None at the end, and no cells where one is longer than the gate lets in."""
    try:
        cells = tuple(next(csv.reader(lines, strict=True, **_dialect(form)))) or ("",)
    except StopIteration:
        return None
    except csv.Error as error:
        return _broken_row(lines, form, width, is_too_long="larger than" in str(error))
    lines.note_whole_row()
    return cells


def _broken_row(lines: _Lines, form: CsvForm, width: int, *, is_too_long: bool) -> tuple[str, ...]:
    """A row whose quotation marks are wrong: it ends with its line, or before the next line that begins a row.

    A text that is cut off with its file stays whole.
    """
    alone = closed_cells(lines.taken[0], form.delimiter, form.escape, width)
    if alone is not None:
        lines.keep(1)
        return alone
    is_cut_off = lines.is_at_end
    lines.unclosed += is_cut_off or is_too_long
    may_look = lines.unclosed <= _MOST_UNCLOSED and lines.looked_at < _MOST_LOOKED_AT
    at = _next_begin(lines, form, width) if may_look and width > 1 else None
    if at is not None:
        lines.keep(at)
    elif is_too_long:
        if may_look:
            lines.keep(1)
        return ()
    elif not is_cut_off and not lines.is_at_end:
        lines.keep(1)
    return cells_of("".join(lines.taken), form.delimiter, form.escape, width)


def _next_begin(lines: _Lines, form: CsvForm, width: int) -> int | None:
    """Which of the lines below the first one begins a row of the table; None where none does."""
    for at in range(1, _WINDOW):
        lines.looked_at += 1
        if len(lines.taken) <= at and next(lines, None) is None:
            return None
        line = lines.taken[at]
        if lines.begins_like_last(line, form) and len(loose_cells(line, form.delimiter, form.escape)[0]) == width:
            return at  # broken itself, perhaps
        if lines.may_begin_row(line, form) and _are_rows(lines, at, form, width):
            return at
    return None


def _are_rows(lines: _Lines, at: int, form: CsvForm, width: int) -> bool:
    """Whether a row as wide as the table begins here, and another one below it."""
    widths: list[int] = []
    try:
        for row in csv.reader(lines.below(at), strict=True, **_dialect(form)):
            widths += [len(row)] if row else []
            if len(widths) == 2:
                break
    except csv.Error:
        widths = widths if len(widths) == 1 else []  # the one below is broken itself
    return bool(widths) and all(found == width for found in widths)


def _dialect(form: CsvForm) -> _Dialect:
    return {"delimiter": form.delimiter, "escapechar": form.escape, "skipinitialspace": form.spaced}


class _Dialect(TypedDict):
    delimiter: str
    escapechar: str | None
    skipinitialspace: bool


class _Lines:
    """Lines, those that were taken since the last row began, and the number of the first of them."""

    def __init__(self, lines: Iterable[str], before: int) -> None:
        self.taken: list[str] = []
        self.begun = before + 1
        self.is_at_end = False
        self.unclosed = self.looked_at = 0
        self._rest = iter(lines)
        self._waiting: deque[str] = deque()
        self._has_long_rows = False
        self._last = ""

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else next(self._rest, None)
        if line is None:
            self.is_at_end = True
            raise StopIteration
        self.taken.append(line)
        return line

    def end_row(self) -> None:
        """The next line begins a row."""
        self.begun += len(self.taken)
        self.taken = []

    def keep(self, count: int) -> None:
        """Give back the lines behind the first ones: they belong to other rows."""
        if len(self.taken) > count:
            self._waiting.extendleft(reversed(self.taken[count:]))
            self.is_at_end = False
            self.taken = self.taken[:count]

    def below(self, at: int) -> Iterator[str]:
        """The lines from one of those that were taken, and some that were not yet."""
        for number in range(at, at + _WINDOW):
            self.looked_at += 1
            if len(self.taken) <= number and next(self, None) is None:
                return
            yield self.taken[number]

    def note_whole_row(self) -> None:
        """Remember how the rows of this file look, by one that is as it should be."""
        self._has_long_rows = self._has_long_rows or len(self.taken) > 1
        self._last = self.taken[0] if self.taken else ""

    def may_begin_row(self, line: str, form: CsvForm) -> bool:
        """Whether a line looks like the beginning of a row: where texts have paragraphs, these have commas, too."""
        if not self._has_long_rows:
            return True
        return line.startswith('"') == self._last.startswith('"') and f'{form.delimiter}"' in line

    def begins_like_last(self, line: str, form: CsvForm) -> bool:
        """Whether a line has its quotation marks where the last whole row has them."""
        opening = f'{form.delimiter}"'
        marks = line.count(opening)
        return 0 < marks == self._last.count(opening) and line.startswith('"') == self._last.startswith('"')
