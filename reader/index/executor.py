"""Searches of one state of the index: the best, those in the order of a column, how often an id is among the hits."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from reader.index.documents import Bounds, Stopped
from reader.index.evaluating import Evaluator, Matches
from reader.index.postings import Numbers
from reader.index.views import View

BLOCK = 64
"""Scores of which only the best is looked at when the best of all are sought."""


class _OutOfTime(Exception):
    pass


class Hits(NamedTuple):
    """The documents of one segment that are there and answer."""

    view: View
    ids: Numbers
    scores: Numbers | None


@dataclass(frozen=True, slots=True)
class Found:
    """All hits of a query, segment by segment; ``whole`` is false when time ran out before the last segment."""

    parts: tuple[Hits, ...]
    whole: bool = True

    @property
    def total(self) -> int:
        """How many."""
        return sum(len(part.ids) for part in self.parts)

    def column(self, name: str) -> Numbers:
        """The numbers that the hits have in a column, in the order of the index."""
        return _joined([part.view.column(name)[part.ids] for part in self.parts], np.int64)


class Executor:
    """Searches one state. It belongs to one thread; after a commit a new one is made of the new state's views."""

    def __init__(self, views: Sequence[View]) -> None:
        self.views = tuple(views)
        self._evaluator = Evaluator(self.views)

    def find(self, query: Any, bounds: Bounds, *, scored: bool) -> Found:
        """All hits. Raises Stopped."""
        until = None if bounds.seconds is None else time.monotonic() + bounds.seconds

        def look() -> None:
            if bounds.is_stopped():
                raise Stopped
            if until is not None and time.monotonic() > until:
                raise _OutOfTime

        parts: list[Hits] = []
        with suppress(_OutOfTime):
            parts.extend(_alive(view, self._evaluator.matches(query, view, look, scored=scored)) for view in self.views)
        return Found(tuple(parts), whole=len(parts) == len(self.views))


def best(found: Found, limit: int) -> list[tuple[View, int, float]]:
    """(segment, document, score) of the best; of equal ones those first that were written first, as in Whoosh."""
    chosen = [_largest(part.scores, limit) if part.scores is not None else part.ids[:0] for part in found.parts]
    scores = _joined([p.scores[at] for p, at in zip(found.parts, chosen, strict=True) if p.scores is not None])
    order = np.argsort(-scores, kind="stable")[:limit]
    return _named(found, chosen, order, scores)


def in_order(found: Found, limit: int, *, newest: bool) -> list[tuple[View, int, float]]:
    """(segment, document, score) by day and minute, the best of a moment first; what has no day comes last."""
    chosen = [_earliest(_sort_key(part, newest), limit) for part in found.parts]
    keys = _joined([_sort_key(p, newest)[at] for p, at in zip(found.parts, chosen, strict=True)])
    scores = _joined([
        (np.zeros(len(part.ids)) if part.scores is None else part.scores)[at]
        for part, at in zip(found.parts, chosen, strict=True)
    ])  # fmt: skip
    return _named(found, chosen, np.lexsort((-scores, keys))[:limit], scores)


def _named(found: Found, chosen: list[Numbers], order: Numbers, scores: Numbers) -> list[tuple[View, int, float]]:
    part_of = np.repeat(np.arange(len(chosen)), [len(at) for at in chosen])[order].tolist()
    numbers = _joined([part.ids[at] for part, at in zip(found.parts, chosen, strict=True)], np.int64)[order].tolist()
    each = zip(part_of, numbers, scores[order].tolist(), strict=True)
    return [(found.parts[n].view, number, score) for n, number, score in each]


def most_frequent(found: Found, name: str, limit: int) -> list[tuple[int, int]]:
    """[(id, documents)] of a list of ids that each document has, over all hits; the most frequent first."""
    total = added([view.counted(name, documents) for view, documents, _ in found.parts])
    some = np.flatnonzero(total)
    some = some[_largest(total[some], limit)]
    order = some[np.argsort(-total[some], kind="stable")]
    return list(zip(order.tolist(), total[order].tolist(), strict=True))


def added(arrays: Sequence[Numbers]) -> Numbers:
    """The sum of arrays, of which some may be shorter."""
    total = np.zeros(max(map(len, arrays), default=0), np.int64)
    for array in arrays:
        total[: len(array)] += array
    return total


def value_counts(found: Found, field: str, limit: int) -> list[tuple[str, int]]:
    """[(value, documents)] of a field of whole values, over all hits; the most frequent first, like ones by value."""
    total: dict[bytes, int] = {}
    for view, documents, _ in found.parts:
        ids, starts = view.listed(field)
        if not len(ids) or not len(documents):
            continue
        among = np.zeros(view.count, np.uint8)
        among[documents] = 1
        counts = np.add.reduceat(among.take(ids), starts, dtype=np.int64)
        keys = view.segment.field(field).keys
        for number in np.flatnonzero(counts).tolist():
            total[keys[number]] = total.get(keys[number], 0) + int(counts[number])
    ordered = sorted(total.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]
    return [(key.decode(), count) for key, count in ordered]


def _alive(view: View, matches: Matches) -> Hits:
    ids, scores = matches
    if view.alive is not None and len(ids):
        there = view.alive[ids]
        ids, scores = ids[there], None if scores is None else scores[there]
    return Hits(view, ids, scores)


def _sort_key(part: Hits, newest: bool) -> Numbers:
    published = part.view.column("published")[part.ids]
    return np.where(published > 0, -published if newest else published, np.iinfo(np.int64).max)


def _earliest(keys: Numbers, limit: int) -> Numbers:
    """The places of the smallest keys; all of those equal to the last of them."""
    if len(keys) <= limit:
        return np.arange(len(keys))
    return np.flatnonzero(keys <= np.partition(keys, limit - 1)[limit - 1])


def _largest(scores: Numbers, limit: int) -> Numbers:
    """The places of the largest scores, rising; of equal ones at the border the first.

    The best of each block bound from below what is among the best of all, so that few are compared with each other.
    """
    if len(scores) <= limit or limit < 1:
        return np.arange(len(scores) if limit > 0 else 0)
    near = np.arange(len(scores))
    if len(scores) >= limit * BLOCK:
        tops = np.maximum.reduceat(scores, near[::BLOCK])
        near = np.flatnonzero(scores >= np.partition(tops, -limit)[-limit])
    some = scores[near]
    bound = np.partition(some, -limit)[-limit]
    above, equal = near[some > bound], near[some == bound]
    return np.sort(np.append(above, equal[: limit - len(above)]))


def _joined(arrays: Sequence[Numbers], kind: Any = np.float32) -> Numbers:
    return np.concatenate(arrays) if arrays else np.zeros(0, kind)
