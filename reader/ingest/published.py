"""When a story was published: what the page says, else what follows from it, and why."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.article import Published
from reader.core.reasons import Reason
from reader.ingest.dates import WEEKDAYS, Stamp, make_date, month_and_day, read_stamp

_OLDEST = 1900
_WEEKDAY = re.compile(r"\b((?:\w+\s){0,2})(" + "|".join(name.title() for name in WEEKDAYS) + r")\b(?!['’]s\b)")
# "until Friday", "next Tuesday", "since Monday": not the day of the story.
_OTHER_DAY = re.compile(
    r"\b(?:last|next|since|until|till|by|through|from|before|after|every|each|coming|to|for|early)\s$", re.IGNORECASE
)
_UPDATED = re.compile(
    r"updated?\b|modifi|edited|revised|aktualisiert|actualiz|atualiz|aggiorna|mis à jour|bijgewerkt|oppdatert|opdateret"
    r"|uppdaterad|güncelle|aktualizacja|обновлено|更新|수정|تحديث",
    re.IGNORECASE,
)
_FILED_WITHIN = 45  # days after a story within which its file was saved, if the file's day is to tell the year
_FAR = 400  # code points of the lede in which its weekday is looked for


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a page holds that bears on its date; anything may be missing."""

    stamps: Sequence[Stamp] = ()
    dateline: str = ""
    lede: str = ""
    copyright_year: int = 0
    address_day: dt.date | None = None
    caption_day: dt.date | None = None
    file_day: dt.date | None = None
    """The day on which the file was last changed: the story is no younger, and old files are copied."""


def published(evidence: Evidence, today: dt.date) -> Published | None:
    """The best that the evidence gives; a year is only inferred with a reason, and never later than ``today``."""
    # Tomorrow it may be elsewhere; a story of next year, or older than the oldest papers on the web, is a misreading.
    stamps = [s for s in evidence.stamps if s.date.year >= _OLDEST and s.date <= today + dt.timedelta(days=1)]
    if stamps:
        first = next((stamp for stamp in stamps if not _UPDATED.search(stamp.before)), stamps[0])
        same_day = [s for s in stamps if s.date == first.date and s.time is not None]
        best = first if first.time is not None else next(iter(same_day), first)
        return Published(best.date, best.time, best.offset)
    dated = read_stamp(evidence.dateline)
    if dated is not None:
        return Published(dated.date)
    if evidence.address_day is not None and evidence.address_day <= today:
        why = Reason("date-from-address", (evidence.address_day.isoformat(),))
        return Published(evidence.address_day, inferred=True, why=why)
    day = month_and_day(evidence.dateline)
    return _with_year(*day, evidence, today) if day is not None else _of_caption(evidence, today)


def weekday_in(lede: str) -> str:
    """The weekday on which a lede says that things happened ("Tuesday"), or empty."""
    for found in _WEEKDAY.finditer(lede[:_FAR]):
        if not _OTHER_DAY.search(found[1]):
            return found[2]
    return ""


def _with_year(month: int, day: int, evidence: Evidence, today: dt.date) -> Published | None:
    weekday = weekday_in(evidence.lede)
    today = min(today, evidence.file_day) if evidence.file_day else today
    printed = make_date(evidence.copyright_year, month, day) if evidence.copyright_year else None
    if printed is not None and printed > today:
        printed = None
    if weekday:
        # The copyright line bears the year in which the page was copied: the story is no younger.
        latest = min(today, dt.date(evidence.copyright_year, 12, 31)) if evidence.copyright_year else today
        found = _latest(month, day, WEEKDAYS[weekday.lower()], latest)
        if found is not None and (printed is None or found == printed or not _is_eve(printed, weekday)):
            args = (evidence.dateline, weekday, str(found.year), f"{found.day} {found:%B}")
            return Published(found, inferred=True, why=Reason("year-from-weekday", args))
    if printed is not None:
        why = Reason("year-from-copyright", (evidence.dateline, str(evidence.copyright_year)))
        return Published(printed, inferred=True, why=why)
    return _of_file(month, day, evidence)


def _of_file(month: int, day: int, evidence: Evidence) -> Published | None:
    """The year in which the file was saved, where that was soon after the story; a later copy proves nothing."""
    saved = evidence.file_day
    if saved is None:
        return None
    for year in (saved.year, saved.year - 1):
        date = make_date(year, month, day)
        if date is not None and 0 <= (saved - date).days <= _FILED_WITHIN:
            why = Reason("year-from-file", (evidence.dateline, saved.isoformat()))
            return Published(date, inferred=True, why=why)
    return None


def _of_caption(evidence: Evidence, today: dt.date) -> Published | None:
    """The day of the picture is the day of the story where the lede says the same weekday; pictures may be old."""
    day, weekday = evidence.caption_day, weekday_in(evidence.lede)
    if day is None or not weekday or day > today or WEEKDAYS[weekday.lower()] != day.weekday():
        return None
    if evidence.copyright_year and evidence.copyright_year != day.year:
        return None
    return Published(day, inferred=True, why=Reason("date-from-caption", (f"{day.day} {day:%B} {day.year}", weekday)))


def _latest(month: int, day: int, weekday: int, latest: dt.date) -> dt.date | None:
    for year in range(latest.year, _OLDEST, -1):
        date = make_date(year, month, day)
        if date is not None and date <= latest and date.weekday() == weekday:
            return date
    return None


def _is_eve(date: dt.date, weekday: str) -> bool:
    """Whether the weekday is that of the day before or after: a story filed past midnight tells of the day before."""
    return (date.weekday() - WEEKDAYS[weekday.lower()]) % 7 in (1, 6)
