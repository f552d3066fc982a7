"""Tests of the hits as a reader uses them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.reasons import Reason
from reader.core.search import Page, WordCount
from reader.core.spans import Span
from reader.gui.look import Theme, load_theme
from reader.gui.panes import HitList
from reader.gui.panes.nothing_found import NothingFound, proposed, spoken, title_of
from reader.gui.panes.row_table import RowTable
from tests.gui.panes.world import hit, id_of, today

HERING = WordCount("hering", 0, "herring", 61)
ACCORD = WordCount("accord", 64)


@pytest.fixture
def pane(theme: Theme, shown: Callable[[QWidget, int, int], None]) -> HitList:
    made = HitList(theme, today=today)
    shown(made, 400, 600)
    return made


def table(pane: QWidget, name: str = "Articles found") -> RowTable:
    return next(each for each in pane.findChildren(RowTable) if each.accessibleName() == name)


def found(total: int, **more: object) -> Page:
    return Page("herring AND accord", total, 6.0, **more)  # type: ignore[arg-type]


def test_head_counts_all_hits_and_not_those_that_are_here(pane: HitList) -> None:
    pane.set_page(found(1204), (hit(1), hit(2)))
    assert pane.heading() == "Articles 1,204"


def test_line_says_how_the_query_was_understood(pane: HitList) -> None:
    pane.set_page(found(1), (hit(1),))
    assert pane.understood() == "herring AND accord"


def test_notes_say_how_the_query_was_read(pane: HitList) -> None:
    pane.set_page(found(1, notes=(Reason("common-word", ("the",)), Reason("write-or"))), (hit(1),))
    assert pane.notes().startswith('"the" is in nearly every article and was left out.')
    assert pane.notes().endswith("write OR in capitals.")
    pane.set_error("No field “speeker”.")
    assert pane.notes() == ""


def test_pending_articles_are_told(pane: HitList) -> None:
    pane.set_page(found(1, pending=12), (hit(1),))
    assert pane.pending_words() == "12 articles pending"
    pane.set_page(found(1), (hit(1),))
    assert pane.pending_words() == ""


def test_click_and_arrows_choose(pane: HitList) -> None:
    told: list[object] = []
    pane.hit_chosen.connect(told.append)
    pane.set_page(found(3), (hit(1), hit(2), hit(3)))
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 40))
    QTest.keyClick(table(pane), Qt.Key.Key_Down)
    QTest.keyClick(table(pane), Qt.Key.Key_Return)
    assert told == [id_of(1), id_of(2), id_of(2)]


def test_step_begins_with_the_first_hit_and_ends_with_the_last(pane: HitList) -> None:
    pane.set_page(found(2), (hit(1), hit(2)))
    assert [pane.step(1), pane.step(1), pane.step(1), pane.step(-1)] == [id_of(1), id_of(2), None, id_of(1)]


def test_chosen_hit_stays_chosen_in_a_new_answer(pane: HitList) -> None:
    pane.set_page(found(2), (hit(1), hit(2)))
    pane.choose(id_of(2))
    pane.set_page(found(3), (hit(3), hit(2), hit(1)))
    assert pane.current() == id_of(2)
    pane.set_page(found(1), (hit(5),))
    assert pane.current() is None


def test_more_are_wanted_near_the_end_and_only_once(pane: HitList, qtbot: QtBot) -> None:
    wanted: list[object] = []
    pane.set_page(found(300), tuple(hit(number) for number in range(50)))
    pane.more_wanted.connect(wanted.append)
    qtbot.wait(10)
    bar = table(pane).verticalScrollBar()
    bar.setValue(5 * 88)
    assert wanted == []
    for value in (bar.maximum() - 200, bar.maximum()):
        bar.setValue(value)
    assert wanted == [50]
    pane.set_page(found(300), tuple(hit(number) for number in range(100)))
    assert wanted == [50]
    qtbot.wait(10)
    bar.setValue(bar.maximum())
    assert wanted == [50, 100]


def test_more_hits_below_leave_the_scroll_bar_where_it_is(pane: HitList, qtbot: QtBot) -> None:
    pane.set_page(found(300), tuple(hit(number) for number in range(50)))
    qtbot.wait(10)
    bar = table(pane).verticalScrollBar()
    bar.setValue(1000)
    pane.set_page(found(300), tuple(hit(number) for number in range(100)))
    assert bar.value() == 1000


def test_nothing_found_names_the_word_that_no_article_has() -> None:
    assert title_of((ACCORD, HERING)) == "Nothing has “hering”. 61 articles have “herring”."
    assert title_of((WordCount("hering", 0, "herring", 1),)) == "Nothing has “hering”. 1 article has “herring”."
    assert title_of((WordCount("xyzzy", 0),)) == "Nothing has “xyzzy”."


def test_star_of_a_word_that_is_being_typed_is_not_shown(pane: HitList) -> None:
    typed = WordCount("hering*", 0, "herring", 61)
    pane.set_page(Page("accord AND hering*", 0, 2.0, words=(ACCORD, typed)), ())
    nothing = pane.findChildren(NothingFound)[0]
    assert nothing.title() == "Nothing has “hering”. 61 articles have “herring”."
    assert spoken(typed) == ("hering, 0 articles", "herring, 61")
    assert proposed("accord AND hering*", typed) == "accord AND herring"


def test_words_that_never_meet_are_not_blamed_one_by_one() -> None:
    assert title_of((ACCORD, WordCount("sprat", 3))) == "No article has all of these"


def test_nearest_spelling_is_put_into_the_query() -> None:
    assert proposed("hering AND accord", HERING) == "herring AND accord"
    assert proposed("hering OR herings", HERING) == "herring OR herings"


def test_nearest_name_keeps_its_field_and_gets_marks() -> None:
    word = WordCount("speaker:Ardel", 0, "Tomas Ardell", 29)
    assert proposed("accord AND speaker:Ardel", word) == 'accord AND speaker:"Tomas Ardell"'


def test_link_of_a_word_proposes_another_query(pane: HitList, qtbot: QtBot) -> None:
    pane.set_page(Page("hering AND accord", 0, 2.0, words=(HERING, ACCORD)), ())
    nothing = pane.findChildren(NothingFound)[0]
    assert nothing.isVisible()
    assert nothing.title() == "Nothing has “hering”. 61 articles have “herring”."
    words = table(nothing, "Words of the search")
    with qtbot.waitSignal(pane.query_proposed) as asked:
        QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(350, 16))
    assert asked.args == ["herring AND accord"]
    with qtbot.waitSignal(pane.query_proposed):
        QTest.keyClick(words, Qt.Key.Key_Return)


def test_word_that_was_found_has_no_link(pane: HitList, qtbot: QtBot) -> None:
    pane.set_page(Page("hering AND accord", 0, 2.0, words=(HERING, ACCORD)), ())
    words = table(pane, "Words of the search")
    with qtbot.assertNotEmitted(pane.query_proposed):
        QTest.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(350, 48))


def test_error_takes_the_place_of_the_hits(pane: HitList) -> None:
    pane.set_page(found(1), (hit(1),))
    pane.set_error("No field “speeker”. Did you mean speaker?", "speeker:Ardell", Span(0, 7))
    assert pane.error() == "No field “speeker”. Did you mean speaker?"
    assert (pane.current(), table(pane).isVisible()) == (None, False)
    pane.set_page(found(1), (hit(1),))
    assert (pane.error(), table(pane).isVisible()) == ("", True)


def test_menu_chooses_how_hits_are_sorted(pane: HitList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.sort_chosen) as chosen:
        pane.sort_actions()["newest"].trigger()
    assert chosen.args == ["newest"]


def test_screen_reader_hears_the_snippet(pane: HitList) -> None:
    pane.set_page(found(1), (hit(1, "the accord names herring", "accord"),))
    said = table(pane).model().index(0, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "the accord names herring"


def test_every_theme_is_painted(pane: HitList) -> None:
    for name in ("light", "dark", "sepia", "contrast"):
        theme = load_theme(name)
        pane.set_theme(theme)
        for page, hits in ((found(1), (hit(1, "the accord", "accord"),)), (found(0, words=(HERING, ACCORD)), ())):
            pane.set_page(page, hits)
            assert pane.grab().toImage().pixelColor(380, 580) == theme.colour("pane")
        pane.set_error("No field “speeker”.", "speeker:x", Span(0, 7))
        assert pane.grab().toImage().pixelColor(380, 580) == theme.colour("pane")
