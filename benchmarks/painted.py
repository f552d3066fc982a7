"""A child of the start benchmark: opens a window, prints when it was first painted, and ends.

``painted bare`` opens a window of bare Qt with a list and a text; ``painted LIBRARY`` opens the program's. With
``SECONDS`` behind it, it stays open for so long and then prints the memory that it takes, in MB.
"""

from __future__ import annotations

import sys
import time
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QMainWindow, QSplitter, QTextBrowser

from benchmarks import machine


class FirstPaint(QObject):
    """Sees the first paint of a main window, prints the time of the clock that all processes share, and ends."""

    def __init__(self, stay: float) -> None:
        super().__init__()
        self._stay = stay

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, partial(self.end, watched))
        return False

    def end(self, window: QMainWindow) -> None:
        """The paint is over."""
        print(time.monotonic(), flush=True)
        QTimer.singleShot(int(1000 * self._stay), partial(self.leave, window))

    def leave(self, window: QMainWindow) -> None:
        """What was to be seen was seen."""
        if self._stay:
            print(machine.megabytes() or 0, flush=True)
        window.close()


def main(what: str, stay: float = 0.0) -> int:
    """Opens the window that is asked for."""
    watch = FirstPaint(stay)
    if what == "bare":
        return _bare(watch)
    from reader.__main__ import main as program
    from reader.gui import app

    app.application().installEventFilter(watch)
    return program(["--library", what, "open"])


def _bare(watch: FirstPaint) -> int:
    app = QApplication([])
    app.installEventFilter(watch)
    window = QMainWindow()
    parts = QSplitter()
    parts.addWidget(QListView())
    parts.addWidget(QTextBrowser())
    window.setCentralWidget(parts)
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(float, sys.argv[2:])))
