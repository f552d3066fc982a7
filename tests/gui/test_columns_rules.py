"""Which column is which: what a choice changes, what is said, and how the width is shared out."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from reader.core.lessons import TableRoles
from reader.gui.columns_rules import (
    can_be_read,
    date_words,
    facts,
    first_words,
    import_words,
    is_named,
    widths,
    with_role,
    with_rows,
)
from reader.services.tables import TableView

TODAY = dt.date(2023, 12, 1)
TABLE = TableRoles(("a", "b", "c"), ("headline", "published", ""))
VIEW = TableView("/t.csv", "", TABLE.columns, (), TABLE, (0.3, 0.6, 0.0), "04/10/2023", 1940, 0, "UTF-8", None)


def test_a_role_is_had_by_one_column_alone() -> None:
    assert with_role(TABLE, 2, "headline").roles == ("", "published", "headline")
    assert with_role(TABLE, 0, "").roles == ("", "published", "")
    assert with_role(with_role(TABLE, 0, ""), 1, "").roles == ("", "", "")


def test_bookmarks_have_no_body() -> None:
    table = with_role(TABLE, 2, "body")
    assert with_rows(table, as_bookmarks=True).roles == ("headline", "published", "")
    assert with_rows(table, as_bookmarks=False) == table


def test_a_date_alone_is_no_story() -> None:
    assert can_be_read(TABLE) and not can_be_read(with_role(TABLE, 0, ""))


def test_columns_without_names_are_told() -> None:
    assert is_named(TABLE) and not is_named(TableRoles(("1", "2", "3"), ("", "", "")))


def test_what_was_told_is_counted_in_words() -> None:
    assert facts(VIEW, 1) == (
        "1,940 rows. Two of three columns were told from their contents; put right what is wrong."
    )
    one = replace(VIEW, sureness=(0.3, 0.0, 0.0), count=1)
    assert facts(one, 1) == "1 row. One of three columns was told from its contents; put right what is wrong."
    assert facts(VIEW, 3).endswith("2 other files with these columns wait too.")
    none = replace(VIEW, sureness=(0.0, 0.0, 0.0))
    assert facts(none, 1) == "1,940 rows. Say which column holds the headline, the body or the address."
    assert import_words(1940) == "Import 1,940 rows" and import_words(1) == "Import 1 row"


def test_what_is_wrong_is_said_one_thing_at_a_time() -> None:
    body = with_role(TABLE, 2, "body")
    assert first_words(VIEW, body, as_bookmarks=False) == ""
    assert first_words(VIEW, TABLE, as_bookmarks=False).startswith("No column holds the body.")
    assert first_words(VIEW, TABLE, as_bookmarks=True) == ""
    some = replace(VIEW, without_headline=12)
    assert first_words(some, body, as_bookmarks=False).startswith("12 rows have no headline.")


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("04/10/2023", "04/10/2023 may be 4 October or 10 April."),
        ("4-10-23", "4-10-23 may be 4 October or 10 April."),
        ("", ""),
        ("soon", ""),
        ("30/2/2023", ""),
    ],
)
def test_both_ways_of_a_date_are_named(date: str, said: str) -> None:
    assert date_words(replace(VIEW, unclear_date=date), TODAY) == said


def test_small_columns_are_shown_whole_before_large_ones() -> None:
    assert widths([120, 360, 360, 100], 96, 700) == (120, 240, 240, 100)
    assert widths([100, 200], 96, 500) == (100, 400)
    assert widths([300, 300, 300], 96, 200) == (96, 96, 96)
    assert widths([], 96, 200) == ()
