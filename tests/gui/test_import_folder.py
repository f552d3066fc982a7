"""In which folder the window looks for files to import."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from tests import stories
from tests.gui.driver import Driver

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def dialog_of(driver: Driver) -> QFileDialog:
    driver.window.commands.import_files.trigger()
    return next(one for one in driver.window.findChildren(QFileDialog) if one.isVisible())


def test_first_it_looks_where_downloads_lie_and_then_where_the_last_ones_were(
    window: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "Downloads"
    downloads.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _place: str(downloads))
    story = Path(stories.write(tmp_path / "in", "a.txt", stories.SOUND))
    dialog = dialog_of(window)
    assert Path(dialog.directory().absolutePath()) == downloads
    dialog.setDirectory(str(story.parent))
    dialog.filesSelected.emit([str(story)])
    window.wait(lambda: not window.window.importing.running)
    dialog.reject()
    window.wait(lambda: not [one for one in window.window.findChildren(QFileDialog) if one.isVisible()])
    again = dialog_of(window)
    assert Path(again.directory().absolutePath()) == story.parent
    again.reject()
