"""Tests of the page as the reader and the window use it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.spans import Span
from reader.gui.look import load_theme
from reader.gui.page.marks import FAMILIES
from tests.gui.page.conftest import Desk
from tests.gui.page.story import reading, spot

MakeDesk = Callable[..., Desk]
MARENKO = 100
SHORT = (
    "[person|Ilse Marenko] said <<d:“The boats stay in.”>>",
    "The [organization|Port of [place|Tolvik]] closed [date|Friday], [person~=Ilse Marenko|she] said.",
)


def long_story(paragraphs: int = 60) -> tuple[str, ...]:
    return tuple(
        f"Paragraph {n} tells how [person|Ilse Marenko] counted the boats, and <<d:“number {n} is here,”>> she said, "
        "while crews from both shores looked on and waited for the next count to begin." for n in range(paragraphs)
    )


def select(desk: Desk, start: int, end: int) -> None:
    cursor = desk.page.browser.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    desk.page.browser.setTextCursor(cursor)


# clicks


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
    assert asked.args == [MARENKO, spot(given, "Ilse Marenko"), view.mapToGlobal(at)]


# copying


def test_copy_gives_the_words_of_the_article(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, headline="Boats 🐟 stay in"), desk()
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text


def test_copy_over_a_removal_leaves_it_out(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED More", "related-link", "The Port"),)), desk()
    here.page.set_removals_shown(True)
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text


def test_copy_inside_a_removal_gives_its_words(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED 🐟 More", "related-link", "The Port"),)), desk()
    here.page.set_removals_shown(True)
    here.show(given)
    block = here.page.browser.document().findBlockByNumber(2)
    assert block.text().startswith("RELATED")
    select(here, block.position() + 8, block.position() + 15)
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == "🐟 More"


def test_copy_keeps_the_line_break_between_caption_and_credit(desk: MakeDesk) -> None:
    given, here = reading("One crew left.", caption="Boats at Tolvik.\nPhoto by Jonna Weil"), desk()
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text


# scrolling


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


# quotations


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


# what is painted


def test_quotation_has_a_band_and_a_bar(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "boats stay"))
    left, _ = here.page.browser.column
    assert box is not None
    here.page.set_current_quotation(None)
    bar = QPoint(left - theme.size("reading", "bar_gap") - 2, int(box.center().y()))
    ground = QPoint(int(box.left()) + 1, int(box.top()) - 1)
    assert here.colour(bar) == theme.colour("bar").name()
    assert here.colour(ground) == theme.colour("band").name()
    here.page.set_current_quotation(0)
    assert here.colour(bar) == theme.colour("bar_current").name()
    here.page.set_quotations_shown(False)
    assert here.colour(bar) == here.colour(ground) == theme.colour("paper").name()


def test_line_of_a_name_goes_with_its_family(desk: MakeDesk) -> None:
    given, here = reading("Then [person|Ilse Marenko] left."), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "Ilse Marenko"))
    assert box is not None
    under = QPoint(int(box.left()) + 3, int(box.bottom()) - 2)
    assert here.colour(under) != theme.colour("paper").name()
    here.page.set_family_shown("person", False)
    assert here.colour(under) == theme.colour("paper").name()


def test_chosen_entity_lights_up_its_pronouns(desk: MakeDesk) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "she"))
    assert box is not None
    corner = box.topLeft().toPoint() + QPoint(1, 1)
    assert here.colour(corner) == theme.colour("paper").name()
    here.page.set_chosen_entity(MARENKO)
    assert here.colour(corner) == theme.tint("person").name()
    here.page.set_chosen_entity(None)
    assert here.colour(corner) == theme.colour("paper").name()


def test_removals_are_shown_in_their_place_on_their_own_ground(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED More", "related-link", "The Port"),)), desk()
    here.show(given)
    document = here.page.browser.document()
    assert document.blockCount() == 3
    here.page.set_removals_shown(True)
    block = document.findBlockByNumber(2)
    assert block.text() == "RELATED More"
    left, width = here.page.browser.column
    y = int(block.layout().position().y()) + 4
    ground = load_theme("light").colour("removed_band").name()
    assert here.colour(QPoint(left - 10, y)) == here.colour(QPoint(left + width + 10, y)) == ground
    here.page.set_removals_shown(False)
    assert document.blockCount() == 3


def test_dark_theme_changes_paper_and_letters_without_moving_the_page(desk: MakeDesk) -> None:
    given, here = reading(*long_story(), headline="A long count"), desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Paragraph 20 ").start)
    dark = load_theme("dark")
    here.page.set_theme(dark)
    assert here.page.top_offset() == spot(given, "Paragraph 20 ").start
    assert here.colour(QPoint(2, 2)) == dark.colour("paper").name()
    kicker = here.page.browser.document().firstBlock().begin().fragment().charFormat()
    assert kicker.foreground().color() == dark.colour("text_secondary")


def test_column_is_as_wide_as_the_sample_and_centred(desk: MakeDesk) -> None:
    here = desk(1000, 600)
    here.show(reading(*SHORT))
    left, width = here.page.browser.column
    assert width == here.page.browser.styles.column
    assert left == (1000 - width) // 2


def test_margins_stay_on_a_narrow_page(desk: MakeDesk) -> None:
    here = desk(468, 600)
    here.show(reading(*SHORT))
    assert here.page.browser.column == (36, 468 - 72)


def test_lines_of_the_body_are_one_step_apart(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*long_story(2)))
    layout = here.page.browser.document().findBlockByNumber(1).layout()
    step = here.page.browser.styles["body"].step
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(step, abs=0.02)


def test_kicker_names_publication_day_and_version(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*SHORT, versions=("a0", "a1", "a2")))
    words = here.page.browser.document().firstBlock().text()
    assert words.replace("\u2002", " ") == "Coastline Press · Tuesday, 12 March 2024 · Version 2 of 3"


# nothing to show


def test_no_article_shows_the_hint(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*SHORT))
    here.page.show_reading(None)
    assert here.page.reading is None
    assert here.page.browser.hint == "Choose an article. J and K go through the list."
    assert here.page.browser.toPlainText() == ""
    here.page.show_reading(None, hint="No articles yet.")
    assert here.page.browser.accessibleDescription() == "No articles yet."
    assert here.page.top_offset() == 0
    assert not here.page.next_hit()


def test_pending_article_shows_its_text(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, pending=True), desk()
    here.show(given)
    assert "The boats stay in." in here.page.browser.toPlainText()
    assert here.page.families_shown() == frozenset(FAMILIES)


def test_line_of_half_a_megabyte_is_shown_at_once(desk: MakeDesk) -> None:
    given, here = reading("herring " * 60_000), desk()
    here.show(given)
    here.page.go_to(Span(len(given.article.text) - 8, len(given.article.text)), flash=False)
    assert here.page.top_offset() > 400_000


def test_short_article_after_a_long_one_that_was_scrolled(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    here.show(reading(*long_story(200)))
    here.page.scroll_page(True)
    here.page.go_to(spot(reading(*long_story(200)), "number 190 is here"), flash=True)
    here.show(reading(*SHORT))
    assert here.page.browser.where.scrolled == 0
    assert here.page.top_offset() == 0
    with qtbot.waitSignal(here.page.quotation_in_view, check_params_cb=lambda number: number == 0):
        pass


def test_chosen_quotation_stays_current_when_removals_appear(desk: MakeDesk, qtbot: QtBot) -> None:
    given = reading(*long_story(), removals=(("RELATED More", "related-link", "Paragraph 2 "),))
    here = desk()
    here.show(given)
    qtbot.wait(10)
    here.page.set_current_quotation(3)
    with qtbot.assertNotEmitted(here.page.quotation_in_view):
        here.page.set_removals_shown(True)
