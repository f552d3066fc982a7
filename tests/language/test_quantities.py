"""Dates, money and measures."""

from __future__ import annotations

import pytest

from reader.core.kinds import Kind
from reader.language.quantities import find_quantities


def found(text: str) -> list[tuple[str, str]]:
    """(kind, words) of everything found."""
    return [(m.kind.value, m.span.of(text)) for m in find_quantities(text)]


@pytest.mark.parametrize(
    "words",
    [
        "Jan. 31",
        "Jan. 31, 2023",
        "31 January 2023",
        "Tuesday",
        "Monday night",
        "late Friday",
        "2016",
        "the 1990s",
        "last year",
        "earlier this month",
        "Friday, March 12, 2021",
        "next week",
        "two days ago",
        "yesterday",
        "New Year's Eve",
        "2024-03-12",
        "January last year",
        "the past few years",
    ],
)
def test_calendar_expressions_are_dates(words: str) -> None:
    assert found(f"The boats left on {words} after all.") == [("date", words)]


@pytest.mark.parametrize(
    "words", ["$1.3 trillion", "€40", "US$10 million", "200 euros", "five million dollars", "£2bn"]
)
def test_sums_are_money(words: str) -> None:
    assert found(f"It cost {words} in all.") == [("money", words)]


@pytest.mark.parametrize(
    "words", ["76%", "20 miles", "4,850 tons", "12.5 percent", "two miles", "10-mile", "30 degrees"]
)
def test_measures_are_quantities(words: str) -> None:
    assert found(f"About {words} of it.") == [("quantity", words)]


@pytest.mark.parametrize("words", ["two years", "they may march on", "boat 2016b", "120 crews", "a 34-year-old cook"])
def test_durations_counts_and_ages_are_none(words: str) -> None:
    assert found(f"There were {words} there.") == []


def test_a_month_that_is_a_word_needs_company() -> None:
    assert found("In May the crews may march.") == [("date", "May")]


def test_money_wins_over_a_year() -> None:
    assert [kind for kind, _ in found("It cost $2016 then.")] == [Kind.MONEY.value]
