"""Tests of what the list keeps."""

from __future__ import annotations

from PySide6.QtCore import Qt

from reader.core.article import ArticleId
from reader.core.rows import ListEntry
from reader.gui.articles import with_kept
from reader.gui.panes.article_model import ArticleModel
from reader.gui.panes.row_table import RowTable
from tests.gui.driver import Driver


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


def members(window: Driver) -> list[ArticleId]:
    """The articles of the list in its order, members as well."""
    model = window.window.frame.list.findChildren(RowTable)[0].model()
    assert isinstance(model, ArticleModel)
    return [id for row in range(model.rowCount()) if (id := model.article_id(row)) is not None]


def test_a_story_that_was_updated_and_corrected_has_one_row_that_opens(window: Driver) -> None:
    corrected, update = window.row("2024-03-13-grey-sound"), window.row("2024-03-12-grey-sound-accord-update-2")
    assert corrected.id in members(window) and update.id not in members(window)
    window.open(corrected.id)
    table = window.window.frame.list.findChildren(RowTable)[0]
    table.setFocus()
    window.wait(lambda: "3 versions" in str(table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
    window.key(Qt.Key.Key_Right)
    window.wait(lambda: update.id in members(window))
    shown = members(window)
    at = shown.index(corrected.id)
    assert shown[at + 1] == update.id
    window.key(Qt.Key.Key_J)
    window.key(Qt.Key.Key_J)
    window.wait(lambda: window.current == shown[at + 2])
    assert window.reading is not None and window.reading.versions == (shown[at + 2], corrected.id)


def test_unread_articles_are_counted_whether_they_have_a_row_or_not(window: Driver) -> None:
    total = len(window.rows())
    window.wait(lambda: window.window.frame.list.unread_words() == f"{total} unread")
    assert window.listed < total
    window.window.frame.list.filter_actions()["unread"].trigger()
    corrected, update = window.row("2024-03-13-grey-sound"), window.row("2024-03-12-grey-sound-accord-update-2")
    window.open(corrected.id)
    window.wait(lambda: window.window.frame.list.unread_words() == f"{total - 1} unread")
    assert corrected.id in members(window) and update.id not in members(window)
    window.open(window.row("2024-03-09-harbor-log").id)
    window.wait(lambda: update.id in members(window))
    assert corrected.id not in members(window)


def test_a_search_finds_every_article_of_a_story(window: Driver) -> None:
    found = [row for row in window.rows().values() if "Grey Sound to herring crews" in row.headline]
    assert len(found) == 2
    window.search('headline:"Grey Sound to herring crews"')
    window.wait(lambda: window.status[0].startswith("2 articles"))
