"""The page "What changed" in the real window, as a reader sees it and drives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from reader.gui.pages.changes_page import ChangesPage
from reader.gui.pages.changes_rows import ChangeRow, SameRow, spoken
from reader.gui.pages.changes_view import ChangesView
from tests import stories
from tests.gui.driver import Driver

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CORRECTED, UPDATE = "2024-03-13-grey-sound-accord-corrected", "2024-03-12-grey-sound-accord-update-2"
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def view(driver: Driver) -> ChangesView:
    page = driver.window.pages.current
    assert isinstance(page, ChangesPage)
    return page.view


@pytest.fixture
def changes(window: Driver) -> ChangesView:
    """The page, opened by its key from the corrected story."""
    window.open(window.row(CORRECTED).id)
    window.window.frame.page.setFocus()
    window.key(K.Key_D)
    window.wait(lambda: window.window.pages.current is not None and view(window).list.rows)
    return view(window)


def said(shown: ChangesView) -> list[str]:
    return [spoken(row)[0] for row in shown.list.rows]


def compare_with_update(window: Driver, shown: ChangesView) -> None:
    """Chooses the update in the left menu."""
    before = shown.list.rows
    shown.heads.older.menu.actions()[-1].trigger()
    window.wait(lambda: shown.list.rows != before)


def test_the_page_says_what_changed_and_what_is_the_same(window: Driver, changes: ChangesView) -> None:
    headline, facts, instead = changes.words()
    assert headline.startswith("CORRECTED-Karelund") and instead == ""
    assert facts.startswith("3 sentences changed, 13 are the same. The headline was “Karelund, Vasmark agree")
    assert "The date was 12 March" in facts
    assert (changes.heads.older.words()[:9], changes.heads.newer.words()[:9]) == ("Version 1", "Version 2")
    assert said(changes) == [
        "Sentences, 3",
        "Changed: " + said(changes)[1].removeprefix("Changed: "),
        "Added: Correction: An earlier version of this story misstated the number of boats kept in harbor by the "
        "closure.",
        "Added: It was 314, not 340.",
        "13 sentences are the same, closed",
    ]
    assert window.status[2] == "change 1 of 3"
    assert window.window.windowTitle() == f"What changed: {headline} – Dateline"


def test_any_two_can_be_chosen_and_back_leads_to_the_pair_before(window: Driver, changes: ChangesView) -> None:
    assert [entry.text().split(", 1")[0] for entry in changes.heads.older.menu.actions()] == [
        "Version 1", "Version 2", "Coastline Press, update",
    ]  # fmt: skip
    assert not changes.heads.older.menu.actions()[1].isEnabled()  # it stands on the other side
    compare_with_update(window, changes)
    assert said(changes)[0].startswith("Quotations, ")
    assert changes.heads.older.words().startswith("Coastline Press, update")
    first = changes.list.rows[1]
    assert isinstance(first, ChangeRow)
    assert all(one is None or one.speaker is not None for one in (first.older, first.newer))
    window.key(K.Key_Left, ALT)
    window.wait(lambda: said(changes)[0] == "Sentences, 3")
    window.key(K.Key_Left, ALT)
    window.wait(lambda: window.window.frame.page.isVisible())


def test_n_goes_by_change_and_enter_opens_either_version_there(window: Driver, changes: ChangesView) -> None:
    newer, older = window.current, None
    window.key(K.Key_N)
    window.key(K.Key_N)
    window.key(K.Key_N)
    assert window.status[2] == "change 3 of 3"
    window.key(K.Key_N, SHIFT)
    window.key(K.Key_N, SHIFT)
    assert window.status[2] == "change 1 of 3"
    window.key(K.Key_Return, SHIFT)
    window.wait(lambda: window.current not in (None, newer))
    older = window.current
    assert window.reading is not None and window.reading.versions == (older, newer)
    window.wait(lambda: window.in_view("340"))
    assert window.window.frame.list.current() == newer  # the row in which all versions are
    window.key(K.Key_Left, ALT)
    window.wait(lambda: window.window.pages.current is not None)
    assert changes.list.table.hasFocus()
    window.wait(lambda: window.status[2] == "change 1 of 3")
    window.key(K.Key_N)
    window.key(K.Key_Return)
    window.wait(lambda: window.current == newer)
    window.wait(lambda: window.in_view("misstated"))


def test_what_one_side_lacks_is_opened_in_the_other(window: Driver, changes: ChangesView) -> None:
    newer = window.current
    window.key(K.Key_N)
    window.key(K.Key_Return, SHIFT)
    window.wait(lambda: window.window.frame.page.isVisible())
    assert window.current == newer


def test_what_is_the_same_opens_in_place_by_key_and_by_click(window: Driver, changes: ChangesView) -> None:
    window.key(K.Key_End)
    assert window.status[2] == "3 changes"
    window.key(K.Key_Return)
    assert len(changes.list.rows) == 5 + 13
    last = changes.list.rows[-1]
    assert isinstance(last, ChangeRow) and last.older == last.newer
    assert isinstance(changes.list.current_row(), SameRow)
    table = changes.list.table
    at = table.visualRect(table.model().index(4, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert len(changes.list.rows) == 5


def test_opened_rows_come_back_with_the_page(window: Driver, changes: ChangesView) -> None:
    window.key(K.Key_End)
    window.key(K.Key_Return)
    window.key(K.Key_End)
    row = changes.list.current()
    window.key(K.Key_Left, ALT)
    window.wait(lambda: window.window.frame.page.isVisible())
    window.key(K.Key_Right, ALT)
    window.wait(lambda: changes.isVisible() and changes.list.current() == row)
    assert len(changes.list.rows) == 5 + 13


def test_both_sentences_are_copied_or_all_changes(window: Driver, changes: ChangesView) -> None:
    window.key(K.Key_C, CONTROL)
    older, newer = QGuiApplication.clipboard().text().split("\n")
    assert older.replace("340", "314") == newer and "some 340 boats" in older
    assert window.status[0] == "1 change copied"
    QTest.mouseClick(changes.head.button("copy"), Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("CORRECTED-")
    assert lines[1].startswith("Version 1, 12 March") and " → Version 2, 13 March" in lines[1]
    assert lines[3] == "Sentences 3" and lines[4].startswith("≠ ") and lines[5].startswith("→ ")
    assert lines[-1] == "+ It was 314, not 340."
    assert window.status[0] == "3 changes copied"


def test_the_buttons_step_and_a_double_click_opens(window: Driver, changes: ChangesView) -> None:
    QTest.mouseClick(changes.next, Qt.MouseButton.LeftButton)
    assert window.status[2] == "change 2 of 3"
    QTest.mouseClick(changes.previous, Qt.MouseButton.LeftButton)
    assert window.status[2] == "change 1 of 3"
    table = changes.list.table
    at = table.visualRect(table.model().index(3, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    window.wait(lambda: window.window.frame.page.isVisible())
    window.wait(lambda: window.in_view("314, not 340"))


def test_the_command_is_off_where_there_is_nothing_to_compare_and_says_why(window: Driver) -> None:
    command = window.window.commands.what_changed
    assert (command.isEnabled(), command.toolTip()) == (False, "No article is open.")
    window.open(window.row("2024-03-09-harbor-log").id)
    assert (command.isEnabled(), command.toolTip()) == (False, "This article has one version.")
    window.open(window.row(UPDATE).id)
    assert command.isEnabled()
    command.trigger()
    window.wait(lambda: window.window.pages.current is not None)
    assert not command.isEnabled()
    window.key(K.Key_Escape)
    assert command.isEnabled()


def menu_of(driver: Driver) -> QMenu:
    driver.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_the_menu_of_a_row_leads_to_the_page_where_there_is_something_to_compare(window: Driver) -> None:
    rows = window.window.frame.list
    rows.article_menu_asked.emit(window.row("2024-03-09-harbor-log").id, rows.mapToGlobal(rows.rect().center()))
    menu = menu_of(window)
    assert "What changed" not in [entry.text() for entry in menu.actions()]
    menu.close()
    window.wait(lambda: QApplication.activePopupWidget() is None)
    rows.article_menu_asked.emit(window.row(UPDATE).id, rows.mapToGlobal(rows.rect().center()))
    menu = menu_of(window)
    next(entry for entry in menu.actions() if entry.text() == "What changed").trigger()
    menu.close()
    window.wait(lambda: window.window.pages.current is not None and view(window).list.rows)
    assert view(window).heads.newer.words().startswith("Coastline Press, update")


def test_versions_with_the_same_words_are_said_to_be_the_same(
    open_window: Callable[..., Driver], tmp_path: Path
) -> None:
    driver = open_window(tmp_path / "library")
    for day in ("12", "13"):
        story = stories.SOUND.replace("March 12", f"March {day}")
        driver.window.importing.start([Path(stories.write(tmp_path / "in", "sound.txt", story))])
        driver.wait(lambda: driver.listed == 1 and not driver.window.importing.running)
    driver.wait(lambda: len(driver.rows()) == 1 and driver.row("sound").versions == 2)
    driver.open(driver.row("sound").id)
    driver.window.commands.what_changed.trigger()
    driver.wait(lambda: driver.window.pages.current is not None and view(driver).words()[0])
    assert view(driver).words()[2].startswith("The words are the same. Changed: ")
    assert "dateline" in view(driver).words()[2]
    assert not view(driver).head.button("copy").isEnabled()
    assert driver.status[2] == ""


def test_what_comes_in_meanwhile_is_compared_as_well(window: Driver, changes: ChangesView, tmp_path: Path) -> None:
    row = window.row(CORRECTED)
    story = Path(row.path).read_text("utf-8").replace("It was 314, not 340.", "It was 315, not 340.")
    assert Path(row.path).name.startswith(CORRECTED) and "315" in story
    file = stories.write(tmp_path / "in", Path(row.path).name, story)
    window.window.importing.start([Path(file)])
    window.wait(lambda: not window.window.importing.running)
    window.wait(lambda: "It was 314, not 340." in " ".join(said(changes)))  # the pair stays, with the new one on offer
    window.wait(lambda: any(entry.text().startswith("Version 3") for entry in changes.heads.newer.menu.actions()))
    assert window.window.pages.current is not None and window.status[2] == "change 1 of 3"


def test_a_version_that_is_gone_leaves_a_sentence(window: Driver, changes: ChangesView) -> None:
    window.window.desk.open_page(window.window.pages.place())  # type: ignore[arg-type]
    changes.pair_chosen.emit("0" * 16, window.row(CORRECTED).id)
    window.wait(lambda: changes.words()[2] == "This article has one version.")
    changes.pair_chosen.emit("0" * 16, "1" * 16)
    window.wait(lambda: changes.words()[2] == "This article is no longer in the library.")
    assert changes.list.rows == ()


def test_every_theme_is_painted(window: Driver, changes: ChangesView) -> None:
    compare_with_update(window, changes)
    changes.set_opened(True)
    for name in ("dark", "light"):
        window.window.commands.themes[name].trigger()
        theme = window.window.appearance.theme
        picture = changes.list.table.viewport().grab().toImage()
        assert picture.pixelColor(4, 4) == theme.colour("paper")
        assert theme.colour("select") in [picture.pixelColor(10, y) for y in range(picture.height())]
