"""Tests of the entity panel."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.core.kinds import Kind
from reader.gui.look import Theme, load_theme
from reader.gui.panes import EntityPanel
from reader.gui.panes.concordance import NumberedLine, arrange_lines, heading_words, right_words
from reader.gui.panes.concordance_line import measure_line, parts
from reader.gui.panes.lines import advance
from reader.gui.panes.row_table import RowTable
from tests.gui.panes.world import MARENKO, TODAY, entity, id_of, line, quotation, today

LINES = (
    line(1, "Fisheries Minister |Ilse Marenko| signs the accord", where="caption"),
    line(1, "The accord, |Marenko| said, begins in June", where="3"),
    line(2, "The survey was ordered by |Marenko| after two seasons"),
    line(3, "|The minister| declined to answer", published="2023-10-04"),
)


@pytest.fixture
def pane(theme: Theme, shown: Callable[[QWidget, int, int], None]) -> EntityPanel:
    made = EntityPanel(theme, today=today)
    shown(made, 1104, 304)
    made.set_entity(entity(), LINES, (quotation("“Yes.”", MARENKO),), id_of(1))
    return made


def table(pane: EntityPanel) -> RowTable:
    return next(each for each in pane.findChildren(RowTable) if each.accessibleName() == "Mentions")


def told_by(pane: EntityPanel) -> list[tuple[object, bool]]:
    found: list[tuple[object, bool]] = []
    pane.line_chosen.connect(lambda number, final: found.append((number, final)))
    return found


def numbered(number: int, here: bool = False) -> NumberedLine:
    return NumberedLine(number, LINES[number], here)


def test_lines_of_this_article_stand_under_their_own_heading() -> None:
    rows = arrange_lines(LINES, id_of(1))
    said = [each.number if isinstance(each, NumberedLine) else heading_words(each) for each in rows]
    assert said == ["This article", 0, 1, "Other articles", 2, 3]


def test_heading_without_lines_is_left_out() -> None:
    rows = arrange_lines(LINES, id_of(99))
    assert len(rows) == 5


def test_mention_begins_at_43_percent_in_every_line(theme: Theme) -> None:
    looks = [measure_line(numbered(number), 1104, theme, TODAY) for number in range(4)]
    context = 1104 - 16 - 68 - 256 - 16
    assert {look.mention_at for look in looks} == {16 + round(context * 0.43)}


def test_left_context_ends_where_the_mention_begins(theme: Theme) -> None:
    look = measure_line(numbered(2), 1104, theme, TODAY)
    assert look.left_at + advance(look.left, theme.font("ui")) == look.mention_at


def test_long_contexts_are_cut_at_their_far_ends(theme: Theme) -> None:
    long = "the word of the council and the crews " * 10
    look = measure_line(NumberedLine(0, line(2, f"{long}|Marenko| {long}"), False), 1104, theme, TODAY)
    assert look.left.startswith("…")
    assert look.right.endswith("…")
    assert look.left_at >= 16


def test_headline_gives_way_in_a_narrow_panel(theme: Theme) -> None:
    wide, narrow, narrowest = (measure_line(numbered(2), width, theme, TODAY) for width in (1104, 800, 700))
    assert advance(wide.headline, theme.font("small")) > advance(narrow.headline, theme.font("small")) > 0
    assert narrowest.headline == ""


def test_line_says_its_place_here_and_its_day_elsewhere() -> None:
    assert right_words(numbered(1, here=True), TODAY) == "¶ 3"
    assert right_words(numbered(0, here=True), TODAY) == "caption"
    assert right_words(numbered(2), TODAY) == "9 March"
    assert right_words(numbered(3), TODAY) == "4 October 2023"


def test_sentence_over_two_lines_is_shown_in_one() -> None:
    assert parts(line(2, "The survey\nof |Ilse\nMarenko| was\nlong")) == ("The survey of ", "Ilse Marenko", " was long")


def test_arrows_show_each_place_over_headings_and_enter_goes_there(pane: EntityPanel) -> None:
    told = told_by(pane)
    for _ in range(3):
        QTest.keyClick(table(pane), Qt.Key.Key_Down)
    QTest.keyClick(table(pane), Qt.Key.Key_Return)
    assert told == [(0, False), (1, False), (2, False), (2, True)]


def test_click_goes_to_the_place(pane: EntityPanel) -> None:
    told = told_by(pane)
    at = table(pane).visualRect(table(pane).model().index(2, 0)).center()
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert told == [(1, True)]


def test_headings_cannot_be_chosen(pane: EntityPanel) -> None:
    told = told_by(pane)
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 14))
    assert told == []


def test_current_line_is_set_without_telling(pane: EntityPanel) -> None:
    told = told_by(pane)
    pane.set_current_line(2)
    assert (pane.place(), table(pane).current(), told) == ("mention 3 of 41", 4, [])
    pane.set_current_line(None)
    assert (pane.place(), table(pane).current()) == ("", None)


def test_all_is_seen_when_the_panel_grows_after_it_is_shown(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    pane = EntityPanel(theme, window, today=today)
    pane.resize(1104, 120)
    pane.set_entity(entity(), LINES, (), id_of(1))
    window.show()
    pane.set_current_line(3)
    pane.resize(1104, 304)
    qtbot.wait(20)
    assert table(pane).verticalScrollBar().value() == 0


def test_day_with_its_year_takes_room_from_the_headline(theme: Theme) -> None:
    look = measure_line(numbered(3), 1104, theme, TODAY)
    assert look.headline_at + advance(look.headline, theme.font("small")) < look.day_at


def test_head_follows_the_arrows(pane: EntityPanel) -> None:
    QTest.keyClick(table(pane), Qt.Key.Key_Down)
    assert pane.place() == "mention 1 of 41"


def test_facts_count_the_articles_and_say_when(pane: EntityPanel) -> None:
    assert pane.facts() == "18 articles, 4 October 2023 to 12 March"


def test_tabs_count_mentions_and_quotations(pane: EntityPanel) -> None:
    assert pane.tab_words("mentions") == "Mentions 41"
    assert pane.tab_words("quotations") == "Quotations 1"


def test_place_has_no_quotations(pane: EntityPanel) -> None:
    pane.show_tab("quotations")
    assert pane.tab() == "quotations"
    pane.set_entity(entity(Kind.PLACE, "Meresund"), LINES, (), None)
    assert pane.tab() == "mentions"
    pane.show_tab("quotations")
    assert pane.tab() == "mentions"


def test_tab_stays_for_the_next_person(pane: EntityPanel) -> None:
    pane.show_tab("quotations")
    pane.set_entity(entity(name="Tomas Ardell"), LINES, (), None)
    assert pane.tab() == "quotations"
    assert pane.empty_words() == "No quotations."


def test_quotation_is_chosen_by_click(pane: EntityPanel, qtbot: QtBot) -> None:
    pane.show_tab("quotations")
    cards = next(each for each in pane.findChildren(RowTable) if each.accessibleName() == "Quotations")
    with qtbot.waitSignal(pane.quotation_chosen) as chosen:
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, 45))
    assert chosen.args == [0]


def test_tab_is_chosen_by_the_keyboard(pane: EntityPanel, qtbot: QtBot) -> None:
    pane.tab_button("mentions").setFocus()
    with qtbot.waitSignal(pane.tab_chosen) as chosen:
        QTest.keyClick(pane.tab_button("mentions"), Qt.Key.Key_Right)
    assert (chosen.args, pane.tab()) == (["quotations"], "quotations")


def test_buttons_step_and_close(pane: EntityPanel, qtbot: QtBot) -> None:
    buttons = {button.accessibleName().split(" (")[0]: button for button in pane.findChildren(QToolButton)}
    with qtbot.waitSignal(pane.step_asked) as asked:
        buttons["Previous mention"].click()
    assert asked.args == [-1]
    with qtbot.waitSignal(pane.step_asked) as asked:
        buttons["Next mention"].click()
    assert asked.args == [1]
    with qtbot.waitSignal(pane.closed):
        buttons["Close"].click()


def test_screen_reader_hears_the_sentence_and_where_it_stands(pane: EntityPanel) -> None:
    index = table(pane).model().index(4, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "The survey was ordered by Marenko after two seasons"
    said = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert said == "Herring stock stronger than feared, 9 March"


def test_every_theme_is_painted(pane: EntityPanel) -> None:
    for name in ("light", "dark", "sepia", "contrast"):
        theme = load_theme(name)
        pane.set_theme(theme)
        pane.set_current_line(1)
        for tab in ("mentions", "quotations"):
            pane.show_tab(tab)
            assert pane.grab().toImage().pixelColor(1080, 300) == theme.colour("pane")


def test_click_on_a_tab_or_a_line_takes_the_keyboard_along(pane: EntityPanel) -> None:
    other = QWidget(pane.parentWidget())
    other.show()
    left: list[bool] = []
    pane.entered.connect(lambda: left.append(True))
    for act in (
        lambda: QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 45)),
        lambda: QTest.mouseClick(pane.tab_button("quotations"), Qt.MouseButton.LeftButton),
        lambda: QTest.mouseClick(pane.tab_button("mentions"), Qt.MouseButton.LeftButton),
    ):
        other.setFocus()
        act()
        focused = pane.window().focusWidget()
        assert isinstance(focused, RowTable) and pane.isAncestorOf(focused)
    assert not left


def test_enter_says_that_the_reader_goes_on_in_the_text(pane: EntityPanel, qtbot: QtBot) -> None:
    QTest.keyClick(table(pane), Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.entered):
        QTest.keyClick(table(pane), Qt.Key.Key_Return)
