"""Keys in the real window: where they work, where they leave letters alone, and what Esc lets go of first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow
from reader.gui.panes.cards import Cards
from reader.gui.panes.concordance import NumberedLine
from reader.gui.panes.row_table import ITEM, RowTable
from tests.gui.driver import Driver

K = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_j_and_k_go_through_the_list(window: Driver) -> None:
    ids = [entry.id for entry in window.window.articles.entries]
    window.key(K.Key_J)
    window.wait(lambda: window.current == ids[0])
    window.key(K.Key_J)
    window.wait(lambda: window.current == ids[1])
    window.key(K.Key_K)
    window.wait(lambda: window.current == ids[0])


def test_an_article_that_was_opened_counts_as_read(window: Driver) -> None:
    total = len(window.rows())
    window.wait(lambda: window.status[0].endswith(f"{total} unread"))
    window.key(K.Key_J)
    window.wait(lambda: window.status[0].endswith(f"{total - 1} unread"))
    window.wait(lambda: window.window.commands.read.text() == "Mark as unread")


def test_m_and_s_mark_the_open_article(window: Driver) -> None:
    row = window.row("2024-03-12-grey-sound-accord")
    window.open(row.id)
    window.wait(lambda: window.row("2024-03-12-grey-sound-accord").read)
    window.key(K.Key_M)
    window.wait(lambda: not window.row("2024-03-12-grey-sound-accord").read)
    window.key(K.Key_S)
    window.wait(lambda: window.row("2024-03-12-grey-sound-accord").starred)
    window.wait(lambda: window.window.commands.star.text() == "Remove star")


def test_letters_typed_into_the_search_field_stay_letters(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    before = window.current
    window.search("jkmsn ?/")
    assert window.window.tool_bar.field.text() == "jkmsn ?/"
    assert window.current == before
    assert not window.window.acts.sheet.isVisible()


def test_slash_goes_to_the_search_field(window: Driver) -> None:
    window.key(K.Key_Slash)
    assert window.window.tool_bar.field.hasFocus()
    assert window.window.tool_bar.field.text() == ""


def test_space_scrolls_and_then_goes_to_the_next_article(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    first = window.current
    bar = window.browser.verticalScrollBar()
    window.wait(lambda: bar.maximum() > 0)
    window.key(K.Key_Space)
    window.wait(lambda: bar.value() > 0)
    assert window.current == first
    while bar.value() < bar.maximum():
        window.key(K.Key_Space)
    assert window.current == first
    window.key(K.Key_Space)
    window.wait(lambda: window.current != first)
    window.wait(lambda: bar.value() == 0)
    window.key(K.Key_Space, SHIFT)
    window.wait(lambda: window.current == first)


def test_space_presses_a_button_that_has_the_focus(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    first = window.current
    buttons = window.window.tool_bar.findChildren(type(window.window.tool_bar.children()[-1]))
    button = next(b for b in buttons if b.isVisible() and b.defaultAction() is window.window.commands.show_quotations)
    button.setFocus()
    shown = window.window.frame.quotations_shown
    window.key(K.Key_Space)
    window.wait(lambda: window.window.frame.quotations_shown is not shown)
    assert window.current == first


def test_question_mark_shows_the_sheet_of_keys_and_takes_it_away(window: Driver) -> None:
    QTest.keyClicks(QApplication.focusWidget(), "?")
    assert window.window.acts.sheet.isVisible()
    QTest.keyClicks(QApplication.focusWidget(), "?")
    assert not window.window.acts.sheet.isVisible()


def test_esc_closes_find_then_search_then_lets_go_of_the_name(window: Driver) -> None:
    window.search("herring")
    window.wait(lambda: window.window.searching.hits)
    window.key(K.Key_Return)
    window.wait(lambda: window.reading is not None)
    reading = window.reading
    assert reading is not None
    window.window.mentions.choose(reading.entities[0][1].id, window.current)
    window.wait(lambda: window.window.frame.panel.isVisible())
    window.key(K.Key_F, CONTROL)
    assert window.window.frame.page.find_is_open

    window.key(K.Key_Escape)
    assert not window.window.frame.page.find_is_open
    assert window.window.searching.active
    window.key(K.Key_Escape)
    assert not window.window.searching.active
    assert window.window.frame.list.isVisible()
    assert window.window.frame.panel.isVisible()
    window.key(K.Key_Escape)
    assert window.window.frame.panel.isHidden()
    assert window.window.mentions.entity is None


def test_f6_goes_from_pane_to_pane_and_round(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    frame = window.window.frame
    frame.list.setFocus()
    for pane in (frame.page, frame.quotations, frame.list):
        window.key(K.Key_F6)
        assert window.focused_in(pane), pane
    window.key(K.Key_F6, SHIFT)
    assert window.focused_in(frame.quotations)


def test_back_and_forward_by_keys_and_by_mouse(window: Driver) -> None:
    ids = [entry.id for entry in window.window.articles.entries]
    window.open(ids[0])
    window.open(ids[1])
    window.key(K.Key_Left, ALT)
    window.wait(lambda: window.current == ids[0])
    window.key(K.Key_Right, ALT)
    window.wait(lambda: window.current == ids[1])
    for button, wanted in ((Qt.MouseButton.BackButton, ids[0]), (Qt.MouseButton.ForwardButton, ids[1])):
        press(window, button)
        window.wait(lambda wanted=wanted: window.current == wanted)


def press(window: Driver, button: Qt.MouseButton) -> None:
    """Presses a button of the mouse in the middle of the list."""
    table = window.window.frame.list.findChildren(type(window.window.frame.list.focusProxy()))[0]
    spot = QPointF(100, 100)
    event = QMouseEvent(
        QMouseEvent.Type.MouseButtonPress,
        spot,
        table.viewport().mapToGlobal(spot),
        button,
        button,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(table.viewport(), event)


def test_text_size_changes_by_keys_and_comes_back(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    window.key(K.Key_Plus, CONTROL)
    assert window.window.zoom == 1
    window.key(K.Key_Minus, CONTROL)
    window.key(K.Key_Minus, CONTROL)
    assert window.window.zoom == -1
    window.key(K.Key_0, CONTROL)
    assert window.window.zoom == 0


def test_n_goes_on_into_the_next_article(open_window: Callable[..., Driver], window: Driver) -> None:
    row = window.row("2024-03-12-grey-sound-accord")
    window.open(row.id)
    reading = window.reading
    assert reading is not None
    entity = next(e for _, e in reading.entities if e.name == "Ilse Marenko")
    window.window.mentions.choose(entity.id, row.id)
    window.wait(lambda: window.window.mentions.lines)
    lines = window.window.mentions.lines
    here = sum(line.article == row.id for line in lines)
    assert 0 < here < len(lines)
    for _ in range(here):
        window.key(K.Key_N)
        assert window.current == row.id
    window.key(K.Key_N)
    window.wait(lambda: window.current == lines[here].article)
    assert window.window.mentions.lines == lines
    window.key(K.Key_N, SHIFT)
    window.wait(lambda: window.current == row.id)


def test_n_without_a_name_says_what_to_do(window: Driver) -> None:
    window.key(K.Key_N)
    assert window.status[0] == "No name is chosen. Click one in the text."


def test_marks_are_switched_off_and_on_by_keys(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    page = window.window.frame.page
    window.key(K.Key_3, ALT)
    assert "place" not in page.families_shown()
    assert not window.window.commands.families["place"].isChecked()
    window.key(K.Key_0, ALT)
    assert set(page.families_shown()) == set(window.window.commands.families)


def test_what_was_removed_is_shown_and_counted(window: Driver) -> None:
    row = window.row("2024-03-12-grey-sound-accord")
    window.open(row.id)
    reading = window.reading
    assert reading is not None and reading.article.removals
    window.key(K.Key_R, CONTROL | SHIFT)
    assert window.status[2].endswith("shown")
    window.key(K.Key_R, CONTROL | SHIFT)
    assert window.status[2].endswith("words")


def choose_marenko(window: Driver) -> ArticleRow:
    """Opens an article and chooses a name that others mention too."""
    row = window.row("2024-03-12-grey-sound-accord")
    window.open(row.id)
    reading = window.reading
    assert reading is not None
    entity = next(e for _, e in reading.entities if e.name == "Ilse Marenko")
    window.window.mentions.choose(entity.id, row.id)
    window.wait(lambda: window.window.frame.panel.isVisible() and window.window.mentions.lines)
    return row


def grouped_here(window: Driver) -> set[ArticleId]:
    """The articles whose lines the panel lists under "This article"."""
    panel = window.window.frame.panel
    table = next(each for each in panel.findChildren(RowTable) if each.accessibleName() == "Mentions")
    items = [table.model().index(row, 0).data(ITEM) for row in range(table.model().rowCount())]
    return {item.line.article for item in items if isinstance(item, NumberedLine) and item.here}


def test_click_on_a_line_of_the_panel_leaves_the_keyboard_there(window: Driver) -> None:
    choose_marenko(window)
    panel = window.window.frame.panel
    table = next(each for each in panel.findChildren(RowTable) if each.accessibleName() == "Mentions")
    spot = table.visualRect(table.model().index(1, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.focused_in(panel)
    window.key(K.Key_Down)
    assert panel.place().startswith("mention 2 of ")
    window.key(K.Key_Return)
    assert window.focused_in(window.window.frame.page)


def test_a_speaker_that_is_clicked_takes_the_keyboard_into_the_panel(window: Driver) -> None:
    window.open(window.row("2024-03-11-okonski-elected").id)
    index, speaker = next((n, row.speakers[0]) for n, row in enumerate(window.window.desk.quotations) if row.speakers)
    window.browser.setFocus()
    window.window.frame.quotations.speaker_chosen.emit(speaker.id, index)
    window.wait(lambda: window.window.frame.panel.isVisible())
    window.wait(lambda: window.focused_in(window.window.frame.panel))


def test_this_article_is_the_open_one_after_n(window: Driver) -> None:
    row = choose_marenko(window)
    here = sum(line.article == row.id for line in window.window.mentions.lines)
    other = window.window.mentions.lines[here].article
    for _ in range(here + 1):
        window.key(K.Key_N)
    window.wait(lambda: window.current == other)
    assert grouped_here(window) == {other}
    assert window.window.frame.panel.place().startswith(f"mention {here + 1} of ")


def test_this_article_stays_while_one_walks_and_changes_with_enter(window: Driver) -> None:
    row = choose_marenko(window)
    here = sum(line.article == row.id for line in window.window.mentions.lines)
    other = window.window.mentions.lines[here].article
    window.window.frame.panel.setFocus()
    for _ in range(here + 1):
        window.key(K.Key_Down)
    window.wait(lambda: window.current == other)
    assert grouped_here(window) == {row.id}
    window.key(K.Key_Return)
    assert grouped_here(window) == {other}
    assert window.current == other


def test_this_article_is_the_open_one_after_a_jump_to_a_quotation(window: Driver) -> None:
    row = choose_marenko(window)
    panel = window.window.frame.panel
    panel.show_tab("quotations")
    cards = panel.findChildren(Cards)[0]
    index = next(n for n, quotation in enumerate(cards.rows()) if quotation.article != row.id)
    other = cards.rows()[index].article
    panel.quotation_chosen.emit(index)
    window.wait(lambda: window.current == other and grouped_here(window) == {other})
    assert panel.tab() == "quotations"
    QTest.mouseClick(panel.tab_button("mentions"), Qt.MouseButton.LeftButton)
    window.key(K.Key_Down)
    assert window.current == other


def test_the_keyboard_goes_back_to_where_it_was_before_the_sheet(window: Driver) -> None:
    window.key(K.Key_J)
    window.wait(lambda: window.current is not None)
    for pane in (window.window.frame.list, window.window.frame.page):
        pane.setFocus()
        before = QApplication.focusWidget()
        QTest.keyClicks(before, "?")
        assert QApplication.focusWidget() is not before
        window.key(K.Key_Escape)
        assert window.window.acts.sheet.isHidden()
        assert QApplication.focusWidget() is before


def test_the_keyboard_goes_to_the_list_when_nothing_had_it_before_the_sheet(window: Driver) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    focused.clearFocus()
    window.window.commands.keys.trigger()
    window.key(K.Key_Escape)
    assert window.focused_in(window.window.frame.list)


def test_the_sheet_fits_into_the_smallest_window_and_scrolls(open_window: Callable[..., Driver], library: Path) -> None:
    driver = open_window(library, size=(820, 560))
    driver.wait(lambda: driver.listed > 0)
    sheet = driver.window.acts.sheet
    sheet.open()
    assert driver.window.rect().contains(sheet.geometry())
    bar = sheet.findChildren(QScrollArea)[0].verticalScrollBar()
    assert bar.maximum() > 0
    driver.key(K.Key_PageDown)
    assert bar.value() > 0
    driver.window.resize(1280, 800)
    driver.wait(lambda: bar.maximum() == 0)


def test_the_sheet_is_as_high_as_its_longest_column(open_window: Callable[..., Driver], library: Path) -> None:
    driver = open_window(library, size=(1280, 800))
    driver.wait(lambda: driver.listed > 0)
    sheet = driver.window.acts.sheet
    sheet.open()
    lowest = max(label.mapTo(sheet, label.rect().bottomLeft()).y() for label in sheet.findChildren(QLabel))
    assert sheet.height() - lowest < 40


def test_the_sheet_names_the_keys_of_names_and_panes(window: Driver) -> None:
    sheet = window.window.acts.sheet
    sheet.open()
    words = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Tab", "Shift+Tab", "Enter", "Shift+F6"} <= words
