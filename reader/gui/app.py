"""The window from start to end: the application object, one window, and the exit code."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader.gui.appearance import Appearance
from reader.gui.window import MainWindow
from reader.log import catch_crashes
from reader.paths import log_folder, settings_file
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.services.library import Library

PATIENCE_MS = 20_000
"""How long the self-check waits for a window to fill."""


def run(library: Path, to_import: Sequence[Path] = (), settings: Settings | None = None) -> int:
    """Opens the window on a library, imports what is given, and returns the exit code when it is closed."""
    app = application()
    window = make_window(library, settings=settings, to_import=to_import)
    catch_crashes(log_folder(), lambda report: window.jobs.failed.emit(str(report)))
    window.show()
    code = app.exec()
    _let_go_of_clipboard()
    return code or window.exit_code


def _let_go_of_clipboard() -> None:
    """What was copied stays as plain text. Data that Python made would be freed after Python has ended, and crash."""
    clipboard = QApplication.clipboard()
    # The offscreen platform has a clipboard of its own, but says that nobody owns it.
    alone = QApplication.platformName() == "offscreen"
    if clipboard.ownsClipboard() or alone:
        clipboard.setText(clipboard.text())
    if clipboard.ownsSelection():
        clipboard.setText(clipboard.text(clipboard.Mode.Selection), clipboard.Mode.Selection)


def make_window(library: Path, *, settings: Settings | None = None, to_import: Sequence[Path] = ()) -> MainWindow:
    """A window that is not shown yet. The library is opened (and made, where there is none) when it is painted."""
    settings = settings or Settings(settings_file())
    appearance = Appearance(application(), settings.get("window", "theme", "system"))
    return MainWindow(library, settings, appearance, partial(_open, library), to_import)


def application() -> QApplication:
    """The application object, made when there is none."""
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Dateline")
    app.setDesktopFileName("dateline")
    return app


def try_window(library: Path) -> bool:
    """Opens a window on a library, waits until an article is shown in it, and closes it. For the self-check."""
    app = application()
    window = make_window(library)
    shown: list[bool] = []

    def end(ok: bool) -> None:
        if not shown:  # to exit once the loop has ended would keep every later one from starting
            shown.append(ok)
            app.exit()

    window.desk.opened.connect(lambda reading: end(bool(reading.article.text)))
    window.articles.counted.connect(lambda _: window.frame.list.step(1))
    window.desk.lost.connect(lambda _: end(False))
    QTimer.singleShot(PATIENCE_MS, window, lambda: end(False))
    window.show()
    app.exec()
    window.close()
    return shown[0]


def _open(folder: Path) -> Library:
    from reader.services.library import open_library

    return open_library(folder)
