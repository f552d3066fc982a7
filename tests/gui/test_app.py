"""The program from start to end, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.gui import app
from reader.gui.screen import answers, has_screen
from reader.services.workers import environment

COPY_AND_CLOSE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reader.gui import app

def copy_and_close():
    window = QApplication.topLevelWidgets()[0].window()
    page = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "frame")).frame.page
    if page.reading is None:
        QTimer.singleShot(50, copy_and_close)
        return
    page.browser.selectAll()
    page.browser.copy()
    print(len(QApplication.clipboard().text()) > 500)
    QApplication.closeAllWindows()

app.application()
QTimer.singleShot(100, lambda: [w.articles.counted.connect(lambda _, w=w: w.frame.list.step(1))
                                for w in QApplication.topLevelWidgets() if hasattr(w, "articles")])
QTimer.singleShot(400, copy_and_close)
sys.exit(app.run(Path(sys.argv[1])))
"""


def test_copying_and_closing_ends_well(library: Path) -> None:
    quiet = {**environment(), "QT_LOGGING_RULES": "default.warning=false"}
    done = subprocess.run(
        [sys.executable, "-c", COPY_AND_CLOSE, str(library)],
        env=quiet, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.split()) == (0, ["True"]), done.stderr


def test_a_self_check_that_has_ended_stops_no_later_loop(
    library: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "PATIENCE_MS", 600)
    app.try_window(library)
    qtbot.wait(700)
    fired: list[bool] = []
    QTimer.singleShot(0, lambda: fired.append(True))
    qtbot.wait(20)
    assert fired


@pytest.mark.parametrize(
    ("environment", "platform", "there"),
    [
        ({}, "linux", False),
        ({}, "win32", True),
        ({}, "darwin", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"DISPLAY": "elsewhere:10.0"}, "linux", True),
        ({"DISPLAY": ":4711"}, "linux", False),
    ],
)
def test_a_screen_is_known_without_asking_qt(environment: dict[str, str], platform: str, there: bool) -> None:
    assert has_screen(environment, platform) is there


def test_nothing_answers_without_a_name() -> None:
    assert not answers("")
