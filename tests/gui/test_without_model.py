"""The window where the model is damaged: it opens, takes in, reads and searches, and says quietly what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import tiny_model
from tests.gui.driver import SEED, Driver

DAMAGED = "No names or speakers are found: a file of Dateline is damaged. Install Dateline again."


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tiny_model.write(tmp_path / "model")
    (folder / "vocab.txt").write_text("the\n", "utf-8")
    monkeypatch.setenv("DATELINE_MODEL", str(folder))
    return folder


@pytest.fixture
def window(open_window: Callable[..., Driver], model: Path, tmp_path: Path) -> Driver:
    """A window that has taken in the seed."""
    driver = open_window(tmp_path / "library", to_import=(SEED,))
    driver.wait(lambda: driver.listed == 1 and not driver.window.importing.running)
    return driver


def test_it_says_so_beside_what_was_imported_and_opens_no_dialog(window: Driver) -> None:
    window.wait(lambda: window.status[0] == f"Imported 1. {DAMAGED}")
    assert QApplication.activeModalWidget() is None
    assert window.window.flows.opening.box is None
    assert window.window.pages.current is None


def test_it_reads_and_searches_and_says_in_the_sidebar_why_there_are_no_quotations(window: Driver) -> None:
    window.search("deterrence")
    window.wait(lambda: window.window.searching.hits)
    window.key(Qt.Key.Key_Return)
    window.wait(lambda: window.reading is not None)
    assert window.in_view("deterrence")
    assert window.window.frame.quotations.empty_words() == DAMAGED


def test_what_waits_is_not_tried_again_and_again(window: Driver, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.window.articles.counted) as counted:
        window.window.articles.refresh()
    assert counted.args is not None and counted.args[0].pending == 1
    assert not window.window.importing.running


def test_quotations_come_with_the_next_run_when_the_model_is_whole(window: Driver, model: Path, tmp_path: Path) -> None:
    tiny_model.write(model)
    story = tmp_path / "crews.txt"
    story.write_text("Crews wait\n\nHerring boats stayed in harbor on Tuesday, and nobody went out.\n", "utf-8")
    ended: list[int] = []
    window.window.importing.ended.connect(lambda tally, *_: ended.append(tally.failed))
    window.window.importing.start([story])
    window.wait(lambda: ended == [0])
    row = window.row(SEED.name)
    window.window.desk.open(row.id)
    window.wait(lambda: window.reading is not None and window.reading.annotations is not None)
    assert window.window.desk.quotations
