"""Dates as feeds and agencies write them for machines: ISO 8601 in all its forms, RFC 822, seconds since 1970."""

from __future__ import annotations

import datetime as dt
import re

from reader.core.article import Published
from reader.ingest.dates import MONTHS, make_date, read_stamp

_LONGEST = 100  # code points; what is longer is no date
_ZONED = r"(?:\s?(?P<zulu>Z|UTC|GMT)\b|\s?(?P<sign>[+-])(?P<east>\d{2}):?(?P<rest>\d{2})?)?"
_ISO = re.compile(
    r"(?P<year>\d{4})-?(?P<month>\d{2})-?(?P<day>\d{2})"
    r"(?:(?:T|\s|,\s)?(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d{1,9})?)?)?" + _ZONED + r"\s*",
    re.IGNORECASE,
)
_SHORT_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{1,2})(?!\d)")
# ISO 8601 calls the end of a day so; it is the beginning of the next.
_END_OF_DAY = re.compile(r"(?<=[T\s])24:00(?::00(?:[.,]0{1,9})?)?(?![\d:])|(?<=\dT)2400(?:00)?(?!\d)")
# "Sat, 7 Sep 02 00:00:01 GMT", "Thu Jan  1 19:48:21 2004": forms that people are spared.
_TWO_DIGITS = re.compile(r"(\d{1,2})[\s-]([A-Za-z]{3,9})[\s,-](\d{2})(?=\s|$)")
_UNIX = re.compile(r"([A-Za-z]{3,9})\s+(\d{1,2})\s(\d{2}:\d{2}(?::\d{2})?)\s(?:([A-Z]{3,4})\s)?(\d{4})")
_DASHED = re.compile(r"(\d{1,2})-([A-Za-z]{3,9})-(\d{4})")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_OLDEST = 1900


def read_moment(words: str) -> Published | None:
    """The date with its time and offset, as far as they are given; None for what no calendar holds.

    Midnight without an offset is what machines write for a bare date.
    """
    bare = " ".join(words[: _LONGEST + 1].split())
    if not bare or len(bare) > _LONGEST:
        return None
    begun = _END_OF_DAY.sub("00:00", bare, count=1)
    found = _epoch(begun) or _iso(begun) or _printed(begun)
    if found is None or found.date.year < _OLDEST:
        return None
    if begun != bare:
        return next_midnight(found.date, found.offset)
    return Published(found.date) if found.time == dt.time(0) and found.offset is None else found


def next_midnight(date: dt.date, offset: int | None) -> Published:
    """The end of a day, "24:00"; the day alone where no calendar goes on."""
    if date == dt.date.max:
        return Published(date)
    return Published(date + dt.timedelta(days=1), dt.time(0), offset)


def _epoch(words: str) -> Published | None:
    if not _EPOCH.fullmatch(words):
        return None
    moment = dt.datetime.fromtimestamp(int(words[:10]), dt.UTC)
    return Published(moment.date(), moment.time().replace(second=0), 0)


def _iso(words: str) -> Published | None:
    found = _ISO.fullmatch(words)
    if found is None:
        short = _SHORT_ISO.fullmatch(words)
        date = make_date(int(short["year"]), int(short["month"]), int(short["day"])) if short else None
        return Published(date) if date is not None else None
    date = make_date(int(found["year"]), int(found["month"]), int(found["day"]))
    if date is None:
        return None
    if found["hour"] is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return Published(date)
    return Published(date, dt.time(int(found["hour"]), int(found["minute"])), _offset(found))


def _offset(found: re.Match[str]) -> int | None:
    """Minutes east of UTC; none lies further than 14 hours."""
    if found["zulu"]:
        return 0
    if not found["sign"]:
        return None
    east = int(found["east"]) * 60 + int(found["rest"] or 0)
    if east > 14 * 60:
        return None
    return east if found["sign"] == "+" else -east


def _printed(words: str) -> Published | None:
    words = _DASHED.sub(r"\1 \2 \3", words)
    words = _UNIX.sub(r"\2 \1 \5 \3 \4", words, count=1)
    words = _TWO_DIGITS.sub(_full_year, words, count=1)
    stamp = read_stamp(words)
    return Published(stamp.date, stamp.time, stamp.offset) if stamp is not None else None


def _full_year(found: re.Match[str]) -> str:
    """RFC 2822: a year below 50 is of this century."""
    if found[2][:3].lower() not in MONTHS:
        return found[0]
    return f"{found[1]} {found[2][:3]} {'20' if int(found[3]) < 50 else '19'}{found[3]}"
