"""JSON files to articles: what sort of export, feed or answer it is shows in its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeGuard

from reader.core.reasons import Trouble
from reader.ingest.encoding import decode
from reader.ingest.exports.bookmark_trees import bookmarks_in, entry_of, is_bookmark_tree
from reader.ingest.feeds.json_feed import is_json_feed, read_json_feed
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.entries import part_name, read_entry
from reader.ingest.tables.failures import cut_off, empty_entry, unmapped
from reader.ingest.tables.json_values import parse, written
from reader.ingest.tables.objects import Object, best_guess, lists_in, table_of
from reader.ingest.wire.ninjs import is_ninjs, read_ninjs


def read_json(original: Original, hints: Hints) -> Parsed:
    """The articles and bookmarks of a file. Raises Trouble("damaged") where nothing of it is JSON."""
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
    for number, one in enumerate(objects, 1):
        if _is_item(one):
            yield from read_ninjs(one, original.part(str(number), written(one)), hints)
            continue
        entry = table.entry(one)
        # Each entry has bytes of its own, written anew: a file of a hundred thousand would be kept as often.
        part = original if taken is None else original.part(part_name(entry, number, taken), written(one))
        yield from read_entry(entry, part, hints, empty_entry(original, number))


def _is_item(value: object) -> TypeGuard[Object]:
    """Whether a value is an agency's item, by itself or in the answer of its interface."""
    return isinstance(value, dict) and isinstance(value.get("type", ""), str) and is_ninjs(value)
