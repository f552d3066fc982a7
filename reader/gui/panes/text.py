"""Words of the panes: days, times, counts and places, written as the reader reads them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from reader.core.rows import ArticleRow
from reader.core.sameness import Relation

translate = QCoreApplication.translate

_NAMES = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def short_day(iso: str, today: dt.date) -> str:
    """ "9 March", with the year when it is not this one; empty for no date."""
    if not iso:
        return ""
    day = dt.date.fromisoformat(iso[:10])
    words = translate("panes", "{day} {month}")
    if day.year != today.year:
        words = translate("panes", "{day} {month} {year}")
    return words.format(day=day.day, month=_NAMES.monthName(day.month), year=day.year)


def day_heading(iso: str, today: dt.date) -> str:
    """ "Tuesday, 12 March", with the year when it is not this one."""
    if not iso:
        return translate("panes", "No date")
    weekday = _NAMES.dayName(dt.date.fromisoformat(iso[:10]).isoweekday())
    return translate("panes", "{weekday}, {day}").format(weekday=weekday, day=short_day(iso, today))


def clock_time(iso: str) -> str:
    """ "16:40" as the story gives it; empty where only the day is known."""
    return iso[11:16]


def moment(iso: str, today: dt.date) -> str:
    """ "12 March, 11:20", or the day alone."""
    return ", ".join(part for part in (short_day(iso, today), clock_time(iso)) if part)


def period(first: str, last: str, today: dt.date) -> str:
    """ "4 October to 12 March", or one day."""
    start, end = short_day(first, today), short_day(last, today)
    if not start or start == end:
        return end
    return translate("panes", "{0} to {1}").format(start, end)


def thousands(number: int) -> str:
    """ "1,204"."""
    return _NAMES.toString(number)


def articles_counted(number: int) -> str:
    """ "1 article", "18 articles"."""
    if number == 1:
        return translate("panes", "1 article")
    return translate("panes", "{0} articles").format(thousands(number))


def quotations_counted(number: int) -> str:
    """ "1 quotation", "7 quotations"."""
    if number == 0:
        return translate("panes", "No quotations")
    if number == 1:
        return translate("panes", "1 quotation")
    return translate("panes", "{0} quotations").format(thousands(number))


def tellings_counted(row: ArticleRow, *, closed: bool = True) -> str:
    """ "3 versions", or "4 copies, 2 unread" while those are hidden; nothing where the story is told once."""
    if row.tellings < 2:
        return ""
    copies = row.others and not row.revised and row.versions == 1
    words = translate("panes", "{0} copies") if copies else translate("panes", "{0} versions")
    words = words.format(thousands(row.tellings))
    if not (closed and row.others_unread):
        return words
    return translate("panes", "{0}, {1} unread").format(words, thousands(row.others_unread))


def telling_words(version: int, relation: Relation | None) -> str:
    """What an article is to another of its story: "version 1", "update"; "first" for one that is older than all."""
    if version:
        return translate("panes", "version {0}").format(version)
    return {
        Relation.COPY: translate("panes", "copy"),
        Relation.ELSEWHERE: translate("panes", "elsewhere"),
        Relation.UPDATE: translate("panes", "update"),
        Relation.CORRECTION: translate("panes", "correction"),
        None: translate("panes", "first"),
    }[relation]


def place_words(where: str) -> str:
    """ "¶ 3" for a body paragraph, else the name of the part ("caption")."""
    if where.isdigit():
        return translate("panes", "¶ {0}").format(where)
    known = {"headline": translate("panes", "headline"), "caption": translate("panes", "caption")}
    return known.get(where, where)


def capitalized(words: str) -> str:
    """The words with a capital at their beginning and all else as it was."""
    return words[:1].upper() + words[1:]
