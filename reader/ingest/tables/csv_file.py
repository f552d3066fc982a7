"""CSV and TSV files to articles, whatever their columns are called. A dump is read row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.columns import SAMPLE, Proposal, is_address
from reader.ingest.tables.csv_rows import CsvForm, CsvRow, csv_rows, form_of_file, one_row
from reader.ingest.tables.entries import part_name, read_entry
from reader.ingest.tables.failures import empty_line, unmapped
from reader.ingest.tables.mapping import decide, learned
from reader.ingest.tables.when import day_first_of
from reader.ingest.tables.widths import Widths, widths_of
from reader.ingest.tables.words import role_of

_LONGEST_NAME = 100  # code points of the name of a column


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The form, the columns and the first rows of a file."""

    form: CsvForm
    header: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    has_header: bool
    widths: Widths

    def rows(self, original: Original) -> Iterator[CsvRow]:
        """The rows without the header, each as wide as it. Raises OSError."""
        for row in islice(csv_rows(original, self.form), int(self.has_header), None):
            yield replace(row, cells=self.widths.as_wide(row.cells))


def read_csv(original: Original, hints: Hints) -> Parsed:
    """The articles and bookmarks of a table; a ``Failed`` for a row that holds none, or for all where none is told."""
    table = csv_table(original)
    if table is None:
        return
    proposal, mapping = decide(table.header, table.sample, hints.lessons)
    chosen = learned(table.header, hints.lessons)
    if chosen is None and not proposal.is_sure:
        yield unmapped(original, table.header)
        return
    if chosen is None and not proposal.is_day_clear:
        mapping = replace(mapping, day_first=_day_first(original, table, proposal))
    taken: set[int] = set()
    for row in table.rows(original):
        entry = mapping.entry(row.cells)
        part = original.part(part_name(entry, row.line, taken), one_row(table.header, row.cells))
        yield from read_entry(entry, part, hints, empty_line(original, row.line))


def csv_table(original: Original) -> CsvTable | None:
    """How a file is laid out; None where it holds no row. Raises OSError."""
    form = form_of_file(original)
    first = [row.cells for row in islice(csv_rows(original, form), SAMPLE + 1)]
    if not first:
        return None
    has_header = is_header(first[0])
    header = tuple(cell.strip() for cell in first[0]) if has_header else _numbers(first)
    rows = first[int(has_header) :]
    widths = widths_of(header, rows, form.delimiter)
    return CsvTable(form, header, tuple(map(widths.as_wide, rows)), has_header, widths)


def is_header(cells: Sequence[str]) -> bool:
    """Whether a first row names the columns, and is no story itself."""
    if any(role_of(cell.strip()) for cell in cells):
        return True
    return not any(len(cell) > _LONGEST_NAME or is_address(cell.strip()) or _is_figure(cell) for cell in cells)


def _is_figure(cell: str) -> bool:
    return re.fullmatch(r"[\d.,:/ -]{1,40}", cell) is not None


def _numbers(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Numbers for names, as many as most rows have cells."""
    widths = [len(row) for row in rows]
    return tuple(str(number) for number in range(1, max(sorted(set(widths)), key=widths.count) + 1))


def _day_first(original: Original, table: CsvTable, proposal: Proposal) -> bool | None:
    """How numbers of dates are to be read, by all rows; dates with points begin with the day in any case."""
    at = proposal.roles.roles.index("published")
    return day_first_of(row.cells[at] for row in table.rows(original) if at < len(row.cells))
