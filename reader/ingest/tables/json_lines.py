"""JSON Lines to articles: an entry a line, read line by line, for a dump may be larger than memory."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.columns import SAMPLE
from reader.ingest.tables.entries import part_name, read_entry
from reader.ingest.tables.failures import bad_line, empty_line, unmapped
from reader.ingest.tables.json_values import parse_one
from reader.ingest.tables.objects import Object, table_of
from reader.ingest.tables.text_lines import text_lines


def read_json_lines(original: Original, hints: Hints) -> Parsed:
    """The articles and bookmarks of the lines; a ``Failed`` for a line that holds none, and the next lines are read."""
    sample = sample_of(original)
    if not sample:
        from reader.ingest.tables.json_file import read_json  # an array or an object over several lines

        yield from read_json(original, hints)
        return
    table = table_of(sample, hints.lessons)
    if not table.is_known:
        yield unmapped(original, table.header)
        return
    table = table.with_dates_of(_objects(original))
    taken: set[int] = set()
    for number, line in enumerate(text_lines(original), 1):
        if not line.strip():
            continue
        value = object_in(line)
        if value is None:
            yield bad_line(original, number)
            continue
        entry = table.entry(value)
        part = original.part(part_name(entry, number, taken), line.rstrip("\r\n").encode("utf-8", "replace"))
        yield from read_entry(entry, part, hints, empty_line(original, number))


def object_in(line: str) -> Object | None:
    """The object that a line holds, or None."""
    try:
        value = parse_one(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def sample_of(original: Original) -> list[Object]:
    """The first objects, by which the fields are judged. Raises OSError."""
    return list(islice(_objects(original, 100 * SAMPLE), SAMPLE))


def _objects(original: Original, most: int | None = None) -> Iterator[Object]:
    for line in islice(text_lines(original), most):
        value = object_in(line)
        if value is not None:
            yield value
