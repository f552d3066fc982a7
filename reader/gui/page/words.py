"""Words of the page: the line above the headline, kinds, counts."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication, QLocale

from reader.core.kinds import Kind
from reader.core.rows import EntityRow, Reading

translate = QCoreApplication.translate
_NAMES = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


def kicker(reading: Reading) -> str:
    """ "Coastline Press · Tuesday, 12 March 2024 · Version 2 of 3", of which any part may be missing."""
    article = reading.article
    parts = [" ".join(article.publication.split())]
    if article.published is not None:
        parts.append(long_day(article.published.date))
    if len(reading.versions) > 1 and article.id in reading.versions:
        words = translate("ArticlePage", "Version {0} of {1}")
        parts.append(words.format(reading.versions.index(article.id) + 1, len(reading.versions)))
    return "\u2002·\u2002".join(part for part in parts if part)


def long_day(day: dt.date) -> str:
    """ "Tuesday, 12 March 2024"."""
    words = translate("ArticlePage", "{weekday}, {day} {month} {year}")
    weekday, month = _NAMES.dayName(day.isoweekday()), _NAMES.monthName(day.month)
    return words.format(weekday=weekday, day=day.day, month=month, year=day.year)


def kind_word(kind: Kind) -> str:
    """A kind as the reader reads it."""
    words = {
        Kind.PERSON: translate("ArticlePage", "person"),
        Kind.ORGANIZATION: translate("ArticlePage", "organization"),
        Kind.PLACE: translate("ArticlePage", "place"),
        Kind.FACILITY: translate("ArticlePage", "facility"),
        Kind.GROUP: translate("ArticlePage", "group"),
        Kind.PRODUCT: translate("ArticlePage", "product"),
        Kind.EVENT: translate("ArticlePage", "event"),
        Kind.WORK: translate("ArticlePage", "work"),
    }
    return words.get(kind, kind.value)


def mentions_counted(here: int, library: int) -> str:
    """ "3 mentions here, 41 in the library"."""
    words = translate("ArticlePage", "{0} mentions here, {1} in the library")
    if here == 1:
        words = translate("ArticlePage", "1 mention here, {1} in the library")
    return words.format(f"{here:,}", f"{library:,}")


def spoken(entity: EntityRow, here: int) -> str:
    """ "Tomas Ardell, person, 6 mentions", as a screen reader says it."""
    words = translate("ArticlePage", "{0}, {1}, {2} mentions")
    if here == 1:
        words = translate("ArticlePage", "{0}, {1}, 1 mention")
    return words.format(entity.name, kind_word(entity.kind), here)
