"""The window that asks which column is which: what a reader sees of a table, chooses, and gets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.gui.columns import ColumnsWindow
from reader.gui.columns_rules import ROLES
from tests.gui.driver import Driver

K = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
BODY = "The Grey Sound was closed to all crews on Wednesday after two patrol boats met in fog off the mole."
HEADER = "Nr;Alpha;Beta;Gamma;Delta"
ROWS = (
    f"1;Sound closed until further notice;04/10/2023;Coastline Press;{BODY}",
    "2;Crews stay in harbor, council says;05/10/2023;Meresund Courier;Some 340 boats lay in harbor on Thursday.",
)
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    found = open_window(tmp_path / "library")
    found.wait(lambda: found.status[0] == "No articles yet")
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write(tmp_path / "clippings.csv")


def write(file: Path, *rows: str) -> Path:
    file.write_text("\n".join((HEADER, *(rows or ROWS))) + "\n", "utf-8")
    return file


def asked(driver: Driver) -> ColumnsWindow:
    """The window, with its table there."""
    driver.wait(lambda: driver.window.columns.asked is not None and driver.window.columns.asked.columns.choices)
    shown = driver.window.columns.asked
    assert shown is not None
    return shown


def roles(shown: ColumnsWindow) -> list[str]:
    return [choice.currentText() for choice in shown.columns.choices]


def choose(shown: ColumnsWindow, at: int, role: str) -> None:
    """Chooses a role in the drop-down of a column, by its keys."""
    choice = shown.columns.choices[at]
    choice.setFocus()
    by = ROLES.index(role) - choice.currentIndex()
    QTest.keyClick(choice, K.Key_Down)
    for _ in range(abs(by)):
        QTest.keyClick(choice.view(), K.Key_Down if by > 0 else K.Key_Up)
    QTest.keyClick(choice.view(), K.Key_Return)


def settled(driver: Driver) -> None:
    driver.wait(lambda: not driver.window.importing.running)


def test_a_table_that_cannot_be_told_is_asked_about_and_taken_in(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    assert shown.windowTitle() == "Import clippings.csv"
    assert shown.words[0] == ("2 rows. Three of five columns were told from their contents; put right what is wrong.")
    assert roles(shown) == ["Not used", "Headline", "Date", "Not used", "Body"]
    assert shown.words[1] == "04/10/2023 may be 4 October or 10 April."
    choose(shown, 4, "")
    assert shown.words[2] == "No column holds the body. Rows become bookmarks."
    assert not shown.rows.isEnabled() and shown.rows.currentText() == "bookmarks"
    choose(shown, 4, "body")
    choose(shown, 3, "publication")
    told = "Coastline Press, 4 October 2023, Sound closed until further notice"
    driver.wait(lambda: shown.first.words().startswith(told) and BODY in shown.first.words())
    assert shown.words[2] == "" and shown.rows.isEnabled()
    assert shown.rows.currentText() == "articles"
    assert shown.import_button.text() == "Import 2 rows"
    QTest.keyClick(shown.columns.choices[3], K.Key_Return)
    driver.wait(lambda: driver.listed == 2)
    settled(driver)
    assert {row.headline for row in driver.rows().values()} <= {
        "Sound closed until further notice", "Crews stay in harbor, council says",
    }  # fmt: skip
    assert driver.window.columns.asked is None
    assert driver.window.pages.current is None, "a table that waits is asked about; no report opens beside it"


def test_what_was_remembered_is_not_asked_again(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    choose(shown, 4, "body")
    shown.import_button.click()
    driver.wait(lambda: driver.listed == 2)
    settled(driver)
    more = write(table.with_name("more.csv"), f"3;First ice off Maresholm pier;11/10/2023;Vasmark Today;{BODY} Again.")
    driver.window.importing.start([more])
    driver.wait(lambda: driver.listed == 3)
    settled(driver)
    assert driver.window.columns.asked is None


def test_without_remembering_the_next_file_is_asked_about(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    shown.remember.setChecked(False)
    choose(shown, 4, "body")
    shown.import_button.click()
    driver.wait(lambda: driver.listed == 2)
    settled(driver)
    driver.window.importing.start([write(table.with_name("more.csv"))])
    assert asked(driver).windowTitle() == "Import more.csv"
    QTest.keyClick(asked(driver), K.Key_Escape)
    settled(driver)


def test_a_file_that_is_left_out_waits_in_the_report_behind_a_link(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    QTest.keyClick(asked(driver), K.Key_Escape)
    assert driver.status[0] == "“clippings.csv” was left out. Its import report leads back to it."
    settled(driver)
    driver.wait(lambda: driver.window.columns.asked is None)
    driver.window.reports.open(1)
    page = driver.window.pages.current
    assert page is not None
    view = page.widget
    driver.wait(lambda: view.rows() == (("clippings.csv", "Columns not told", "Waits: which column is which?"),))
    cell = view.table.visualRect(view.table.model().index(0, 2))
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, cell.center())
    assert roles(asked(driver))[1] == "Headline"
    asked(driver).import_button.click()
    driver.wait(lambda: view.rows() == (("clippings.csv", "Columns not told", "Answered, and imported since"),))
    settled(driver)


def test_choosing_a_role_that_another_column_has_moves_it(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    choose(shown, 4, "headline")
    assert roles(shown) == ["Not used", "Not used", "Date", "Not used", "Headline"]
    choose(shown, 4, "")
    assert shown.words[2].startswith("Nothing can be read.") and not shown.import_button.isEnabled()
    QTest.keyClick(shown, K.Key_Return)
    assert driver.window.columns.asked is shown
    shown.reject()
    settled(driver)


def test_one_answer_holds_for_all_files_of_an_import_with_these_columns(driver: Driver, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    for number in range(3):
        write(
            folder / f"{number}.csv",
            f"{number};Council counts boats, part {number};04/10/2023;Courier;{BODY} {number}.",
        )
    driver.window.importing.start([folder])
    shown = asked(driver)
    driver.wait(lambda: "2 other files with these columns wait too." in shown.words[0])
    choose(shown, 4, "body")
    shown.import_button.click()
    driver.wait(lambda: driver.listed == 3)
    settled(driver)
    assert driver.window.columns.asked is None


def test_columns_are_walked_by_keys(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    assert shown.columns.choices[1].hasFocus(), "the first that was told; the one before it is not used"
    QTest.keyClick(shown, K.Key_Left, ALT)
    QTest.keyClick(shown, K.Key_Left, ALT)
    assert shown.columns.choices[0].hasFocus()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), K.Key_Tab)
    assert shown.columns.choices[4].hasFocus()
    QTest.keyClick(shown.columns.choices[4], K.Key_Tab)
    assert shown.dates.hasFocus()
    shown.reject()
    settled(driver)


def test_a_table_that_is_gone_is_told(driver: Driver, tmp_path: Path) -> None:
    driver.window.columns.ask(str(tmp_path / "gone.csv"), "", "Nr, Alpha")
    driver.wait(lambda: driver.status[0] == f'"{tmp_path}/gone.csv" does not exist. Check the path.')
    driver.wait(lambda: driver.window.columns.asked is None)


def test_closing_the_main_window_closes_the_question(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    driver.close()
    assert not shown.isVisible()


def test_an_enter_that_was_meant_for_other_work_answers_nothing(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    shown = asked(driver)
    QTest.keyClick(shown.columns.choices[1], K.Key_Return)
    assert driver.window.columns.asked is shown
    QTest.keyClick(shown.columns.choices[1], K.Key_Tab)
    QTest.keyClick(shown.columns.choices[2], K.Key_Return)
    driver.wait(lambda: driver.window.columns.asked is None)
    settled(driver)


def test_work_that_goes_on_elsewhere_keeps_the_keyboard(driver: Driver, table: Path) -> None:
    driver.window.importing.start([table])
    driver.window.frame.page.setFocus()
    shown = asked(driver)
    assert shown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    shown.reject()
    settled(driver)
