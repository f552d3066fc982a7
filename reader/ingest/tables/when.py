"""Days and times as tables and exports give them: ISO 8601, seconds since 1970, 04.10.2023, "5 mars 2021"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from reader.core.article import Published
from reader.ingest.dates import make_date, read_stamp

_EPOCH = re.compile(r"(\d{9,19})(?:\.\d{1,9})?")
_EPOCH_FIGURES = (9, 10, 13, 16, 19)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T_ ]{1,2}(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?(?:\[[\w/]{1,40}\])?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[T, ]{1,3}(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?)?")
_NUMERIC = re.compile(
    r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})"
    r"(?:[T, ]{1,3}(?:um |at |à |alle )?(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?(?:\s?([ap])\.?m\.?)?(?:\s?Uhr)?)?",
    re.IGNORECASE,
)
_SHORT = re.compile(r"(\d{1,2})[- ]([A-Za-z]{3})[- ](\d{2})")  # 31-Dec-17, as spreadsheets write it
_TIME_BEFORE_YEAR = re.compile(r"(\w{3},? \w{3} \d{1,2}) (\d{2}:\d{2}(?::\d{2})?(?: [A-Z]{2,5}| [+-]\d{4})?) (\d{4})")
_LONGEST = 80
"""Code points; what is longer is no date."""
_OLDEST, _LATEST = 1500, 2100


def read_when(text: str, *, day_first: bool | None = None) -> Published | None:
    """The day, with time and offset from UTC where they are given; None for what is no full date.

    04/10/2023 is read only where ``day_first`` says how; 04.10.2023 is always the fourth of October.
    """
    tidy = " ".join(text[: 2 * _LONGEST].split())
    if not 6 <= len(tidy) <= _LONGEST or not any(map(str.isdigit, tidy)):
        return None
    if (epoch := _EPOCH.fullmatch(tidy)) is not None and len(epoch[1]) in _EPOCH_FIGURES:
        return _of_epoch(int(epoch[1]))
    for pattern in (_ISO, _YEAR_FIRST, _COMPACT):
        if (found := pattern.fullmatch(tidy)) is not None:
            year, month, day, hour, minute, *zone = found.groups()
            return _made((year, month, day), hour, minute, zone[0] if zone else None)
    if (found := _NUMERIC.fullmatch(tidy)) is not None:
        return _of_numbers(found, day_first)
    if (found := _SHORT.fullmatch(tidy)) is not None:
        tidy = f"{found[1]} {found[2]} {_whole_year(found[3])}"
    return _of_words(_TIME_BEFORE_YEAR.sub(r"\1 \3 \2", tidy))


def bare_if_midnight(published: Published | None) -> Published | None:
    """The day alone where its time is midnight: of dates that are all midnights, none was a time of day."""
    return Published(published.date) if published is not None and published.time == dt.time() else published


def are_midnights(texts: Iterable[str]) -> bool:
    """Whether no date of a column tells a time of day, whatever zone its midnights are written with."""
    found = (read_when(text, day_first=True) for text in texts)
    return all(published is None or published.time in (None, dt.time()) for published in found)


def day_first_of(texts: Iterable[str]) -> bool | None:
    """Whether the numbers of a column's dates begin with the day; None where no date of the column tells.

    Stops at the first date that can be read in one way only.
    """
    for text in texts:
        found = _NUMERIC.fullmatch(" ".join(text[: 2 * _LONGEST].split()))
        if found is None:
            continue
        one, other = int(found[1]), int(found[3])
        if one > 12 >= other:
            return True
        if other > 12 >= one:
            return False
    return None


def is_unclear(text: str) -> bool:
    """Whether a date can be read in two ways, and stands with the strokes that both ways are written with."""
    found = _NUMERIC.fullmatch(" ".join(text[: 2 * _LONGEST].split()))
    return found is not None and found[2] != "." and found[1] != found[3] and max(int(found[1]), int(found[3])) <= 12


def _of_epoch(number: int) -> Published | None:
    """Seconds since 1970, or thousandths, millionths, billionths of them, told by their size: it is UTC."""
    for scale in (1, 1_000, 1_000_000, 1_000_000_000):
        seconds = number // scale
        if abs(seconds) < 5_000_000_000:  # the year 2128
            moment = dt.datetime(1970, 1, 1) + dt.timedelta(seconds=seconds)
            time = moment.time().replace(second=0, microsecond=0)
            return Published(moment.date(), time, 0)
    return None


def _of_numbers(found: re.Match[str], day_first: bool | None) -> Published | None:
    one, mark, two, year, hour, minute, half = found.groups()
    if int(one) > 12:
        is_day_first = True
    elif int(two) > 12:
        is_day_first = False
    elif day_first is not None:
        is_day_first = day_first
    elif mark == "." or one == two:
        is_day_first = True
    else:
        return None
    day, month = (one, two) if is_day_first else (two, one)
    if half and hour:
        hour = str(int(hour) % 12 + 12 * (half.lower() == "p"))
    return _made((_whole_year(year), month, day), hour, minute, None)


def _whole_year(year: str) -> str:
    """Two figures as POSIX reads them: 69 is 1969, 68 is 2068."""
    return year if len(year) == 4 else ("20" if int(year) < 69 else "19") + year


def _of_words(text: str) -> Published | None:
    stamp = read_stamp(text)
    if stamp is None or not _OLDEST <= stamp.date.year < _LATEST:
        return None
    return Published(stamp.date, stamp.time, stamp.offset)


def _made(day: tuple[str, str, str], hour: str | None, minute: str | None, zone: str | None) -> Published | None:
    date = make_date(int(day[0]), int(day[1]), int(day[2]))
    if date is None or not _OLDEST <= date.year < _LATEST:
        return None
    if hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return Published(date)
    time, offset = dt.time(int(hour), int(minute)), _offset(zone)
    if time == dt.time() and offset is None:  # programs write a bare day as its midnight
        return Published(date)
    return Published(date, time, offset)


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone[0] not in "+-":
        return 0
    minutes = int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)
    return (minutes if zone[0] == "+" else -minutes) if minutes <= 14 * 60 else None
