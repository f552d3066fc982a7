"""Dates and times as pages print them: "Jan. 31, 2026 / 9:12 PM", "28 avril 2023 à 10h35", ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reader.ingest.months import AGO, ANY_MONTH, BESIDE, LABEL, MONTHS, SEASONAL, WEEKDAYS, ZONES

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""The English name of a month, in full or short, as a regular expression."""
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.º|\.)?"
# Where a page sets date and time in elements of their own, its text glues them: "APR 26, 20239:51 AM".
_AFTER_YEAR = r"(?=\d{1,2}[:.h]\d{2}|\d{1,2}\.? ?[^\W\d_]|\D|$)"
# "3 minute readApril 28": a capital behind a small letter begins a word, too.
_BREAK = r"(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))"
_YYYY = rf"((?:19|20)\d{{2}}){_AFTER_YEAR}"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(rf"(?<!\d)(\d{{4}})([-/.])(\d{{1,2}})\2(\d{{1,2}})(?:{_AFTER_YEAR}|T)"), "ymd"),
    (re.compile(r"(?<!\d)(\d{4})(\s?[年년]\s?)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"), "ymd"),
    # Something stands between day and year: "Juni 201914. Januar" is no 20 June 1914.
    (re.compile(rf"{_BREAK}({ANY_MONTH})\s?{_DAY}(?:,\s?|\s|(?<=\D)){_YYYY}", re.IGNORECASE), "bdy"),
    (
        re.compile(
            rf"(?<![\d:/]){_DAY}[\s.\-/]{{0,2}}(?:de |of |d['’])?({ANY_MONTH})[\s,.\-/]{{0,2}}(?:de |del )?{_YYYY}",
            re.IGNORECASE,
        ),
        "dby",
    ),
    (re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d{2}|\d{2}(?![\d.]))"), "dmy"),
    (re.compile(rf"(?<![\d/])(\d{{1,2}})([/-])(\d{{1,2}})\2(?:{_YYYY}|(\d{{2}})(?![\d/]))"), "slash"),
)
_DIGITS = re.compile(r"(?<!\d)(?:19|20)\d{2}|\d[./-]\d{1,2}[./-]\d{2}(?!\d)")  # spares the forms for nearly all lines
_WORD = re.compile(r"[^\W\d_]{2,}")
_COUNTRY = 3  # letters: "14:03, UK"
_LONGEST_DATED = 60
_LONG_STAMP = 45  # code points
_TELLS = re.compile(
    r"\s(?:was|were|is|are|has|had|have|that|with|his|her|will|it|he|she|they|who|not|for|but|must|said|called|its|their)\s"
)
"""Words that no line of dates holds: the cheap test for paragraphs."""
_DIGIT = re.compile(r"\d")
_PIVOT = dt.date(2068, 12, 31)  # as POSIX divides the years of two figures
_LONGEST_CLOCK = 40
_BEFORE_YEAR = 34  # code points: "28th of September of 2023"
_BEHIND_YEAR = 14
_MONTH_DAY = re.compile(
    rf"(?<![^\W\d_])({ANY_MONTH}) {_DAY}(?!\d)|(?<!\d){_DAY}\s?(?:de )?({ANY_MONTH})", re.IGNORECASE
)
_SECONDS = r"(?::\d{2}(?:\.\d{1,9})?)?"
_TIME = re.compile(
    rf"(?<![\d:.])(\d{{1,2}})(?:[:.](\d{{2}}){_SECONDS})?\s?([ap])\.?m(?![^\W\d_])\.?"
    rf"|(?<![\d:.])T?(\d{{1,2}}):(\d{{2}}){_SECONDS}(?![\d:])"
    r"|(?<![\d:.])(\d{1,2})\s?[h時时시点]\s?(\d{2})?(?:[分분])?(?!\w)"
    r"|(?<![\d:.])(\d{1,2})\.(\d{2})(?=\s?(?:Uhr\b|[A-Z]{2,4}\b|$))",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{3})(?=UPDATED|PUBLISHED)")
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d-])")
_ZONE = re.compile(rf"\b({'|'.join((*ZONES, *SEASONAL))})(?:\b|(?=UPDATED|PUBLISHED))")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in full, with time and offset from UTC (minutes) where they are printed, and what stands beside."""

    date: dt.date
    time: dt.time | None = None
    offset: int | None = None
    beside: str = ""
    before: str = ""
    """What stands before the date, untouched: a name may."""


def read_stamp(line: str, *, day_first: bool | None = None, today: dt.date | None = None) -> Stamp | None:
    """The first full date of a line with its time, or None. ``beside`` is what is neither date nor time.

    ``day_first`` says how this page writes 1/2/2026; while it is None such a date is left alone. A year of two figures
    is the latest that is not after ``today``; where that is not given, 69 to 99 are of the last century.
    """
    return next(iter(read_stamps(line, day_first=day_first, today=today)), None)


def read_stamps(line: str, *, day_first: bool | None = None, today: dt.date | None = None) -> tuple[Stamp, ...]:
    """All full dates of a line, in order: a page prints when it was published and when it was changed."""
    latest = today or _PIVOT
    dated: list[tuple[int, int, dt.date]] = []
    for left, right in _windows(line):
        for pattern, order in _FORMS:
            for found in pattern.finditer(line, left, right):
                date = _date(found, order, day_first, latest)
                if date is not None and all(found.end() <= start or end <= found.start() for start, end, _ in dated):
                    dated.append((found.start(), found.end(), date))
    dated.sort()
    edges = [0, *(end for _, end, _ in dated)], [*(start for start, _, _ in dated), len(line)]
    return tuple(
        _with_time(date, line[edges[0][at] : start], line[end : edges[1][at + 1]])
        for at, (start, end, date) in enumerate(dated)
    )


def _windows(line: str) -> list[tuple[int, int]]:
    """The surroundings of each year of a line: a date is short, and names of months are sought nowhere else."""
    found: list[tuple[int, int]] = []
    for digits in _DIGITS.finditer(line):
        left, right = max(0, digits.start() - _BEFORE_YEAR), digits.end() + _BEHIND_YEAR
        if found and left <= found[-1][1]:
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found


def day_first_in(lines: Iterable[str]) -> bool | None:
    """Whether a page writes 31/1/2026 or 1/31/2026, by the dates on it that can be read one way only; else None."""
    pattern = _FORMS[-1][0]
    for line in lines:
        for found in pattern.finditer(line[:300]) if _DIGITS.search(line[:300]) else ():
            one, two = int(found[1]), int(found[3])
            if (one > 12) != (two > 12) and max(one, two) <= 31:
                return one > 12
    return None


def is_stamp_line(line: str) -> bool:
    """Whether a line is nothing but a date and time ("Published 31 January 2026", "03:26 pm", "Published")."""
    if len(line) > 160 or not (line[:1].isalnum() or line[:1] in "-(–—"):
        return False
    if len(line) > _LONG_STAMP and (_TELLS.search(line) is not None or _DIGIT.search(line) is None):
        return False
    label = LABEL.match(line)
    if label is not None and label.end() == len(line):
        return True
    if _DIGIT.search(line) is None:
        return False
    stamps = read_stamps(line, day_first=True)
    if stamps:
        beside = [word for stamp in stamps for word in _WORD.findall(_without_other_dates(stamp.beside))]
        return not beside or (len(beside) == 1 and len(beside[0]) <= _COUNTRY and len(line) < _LONGEST_DATED)
    if label is None and re.fullmatch(r"\d{1,2}[:.]\d{2}", line) is not None and len(line) < 5:
        return False  # "2:10" is how long a recording lasts
    if len(line) > _LONGEST_CLOCK:
        return False
    clock = re.sub(r"\s(?:UTC|GMT|[A-Z]{2,4})$", "", LABEL.sub("", line, count=1).strip())
    return _TIME.fullmatch(clock) is not None


def is_relative(line: str) -> bool:
    """Whether a line only says how long ago something was when the page was saved ("2 hours ago")."""
    return len(line) < 60 and AGO.fullmatch(line.strip(" .·•|")) is not None


def read_clock_line(line: str) -> tuple[dt.time, int | None] | None:
    """The time of day, with its offset, of a line that holds a time and no date; else None."""
    return _clock(line) if read_stamp(line) is None else None


def month_and_day(words: str) -> tuple[int, int] | None:
    """ "Jan. 31" or "31 January" as (1, 31), or None."""
    found = _MONTH_DAY.search(words)
    if found is None:
        return None
    month, day = (found[1], found[2]) if found[1] else (found[4], found[3])
    return MONTHS[month.rstrip(".").lower()], int(day)


def make_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _date(found: re.Match[str], order: str, day_first: bool | None, latest: dt.date) -> dt.date | None:
    if order == "ymd":
        return make_date(int(found[1]), int(found[3]), int(found[4]))
    if order == "bdy":
        return make_date(int(found[3]), MONTHS[found[1].rstrip(".").lower()], int(found[2]))
    if order == "dby":
        return make_date(int(found[3]), MONTHS[found[2].rstrip(".").lower()], int(found[1]))
    if order == "dmy":
        return _in_century(found[3], int(found[2]), int(found[1]), latest)
    # 31/1/2026 can be read one way only, as can 1/31/2026 and 2/2/2026; 1/2/2026 is left to what the page says.
    one, two, year = int(found[1]), int(found[3]), found[4] or found[5]
    if one > 12 or one == two or (day_first and two <= 12):
        return _in_century(year, two, one, latest)
    return _in_century(year, one, two, latest) if two > 12 or day_first is False else None


def _in_century(year: str, month: int, day: int, latest: dt.date) -> dt.date | None:
    """The date; where two figures give the year ("98"), that of the latest century that is not after ``latest``."""
    if len(year) == 4:
        return make_date(int(year), month, day)
    found = (make_date(century + int(year), month, day) for century in (2000, 1900))
    return next((date for date in found if date is not None and date <= latest), None)


def _with_time(date: dt.date, before: str, after: str) -> Stamp:
    """The time stands behind the date or before it ("9:12 a.m. ET Jan 31, 2026"): the nearer one is its own."""
    near_before, near_after = before[-80:], after[:80]
    first = _TIME.search(near_after)
    last = next(iter(list(_TIME.finditer(near_before))[-1:]), None)
    if last is not None and (first is None or len(near_before) - last.end() < first.start() - 1):
        clock, rest, other = _clock(near_before[last.start() :], date), near_before, after
    else:
        clock, rest, other = _clock(near_after, date), near_after, before
    if clock is None:
        return Stamp(date, beside=before + " " + _ZONE.sub("", after), before=before)
    return Stamp(date, *clock, beside=_without_time(rest) + " " + other, before=before)


def _clock(words: str, date: dt.date | None = None) -> tuple[dt.time, int | None] | None:
    found = _TIME.search(words)
    if found is None:
        return None
    hour = int(found[1] or found[4] or found[6] or found[8])
    minute = int(found[2] or found[5] or found[7] or found[9] or 0)
    half = (found[3] or "").lower()
    if half and not 1 <= hour <= 12:
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    if hour > 23 or minute > 59:
        return None
    return dt.time(hour, minute), _offset(words[found.end() : found.end() + 24], date)


def _offset(words: str, date: dt.date | None) -> int | None:
    ahead = words.lstrip(" (")
    if ahead[:1] == "Z":
        return 0
    signed = _OFFSET.match(ahead)
    if signed is not None:
        minutes = int(signed[2]) * 60 + int(signed[3] or 0)
        return (minutes if signed[1] == "+" else -minutes) if minutes <= 14 * 60 else None
    named = _ZONE.match(ahead)
    if named is None:
        return None
    if named[1] in ZONES:
        return ZONES[named[1]]
    return SEASONAL[named[1]] + 60 * _is_summer(date) if date is not None else None


def _is_summer(date: dt.date) -> bool:
    """Whether North American summer time holds: second Sunday of March to first Sunday of November, since 2007."""
    second_sunday = 14 - dt.date(date.year, 3, 1).weekday() % 7
    first_sunday = 7 - dt.date(date.year, 11, 1).weekday() % 7
    return dt.date(date.year, 3, second_sunday) <= date < dt.date(date.year, 11, first_sunday)


def _without_time(words: str) -> str:
    bare = _TIME.sub(" ", words)
    return _ZONE.sub(" ", _OFFSET.sub(" ", bare))


def _without_other_dates(words: str) -> str:
    for pattern, _ in _FORMS:
        words = pattern.sub(" ", words)
    return BESIDE.sub(" ", _GLUED.sub(" ", _without_time(words)))


__all__ = [
    "MONTH", "MONTHS", "WEEKDAYS", "Stamp", "day_first_in", "is_relative", "is_stamp_line", "make_date",
    "month_and_day", "read_clock_line", "read_stamp", "read_stamps",
]  # fmt: skip
