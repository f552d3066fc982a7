"""Tests of the rows of the article list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.gui.panes.list_rows import ListRows, arrange, one_row_each
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


def test_members_stand_below_their_story() -> None:
    days = (entry(1, "2024-03-12"), entry(2, "2024-03-12"), entry(3, "2024-03-11"))
    rows = arrange(days, {id_of(1): (id_of(8), id_of(9)), id_of(3): (id_of(7),)})
    shown = [rows.id_at(row) for row in range(len(rows))]
    assert shown == [None, *(id_of(number) for number in (1, 8, 9, 2)), None, id_of(3), id_of(7)]
    assert (rows.headings, rows.members) == ((0, 5), (2, 3, 7))
    assert rows.member_at(3) == (0, id_of(9)) and rows.article_at(3) is None


def test_a_story_that_left_the_list_or_has_no_members_opens_nothing() -> None:
    assert arrange((entry(1),), {id_of(5): (id_of(6),), id_of(1): ()}) == arrange((entry(1),))


def test_a_copy_is_found_by_its_row_or_by_the_story_that_stands_for_it() -> None:
    groups = {id_of(2): 5, id_of(8): 5}
    closed = arrange((entry(1), entry(2)))
    assert closed.find_row(id_of(8), groups) == 2
    assert closed.find_row(id_of(9), groups) is None
    opened = arrange((entry(1), entry(2)), {id_of(2): (id_of(8),)})
    assert opened.find_row(id_of(8), groups) == 3


def test_of_each_group_the_first_is_listed() -> None:
    entries = (entry(1), entry(2), entry(3), entry(4))
    groups = {id_of(1): 7, id_of(3): 7, id_of(4): 9, id_of(99): 9}
    assert one_row_each(entries, groups) == (entry(1), entry(2), entry(4))
    assert one_row_each(entries, {}) is entries


@given(
    st.lists(st.sampled_from(["2024-03-12", "2024-03-11", ""]), max_size=20),
    st.dictionaries(st.integers(0, 19), st.integers(0, 3)),
)
def test_every_row_of_opened_stories_leads_back_to_itself(days: list[str], opened: dict[int, int]) -> None:
    members = {id_of(n): tuple(id_of(1000 + 10 * n + m) for m in range(count)) for n, count in opened.items()}
    rows = arrange(tuple(entry(number, day) for number, day in enumerate(days)), members)
    ids = [rows.id_at(row) for row in range(len(rows))]
    assert all(id is None or rows.find_row(id, {}) == row for row, id in enumerate(ids))
    below = [id_of(n) if m is None else members[id_of(n)][m] for n in range(len(days))
             for m in (None, *range(len(members.get(id_of(n), ()))))]  # fmt: skip
    assert [id for id in ids if id is not None] == below
    assert [row for row, id in enumerate(ids) if id is None] == list(rows.headings)
