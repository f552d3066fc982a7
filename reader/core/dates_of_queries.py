"""The dates of a query: a year, a month, a day, or a range of them."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.query import DateRange

_ONE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def range_of(text: str) -> DateRange | None:
    """``2024``, ``2024-03``, ``2024-03-12``, ``a..b`` (both included), ``a..``, ``..b``, ``>a``, ``<a``; else None."""
    if text.startswith(">"):
        after = _days(text[1:])
        return DateRange(after[1], "") if after else None
    if text.startswith("<"):
        before = _days(text[1:])
        return DateRange("", before[0]) if before else None
    first, dots, last = text.partition("..")
    if not dots:
        days = _days(first)
        return DateRange(*days) if days else None
    start, end = _days(first) if first else ("", ""), _days(last) if last else ("", "")
    if not start or not end or not (first or last) or (first and last and start[0] >= end[1]):
        return None
    return DateRange(start[0], end[1])


def _days(text: str) -> tuple[str, str] | None:
    """The first day of a year, month or day, and the day after its last."""
    found = _ONE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        start = dt.date(year, month or 1, day or 1)
        if day:
            end = start + dt.timedelta(1)
        elif month:
            end = dt.date(year + month // 12, month % 12 + 1, 1)
        else:
            end = dt.date(year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return start.isoformat(), end.isoformat()


def written(found: DateRange) -> str:
    """A range as it can be typed, its last day included."""
    last = (dt.date.fromisoformat(found.end) - dt.timedelta(1)).isoformat() if found.end else ""
    return found.start if found.start == last else f"{found.start}..{last}"
