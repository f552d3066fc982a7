"""The watched folder as a reader sees it: what is taken in, what is not, and that nothing is taken off the screen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from reader.gui import watching
from reader.services import reporting
from reader.services.library import alone, open_library
from tests import stories
from tests.gui.driver import Driver

# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Opener = Callable[..., Driver]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow look is not waited for."""
    monkeypatch.setattr(watching, "POLL_MS", 500)


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    (tmp_path / "clips").mkdir()
    return tmp_path / "clips"


@pytest.fixture
def driver(open_window: Opener, tmp_path: Path) -> Driver:
    return opened(open_window, tmp_path)


def opened(open_window: Opener, tmp_path: Path) -> Driver:
    found = open_window(tmp_path / "library")
    found.wait(lambda: found.status[0] != "")
    return found


def watch(driver: Driver, folder: Path) -> None:
    driver.window.watching.watch(folder)
    driver.wait(lambda: driver.window.watching.folder == folder)


def settled(driver: Driver) -> None:
    driver.wait(lambda: not driver.window.importing.running)


def menu(driver: Driver) -> list[str]:
    commands = driver.window.commands
    return [each.text() for each in (commands.watch, commands.watched, commands.stop_watching) if each.isVisible()]


def test_a_folder_is_chosen_shown_in_the_menu_and_left_again(driver: Driver, clips: Path) -> None:
    stories.write(clips, "old.txt", stories.STORM)
    assert menu(driver) == ["Watch a folder…"]
    driver.window.commands.watch.trigger()
    dialog = driver.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(clips))
    dialog.reject()
    driver.wait(lambda: menu(driver) == ["Watching “clips”", "Stop watching"])
    assert driver.status[0] == (
        "Watching “clips”. What appears in it from now on is imported. In it 1 file is left as it is."
    )
    driver.window.commands.stop_watching.trigger()
    assert menu(driver) == ["Watch a folder…"]
    stories.write(clips, "new.txt", stories.SOUND)
    QTest.qWait(1500)
    assert driver.window.watching.folder is None and not driver.window.importing.running


def test_what_appears_is_imported_by_itself_and_told_as_such(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    stories.write(clips, "sound.txt.part", stories.SOUND)
    stories.write(clips, "storm.txt", stories.STORM)
    driver.wait(lambda: driver.listed == 1)
    settled(driver)
    assert {row.headline for row in driver.rows().values()} == {"Storm damages breakwater at Tolvik Harbor"}
    driver.wait(lambda: driver.window.status.report == "Watched folder: 1 imported")
    with open_library(driver.library) as library:
        run = reporting.runs(library)[0]
    assert run.watched and run.given == (str(clips),)
    (clips / "sound.txt.part").rename(clips / "sound.txt")
    driver.wait(lambda: driver.listed == 2)
    settled(driver)


def test_a_changed_file_is_a_newer_version(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    stories.write(clips, "sound.txt", stories.SOUND)
    driver.wait(lambda: driver.listed == 1)
    settled(driver)
    stories.write(clips, "sound.txt", stories.SOUND.replace("Tuesday", "Monday"))
    driver.wait(lambda: driver.window.status.report == "Watched folder: 1 updated")
    settled(driver)
    assert driver.listed == 1


def test_what_appeared_while_the_program_was_closed_is_taken_in_and_nothing_twice(
    open_window: Opener, tmp_path: Path, clips: Path
) -> None:
    driver = opened(open_window, tmp_path)
    watch(driver, clips)
    stories.write(clips, "sound.txt", stories.SOUND)
    driver.wait(lambda: driver.listed == 1)
    settled(driver)
    driver.close()
    stories.write(clips, "storm.txt", stories.STORM)
    again = opened(open_window, tmp_path)
    assert menu(again) == ["Watching “clips”", "Stop watching"]
    again.wait(lambda: again.listed == 2)
    settled(again)
    with open_library(again.library) as library:
        assert [run.lines for run in reporting.runs(library)] == [1, 1]


def test_a_failure_does_not_take_the_screen_away(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    (clips / "blob.bin").write_bytes(bytes(range(256)) * 40)
    driver.wait(lambda: driver.window.status.report == "Watched folder: 1 failed")
    settled(driver)
    assert driver.window.pages.current is None


def test_a_table_that_cannot_be_told_waits_without_a_question(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    (clips / "t.csv").write_text("Nr;Alpha;Beta\n1;Sound closed until further notice;x\n", "utf-8")
    driver.wait(lambda: driver.window.status.report == "Watched folder: 1 failed")
    settled(driver)
    assert driver.window.columns.asked is None


def test_a_folder_that_is_gone_is_told_once_and_looked_for_again(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    shutil.rmtree(clips)
    words = "The watched folder “clips” is not there. It is looked for again."
    driver.wait(lambda: driver.status[0] == words)
    driver.window.status.show_message("Something else")
    QTest.qWait(1500)
    assert driver.status[0] == "Something else"
    stories.write(clips, "sound.txt", stories.SOUND)
    driver.wait(lambda: driver.listed == 1)
    settled(driver)


def test_the_folder_of_the_library_is_never_watched(driver: Driver, tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "library", tmp_path / "library" / "copies"):
        driver.window.watching.watch(folder)
        assert driver.status[0] == "The library lies in this folder. Choose another one."
        assert driver.window.watching.folder is None


def test_what_the_reader_stops_is_left_until_the_next_start(driver: Driver, clips: Path) -> None:
    watch(driver, clips)
    driver.window.importing.began.connect(lambda: pytest.fail("nobody asked for it"))
    for number in range(400):
        stories.write(clips, f"{number}.txt", stories.SOUND.replace("crews", f"crews of harbor {number}"))
    driver.wait(lambda: driver.window.importing.running)
    driver.window.importing.stop()
    settled(driver)
    QTest.qWait(1500)
    assert not driver.window.importing.running
    assert len(list(clips.iterdir())) == 400


def test_what_another_window_holds_up_is_tried_again(
    driver: Driver, clips: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "PAUSE", 0.5)
    watch(driver, clips)
    with open_library(driver.library) as library, alone(library):
        stories.write(clips, "sound.txt", stories.SOUND)
        driver.wait(lambda: driver.status[0] == "Another window is writing to this library. Try again in a moment.")
    driver.wait(lambda: driver.listed == 1)
    settled(driver)
