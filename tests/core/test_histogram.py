"""Bars of time: how wide they are, where they begin, and that none is lost."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.histogram import MOST, bars


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        ("2024-03-12", "2024-03-12", "2024-03-12", "2024-03-13"),
        ("2024-03-01", "2024-04-20", "2024-03-01", "2024-03-02"),
        ("2024-03-13", "2024-09-01", "2024-03-11", "2024-03-18"),
        ("2022-03-12", "2024-09-01", "2022-03-01", "2022-04-01"),
        ("2015-03-12", "2024-09-01", "2015-01-01", "2015-04-01"),
        ("1975-03-12", "2024-09-01", "1975-01-01", "1976-01-01"),
        ("1875-03-12", "2024-09-01", "1875-01-01", "1880-01-01"),
    ],
)
def test_bars_are_as_fine_as_the_time_allows(first: str, last: str, start: str, end: str) -> None:
    found = bars([(dt.date.fromisoformat(first), 1), (dt.date.fromisoformat(last), 1)])
    assert (found[0].start, found[0].end) == (start, end)


def test_no_days_are_no_bars() -> None:
    assert bars([]) == ()


def test_a_time_without_articles_is_shown_empty() -> None:
    found = bars([(dt.date(2024, 3, 1), 2), (dt.date(2024, 3, 3), 5)])
    assert [bar.count for bar in found] == [2, 0, 5]


@given(st.dictionaries(st.dates(), st.integers(1, 9), min_size=1, max_size=20))
def test_every_article_is_in_a_bar_and_bars_follow_each_other(counts: dict[dt.date, int]) -> None:
    found = bars(counts.items())
    assert len(found) <= MOST
    assert sum(bar.count for bar in found) == sum(counts.values())
    assert all(bar.end == after.start for bar, after in pairwise(found))
    assert found[0].start <= min(counts).isoformat() and max(counts).isoformat() <= found[-1].end
