"""Tests of the page: hits."""

from __future__ import annotations

from reader.core.spans import Span
from reader.gui.page.hits import Hits

THREE = (Span(5, 8), Span(20, 23), Span(40, 43))


def current(hits: Hits | None) -> int | None:
    return hits.current if hits else None


def test_step_without_a_current_one_goes_to_the_first_in_view() -> None:
    assert current(Hits.of(THREE).stepped(False, 10, around=False)) == 1


def test_step_without_any_in_view_begins_at_the_top() -> None:
    assert current(Hits.of(THREE).stepped(False, 50, around=False)) == 0


def test_step_back_without_a_current_one_goes_to_the_last_above_the_view() -> None:
    assert current(Hits.of(THREE).stepped(True, 30, around=False)) == 1
    assert current(Hits.of(THREE).stepped(True, 0, around=False)) == 2


def test_search_ends_at_the_last_place() -> None:
    assert Hits.of(THREE, 2).stepped(False, 0, around=False) is None
    assert Hits.of(THREE, 0).stepped(True, 0, around=False) is None


def test_find_bar_goes_round() -> None:
    assert current(Hits.of(THREE, 2).stepped(False, 0, around=True)) == 0
    assert current(Hits.of(THREE, 0).stepped(True, 0, around=True)) == 2


def test_nothing_to_step_through() -> None:
    assert Hits.of(()).stepped(False, 0, around=True) is None
    assert Hits.of(()).nearest(0).span is None


def test_current_number_that_does_not_exist_is_none() -> None:
    assert Hits.of(THREE, 7).current is None
