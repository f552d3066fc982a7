"""Tests of clicks on the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.page.conftest import Desk
from tests.gui.page.story import SHORT, reading, spot

MakeDesk = Callable[..., Desk]
MARENKO = 100


def test_click_on_a_name_chooses_its_entity(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.entity_chosen) as chosen:
        here.click(spot(given, "Ilse Marenko"))
    assert chosen.args == [MARENKO, spot(given, "Ilse Marenko")]


def test_click_takes_the_inner_name(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.entity_chosen) as chosen:
        here.click(spot(given, "Tolvik"))
    assert chosen.args[1] == spot(given, "Tolvik")


def test_click_on_the_last_letter_still_hits_the_name(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    box = here.page.browser.box_of(spot(given, "Ilse Marenko"))
    assert box is not None
    with qtbot.waitSignal(here.page.entity_chosen):
        place = QPoint(int(box.right()) - 1, int(box.center().y()))
        QTest.mouseClick(here.page.browser.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("words", ["said", "Friday"])
def test_click_beside_names_chooses_nothing(desk: MakeDesk, qtbot: QtBot, words: str) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    with qtbot.assertNotEmitted(here.page.entity_chosen):
        here.click(spot(given, words))


def test_click_in_the_margin_chooses_nothing(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    with qtbot.assertNotEmitted(here.page.entity_chosen):
        QTest.mouseClick(here.page.browser.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 60))


def test_dragging_over_a_name_selects_it(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    view, middle = here.page.browser.viewport(), here.place(spot(given, "Ilse Marenko"))
    with qtbot.assertNotEmitted(here.page.entity_chosen):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseMove(view, middle + QPoint(40, 0))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))


def test_emoji_before_a_name_does_not_move_it(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading("🐟🐟🐟 e\u0301 [person|Ilse Marenko] left."), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.entity_chosen) as chosen:
        here.click(spot(given, "Ilse Marenko"))
    assert chosen.args[1].of(given.article.text) == "Ilse Marenko"


def test_name_in_right_to_left_text_is_clicked_where_it_stands(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading("قال [person|إيلزه مارينكو] إن [person|Tomas Ardell] هنا"), desk()
    here.show(given)
    for words in ("إيلزه مارينكو", "Tomas Ardell"):
        with qtbot.waitSignal(here.page.entity_chosen) as chosen:
            here.click(spot(given, words))
        assert chosen.args[1].of(given.article.text) == words


def test_menu_is_asked_for_the_name_under_the_pointer(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    view, at = here.page.browser.viewport(), here.place(spot(given, "Ilse Marenko"))
    with qtbot.waitSignal(here.page.context_menu_asked) as asked:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
        QApplication.sendEvent(view, event)
    assert asked.args[:3] == [MARENKO, spot(given, "Ilse Marenko"), view.mapToGlobal(at)]
    assert spot(given, "Ilse Marenko").start <= asked.args[3] < spot(given, "Ilse Marenko").end
