"""Tests of the find bar and of the places of a search."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.gui.look import Theme
from tests.gui.page.conftest import Desk
from tests.gui.page.story import reading, spot

MakeDesk = Callable[..., Desk]
STORY = ("The herring came late.", "No Herring was landed, and no sprat.", "One boat found HERRING at last.")


def find(desk: Desk, words: str) -> None:
    desk.page.open_find()
    desk.page.find_bar.field.setText(words)


def current(desk: Desk) -> int | None:
    return desk.page.browser.layers.hit


def test_find_bar_counts_and_goes_round(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    here.show(reading(*STORY))
    find(here, "herring")
    assert here.page.find_bar.told == "1 of 3"
    field = here.page.find_bar.field
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert here.page.find_bar.told == "2 of 3"
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert here.page.find_bar.told == "3 of 3"
    with qtbot.waitSignal(here.page.hit_changed) as changed:
        assert here.page.next_hit()
    assert changed.args == [0, 3]


def test_find_bar_says_when_there_is_nothing(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*STORY))
    find(here, "sardine")
    assert here.page.find_bar.told == "Nothing found"
    assert not here.page.next_hit()
    find(here, "")
    assert here.page.find_bar.told == ""


def test_escape_closes_the_find_bar_and_gives_the_keyboard_back(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*STORY))
    find(here, "herring")
    QTest.keyClick(here.page.find_bar.field, Qt.Key.Key_Escape)
    assert not here.page.find_is_open
    assert QApplication.focusWidget() is here.page.browser
    assert len(here.page.browser.layers.hits) == 0
    assert not here.page.close_find()


def test_words_are_sought_anew_in_the_next_article(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*STORY))
    find(here, "sprat")
    assert here.page.find_bar.told == "1 of 1"
    here.show(reading("Sprat, sprat and more sprat."))
    assert here.page.find_bar.told == "1 of 3"


def test_found_place_is_brought_into_view(desk: MakeDesk, qtbot: QtBot) -> None:
    given = reading(*("Nothing to see but boats and crews. " * 6 for _ in range(60)), "At last a sprat.")
    here = desk()
    here.show(given)
    find(here, "sprat")
    assert here.page.browser.box_of(spot(given, "sprat")) is not None


def test_search_goes_to_its_current_place(desk: MakeDesk, qtbot: QtBot) -> None:
    given = reading(*("Nothing to see but boats and crews. " * 6 for _ in range(60)), "At last a sprat.")
    here = desk()
    here.show(given)
    with qtbot.waitSignal(here.page.hit_changed) as changed:
        here.page.set_hits((spot(given, "boats"), spot(given, "sprat")), 1)
    assert changed.args == [1, 2]
    assert here.page.browser.box_of(spot(given, "sprat")) is not None


def test_search_ends_at_its_last_place(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.page.set_hits((spot(given, "late"), spot(given, "sprat")), None)
    assert here.page.next_hit()
    assert here.page.next_hit()
    assert not here.page.next_hit()
    assert current(here) == 1
    assert here.page.next_hit(back=True)
    assert not here.page.next_hit(back=True)


def test_find_bar_stands_before_a_search_and_gives_it_back(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.page.set_hits((spot(given, "late"),), 0)
    find(here, "herring")
    assert len(here.page.browser.layers.hits) == 3
    here.page.set_hits((spot(given, "late"), spot(given, "sprat")), 0)
    assert len(here.page.browser.layers.hits) == 3
    here.page.close_find()
    assert len(here.page.browser.layers.hits) == 2


def test_current_hit_stands_out_from_the_others(desk: MakeDesk, theme: Theme) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    places = (spot(given, "late"), spot(given, "sprat"))
    here.page.set_hits(places, 0)
    colours = []
    for place in places:
        box = here.page.browser.box_of(place)
        assert box is not None
        colours.append(here.colour(QPoint(int(box.left()) + 3, int(box.top()) - 1)))
    assert colours == [theme.colour("hit_current").name(), theme.colour("hit").name()]


def test_new_article_has_no_places_of_the_old_search(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.page.set_hits((spot(given, "late"),), 0)
    here.show(reading("Another story."))
    assert len(here.page.browser.layers.hits) == 0
