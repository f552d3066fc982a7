"""What stands after fields that take no words: dates, spans of time, tags, languages, and the few words of is and has.

A value that cannot be read is an error, never a guess.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

from reader.core import query_dates
from reader.core.query import DateRange, Phrase, Query, Word, WordForm
from reader.core.query_fields import VALUES
from reader.core.query_nearest import nearest_value
from reader.core.reasons import Trouble

_LAST = re.compile(r"0*([1-9][0-9]{0,3})([dwmy])")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_STARS = re.compile(r"\*+")
_SIMPLE_TAG = re.compile(r"\w[\w*+#./&'-]*")
"""A tag that needs no quotation marks."""
AHEAD = dt.timedelta(days=2)
"""How far in the future an article may seem to lie: where it appeared, it may be tomorrow already."""


def value(field: str, typed: str, *, marked: bool = False) -> Query | None:
    """What is meant by one value, ``marked`` where it stood in quotation marks; None for an empty one.

    Raises Trouble: no-such-value where another one is meant, else bad-date, swapped-dates, bad-last, bad-language,
    unknown-value.
    """
    line = " ".join(unicodedata.normalize("NFC", typed).strip(" ;").split())
    if not line:
        return None
    try:
        return _value(field, line, marked)
    except Trouble as trouble:
        if trouble.reason.code != "swapped-dates" and (near := nearest_value(field, line)):
            raise Trouble("no-such-value", field, line, near) from trouble
        raise


def _value(field: str, value: str, marked: bool) -> Query:
    small = value.casefold()
    match field:
        case "date":
            return query_dates.date_range(value)
        case "last":
            if match := _LAST.fullmatch(small):
                return Word(match[1] + match[2])
            raise Trouble("bad-last", value)
        case "lang":
            if _LANGUAGE.fullmatch(small):
                return Word(small)
            raise Trouble("bad-language", value)
        case "tag":
            return Phrase(value) if marked else _tag(value)
    if small in VALUES[field]:
        return Word(small)
    raise Trouble("unknown-value", field, value, ", ".join(VALUES[field]))


def _tag(value: str) -> Query:
    starred = _STARS.sub("*", value)
    if value in ("AND", "OR", "NOT") or not _SIMPLE_TAG.fullmatch(starred.strip("*")):
        return Phrase(value)
    if "*" not in starred:
        return Word(value)
    if starred.index("*") == len(starred) - 1:
        return Word(starred[:-1], WordForm.PREFIX)
    return Word(starred, WordForm.PATTERN)


def days_of_last(value: str, today: dt.date) -> DateRange:
    """The days of "7d", "2w", "3m" or "1y"; today is the last of them, so "1d" is today alone."""
    count, unit = int(value[:-1]), value[-1]
    if unit in "dw":
        start = _before(today, count * (7 if unit == "w" else 1))
    else:
        months = today.year * 12 + today.month - 1 - count * (12 if unit == "y" else 1)
        # The same day of that month, or its last where it has none; the day after that is the first to count.
        start = _day_after(months // 12, months % 12 + 1, today.day)
    return DateRange(start.isoformat(), _before(today, -AHEAD.days).isoformat())


def _before(day: dt.date, days: int) -> dt.date:
    """So many days before tomorrow, within the calendar."""
    return dt.date.fromordinal(min(max(day.toordinal() + 1 - days, 1), dt.date.max.toordinal()))


def _day_after(year: int, month: int, day: int) -> dt.date:
    if year < 1:
        return dt.date.min
    following = dt.date(year + month // 12, month % 12 + 1, 1)
    same = dt.date(year, month, 1) + dt.timedelta(days=day - 1)
    return min(same + dt.timedelta(days=1), following)
