"""The rows of a CSV or TSV file, whatever parts its cells, one after another and with the line each begins on."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypedDict

from reader.ingest.gate import MAX_UNPACKED
from reader.ingest.original import Original
from reader.ingest.tables.text_lines import text_lines

_DELIMITERS = ",;\t|"
_LOOKED_AT = 200  # lines by which the form is told
_LOOKED_AT_LETTERS = 200_000
_MOST_UNCLOSED = 20
"""Quotation marks left open that are got over; each costs reading on to the end of the file."""
_MOST_LINES = 100_000
"""Lines that are looked through for rows that an open quotation mark has swallowed."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How a file writes its rows."""

    delimiter: str = ","
    escape: str | None = None
    """Programs that know no doubled quotation marks write a backslash before them."""
    skipped: int = 0
    """Lines before the header: "sep=;", as spreadsheets write it."""


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
    return CsvForm(best, escape, skipped)


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
    width = unclosed = 0
    while (cells := _next_row(lines, form)) is not None:
        is_too_long = not cells
        if unclosed < _MOST_UNCLOSED and (is_too_long or lines.is_unclosed(form) and _swallowed(lines, form, width)):
            # A quotation mark that is never closed ends with its line, for else the rows below would be lost in it.
            unclosed += 1
            lines.keep_first()
            cells = tuple(next(csv.reader(lines.taken, **_dialect(form)), ())) if not is_too_long else ()
        width = width or len(cells)
        if is_too_long or any(cell.strip() for cell in cells):
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


def _next_row(lines: _Lines, form: CsvForm) -> tuple[str, ...] | None:
    """The next row; None at the end, and no cells where one is longer than the gate lets in."""
    try:
        return tuple(next(csv.reader(lines, **_dialect(form)))) or ("",)
    except StopIteration:
        return None
    except csv.Error:
        return ()


def _swallowed(lines: _Lines, form: CsvForm, width: int) -> bool:
    """Whether the lines below the first one of a row are rows of their own, and no paragraphs of a text cut off."""
    try:
        widths = [len(row) for row in csv.reader(lines.taken[1:_MOST_LINES], **_dialect(form)) if row]
    except csv.Error:
        return False
    return width > 1 and sum(found == width for found in widths) > 0.8 * len(widths)


def _dialect(form: CsvForm) -> _Dialect:
    return {"delimiter": form.delimiter, "escapechar": form.escape}


class _Dialect(TypedDict):
    delimiter: str
    escapechar: str | None


class _Lines:
    """Lines, those that were taken since the last row began, and the number of the first of them."""

    def __init__(self, lines: Iterable[str], before: int) -> None:
        self.taken: list[str] = []
        self.begun = before + 1
        self._rest = iter(lines)
        self._is_at_end = False

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = next(self._rest, None)
        if line is None:
            self._is_at_end = True
            raise StopIteration
        self.taken.append(line)
        return line

    def end_row(self) -> None:
        """The next line begins a row."""
        self.begun += len(self.taken)
        self.taken = []

    def keep_first(self) -> None:
        """Give back the lines behind the first one: they belong to other rows."""
        self._rest = chain(self.taken[1:], self._rest)
        self._is_at_end = False
        self.taken = self.taken[:1]

    def is_unclosed(self, form: CsvForm) -> bool:
        """Whether the file ends inside quotation marks of this row."""
        if len(self.taken) < 2 or not self._is_at_end:
            return False
        marks = sum(line.count('"') - (line.count('\\"') if form.escape else 0) for line in self.taken)
        return marks % 2 == 1
