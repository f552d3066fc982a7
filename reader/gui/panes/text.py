"""Words of the panes: days, times, counts and places, written as the reader reads them."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

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


def versions_counted(number: int) -> str:
    """ "3 versions", or nothing when there is one."""
    return translate("panes", "{0} versions").format(number) if number > 1 else ""


def place_words(where: str) -> str:
    """ "¶ 3" for a body paragraph, else the name of the part ("caption")."""
    if where.isdigit():
        return translate("panes", "¶ {0}").format(where)
    known = {"headline": translate("panes", "headline"), "caption": translate("panes", "caption")}
    return known.get(where, where)


def capitalized(words: str) -> str:
    """The words with a capital at their beginning and all else as it was."""
    return words[:1].upper() + words[1:]
