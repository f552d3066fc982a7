"""Tests of the words of the panes."""

from __future__ import annotations

import pytest

from reader.gui.panes import text
from tests.gui.panes.world import TODAY


@pytest.mark.parametrize(
    ("iso", "words"),
    [("2024-03-09", "9 March"), ("2024-03-09T23:50+01:00", "9 March"), ("2023-10-04", "4 October 2023")],
)
def test_day_has_its_year_only_when_it_is_not_this_year(iso: str, words: str) -> None:
    assert text.short_day(iso, TODAY) == words


def test_heading_names_the_day_of_the_week() -> None:
    assert text.day_heading("2024-03-12", TODAY) == "Tuesday, 12 March"
    assert text.day_heading("2022-12-31", TODAY) == "Saturday, 31 December 2022"


def test_heading_of_articles_without_a_date_says_so() -> None:
    assert text.day_heading("", TODAY) == "No date"


def test_time_is_the_storys_own() -> None:
    assert text.clock_time("2024-03-12T16:40+09:00") == "16:40"
    assert text.clock_time("2024-03-12") == ""


def test_period_of_one_day_is_that_day() -> None:
    assert text.period("2024-03-12", "2024-03-12", TODAY) == "12 March"
    assert text.period("2024-01-04", "2024-03-12", TODAY) == "4 January to 12 March"
    assert text.period("", "", TODAY) == ""


def test_counts_have_thousands_marks_and_know_one() -> None:
    assert text.articles_counted(1) == "1 article"
    assert text.articles_counted(1204) == "1,204 articles"
    assert text.quotations_counted(7) == "7 quotations"


def test_place_is_a_paragraph_or_the_name_of_a_part() -> None:
    assert text.place_words("3") == "¶ 3"
    assert text.place_words("caption") == "caption"


def test_capital_leaves_the_other_letters_alone() -> None:
    assert text.capitalized("officials of UNEP") == "Officials of UNEP"
