"""A real window off the screen, driven as a reader would drive it, to be photographed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.core.article import ArticleId
from reader.gui import app
from reader.gui.pages.changes_view import ChangesView
from reader.gui.window import MainWindow
from reader.services import browsing, reporting
from reader.services.library import open_library
from reader.services.workers import ImportJob, Worker
from reader.settings import Settings

PATIENCE = 20_000
"""Milliseconds after which a window that does not answer is an error."""
REST = 350
"""Milliseconds after which scrolling has ended and every row is painted."""


def fill(library: Path, stories: tuple[Path, ...]) -> None:
    """Imports, annotates and indexes stories."""
    worker = Worker(library)
    for _ in worker.run(ImportJob(tuple(str(story) for story in stories))):
        pass
    worker.close()


def article_of(library: Path, file: str) -> ArticleId:
    """The article that came from a file of this name. Raises StopIteration when there is none."""
    with open_library(library) as opened:
        entries = [entry.id for entry in browsing.article_ids(opened)]
        return next(row.id for row in browsing.article_rows(opened, entries) if Path(row.path).name == file)


class Studio:
    """One window at a time on a library that is filled."""

    def __init__(self, library: Path, window: MainWindow) -> None:
        self.library = library
        self.window = window

    def open(self, article: ArticleId) -> None:
        """Opens an article by its row in the list."""
        self.until(lambda: bool(self.window.articles.entries), "the list")
        self.window.frame.list.choose(article)
        self.window.desk.open(article)
        self.until(lambda: self.window.desk.current == article, "the article")
        self.rest()

    def choose(self, name: str) -> None:
        """Chooses an entity by a name, as a click on its first mention here does."""
        with open_library(self.library) as opened:
            entity = browsing.find_entities(opened, name)[0].id
        self.window.mentions.choose(entity, self.window.desk.current)
        self.until(lambda: self.window.frame.panel.isVisible(), "the panel")
        self.rest()

    def search(self, typed: str) -> None:
        """Types a search, takes it and opens its first hit."""
        before = self.window.desk.current
        self.window.searching.search_for(typed)
        self.until(lambda: self.window.frame.hits.isVisible(), "the hits")
        self.rest()
        self.window.searching.next()
        self.until(lambda: self.window.desk.current not in (None, before) or self.window.searching.active, "a hit")
        self.rest()

    def report(self) -> None:
        """Opens the report of the last import."""
        with open_library(self.library) as opened:
            self.window.reports.open(reporting.runs(opened)[0].id)
        page = self.window.pages.current
        self.until(lambda: page is not None and bool(page.foot), "the report")
        self.rest()

    def unfold(self) -> None:
        """Shows the versions and copies of the chosen story in the list."""
        rows = self.window.frame.list
        rows.setFocus()
        QTest.keyClick(rows.focusProxy() or rows, Qt.Key.Key_Right)
        self.until(lambda: bool(rows.opened()), "the versions")
        self.rest()

    def changes(self) -> None:
        """Compares the open article with the update of its story."""
        pages = self.window.pages
        self.window.commands.what_changed.trigger()
        self.until(lambda: pages.current is not None and bool(pages.current.foot), "what changed")
        view = pages.current.widget if pages.current else None
        assert isinstance(view, ChangesView)
        before = view.list.rows
        view.heads.older.menu.actions()[-1].trigger()
        self.until(lambda: view.list.rows != before, "the update")
        self.rest()

    def original(self, article: ArticleId) -> None:
        """Opens an article beside its original, at the second line that was removed."""
        self.open(article)
        self.window.commands.original.trigger()
        page = self.window.pages.current
        self.until(lambda: page is not None and bool(page.foot), "the original")
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Down)
        self.rest()

    def columns(self, table: Path) -> None:
        """Asks of a table which column is which."""
        ties = self.window.columns
        ties.ask(str(table), "", table.name)
        self.until(lambda: ties.asked is not None and "20" in ties.asked.first.words(), "the first row")
        self.rest()

    def hold_over(self, files: tuple[Path, ...]) -> None:
        """Holds files over the window, as if they were to be dropped."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.window, QDragEnterEvent(QPoint(200, 200), *held))
        self.rest()

    def shoot(self, file: Path) -> None:
        """Saves a picture of the window, with the small window over it that asks something."""
        self.rest()
        file.parent.mkdir(parents=True, exist_ok=True)
        picture = self.window.grab()
        if (asked := self.window.columns.asked) is not None:
            painter = QPainter(picture)
            at = QPoint((self.window.width() - asked.width()) // 2, (self.window.height() - asked.height()) // 2)
            painter.drawPixmap(at, asked.grab())
            painter.setPen(self.window.appearance.theme.colour("control"))  # the system draws a frame around it
            painter.drawRect(QRect(at, asked.size()).adjusted(-1, -1, 0, 0))
            painter.end()
        if not picture.save(str(file)):
            raise OSError(f"{file} could not be written")

    def rest(self) -> None:
        """Lets everything that moves come to rest."""
        QTest.qWait(REST)

    def until(self, reached: Callable[[], bool], what: str) -> None:
        """Waits for something. Raises TimeoutError when it does not come."""
        clock = QElapsedTimer()
        clock.start()
        while not reached():
            if clock.elapsed() > PATIENCE:
                raise TimeoutError(f"the window never showed {what}")
            QTest.qWait(10)


@contextmanager
def studio(library: Path, width: int, height: int, theme: str) -> Iterator[Studio]:
    """A window of a size in a theme, with settings that nobody keeps."""
    app.application()
    with tempfile.TemporaryDirectory(prefix="dateline-shots-", ignore_cleanup_errors=True) as profile:
        settings = Settings(Path(profile) / "settings.toml")
        settings.set("window", {"theme": theme})
        window = app.make_window(library, settings=settings)
        window.resize(width, height)
        window.show()
        try:
            yield Studio(library, window)
        finally:
            window.close()
