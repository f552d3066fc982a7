"""Dates and times as pages print them: "Jan. 31, 2026 / 9:12 PM", "Friday, 22 Nov 2024 4:55 PM MYT", ISO 8601."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

_NAMES = "January February March April May June July August September October November December".split()
MONTHS = {name.lower(): number for number, name in enumerate(_NAMES, 1)}
MONTHS |= {name[:3].lower(): number for number, name in enumerate(_NAMES, 1)} | {"sept": 9}
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?"
    r"|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
"""The name of a month, in full or short, as a regular expression."""
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)"), "ymd"),
    (re.compile(rf"\b({MONTH}) {_DAY},? (\d{{4}})\b", re.IGNORECASE), "bdy"),
    (re.compile(rf"\b{_DAY}\.? ({MONTH}),? (\d{{4}})\b", re.IGNORECASE), "dby"),
    (re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b"), "dmy"),
    (re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b"), "slash"),
)
_YEAR = re.compile(r"\d{4}")  # spares the five forms for nearly all lines
_MONTH_DAY = re.compile(rf"\b({MONTH}) {_DAY}\b|\b{_DAY}\.? ({MONTH})\b", re.IGNORECASE)
_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?\s?([ap])\.?m\b\.?|(?<![\d:.])T?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?(?![\d:])",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"(?:(?:UTC|GMT)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d-])")
_ZONES = {
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180, "MSK": 180,
    "EST": -300, "EDT": -240, "CST": -360, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540, "KST": 540, "MYT": 480, "SGT": 480, "HKT": 480, "PHT": 480,
    "WIB": 420, "PKT": 300, "SAST": 120, "AEST": 600, "AEDT": 660, "AWST": 480, "NZST": 720, "NZDT": 780,
}  # fmt: skip
# "ET" is winter or summer time by the date; the offset is that of winter.
_SEASONAL = {"ET": -300, "CT": -360, "MT": -420, "PT": -480}
_ZONE = re.compile(rf"\b({'|'.join((*_ZONES, *_SEASONAL))})\b")
# What may stand in a line of dates beside dates.
_BESIDE = re.compile(
    r"\b(?:first|last|originally|published|updated|posted|modified|created|filed|issued|released|date|time|on|at|of|the|and"
    r"|an?|hours?|hrs?|minutes?|mins?|days?|ago|page\s?\w{1,4}|local|mon|tues?|wed|thur?s?|fri|sat|sun|noon|midnight"
    r"|datum|publicado|publié|veröffentlicht|stand|uhr|le|el)\b|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:(?:updated|published|posted|last updated)[ :]{1,3})?(?:about |an? )?\d{0,3} ?"
    r"(?:min(?:ute)?s?|h|hrs?|hours?|d|days?|weeks?|m) ago\.?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:published|updated?|posted|last (?:updated|modified)|date|datum)(?: (?:on|at))?:?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date in full, with time and offset from UTC (minutes) where they are printed, and what stands beside."""

    date: dt.date
    time: dt.time | None = None
    offset: int | None = None
    beside: str = ""


def read_stamp(line: str) -> Stamp | None:
    """The first full date of a line with its time, or None. ``beside`` is what is neither date nor time."""
    if _YEAR.search(line) is None:
        return None
    for pattern, order in _FORMS:
        for found in pattern.finditer(line):
            date = _date(found, order)
            if date is not None:
                return _with_time(date, line[: found.start()], line[found.end() :])
    return None


def is_stamp_line(line: str) -> bool:
    """Whether a line is nothing but a date and time ("Published 31 January 2026", "03:26 pm", "Published")."""
    if len(line) > 120 or not (line[:1].isalnum() and any(map(str.isalnum, line))):
        return False
    if _LABEL.fullmatch(line):
        return True
    stamp = read_stamp(line)
    if stamp is not None:
        return not re.search(r"[^\W\d_]{2}", _without_other_dates(stamp.beside))
    clock = re.sub(r"\s(?:UTC|GMT|[A-Z]{2,4})$", "", _LABEL.sub("", line, count=1).strip())
    return _TIME.fullmatch(clock) is not None


def is_relative(line: str) -> bool:
    """Whether a line only says how long ago something was when the page was saved ("2 hours ago")."""
    return len(line) < 60 and _AGO.fullmatch(line) is not None


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


def _date(found: re.Match[str], order: str) -> dt.date | None:
    one, two, three = found.groups()
    if order == "ymd":
        return make_date(int(one), int(two), int(three))
    if order == "bdy":
        return make_date(int(three), MONTHS[one.rstrip(".").lower()], int(two))
    if order == "dby":
        return make_date(int(three), MONTHS[two.rstrip(".").lower()], int(one))
    if order == "dmy":
        return make_date(int(three), int(two), int(one))
    # 31/1/2026 can be read one way only, as can 1/31/2026 and 2/2/2026; 1/2/2026 is left alone.
    if int(one) > 12 or one.lstrip("0") == two.lstrip("0"):
        return make_date(int(three), int(two), int(one))
    return make_date(int(three), int(one), int(two)) if int(two) > 12 else None


def _with_time(date: dt.date, before: str, after: str) -> Stamp:
    """The time stands behind the date, or before it ("9:12 a.m. ET Jan 31, 2026"); behind wins."""
    for rest, other in ((after[:80], before), (before[-80:], after)):
        clock = _clock(rest, date)
        if clock is not None:
            return Stamp(date, *clock, beside=_without_time(rest) + " " + other)
    return Stamp(date, beside=before + " " + _ZONE.sub("", after))


def _clock(words: str, date: dt.date | None = None) -> tuple[dt.time, int | None] | None:
    found = _TIME.search(words)
    if found is None:
        return None
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
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
    if named[1] in _ZONES:
        return _ZONES[named[1]]
    return _SEASONAL[named[1]] + 60 * _is_summer(date) if date is not None else None


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
    return _BESIDE.sub(" ", _without_time(words))
