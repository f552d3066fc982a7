"""Tests of what the list keeps."""

from __future__ import annotations

from reader.core.article import ArticleId
from reader.core.rows import ListEntry
from reader.gui.articles import with_kept


def entries(*ids: str) -> tuple[ListEntry, ...]:
    return tuple(ListEntry(ArticleId(id), "2024-03-12") for id in ids)


def test_the_article_that_is_read_stays_where_it_stood() -> None:
    assert with_kept(entries("a", "c"), entries("a", "b", "c"), ArticleId("b")) == entries("a", "b", "c")


def test_what_is_listed_anyway_is_not_listed_twice() -> None:
    assert with_kept(entries("b", "a"), entries("a", "b"), ArticleId("a")) == entries("b", "a")


def test_an_article_that_was_never_listed_is_not_put_in() -> None:
    assert with_kept(entries("a"), entries("a"), ArticleId("z")) == entries("a")


def test_it_stays_last_when_all_before_it_are_gone() -> None:
    assert with_kept((), entries("a", "b"), ArticleId("b")) == entries("b")
