"""How many articles appeared when, as the bars of a small picture: days, weeks, months, quarters or years."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Callable, Iterable

from reader.core.search import Bar

MOST = 60
"""Bars that can still be told apart, and hit, in the width of a side column."""

_First = Callable[[dt.date, int], dt.date]
"""The first day of the part of time in which a day lies, or of the one so many parts later."""


def bars(days: Iterable[tuple[dt.date, int]]) -> tuple[Bar, ...]:
    """The bars from the first to the last day, empty ones among them: the finest parts of which there are few enough.

    ``days`` tells for each day how many articles appeared on it.
    """
    counts = dict(days)
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    for part in _PARTS:
        edges = _edges(first, last, part)
        if len(edges) <= MOST + 1:
            break
    totals = [0] * max(len(edges) - 1, 1)
    for day, count in counts.items():
        totals[min(bisect_right(edges, day), len(totals)) - 1] += count
    ends = (*edges[1:], dt.date.max)
    return tuple(
        Bar(start.isoformat(), end.isoformat(), count) for start, end, count in zip(edges, ends, totals, strict=False)
    )


def _edges(first: dt.date, last: dt.date, part: _First) -> list[dt.date]:
    """The first days of all parts and of the one behind the last; one too many where there are too many."""
    edges = [part(first, 0)]
    while edges[-1] <= last and edges[-1] < dt.date.max and len(edges) <= MOST + 1:
        edges.append(part(edges[-1], 1))
    return edges


def _day(day: dt.date, later: int) -> dt.date:
    return dt.date.fromordinal(min(day.toordinal() + later, dt.date.max.toordinal()))


def _week(day: dt.date, later: int) -> dt.date:
    monday = day.toordinal() - day.weekday()
    return dt.date.fromordinal(min(max(monday, 1) + 7 * later, dt.date.max.toordinal()))


def _months(many: int) -> _First:
    def part(day: dt.date, later: int) -> dt.date:
        month = (day.year * 12 + day.month - 1) // many * many + many * later
        year = month // 12
        if year > dt.MAXYEAR:
            return dt.date.max
        return dt.date(max(year, 1), month % 12 + 1 if year else 1, 1)

    return part


_PARTS = (_day, _week, *(_months(many) for many in (1, 3, 12, 60, 120, 1200, 12_000)))
