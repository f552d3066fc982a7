"""What the window shows to ask which column is which: the columns, five rows, and what is believed of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from reader.core.article import Article
from reader.core.lessons import Lessons, TableRoles
from reader.core.reasons import Reason, Trouble
from reader.ingest.encoding import decode
from reader.ingest.formats import format_of
from reader.ingest.gate import admit, reason_of
from reader.ingest.original import Found, Hints, Original
from reader.ingest.tables.cells import flat
from reader.ingest.tables.columns import SAMPLE, Proposal
from reader.ingest.tables.csv_file import csv_table
from reader.ingest.tables.entries import read_entry
from reader.ingest.tables.failures import empty_entry
from reader.ingest.tables.json_lines import object_in, sample_of
from reader.ingest.tables.json_stream import array_objects
from reader.ingest.tables.json_values import parse
from reader.ingest.tables.mapping import Mapping, believed, chosen_mapping, mapping_of, shown
from reader.ingest.tables.objects import Object, best_guess, header_of, lists_in
from reader.ingest.tables.text_lines import letters_of, text_lines
from reader.ingest.tables.when import is_unclear

_SHOWN_ROWS = 5
_SHOWN_CELL = 500  # code points

Row = Sequence[object]


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A table as the question which column is which shows it."""

    path: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """The first five, each as wide as the columns; a cell has at most 500 code points."""
    roles: TableRoles
    """What was chosen, else what is believed."""
    sureness: tuple[float, ...]
    """For each column, from 0 to 1; 0 where it has no role."""
    unclear_date: str
    """A date of the sample that can be read in two ways where no other one tells how, or empty."""
    count: int
    """How many rows there are."""
    without_headline: int
    """How many of them have no headline with these roles."""
    letters: str
    """The encoding: "UTF-8"."""
    first: Article | None
    """The article or bookmark that the first row becomes with these roles, or none."""


def table_preview(path: Path, roles: TableRoles | None = None, *, today: dt.date, member: str = "") -> TablePreview:
    """The columns of a CSV, JSON or JSON Lines file, its first rows, and what becomes of them with these roles.

    ``member`` is its name where it lies in an archive. The whole file is read to count its rows. Raises Trouble where
    it cannot be read or is no table.
    """
    original = _admitted(path, member, Hints(today))
    table = _table(original)
    if table is None:
        raise Trouble("no-article", str(path))
    header, sample, rows = table
    proposal = believed(header, sample)
    mapping = chosen_mapping(roles, proposal) if roles is not None else mapping_of(proposal)
    mapping = mapping.with_days_of(sample)
    count = without = 0
    for row in rows:
        count += 1
        without += not mapping.entry(row).facts.headline
    return TablePreview(
        str(path),
        header,
        tuple(tuple(_cell(row, at) for at in range(len(header))) for row in sample[:_SHOWN_ROWS]),
        roles or proposal.roles,
        proposal.sureness,
        _unclear(proposal, sample),
        count,
        without,
        letters_of(original),
        _first(sample, mapping, original, today),
    )


def _admitted(path: Path, member: str, hints: Hints) -> Original:
    admitted = admit(path)
    if isinstance(admitted, Reason):
        raise Trouble(admitted.code, *admitted.args)
    if not member:
        return admitted
    from reader.ingest.reading import member_of  # late: it reads tables itself

    try:
        found = member_of(admitted, member, hints)
    except OSError as error:
        reason = reason_of(error, path)
        raise Trouble(reason.code, *reason.args) from error
    if found is None:
        raise Trouble("missing", f"{path}/{member}")
    return found


def _table(original: Original) -> tuple[tuple[str, ...], list[Row], Iterator[Row]] | None:
    """The columns, the first rows, and all rows, of which one after another is read."""
    match format_of(original):
        case "csv":
            table = csv_table(original)
            if table is None:
                return None
            return table.header, list(table.sample), (row.cells for row in table.rows(original))
        case "jsonl" if sample := sample_of(original):
            found = (value for line in text_lines(original) if (value := object_in(line)) is not None)
            return _of_objects(sample, found)
        case "json" | "jsonl" if original.file is not None:
            return _of_objects(list(islice(array_objects(original), SAMPLE)), array_objects(original))
        case "json" | "jsonl":
            return _of_objects(objects := _objects(original), iter(objects))
    return None


def _objects(original: Original) -> Sequence[Object]:
    values = parse(decode(original.data)).values
    value = list(values) if len(values) > 1 else next(iter(values), None)
    return max(lists_in(value, Lessons()), key=len, default=()) or best_guess(value)


def _of_objects(
    sample: Sequence[Object], objects: Iterator[Object]
) -> tuple[tuple[str, ...], list[Row], Iterator[Row]] | None:
    header = header_of([flat(one) for one in sample[:SAMPLE]])

    def row(one: Object) -> Row:
        found = flat(one)
        return tuple(found.get(name) for name in header)

    return (header, [row(one) for one in sample[:SAMPLE]], map(row, objects)) if header else None


def _cell(row: Row, at: int) -> str:
    return shown(row[at])[:_SHOWN_CELL] if at < len(row) else ""


def _unclear(proposal: Proposal, sample: Sequence[Row]) -> str:
    if proposal.is_day_clear or "published" not in proposal.roles.roles:
        return ""
    at = proposal.roles.roles.index("published")
    return next((date for row in sample if is_unclear(date := _cell(row, at))), "")


def _first(sample: Sequence[Row], mapping: Mapping, original: Original, today: dt.date) -> Article | None:
    part = replace(original, file=None)
    for row in islice(sample, 1):
        for found in read_entry(mapping.entry(row), part, Hints(today), empty_entry(original, 1)):
            if isinstance(found, Found):
                return found.article
    return None
