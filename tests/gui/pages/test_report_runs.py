"""Import reports and their imports: tried again, taken back, stopped, listed, saved, and there again another day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reader.services import reporting
from reader.services.library import open_library
from tests import stories
from tests.gui.driver import Driver
from tests.gui.pages.reports import bring_in, files, page, press, report, view

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Opener = Callable[..., Driver]
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_failed_is_tried_again_alone_and_its_report_is_shown(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    assert shown.head.button("retry").text() == "Try the 2 again"
    first = page(empty).run
    stories.write(pile, "empty.txt", stories.SOUND.replace("Tuesday", "Monday"))
    press(empty, "retry")
    empty.wait(lambda: page(empty).run is not None and page(empty).run != first and page(empty).run.state == "done")
    run = page(empty).run
    assert run is not None and (run.imported, run.failed, run.lines) == (1, 1, 2)
    empty.wait(lambda: not empty.window.importing.running)
    empty.key(K.Key_Left, ALT)
    empty.wait(lambda: page(empty).run == first)


def test_an_import_is_undone_by_its_button_and_the_page_says_so(empty: Driver, pile: Path) -> None:
    shown = report(empty, pile)
    press(empty, "undo")
    empty.wait(lambda: "Undone" in shown.head.words[1])
    assert empty.status[0] == "Import undone. 2 articles removed."
    empty.wait(lambda: empty.listed == 0)
    assert not shown.head.button("undo").isVisible()
    shown.tabs.button("imported").click()
    assert {cells[2] for cells in shown.rows()} == {"No longer in the library"}
    empty.wait(lambda: not empty.window.importing.running)


def test_the_last_import_is_undone_by_its_key_and_no_way_leads_to_what_is_gone(empty: Driver, tmp_path: Path) -> None:
    undo = empty.window.commands.undo
    assert not undo.isEnabled()
    bring_in(empty, Path(stories.write(tmp_path / "in", "a.txt", stories.SOUND)))
    empty.wait(lambda: undo.text() == "Undo import of 1 article")
    empty.wait(lambda: empty.listed == 1)
    empty.key(K.Key_J)
    empty.wait(lambda: empty.current is not None)
    empty.key(K.Key_Z, CONTROL)
    empty.wait(lambda: empty.status[0] == "Import undone. 1 article removed.")
    assert empty.current is None and not empty.window.desk.history.before
    assert not undo.isEnabled() and undo.text() == "Undo"
    empty.wait(lambda: empty.listed == 0 and not empty.window.importing.running)
    empty.key(K.Key_Z, CONTROL)
    assert not empty.window.importing.running


def test_an_import_can_be_undone_while_names_are_being_found(empty: Driver, tmp_path: Path) -> None:
    for number in range(150):
        text = stories.SOUND.replace("crews", f"crews of harbor {number}")
        stories.write(tmp_path / "in", f"{number:03}.txt", text * 3)
    undo = empty.window.commands.undo
    empty.window.importing.start([tmp_path / "in"])
    empty.wait(undo.isEnabled)
    assert empty.window.importing.running
    assert empty.window.status.report == "Import done: 150 imported"
    undo.trigger()
    empty.wait(lambda: empty.status[0] == "Import undone. 150 articles removed.")
    empty.wait(lambda: empty.listed == 0 and not empty.window.importing.running)
    empty.wait(lambda: empty.status[0] == "No articles yet")
    with open_library(empty.library) as library:
        assert reporting.runs(library)[0].undone


def test_the_menu_lists_the_last_imports_newest_first(empty: Driver, pile: Path, tmp_path: Path) -> None:
    menu = empty.window.commands.reports_menu
    assert [entry.text() for entry in menu.actions()] == ["Nothing was imported yet"]
    bring_in(empty, Path(stories.write(tmp_path / "in", "a.txt", stories.SOUND)))
    bring_in(empty, pile)
    empty.wait(lambda: len(menu.actions()) == 2)
    first, second = (entry.text() for entry in menu.actions())
    assert "“pile”, 1 imported" in first or "“pile”, 2 imported" in first
    assert second.endswith("“a.txt”, 1 imported")
    menu.actions()[1].trigger()
    empty.wait(lambda: empty.window.pages.current is not None and files(view(empty)) == ["a.txt"])
    assert view(empty).table.hasFocus()


def test_imports_of_another_day_are_in_the_menu(window: Driver) -> None:
    menu = window.window.commands.reports_menu
    window.wait(lambda: len(menu.actions()) == 1 and menu.actions()[0].isEnabled())
    menu.actions()[0].trigger()
    window.wait(lambda: window.window.pages.current is not None and view(window).rows())
    assert view(window).tabs.chosen() == "all"
    assert not window.window.commands.undo.isEnabled()


def test_a_report_is_live_while_its_import_goes_on_and_can_stop_it(empty: Driver, tmp_path: Path) -> None:
    for number in range(400):
        text = stories.SOUND.replace("crews", f"crews of harbor {number}")
        stories.write(tmp_path / "in", f"{number:03}.txt", text)
    named: list[int] = []
    empty.window.importing.named.connect(named.append)
    empty.window.importing.start([tmp_path / "in"])
    empty.wait(lambda: named)
    empty.window.reports.open(named[0])
    empty.wait(lambda: page(empty).run is not None and page(empty).run.lines > 0)
    run = page(empty).run
    assert run is not None
    if run.state == "running":  # a fast machine may be through by now
        assert empty.status[2].startswith("Importing: ")
        press(empty, "stop")
    empty.wait(lambda: page(empty).run is not None and page(empty).run.state != "running")
    empty.wait(lambda: not empty.window.importing.running)
    empty.wait(lambda: page(empty).run is not None and len(view(empty).rows()) == page(empty).run.imported)
    assert empty.status[2].startswith(("Import stopped: ", "Import done: "))
    facts = view(empty).head.words[1]
    assert facts.endswith("Stopped. What was imported is kept") or "400 files, " in facts
    with open_library(empty.library) as library:
        assert len(reporting.lines(library, named[0])) == len(view(empty).rows())


def test_a_report_is_saved_where_the_reader_says(empty: Driver, pile: Path, tmp_path: Path) -> None:
    report(empty, pile)
    press(empty, "save")
    dialog = empty.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog) and dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(tmp_path / "saved.csv"))
    dialog.reject()
    empty.wait(lambda: empty.status[0] == "Report saved as “saved.csv”")
    assert "Empty file" in (tmp_path / "saved.csv").read_text("utf-8-sig")
    run = page(empty).run
    assert run is not None
    empty.window.reports.save(run.id, tmp_path / "nowhere" / "saved.txt")
    empty.wait(lambda: "cannot be written" in empty.status[0])


def test_columns_are_kept_from_one_time_to_the_next(
    open_window: Opener, empty: Driver, pile: Path, tmp_path: Path
) -> None:
    shown = report(empty, pile)
    shown.table.horizontalHeader().resizeSection(0, 321)
    empty.close()
    again = open_window(tmp_path / "library")
    again.wait(lambda: again.listed == 2)
    again.window.reports.open(1)
    again.wait(lambda: again.window.pages.current is not None and view(again).rows())
    assert view(again).table.columnWidth(0) == 321


def test_a_page_that_was_open_is_open_again_with_its_tab_and_row(
    open_window: Opener, empty: Driver, pile: Path, tmp_path: Path
) -> None:
    shown = report(empty, pile)
    shown.tabs.button("all").click()
    shown.table.setFocus()
    empty.key(K.Key_End)
    line = shown.current_line()
    empty.close()
    again = open_window(tmp_path / "library")
    again.wait(lambda: again.window.pages.current is not None and view(again).rows())
    assert view(again).tabs.chosen() == "all" and view(again).current_line() == line
    again.key(K.Key_Escape)
    again.close()
    last = open_window(tmp_path / "library")
    last.wait(lambda: last.listed == 2)
    assert last.window.pages.current is None


@pytest.mark.parametrize("kept", ["", "no", "7", "[]", '["x", "report"]', '["LIBRARY", "nothing"]',
                                  '["LIBRARY", "report", 7]', '["LIBRARY", "report", "7", "", "x"]'])  # fmt: skip
def test_whatever_the_settings_say_of_an_open_page_the_window_opens(empty: Driver, kept: str) -> None:
    empty.window.page_ties.reopen(kept.replace("LIBRARY", str(empty.library)))
    assert empty.window.pages.current is None
    empty.window.page_ties.reopen(f'["{empty.library}", "report", "x"]')
    assert page(empty).run is None
