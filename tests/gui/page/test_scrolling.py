"""Tests of moving over the page, and of the quotation that is being read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.core.article import Removal
from reader.core.reasons import Reason
from reader.gui.look import load_theme
from tests.gui.page.conftest import Desk
from tests.gui.page.story import long_story, reading, spot

MakeDesk = Callable[..., Desk]


def test_offset_at_the_top_comes_back(desk: MakeDesk) -> None:
    given, here = reading(*long_story(), headline="A long count"), desk()
    here.show(given)
    for words in ("Paragraph 7 ", "Paragraph 31 ", "Paragraph 12 "):
        here.page.scroll_to_offset(spot(given, words).start)
        assert here.page.top_offset() == spot(given, words).start


def test_offset_zero_is_the_top_of_the_page(desk: MakeDesk) -> None:
    given, here = reading(*long_story(), headline="A long count"), desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Paragraph 7 ").start)
    here.page.scroll_to_offset(0)
    assert here.page.browser.where.scrolled == 0
    assert here.page.top_offset() == 0


def test_jump_brings_the_place_into_view_and_flashes(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    words = spot(given, "number 50 is here")
    here.page.go_to(words)
    box = here.page.browser.box_of(words)
    assert box is not None and 0 < box.top() < here.page.browser.viewport().height() / 2
    assert here.colour(QPoint(int(box.left()) + 1, int(box.bottom()) - 1)) == load_theme("light").colour("flash").name()
    with qtbot.waitSignal(here.page.flash.glowed, check_params_cb=lambda left: left == 0, timeout=3000):
        pass
    assert here.colour(QPoint(int(box.left()) + 1, int(box.bottom()) - 1)) == load_theme("light").colour("band").name()


def test_place_in_view_does_not_scroll(desk: MakeDesk) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    here.page.go_to(spot(given, "Paragraph 2 "), flash=False)
    assert here.page.browser.where.scrolled == 0


def test_short_jump_glides(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    words = spot(given, "Paragraph 7 ")
    here.page.go_to(words, flash=False)
    assert here.page.browser.where.scrolled == 0
    qtbot.waitUntil(lambda: here.page.browser.where.scrolled > 100, timeout=2000)


def test_reading_on_stops_at_the_end(desk: MakeDesk) -> None:
    given, here = reading(*long_story(12)), desk()
    here.show(given)
    assert not here.page.scroll_page(False)
    steps = 0
    while here.page.scroll_page(True):
        steps += 1
    assert 1 < steps < 10
    assert here.page.scroll_page(False)


def test_space_is_left_under_the_last_words(desk: MakeDesk) -> None:
    given, here = reading(*long_story(12)), desk()
    at_the_end = Removal("Sign up for our letter.", Reason("boilerplate"), len(given.article.text))
    for removals in ((), (at_the_end,)):
        here.page.set_removals_shown(bool(removals))
        here.show(replace(given, article=replace(given.article, removals=removals)))
        here.press(Qt.Key.Key_End)
        document, where = here.page.browser.document(), here.page.browser.where
        assert bool(removals) is ("Sign up" in document.lastBlock().text())
        last = document.documentLayout().blockBoundingRect(document.lastBlock())
        assert 24 <= where.scrolled + where.height - last.bottom() <= 80


def test_last_words_of_an_endless_article_are_reached_at_once(desk: MakeDesk) -> None:
    given, here = reading(*long_story(3000)), desk()
    here.show(given)
    words = spot(given, "number 2999 is here")
    here.page.go_to(words, flash=False)
    assert here.page.browser.box_of(words) is not None


def test_narrower_page_keeps_the_line_at_the_top(desk: MakeDesk) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Paragraph 20 ").start)
    here.page.resize(480, 600)
    here.page.grab()
    assert here.page.top_offset() == spot(given, "Paragraph 20 ").start


def test_larger_text_keeps_the_line_at_the_top(desk: MakeDesk) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Paragraph 20 ").start)
    here.page.set_zoom(4)
    assert here.page.top_offset() == spot(given, "Paragraph 20 ").start


def test_click_on_the_ruler_goes_there(desk: MakeDesk) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    ruler = here.page.ruler
    QTest.mouseClick(ruler, Qt.MouseButton.LeftButton, pos=QPoint(5, ruler.height() // 2))
    bar = here.page.browser.verticalScrollBar()
    assert abs(bar.value() - bar.maximum() / 2) < 60


def test_quotation_in_view_is_told_after_the_article_is_shown(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    with qtbot.waitSignal(here.page.quotation_in_view, check_params_cb=lambda number: number in (0, 1)):
        here.show(reading(*long_story()))


def test_scrolling_tells_which_quotation_is_being_read(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.quotation_in_view) as told:
        here.page.scroll_to_offset(spot(given, "Paragraph 30 ").start)
    assert told.args[0] in (30, 31, 32)


def test_chosen_quotation_stays_current_while_it_is_in_view(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    here.page.set_current_quotation(3)
    with qtbot.assertNotEmitted(here.page.quotation_in_view):
        here.page.browser.verticalScrollBar().setValue(30)
    with qtbot.waitSignal(here.page.quotation_in_view):
        here.page.scroll_to_offset(spot(given, "Paragraph 30 ").start)


def test_article_without_quotations_has_none_in_view(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    with qtbot.waitSignal(here.page.quotation_in_view, check_params_cb=lambda number: number is None):
        here.show(reading("Nobody said a word."))


def test_jump_makes_the_quotation_it_leads_into_the_current_one(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    told: list[object] = []
    here.page.quotation_in_view.connect(told.append)
    for number in (50, 52, 58, 3):
        here.page.go_to(spot(given, f"number {number} is here"))
        qtbot.wait(400)
        assert told[-1] == number


def test_jump_beside_all_quotations_leaves_the_scrolling_to_say(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*long_story()), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.quotation_in_view) as told:
        here.page.go_to(spot(given, "Paragraph 30 "))
    assert told.args[0] in (29, 30)


def test_every_quotation_comes_up_as_one_reads_to_the_end(desk: MakeDesk) -> None:
    given, here = reading(*long_story(20)), desk()
    here.show(given)
    told: list[int] = []
    here.page.quotation_in_view.connect(told.append)
    bar = here.page.browser.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.value() + 10)
    assert told == list(range(told[0], 20))


def test_article_that_fits_is_read_from_its_top(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    with qtbot.waitSignal(here.page.quotation_in_view) as told:
        here.show(reading(*long_story(4)))
    assert here.page.browser.verticalScrollBar().maximum() == 0
    assert told.args[0] < 3
