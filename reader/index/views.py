"""A segment in one state of the index, with the arrays that searches make of it and use again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection
from typing import Any

import numpy as np

from reader.index import postings
from reader.index.fields import BODY, BODY_AT, length_bytes, length_table
from reader.index.postings import Numbers, Term, starts_of
from reader.index.segments import Segment

MOST_KEPT = 64 << 20
"""Bytes of decoded postings and other arrays that are kept for later searches."""
MOST_LOOKED_UP = 10_000
"""Terms of which it is remembered where they are in a segment, or that they are not."""
B, K1 = 0.75, 1.2
"""As in Whoosh's BM25F."""


class Kept:
    """Arrays made of segments, those not used for longest thrown out first. A segment never changes: none is stale."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most, self._used = most, 0
        self._entries: OrderedDict[tuple[Any, ...], tuple[Any, int]] = OrderedDict()

    def get(self, key: tuple[Any, ...], make: Callable[[], Any], size: Callable[[Any], int]) -> Any:
        """What is kept under a key, made when it is not; ``size`` gives bytes."""
        entry = self._entries.get(key)
        if entry is not None:
            self._entries.move_to_end(key)
            return entry[0]
        made = make()
        self._entries[key] = made, (bytes_ := size(made) + 200)
        self._used += bytes_
        while self._used > self._most and len(self._entries) > 1:
            self._used -= self._entries.popitem(last=False)[1][1]
        return made

    def forget(self, names: Collection[str]) -> None:
        """Lets go of what was made of some segments: their files can be removed then, on Windows too."""
        for key in [key for key in self._entries if key[0] in names]:
            self._used -= self._entries.pop(key)[1]

    def clear(self) -> None:
        """Lets go of all, and so of the files of which they are views."""
        self._entries.clear()
        self._used = 0


class View:
    """One segment; ``alive`` says of each document whether it is there, or is None when all are."""

    def __init__(self, name: str, segment: Segment, deleted: Collection[int], kept: Kept) -> None:
        self.name, self.segment, self.count = name, segment, segment.count
        self.alive: Numbers | None = None
        if deleted:
            self.alive = np.ones(self.count, bool)
            self.alive[list(deleted)] = False
        self._kept = kept
        self._numbers: dict[tuple[str, bytes], int | None] = {}

    def term(self, field: str, key: bytes) -> Term | None:
        """The postings of a term, or None when no document has it."""
        return self._kept.get((self.name, field, key), lambda: self._read(field, key), _size)  # type: ignore[no-any-return]

    def _read(self, field: str, key: bytes) -> Term | None:
        at = self._number(field, key)
        if at is None:
            return None
        found = self.segment.field(stored_in(field)).term(at)
        return below_the_headline(found) if field == BODY else found

    def documents(self, field: str, key: bytes) -> int:
        """How many documents have a term, the deleted ones counted; of one of bodies, those with it anywhere."""
        at = self._number(field, key)
        return 0 if at is None else self.segment.field(stored_in(field)).documents(at)

    def _number(self, field: str, key: bytes) -> int | None:
        """The number of a term among those of its field."""
        if (field, key) not in self._numbers:
            if len(self._numbers) > MOST_LOOKED_UP:
                self._numbers.clear()
            self._numbers[field, key] = self.segment.field(stored_in(field)).keys.number(key)
        return self._numbers[field, key]

    def norms(self, field: str, average: float) -> Numbers:
        """What the lengths of all documents do to their scores, as 32-bit floats; ``average`` is that of the index."""

        def make() -> Numbers:
            rounded = length_table()[length_bytes(self.segment.lengths(stored_in(field)))]
            return np.asarray(K1 * ((1 - B) + B * rounded / average), np.float32)

        return np.asarray(self._kept.get((self.name, stored_in(field), "norms", average), make, _bytes))

    def total_length(self, field: str) -> int:
        """The words of all documents."""
        return int(self._kept.get(
            (self.name, stored_in(field), "length"),
            lambda: int(self.segment.lengths(stored_in(field)).sum(dtype=np.int64)),
            lambda _: 0,
        ))  # fmt: skip

    def column(self, name: str) -> Numbers:
        """A whole number for each document."""
        return self.segment.array(name, np.int64)

    def listed(self, field: str) -> tuple[Numbers, Numbers]:
        """The documents of every term of a field, one term after the other, and where those of each begin."""

        def make() -> tuple[Numbers, Numbers]:
            terms = self.segment.field(field).terms
            return postings.decode_ids(self.segment.data, terms), starts_of(terms["documents"])

        return self._kept.get((self.name, field, "listed"), make, lambda pair: _bytes(pair[0]) + _bytes(pair[1]))  # type: ignore[no-any-return]

    def frequencies(self, name: str) -> Numbers:
        """How many of the documents that are there have each id in their list of ids, from 0 to the largest."""

        def make() -> Numbers:
            there = np.arange(self.count) if self.alive is None else np.flatnonzero(self.alive)
            return self.counted(name, there)

        there = self.count if self.alive is None else int(np.count_nonzero(self.alive))
        return np.asarray(self._kept.get((self.name, name, "frequencies", there), make, _bytes))

    def counted(self, name: str, documents: Numbers) -> Numbers:
        """How many of some documents have each id in their list of ids, from 0 to the largest."""
        ends, ids = self.segment.array(f"{name}/ends", np.uint32), self.segment.array(f"{name}/ids", np.uint32)
        if not len(ids) or not len(documents):
            return np.zeros(0, np.int64)
        starts = ends.take(documents).astype(np.int64)
        return np.bincount(ids.take(postings.runs(starts, ends[1:].take(documents) - starts)))

    def id(self, document: int) -> str:
        """The id of an article by its number."""
        numbers = self._kept.get((self.name, "ids"), self._numbers_of_ids, _bytes)
        return self.segment.field("id").keys[int(numbers[document])].decode()

    def ids(self) -> list[str]:
        """The ids of all articles that are there."""
        there = range(self.count) if self.alive is None else np.flatnonzero(self.alive).tolist()
        return [self.id(document) for document in there]

    def _numbers_of_ids(self) -> Numbers:
        stored = self.segment.field("id")
        numbers = np.zeros(self.count, np.int64)
        at = postings.decode_ids(self.segment.data, stored.terms)
        numbers[at] = np.repeat(np.arange(len(stored.terms)), stored.terms["documents"])
        return numbers


def stored_in(field: str) -> str:
    """The field of the files in which one of the queries is found."""
    return "text" if field == BODY else field


def below_the_headline(term: Term) -> Term | None:
    """The part of a term of ``text`` that stands in the body."""
    ids, freqs, places, _ = term
    if places is None:
        return term
    below = places >= BODY_AT
    many = np.add.reduceat(below, starts_of(np.ones(len(ids), np.int64) if freqs is None else freqs), dtype=np.int64)
    if not many.any():
        return None
    return Term(ids[many > 0], many[many > 0].astype(np.uint32), places[below], None)


def _size(term: Term | None) -> int:
    # Places and frequencies are views of the file, but for those of bodies.
    return 0 if term is None else sum(part.nbytes for part in term if part is not None and part.base is None)


def _bytes(array: Numbers) -> int:
    return array.nbytes
