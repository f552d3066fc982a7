"""Tests of the way back and forward."""

from __future__ import annotations

from reader.core.article import ArticleId
from reader.core.spans import Span
from reader.gui.history import KEPT, History, PagePlace, Place


def place(article: str, at: int = 0) -> Place:
    return Place(ArticleId(article), Span(at, at + 5))


def gone(*places: Place) -> History:
    history = History()
    for each in places:
        history = history.gone_to(each)
    return history


def test_going_back_returns_to_the_place_before() -> None:
    assert gone(place("a"), place("b")).gone_back().now == place("a")


def test_going_back_and_forward_returns_to_the_same_place() -> None:
    history = gone(place("a"), place("b"), place("c"))
    assert history.gone_back().gone_back().gone_forward().gone_forward() == history


def test_where_the_reader_had_scrolled_to_is_what_back_returns_to() -> None:
    history = gone(place("a")).gone_to(place("b"), leaving=place("a", 400))
    assert history.gone_back().now == place("a", 400)


def test_a_new_jump_forgets_the_way_forward() -> None:
    history = gone(place("a"), place("b")).gone_back().gone_to(place("c"))
    assert history.after == ()
    assert history.gone_back().now == place("a")


def test_jumping_to_the_present_place_is_no_jump() -> None:
    history = gone(place("a"), place("b"))
    assert history.gone_to(place("b")) == history


def test_nothing_before_the_first_place() -> None:
    history = gone(place("a"))
    assert history.gone_back() is history
    assert history.gone_forward() is history


def test_only_so_many_places_are_kept() -> None:
    history = gone(*(place("a", at) for at in range(KEPT + 50)))
    assert len(history.before) == KEPT


def test_an_article_that_is_gone_is_no_place_any_more() -> None:
    history = gone(place("a"), place("b"), place("a", 9)).without(ArticleId("a"))
    assert history == History(None, (place("b"),), ())


def test_a_walk_leaves_one_place_behind() -> None:
    history = gone(place("a"), place("b")).moved_to(place("c")).moved_to(place("d"))
    assert history.now == place("d")
    assert history.gone_back().now == place("a")


def test_another_version_stands_in_the_place_of_an_article_on_every_way() -> None:
    old, new = ArticleId("a" * 16), ArticleId("b" * 16)
    other = Place(ArticleId("c" * 16), Span(0, 0))
    history = History(
        PagePlace("original", old, row=3), (Place(old, Span(5, 9)), other), (PagePlace("report", "7"),)
    ).with_version(old, new)
    assert history.now == PagePlace("original", new, row=3)
    assert history.before == (Place(new, Span(5, 9)), other)
    assert history.after == (PagePlace("report", "7"),)
