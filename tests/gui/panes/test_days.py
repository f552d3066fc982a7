"""Tests of the rows of the article list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.gui.panes.days import ListRows, arrange
from tests.gui.panes.world import entry, id_of


def test_each_day_begins_with_a_heading() -> None:
    rows = arrange((entry(1, "2024-03-12"), entry(2, "2024-03-12"), entry(3, "2024-03-11")))
    assert rows.headings == (0, 3)
    assert [rows.day_at(row) for row in range(len(rows))] == ["2024-03-12", None, None, "2024-03-11", None]


def test_articles_stand_between_the_headings() -> None:
    rows = arrange((entry(1, "2024-03-12"), entry(2, "2024-03-11")))
    assert [rows.article_at(row) for row in range(4)] == [None, 0, None, 1]
    assert rows.row_of(1) == 3


def test_no_articles_make_no_heading() -> None:
    assert len(arrange(())) == 0 == len(ListRows())


def test_article_is_found_by_its_id() -> None:
    rows = arrange((entry(1), entry(2)))
    assert rows.find(id_of(2)) == 1
    assert rows.find(id_of(9)) is None


@given(st.lists(st.sampled_from(["2024-03-12", "2024-03-11", ""]), max_size=40))
def test_every_row_is_a_heading_or_one_article(days: list[str]) -> None:
    rows = arrange(tuple(entry(number, day) for number, day in enumerate(days)))
    articles = [rows.article_at(row) for row in range(len(rows)) if rows.day_at(row) is None]
    assert articles == list(range(len(days)))
    assert all(rows.article_at(rows.row_of(number)) == number for number in range(len(days)))
