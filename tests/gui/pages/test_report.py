"""The import report in the real window, as a reader sees it and drives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu

from reader.gui.pages.page_head import HeadButton
from tests import stories
from tests.gui.driver import Driver
from tests.gui.pages.reports import bring_in, files, report, view

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Opener = Callable[..., Driver]
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_report_opens_where_something_failed_and_says_what_to_do(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    title, facts = shown.head.words
    assert title.startswith("Import of ") and facts.startswith("“pile”, 4 files, ")
    assert shown.tabs.chosen() == "failed" and shown.tabs.words("failed") == "Failed 2"
    assert sorted(files(shown)) == ["blob.bin", "empty.txt"]
    row = next(cells for cells in shown.rows() if cells[0] == "empty.txt")
    assert row[1:] == ("Empty file", "Nothing to read. Save it again from where it came")
    assert "2 other articles are in the library" in shown.words()
    assert empty.status[2] == "Import done: 2 imported, 2 failed"
    assert empty.window.windowTitle() == f"{title} – Dateline"


def test_where_nothing_failed_the_reader_is_left_alone(empty: Driver, tmp_path: Path) -> None:
    bring_in(empty, Path(stories.write(tmp_path / "in", "a.txt", stories.SOUND)))
    assert empty.window.pages.current is None
    empty.wait(lambda: empty.window.status.report == "Import done: 1 imported")


def test_a_reader_who_turned_to_an_article_keeps_it_and_is_told_below(window: Driver, pile: Path) -> None:
    window.window.importing.start([pile])
    window.window.desk.open(window.row("2024-03-12-grey-sound-accord").id)
    window.wait(lambda: window.current is not None)
    window.wait(lambda: not window.window.importing.running)
    assert window.window.pages.current is None
    window.wait(lambda: window.window.status.report == "Import done: 2 imported, 2 failed")
    window.window.status.report_asked.emit()
    window.wait(lambda: files(view(window)))
    assert view(window).tabs.chosen() == "failed"
    assert window.window.status.report == "" and window.status[2] == "Import done: 2 imported, 2 failed"
    window.key(K.Key_Escape)
    assert window.window.status.report == "Import done: 2 imported, 2 failed"


def test_every_tab_has_its_rows_and_the_columns_say_what_they_hold(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.tabs.button("all").click()
    assert len(shown.rows()) == 4
    shown.tabs.button("imported").click()
    assert sorted(files(shown)) == ["old/storm.txt", "sound.txt"]
    heads = [shown.table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["File", "Publication", "Headline"]
    assert "Ministers meet over the Grey Sound" in {cells[2] for cells in shown.rows()}
    shown.tabs.button("updated").click()
    assert shown.rows() == () and shown.words() == "No article has changed since it was imported."


def test_tabs_are_walked_by_keys_from_anywhere_on_the_page(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.table.setFocus()
    empty.key(K.Key_PageDown, CONTROL)
    assert shown.tabs.chosen() == "all"
    empty.key(K.Key_PageUp, CONTROL)
    empty.key(K.Key_PageUp, CONTROL)
    assert shown.tabs.chosen() == "known"


def test_a_column_is_hidden_and_shown_by_the_menu_of_the_heads(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.table.head_menu().actions()[1].trigger()
    shown.table.head_menu().actions()[2].trigger()
    assert [shown.table.isColumnHidden(column) for column in range(3)] == [False, True, True]
    assert not shown.table.head_menu().actions()[0].isEnabled()
    shown.table.selectAll()
    shown.table.copy()
    assert sorted(QGuiApplication.clipboard().text().splitlines()) == ["blob.bin", "empty.txt"]
    shown.table.head_menu().actions()[1].trigger()
    assert not shown.table.isColumnHidden(1)


def test_a_second_import_says_what_was_known_and_what_has_changed(empty: Driver, pile: Path) -> None:
    bring_in(empty, pile)
    stories.write(pile, "sound.txt", stories.SOUND.replace("Nobody", "No one"))
    shown = report(empty, pile)
    empty.wait(lambda: shown.tabs.words("updated") == "Updated 1")
    assert [shown.tabs.words(tab) for tab in ("all", "imported", "known", "failed")] == [
        "All 4", "Imported 0", "Known 1", "Failed 2",
    ]  # fmt: skip


def test_enter_opens_the_article_and_back_leads_to_the_row(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.tabs.button("imported").click()
    shown.table.setFocus()
    empty.key(K.Key_End)
    line = shown.current_line()
    assert line is not None
    empty.key(K.Key_Return)
    empty.wait(lambda: empty.current == line.article)
    assert empty.window.frame.page.isVisible()
    empty.key(K.Key_Left, ALT)
    empty.wait(lambda: empty.window.pages.current is not None and shown.current_line() == line)
    assert shown.tabs.chosen() == "imported" and shown.table.hasFocus()


def test_the_field_narrows_and_esc_widens_before_it_leaves(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.tabs.button("all").click()
    empty.key(K.Key_F, CONTROL)
    empty.type("grey sound")
    assert files(shown) == ["sound.txt"]
    empty.type(" boats in space")
    assert shown.rows() == () and "boats in space" in shown.words()
    empty.key(K.Key_Escape)
    assert len(shown.rows()) == 4
    empty.key(K.Key_Escape)
    assert shown.table.hasFocus()
    empty.key(K.Key_Escape)
    assert empty.window.pages.current is None


def test_a_head_sorts_up_then_down_then_as_it_came(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.tabs.button("all").click()
    came = files(shown)
    shown.table.sort_asked.emit(0)
    up = files(shown)
    shown.table.sort_asked.emit(0)
    assert files(shown) == up[::-1]
    assert [Path(file).name for file in sorted(up)] == ["blob.bin", "empty.txt", "storm.txt", "sound.txt"]
    shown.table.sort_asked.emit(0)
    assert files(shown) == came


def test_rows_are_copied_by_the_keyboard(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.table.setFocus()
    empty.key(K.Key_A, CONTROL)
    empty.key(K.Key_C, CONTROL)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert sorted(line.split("\t")[0] for line in copied) == ["blob.bin", "empty.txt"]
    assert all(len(line.split("\t")) == 3 for line in copied)
    assert empty.status[0] == "2 rows copied"


def test_a_row_offers_what_can_be_done_with_it(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)

    def entries(tab: str) -> list[str]:
        shown.tabs.button(tab).click()
        shown.table.row_menu_asked.emit(0, QPoint(50, 50))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        words = [action.text() for action in menu.actions() if not action.isSeparator()]
        menu.close()
        return words

    assert entries("failed") == ["Show file in folder", "Try again", "Copy reason"]
    assert entries("imported") == ["Open", "Show file in folder"]


def test_buttons_and_tabs_are_reached_by_the_keyboard(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    shown.field.setFocus()
    reached = []
    for _ in range(12):
        empty.key(K.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None and shown.isAncestorOf(focused):
            reached.append(focused)

    assert shown.table in reached
    assert {button.text() for button in reached if isinstance(button, HeadButton)} == {
        "Undo import", "Save report…", "Try the 2 again",
    }  # fmt: skip
    shown.table.setFocus()
    empty.key(K.Key_Backtab, SHIFT)
    assert shown.field.hasFocus()
    empty.key(K.Key_Backtab, SHIFT)
    assert shown.tabs.button("failed").hasFocus()
    empty.key(K.Key_Left)
    assert shown.tabs.chosen() == "known" and shown.words() == "No article was in the library before."
    shown.head.button("undo").setFocus()
    empty.key(K.Key_Return)
    empty.wait(lambda: "Undone" in shown.head.words[1])
    empty.wait(lambda: not empty.window.importing.running)


def test_the_theme_changes_the_page_as_well(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    empty.window.commands.themes["dark"].trigger()
    dark = empty.window.appearance.theme
    spot = shown.grab().toImage().pixelColor(4, 4)
    assert spot.name() == dark.colour("paper").name()
