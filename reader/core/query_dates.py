"""Dates in a query: "2024", "2024-03", "2024-03-01..2024-03-15", "..2023", ">2024-01" as half-open ranges of days."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.query import DateRange
from reader.core.reasons import Trouble

_PERIOD = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_RANGE = re.compile(r"(?P<first>[0-9-]*)\.\.(?P<last>[0-9-]*)")
_BOUND = re.compile(r"(?P<sign>[<>]=?)(?P<period>[0-9-]+)")


def date_range(typed: str) -> DateRange:
    """The days that are meant. Raises Trouble: bad-date for what cannot be read; swapped-dates, with the range turned
    round, for one that ends before it begins.
    """
    if match := _RANGE.fullmatch(typed):
        first, last = match["first"], match["last"]
        if not first and not last:
            raise Trouble("bad-date", typed)
        found = DateRange(_period(first, typed)[0] if first else "", _period(last, typed)[1] if last else "")
    elif match := _BOUND.fullmatch(typed):
        found = _bounded(match["sign"], *_period(match["period"], typed))
    else:
        found = DateRange(*_period(typed, typed))
    if found.end == dt.date.min.isoformat():
        raise Trouble("bad-date", typed)
    if found.start and found.end and found.start >= found.end:
        first, _, last = typed.partition("..")
        raise Trouble("swapped-dates", typed, f"{last}..{first}")
    return found


def _bounded(sign: str, start: str, end: str) -> DateRange:
    """Before or after a whole period: ">2024-01" begins with February."""
    return {">": DateRange(end, ""), ">=": DateRange(start, ""), "<": DateRange("", start), "<=": DateRange("", end)}[
        sign
    ]


def _period(text: str, typed: str) -> tuple[str, str]:
    """The first day of a year, month or day, and the day after its last."""
    match = _PERIOD.fullmatch(text)
    if match is None:
        raise Trouble("bad-date", typed)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        start = dt.date(year, month or 1, day or 1)
        if day:
            end = start + dt.timedelta(days=1)
        else:
            end = dt.date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    except (ValueError, OverflowError) as error:
        raise Trouble("bad-date", typed) from error
    return start.isoformat(), end.isoformat()


def briefly(days: DateRange) -> str:
    """A range of days as one would type it: "2024", "2024-03", "2024-03-01..2024-03-15"."""
    for short in (days.start[:4], days.start[:7]):
        if short and days.end and _period(short, short) == (days.start, days.end):
            return short
    return written(days)


def written(days: DateRange) -> str:
    """A range of days as it is typed, with its last day: "2024-03-01..2024-03-31"."""
    last = (dt.date.fromisoformat(days.end) - dt.timedelta(days=1)).isoformat() if days.end else ""
    return last if last and last == days.start else f"{days.start}..{last}"
