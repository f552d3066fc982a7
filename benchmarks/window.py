"""The window at work: an article painted beside bare Qt, and how long the event loop stands still during an import."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from benchmarks.articles import write
from benchmarks.rows import Row
from reader.core.rows import Reading
from reader.gui import app
from reader.gui.window import MainWindow
from reader.services import browsing
from reader.services.library import open_library
from reader.services.workers import ImportJob, Worker
from reader.settings import Settings

TIMES = 1.5
"""How many times a bare QTextBrowser's time an article may take."""
GAP = 50.0
"""Milliseconds that the event loop may stand still."""
BEAT = 2
"""Milliseconds between two looks at the clock; part of every gap that is reported."""
REPEATS = 15
PATIENCE = 600_000
"""Milliseconds that an import may take."""


def rows(count: int | None) -> list[Row]:
    """``count`` is the number of articles that are imported."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True) as name:
        return [*_painting(Path(name) / "long"), *_gap(Path(name) / "import", count or 500)]


def _painting(folder: Path) -> list[Row]:
    readings = _long_articles(folder)
    window = _window(folder)
    page, bare = window.frame.page, QTextBrowser()
    bare.resize(page.size())
    bare.document().setDefaultFont(window.appearance.theme.font("body"))
    bare.show()
    _rest()
    ours, peer = [], []
    for n in range(REPEATS):
        reading = readings[n % len(readings)]
        ours.append(_painted(page, lambda reading=reading: page.show_reading(reading)))  # type: ignore[misc]
        peer.append(_painted(bare, lambda reading=reading: bare.setPlainText(reading.article.text)))  # type: ignore[misc]
    bare.close()
    window.close()
    value, beside = 1000 * statistics.median(ours[1:]), 1000 * statistics.median(peer[1:])
    return [
        Row("window: 1,000 words painted", value, "ms", beside, f"at most {TIMES} ×", value <= TIMES * beside),
    ]


def _long_articles(folder: Path) -> list[Reading]:
    worker = Worker(folder)
    for _ in worker.run(ImportJob((str(write(folder / "stories", 3, words=1000)),))):
        pass
    worker.close()
    with open_library(folder) as library:
        return [browsing.reading(library, entry.id) for entry in browsing.article_ids(library)]


def _painted(widget: QWidget, show: Callable[[], None]) -> float:
    """Seconds until what is shown is laid out and painted."""
    since = time.perf_counter()
    show()
    widget.repaint()
    QApplication.processEvents()
    return time.perf_counter() - since


def _gap(folder: Path, count: int) -> list[Row]:
    stories = write(folder / "stories", count)
    window = _window(folder / "library")
    _rest()
    clock, longest = QElapsedTimer(), 0
    clock.start()

    def beat() -> None:
        nonlocal longest
        longest = max(longest, clock.nsecsElapsed())
        clock.restart()

    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=BEAT)
    timer.timeout.connect(beat)
    loop = QEventLoop()
    window.importing.ended.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    timer.start()
    since = time.perf_counter()
    window.importing.start((stories,))
    loop.exec()
    seconds = time.perf_counter() - since
    timer.stop()
    window.close()
    gap = longest / 1e6
    return [
        Row(f"window: longest gap, {count} articles imported", gap, "ms", aim=f"at most {GAP:.0f} ms", met=gap <= GAP),
        Row("window: import rate meanwhile", count / seconds, "articles/s"),
    ]


def _window(library: Path) -> MainWindow:
    app.application()
    window = app.make_window(library, settings=Settings(library / "settings.toml"))
    window.resize(1280, 800)
    window.show()
    return window


def _rest(seconds: float = 1.5) -> None:
    """Lets the window come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()
