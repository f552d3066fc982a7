"""Tests of the quotation cards, the sidebar and its strip."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.kinds import QuotationKind
from reader.gui.look import Theme, load_theme
from reader.gui.panes import QuotationList, QuotationState, QuotationStrip
from reader.gui.panes.card import CardForm, kind_words, longest_line, measure_card, speaker_font, speaker_words
from reader.gui.panes.cards import Cards
from reader.gui.panes.note import PaneNote
from reader.gui.panes.row_table import RowTable
from tests.gui.panes.world import ARDELL, MARENKO, TODAY, quotation, today

Show = Callable[[QWidget, int, int], None]

LONG = "“We have counted the fish together, and now we will trust the count of both shores.” " * 5
NOT_ENGLISH = "No names or speakers are found: this article is not in English."
FORM = CardForm(width=304, most_lines=4, today=TODAY)


@pytest.fixture
def pane(theme: Theme, shown: Show) -> QuotationList:
    made = QuotationList(theme, today=today)
    shown(made, 304, 600)
    return made


def cards(pane: QWidget) -> Cards:
    return pane.findChildren(Cards)[0]


def table(pane: QWidget) -> RowTable:
    return pane.findChildren(RowTable)[0]


def press(pane: QWidget, number: int, at: QPoint) -> None:
    corner = table(pane).visualRect(table(pane).model().index(number, 0)).topLeft()
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=corner + at)


def test_card_is_66_and_a_step_for_each_line(theme: Theme) -> None:
    step = theme.line_height("card_words")
    assert measure_card(quotation("Yes."), FORM, theme).height == 66 + step
    assert measure_card(quotation(LONG), FORM, theme).height == 66 + 4 * step


def test_opened_card_shows_all_its_words(theme: Theme) -> None:
    assert measure_card(quotation(LONG), FORM, theme).words.text.endswith("…")
    assert measure_card(quotation(LONG), FORM, theme, opened=True).words.text == LONG


def test_joint_speakers_stand_side_by_side_and_are_clicked_one_by_one(theme: Theme) -> None:
    card = measure_card(quotation("We agree", MARENKO, ARDELL, role="ministers"), FORM, theme)
    assert "".join(name.text for name in card.names) == "Ilse Marenko, Tomas Ardell"
    assert [card.entity_at(name.place.center()) for name in card.names] == [1, 2]
    assert card.entity_at(QPoint(150, 50)) is None


def test_speaker_without_a_name_is_given_as_the_story_has_it() -> None:
    assert speaker_words(quotation(speaker_text="officials")) == ((("Officials", None),), "not named")


def test_missing_speaker_is_said_to_be_unknown() -> None:
    assert speaker_words(quotation()) == ((("Speaker unknown", None),), "")


def test_only_names_are_600_and_upright(theme: Theme) -> None:
    assert not speaker_font(theme, named=True).italic()
    assert speaker_font(theme, named=False).italic()


def test_foot_says_kind_and_cue() -> None:
    assert kind_words(quotation(kind=QuotationKind.MIXED)) == "mixed · said"
    assert kind_words(quotation(cue=None)) == "direct"


def test_card_out_of_many_articles_says_where_and_when(theme: Theme) -> None:
    form = CardForm(width=1104, most_lines=3, today=TODAY, dated=True)
    card = measure_card(quotation("Yes.", MARENKO), form, theme)
    assert (card.day, card.headline, card.foot) == ("12 March", "Ministers sail", "Coastline Press · direct · said")


def test_words_never_run_over_the_whole_of_a_wide_panel(theme: Theme) -> None:
    form = CardForm(width=1800, most_lines=3, today=TODAY, dated=True)
    card = measure_card(quotation(LONG, MARENKO), form, theme)
    assert card.words.layout.lineAt(0).naturalTextWidth() <= longest_line(theme)


def test_very_narrow_card_still_has_its_words(theme: Theme) -> None:
    card = measure_card(quotation(LONG, MARENKO, ARDELL), CardForm(40, 4, TODAY), theme)
    assert card.words.count == 4


def test_rows_are_as_high_as_their_cards(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows((quotation("Yes."), quotation(LONG)))
    assert [table(pane).rowHeight(number) for number in (0, 1)] == [cards(pane).card(n).height for n in (0, 1)]
    pane.resize(240, 600)
    qtbot.wait(10)
    assert [table(pane).rowHeight(number) for number in (0, 1)] == [cards(pane).card(n).height for n in (0, 1)]


def test_click_on_the_words_chooses_the_quotation(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows((quotation("Yes.", MARENKO), quotation("No.", ARDELL)))
    with qtbot.waitSignal(pane.quotation_chosen) as chosen:
        press(pane, 1, QPoint(60, 45))
    assert chosen.args == [1]


def test_click_on_the_name_chooses_the_speaker(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows((quotation("Yes.", MARENKO), quotation("No.", ARDELL)))
    with qtbot.assertNotEmitted(pane.quotation_chosen), qtbot.waitSignal(pane.speaker_chosen) as chosen:
        press(pane, 1, cards(pane).card(1).names[0].place.center())
    assert chosen.args == [2, 1]


def test_name_under_the_pointer_can_be_seen_to_be_a_link(pane: QuotationList) -> None:
    pane.set_rows((quotation("Yes.", MARENKO),))
    QTest.mouseMove(table(pane).viewport(), QPoint(200, 60))
    assert table(pane).viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseMove(table(pane).viewport(), cards(pane).card(0).names[0].place.center())
    assert table(pane).viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor


def test_unnamed_speaker_leads_to_the_words(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows((quotation("Yes.", speaker_text="officials"),))
    with qtbot.waitSignal(pane.quotation_chosen):
        press(pane, 0, cards(pane).card(0).names[0].place.center())


def test_keyboard_walks_chooses_and_opens(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows((quotation("Yes.", MARENKO), quotation(LONG, ARDELL)))
    QTest.keyClick(table(pane), Qt.Key.Key_Down)
    QTest.keyClick(table(pane), Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.quotation_chosen) as chosen:
        QTest.keyClick(table(pane), Qt.Key.Key_Return)
    assert chosen.args == [1]
    with qtbot.waitSignal(pane.speaker_chosen) as speaker:
        QTest.keyClick(table(pane), Qt.Key.Key_Q)
    assert speaker.args == [2, 1]
    closed = table(pane).rowHeight(1)
    QTest.keyClick(table(pane), Qt.Key.Key_Right)
    assert table(pane).rowHeight(1) > closed
    QTest.keyClick(table(pane), Qt.Key.Key_Left)
    assert table(pane).rowHeight(1) == closed


def test_card_in_view_is_raised_and_has_a_bar(pane: QuotationList, theme: Theme) -> None:
    pane.set_rows((quotation("Yes.", MARENKO), quotation("No.", ARDELL)))
    pane.set_current(1)
    top = table(pane).visualRect(table(pane).model().index(1, 0)).top()
    QTest.mouseMove(table(pane).viewport(), QPoint(100, 500))
    picture = table(pane).viewport().grab().toImage()
    assert picture.pixelColor(1, top + 40) == theme.colour("accent_text")
    assert picture.pixelColor(8, top + 40) == theme.colour("raised")
    assert picture.pixelColor(8, 40) == theme.colour("pane")


def test_card_in_view_is_scrolled_to(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows(tuple(quotation(f"Words {number}", MARENKO) for number in range(60)))
    pane.set_current(55)
    qtbot.wait(10)
    assert table(pane).viewport().rect().contains(table(pane).visualRect(table(pane).model().index(55, 0)))


def test_all_cards_are_measured_soon(pane: QuotationList, qtbot: QtBot) -> None:
    pane.set_rows(tuple(quotation(LONG, MARENKO) for _ in range(130)))
    high = cards(pane).card(0).height
    qtbot.waitUntil(lambda: table(pane).rowHeight(129) == high, timeout=3000)


def test_article_without_quotations_says_so(pane: QuotationList) -> None:
    pane.set_rows((), QuotationState.READY)
    assert pane.empty_words() == "No quotations in this article."


def test_article_that_waits_says_so(pane: QuotationList) -> None:
    pane.set_rows((), "pending")
    assert pane.empty_words() == "Still being read. Quotations come in a moment."


def test_above_the_cards_of_an_article_in_another_language_is_said_why_nobody_is_named(pane: QuotationList) -> None:
    pane.set_rows((quotation("„Niemand.“"), quotation("„Keiner.“")), QuotationState.NOT_ENGLISH)
    note = pane.findChildren(PaneNote)[0]
    assert note.isVisible() and pane.note() == NOT_ENGLISH
    assert note.geometry().bottom() < table(pane).mapTo(pane, QPoint(0, 0)).y()
    assert note.height() >= note.heightForWidth(pane.width())
    assert (pane.heading(), pane.empty_words()) == ("Quotations 2", "")


def test_where_there_are_no_cards_either_nothing_more_is_said(pane: QuotationList) -> None:
    pane.set_rows((), QuotationState.NOT_ENGLISH)
    assert (pane.heading(), pane.note(), pane.empty_words()) == ("Quotations 0", NOT_ENGLISH, "")


@pytest.mark.parametrize("state", [QuotationState.READY, QuotationState.PENDING, QuotationState.NO_ARTICLE])
def test_the_next_article_is_not_said_to_be_in_another_language(pane: QuotationList, state: QuotationState) -> None:
    pane.set_rows((), QuotationState.NOT_ENGLISH)
    pane.set_rows((), state)
    assert pane.note() == ""


def test_the_note_is_no_stop_of_the_keyboard_and_has_the_colours_of_every_theme(pane: QuotationList) -> None:
    pane.set_rows((quotation("„Niemand.“"),), QuotationState.NOT_ENGLISH)
    note = pane.findChildren(PaneNote)[0]
    assert note.focusPolicy() == Qt.FocusPolicy.NoFocus
    for name in ("light", "dark", "sepia", "contrast"):
        theme = load_theme(name)
        pane.set_theme(theme)
        picture = pane.grab().toImage()
        assert picture.pixelColor(2, note.geometry().top()) == theme.colour("pane")
        assert picture.pixelColor(2, note.geometry().bottom()) == theme.colour("line")
        assert note.palette().windowText().color() == theme.colour("text_secondary")


def test_head_counts_the_quotations(pane: QuotationList) -> None:
    pane.set_rows((quotation("Yes."), quotation("No.")))
    assert pane.heading() == "Quotations 2"
    assert pane.empty_words() == ""


def test_screen_reader_hears_who_said_what(pane: QuotationList) -> None:
    pane.set_rows((quotation("“Yes.”", MARENKO, role="Fisheries Minister"),))
    index = table(pane).model().index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ilse Marenko, Fisheries Minister, “Yes.”"
    assert index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "direct · said, ¶ 3"


def test_every_theme_is_painted(pane: QuotationList) -> None:
    pane.set_rows((quotation("Yes.", MARENKO), quotation("No.")))
    for name in ("light", "dark", "sepia", "contrast"):
        theme = load_theme(name)
        pane.set_theme(theme)
        assert pane.grab().toImage().pixelColor(280, 580) == theme.colour("pane")


def test_strip_says_how_many_there_are_and_can_be_clicked(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    strip = QuotationStrip(theme)
    shown(strip, 32, 600)
    strip.set_rows((quotation("Yes."), quotation("No.")))
    assert strip.accessibleName() == "2 quotations"
    with qtbot.waitSignal(strip.clicked):
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton)


def test_strip_has_a_tick_for_each_quotation(theme: Theme, shown: Show) -> None:
    strip = QuotationStrip(theme)
    shown(strip, 32, 600)
    strip.set_ticks([0.5, 0.8], current=1)
    picture = strip.grab().toImage()
    assert picture.pixelColor(16, 301) == theme.colour("bar")
    assert picture.pixelColor(16, 481) == theme.colour("bar_current")


def test_tick_beside_the_words_of_the_strip_leaves_them_readable(theme: Theme, shown: Show) -> None:
    strip = QuotationStrip(theme)
    shown(strip, 32, 600)
    strip.set_count(7)
    strip.set_ticks([0.01])
    picture = strip.grab().toImage()
    assert picture.pixelColor(2, 7) == theme.colour("bar")
    assert picture.pixelColor(7, 7) != theme.colour("bar")
