"""Tests of stories that are told more than once and have one row of the list, as a reader opens and closes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.article import ArticleId
from reader.core.sameness import Relation
from reader.gui.look import Theme, load_theme
from reader.gui.panes import ArticleList
from reader.gui.panes.article_row import measure_article
from reader.gui.panes.member_row import Telling
from reader.gui.panes.row_table import ITEM, RowTable
from tests.gui.panes.world import entry, id_of, row, today

Show = Callable[[QWidget, int, int], None]

DAYS = entry(1, "2024-03-12"), entry(2, "2024-03-12"), entry(3, "2024-03-11"), entry(4, "2024-03-09")
COPIES = {id_of(1): 5, id_of(7): 5, id_of(8): 5}
TELLINGS = {id_of(7): Telling(0, Relation.UPDATE), id_of(8): Telling(2, None)}


@pytest.fixture
def told(theme: Theme, shown: Show) -> ArticleList:
    """A list whose first row stands for three articles, and which gets what it asks for."""
    pane = ArticleList(theme, today=today)
    shown(pane, 336, 700)
    members = (row(7, publication="Meresund Courier", read=False), row(8, published="2024-03-11T09:00"))
    pane.members_wanted.connect(lambda id: pane.set_members(id, TELLINGS, members))
    pane.set_entries(DAYS, COPIES)
    pane.set_rows((row(1, others=2, others_unread=1), *(row(number) for number in range(2, 5))))
    pane.choose(id_of(1))
    return pane


def table(pane: QWidget) -> RowTable:
    return pane.findChildren(RowTable)[0]


def chosen_by(pane: ArticleList) -> list[ArticleId]:
    found: list[ArticleId] = []
    pane.article_chosen.connect(found.append)
    return found


def said(pane: ArticleList) -> list[str]:
    model = table(pane).model()
    rows = range(model.rowCount())
    return [str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]


def fold_of(pane: ArticleList, number: int) -> QPoint:
    """The middle of "3 copies" in a row, in the table's viewport."""
    box = table(pane).visualRect(table(pane).model().index(number, 0))
    item = table(pane).model().index(number, 0).data(ITEM)
    look = measure_article(item, box.width(), load_theme("light"), "16:40")
    return box.topLeft() + look.fold.center()


def test_right_shows_what_else_tells_the_story_and_left_hides_it(told: ArticleList) -> None:
    assert said(told)[1].endswith("3 copies, 1 unread, closed")
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    assert said(told)[1].endswith("3 copies, opened")
    assert said(told)[2:4] == [
        "update, Ministers sail to Meresund, Meresund Courier, 12 March, 16:40, unread",
        "version 2, Ministers sail to Meresund, Coastline Press, 11 March, 09:00",
    ]
    assert [table(told).rowHeight(number) for number in range(6)] == [28, 88, 28, 28, 88, 28]
    assert told.current() == id_of(1)
    QTest.keyClick(table(told), Qt.Key.Key_Left)
    assert len(said(told)) == 7
    assert [table(told).rowHeight(number) for number in range(7)] == [28, 88, 88, 28, 88, 28, 88]


def test_a_click_on_the_words_opens_and_closes_and_chooses_nothing(told: ArticleList) -> None:
    told.choose(id_of(3))
    chosen = chosen_by(told)
    for shown in (9, 7):
        QTest.mouseClick(table(told).viewport(), Qt.MouseButton.LeftButton, pos=fold_of(told, 1))
        assert len(said(told)) == shown
    assert (told.current(), chosen) == (id_of(3), [])


def test_members_are_walked_and_chosen_like_articles(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    chosen = chosen_by(told)
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    assert told.step(1) == id_of(8)
    QTest.keyClick(table(told), Qt.Key.Key_Down)
    assert chosen == [id_of(7), id_of(8), id_of(2)]
    QTest.mouseClick(
        table(told).viewport(),
        Qt.MouseButton.LeftButton,
        pos=table(told).visualRect(table(told).model().index(2, 0)).center(),
    )
    assert told.current() == id_of(7)


def test_left_on_a_member_leads_to_its_story_and_hides_the_members_from_there(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    chosen = chosen_by(told)
    told.choose(id_of(8))
    QTest.keyClick(table(told), Qt.Key.Key_Left)
    assert (told.current(), chosen) == (id_of(1), [id_of(1)])
    QTest.keyClick(table(told), Qt.Key.Key_Left)
    assert told.current() == id_of(1) and len(said(told)) == 7


def test_a_story_that_is_closed_over_the_chosen_member_is_chosen(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    told.choose(id_of(8))
    QTest.mouseClick(table(told).viewport(), Qt.MouseButton.LeftButton, pos=fold_of(told, 1))
    assert told.current() == id_of(1)


def test_right_on_a_story_that_is_told_once_does_nothing(told: ArticleList, qtbot: QtBot) -> None:
    told.choose(id_of(2))
    with qtbot.assertNotEmitted(told.members_wanted):
        QTest.keyClick(table(told), Qt.Key.Key_Right)


def test_an_article_without_a_row_is_chosen_by_the_row_that_stands_for_it(told: ArticleList) -> None:
    told.choose(id_of(4))
    assert told.choose(id_of(7))
    assert told.current() == id_of(1)
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    assert told.choose(id_of(7))
    assert told.current() == id_of(7)


def test_members_stay_open_and_chosen_when_articles_come(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    told.choose(id_of(8))
    told.set_entries((entry(9, "2024-03-13"), *DAYS), COPIES)
    assert told.current() == id_of(8)
    assert [table(told).rowHeight(number) for number in range(6)] == [28, 88, 28, 88, 28, 28]


def test_a_copy_that_was_read_has_the_row_of_its_story_fetched_anew(told: ArticleList, qtbot: QtBot) -> None:
    qtbot.wait(20)
    with qtbot.waitSignal(told.rows_wanted) as asked:
        told.forget_rows((id_of(7),))
    assert id_of(1) in asked.args[0]
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    with qtbot.waitSignal(told.members_wanted) as wanted:
        told.forget_rows((id_of(7),))
    assert wanted.args == [id_of(1)]


def test_members_that_come_after_the_story_was_closed_are_not_shown(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    QTest.keyClick(table(told), Qt.Key.Key_Left)
    told.set_members(id_of(1), TELLINGS, ())
    assert told.opened() == ()


def test_a_story_whose_last_copy_went_is_closed(told: ArticleList) -> None:
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    told.set_members(id_of(1), {}, ())
    assert told.opened() == () and len(said(told)) == 7


def test_opened_stories_are_painted_in_every_theme(told: ArticleList) -> None:
    told.set_rows((row(8, starred=True),))
    QTest.keyClick(table(told), Qt.Key.Key_Right)
    dots = table(told).visualRect(table(told).model().index(2, 0))
    for name in ("light", "dark", "sepia", "contrast"):
        told.set_theme(load_theme(name))
        picture = table(told).viewport().grab().toImage()
        ratio = picture.devicePixelRatio()
        at = QPoint(round((24 + 4) * ratio), round(dots.center().y() * ratio))
        assert picture.pixelColor(at) == load_theme(name).colour("accent_text")
