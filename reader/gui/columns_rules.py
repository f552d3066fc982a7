"""Which column is which: what a choice changes, and what is said of it. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.core.lessons import TableRoles
from reader.gui.counting import counted
from reader.gui.panes.text import short_day, thousands, translate

if TYPE_CHECKING:
    from reader.services.tables import TableView

ROLES = ("headline", "published", "publication", "byline", "body", "url", "summary", "tags", "language", "")
"""In the order in which they are offered; the last one for a column that is not used."""
_STORIES = ("headline", "body", "url")
"""One of these is needed, else there is nothing to make an article or a bookmark of."""
_NUMBERS = (
    "None", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
)  # fmt: skip


def role_words(role: str) -> str:
    """What a role is called."""
    return {
        "headline": translate("columns", "Headline"),
        "published": translate("columns", "Date"),
        "publication": translate("columns", "Publication"),
        "byline": translate("columns", "Byline"),
        "body": translate("columns", "Body"),
        "url": translate("columns", "Address"),
        "summary": translate("columns", "Summary"),
        "tags": translate("columns", "Tags"),
        "language": translate("columns", "Language"),
        "": translate("columns", "Not used"),
    }[role]


def with_role(table: TableRoles, at: int, role: str) -> TableRoles:
    """The roles after a column was given one; it is taken from the column that had it."""
    roles = tuple(role if n == at else "" if role and each == role else each for n, each in enumerate(table.roles))
    return replace(table, roles=roles)


def with_rows(table: TableRoles, *, as_bookmarks: bool) -> TableRoles:
    """The roles by which the file is read: bookmarks have no body."""
    if not as_bookmarks:
        return table
    return replace(table, roles=tuple("" if role == "body" else role for role in table.roles))


def can_be_read(table: TableRoles) -> bool:
    """Whether rows with these roles give anything."""
    return any(role in _STORIES for role in table.roles)


def is_named(table: TableRoles) -> bool:
    """Whether the columns have names; where they have none, files with as many columns have nothing in common."""
    return not all(name.isdigit() for name in table.columns)


def facts(view: TableView, files: int) -> str:
    """ "1,940 rows. Five of seven columns were told from their contents; put right what is wrong."."""
    rows = counted(view.count, translate("columns", "1 row"), translate("columns", "{0} rows"))
    told = sum(1 for sure in view.sureness if sure)
    words = translate("columns", "{0}. {1} of {2} columns were told from their contents; put right what is wrong.")
    if told == 1:
        words = translate("columns", "{0}. {1} of {2} columns was told from its contents; put right what is wrong.")
    if not told:
        words = translate("columns", "{0}. Say which column holds the headline, the body or the address.")
    said = words.format(rows, _number(told), _number(len(view.columns)).lower())
    if files == 1:
        return said
    others = counted(
        files - 1,
        translate("columns", "1 other file with these columns waits too."),
        translate("columns", "{0} other files with these columns wait too."),
    )
    return f"{said} {others}"


def first_words(view: TableView, table: TableRoles, *, as_bookmarks: bool) -> str:
    """What is to be known before the rows are taken in, or empty."""
    if not can_be_read(table):
        return translate("columns", "Nothing can be read. Choose the headline, the body or the address.")
    if "body" not in table.roles and not as_bookmarks:
        return translate("columns", "No column holds the body. Rows become bookmarks.")
    if view.without_headline:
        one = translate("columns", "1 row has no headline. It gets the first words of the body.")
        many = translate("columns", "{0} rows have no headline. They get the first words of the body.")
        return counted(view.without_headline, one, many)
    return ""


def date_words(view: TableView, today: dt.date) -> str:
    """ "04/10/2023 may be 4 October or 10 April.", or empty where every date can be read in one way only."""
    figures = [part for part in view.unclear_date.replace("-", "/").replace(".", "/").split("/") if part.strip()]
    if len(figures) < 3 or not (figures[0].strip().isdigit() and figures[1].strip().isdigit()):
        return ""
    one, two = int(figures[0]), int(figures[1])
    days = [_day(today, month=two, day=one), _day(today, month=one, day=two)]
    if not all(days):
        return ""
    return translate("columns", "{0} may be {1} or {2}.").format(view.unclear_date.strip(), *days)


def widths(wanted: Sequence[int], least: int, room: int) -> tuple[int, ...]:
    """How wide columns are that want so many px: small wishes are granted first, and the widest takes what is left.

    Where there is no room for the ``least`` of each, that is what they get.
    """
    found, left = [least] * len(wanted), room - least * len(wanted)
    for done, at in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        more = min(max(wanted[at] - least, 0), max(left, 0) // (len(wanted) - done))
        found[at] += more
        left -= more
    if left > 0 and wanted:
        found[max(range(len(wanted)), key=lambda at: wanted[at])] += left
    return tuple(found)


def import_words(count: int) -> str:
    """ "Import 1,940 rows"."""
    if count == 1:
        return translate("columns", "Import 1 row")
    return translate("columns", "Import {0} rows").format(thousands(count))


def _day(today: dt.date, *, month: int, day: int) -> str:
    try:
        return short_day(dt.date(today.year, month, day).isoformat(), today)
    except ValueError:
        return ""


def _number(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else thousands(number)
