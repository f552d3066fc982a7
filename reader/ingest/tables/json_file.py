"""JSON files to articles: what sort of export, feed or answer it is shows in its keys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeGuard

from reader.core.reasons import Trouble
from reader.ingest.encoding import decode
from reader.ingest.exports.bookmark_trees import bookmarks_in, entry_of, is_bookmark_tree
from reader.ingest.feeds.json_feed import is_json_feed, read_json_feed
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.columns import SAMPLE
from reader.ingest.tables.entries import part_name, read_entry
from reader.ingest.tables.failures import cut_off, empty_entry, unmapped
from reader.ingest.tables.json_stream import array_objects, array_values
from reader.ingest.tables.json_values import parse, written
from reader.ingest.tables.objects import Object, ObjectTable, best_guess, lists_in, table_of
from reader.ingest.wire.ninjs import is_ninjs, read_ninjs


def read_json(original: Original, hints: Hints) -> Parsed:
    """The articles and bookmarks of a file. Raises Trouble("damaged") where nothing of it is JSON."""
    if original.file is not None:
        yield from _read_long(original, hints)
        return
    found = parse(decode(original.data))
    if not found.values:
        raise Trouble("damaged", original.path)
    is_lines = len(found.values) > 1 and all(isinstance(value, dict) for value in found.values)
    taken: set[int] = set()
    for value in [list(found.values)] if is_lines else found.values:
        yield from _read_value(value, original, hints, taken)
    if not found.is_whole:
        yield cut_off(original)


def _read_value(value: object, original: Original, hints: Hints, taken: set[int]) -> Parsed:
    if isinstance(value, dict) and is_json_feed(value):
        yield from read_json_feed(value, original, hints)
        return
    if _is_item(value):
        yield from read_ninjs(value, original, hints)
        return
    if is_bookmark_tree(value):
        for number, node in enumerate(bookmarks_in(value), 1):
            entry = entry_of(node)
            part = original.part(part_name(entry, number, taken), written(node))
            yield from read_entry(entry, part, hints, empty_entry(original, number))
        return
    lists = lists_in(value, hints.lessons)
    if not lists and (guess := best_guess(value)):
        yield unmapped(original, table_of(guess, hints.lessons).header)
    for objects in lists:
        yield from _read_objects(objects, original, hints, None if lists == ((value,),) else taken)


def _read_objects(objects: Sequence[Object], original: Original, hints: Hints, taken: set[int] | None) -> Parsed:
    """The entries of a list; one that is a whole file has no name in it (``taken`` is None)."""
    table = table_of(objects, hints.lessons).with_dates_of(objects)
    yield from _read_entries(table, objects, original, hints, taken)


def _read_long(original: Original, hints: Hints) -> Parsed:
    """The entries of an array that is larger than memory. Raises Trouble where a file is none, or is cut off."""
    sample = tuple(islice(array_objects(original), SAMPLE))
    table = table_of(sample, hints.lessons)
    if not table.is_known:
        yield unmapped(original, table.header)
        return
    table = table.with_dates_of(array_objects(original))
    yield from _read_entries(table, array_values(original), original, hints, set())


def _read_entries(
    table: ObjectTable, objects: Iterable[object], original: Original, hints: Hints, taken: set[int] | None
) -> Parsed:
    for number, one in enumerate(objects, 1):
        if _is_item(one):
            yield from read_ninjs(one, original.part(str(number), written(one)), hints)
            continue
        if not isinstance(one, dict):
            yield empty_entry(original, number)
            continue
        entry = table.entry(one)
        # Each entry has bytes of its own, written anew: a file of a hundred thousand would be kept as often.
        part = original if taken is None else original.part(part_name(entry, number, taken), written(one))
        yield from read_entry(entry, part, hints, empty_entry(original, number))


def _is_item(value: object) -> TypeGuard[Object]:
    """Whether a value is an agency's item, by itself or in the answer of its interface."""
    return isinstance(value, dict) and isinstance(value.get("type", ""), str) and is_ninjs(value)
