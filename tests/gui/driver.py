"""Drives a real window as a reader does: by keys, by clicks on words, and by looking at what is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow, Reading
from reader.gui.app import make_window
from reader.services import browsing
from reader.services.library import open_library
from reader.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
SEED = next((ROOT / "seeds" / "seed").glob("*.txt"))
WAIT = 20_000
NONE = Qt.KeyboardModifier.NoModifier


class Driver:
    """One window and what can be done with it."""

    def __init__(
        self, qtbot: QtBot, library: Path, settings: Path, size: tuple[int, int], to_import: tuple[Path, ...] = ()
    ) -> None:
        self.qtbot = qtbot
        self.library = library
        self._closed = False
        self.window = make_window(library, settings=Settings(settings), to_import=to_import)
        if size != (0, 0):
            self.window.resize(*size)
        with qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()

    def close(self) -> None:
        """Closes the window and waits for what it has started."""
        if not self._closed:
            self._closed = True
            self.window.close()
            self.window.deleteLater()

    def wait(self, reached: Callable[[], object]) -> None:
        """Waits until something is so."""
        self.qtbot.waitUntil(lambda: bool(reached()), timeout=WAIT)

    # what the library holds

    def rows(self) -> dict[str, ArticleRow]:
        """Every article by the name of its file."""
        with open_library(self.library) as library:
            ids = [entry.id for entry in browsing.article_ids(library)]
            return {Path(row.path).name: row for row in browsing.article_rows(library, ids)}

    def row(self, file: str) -> ArticleRow:
        """One article by the beginning of its file's name."""
        return next(row for name, row in self.rows().items() if name.startswith(file))

    # what is shown

    @property
    def listed(self) -> int:
        """How many articles the list shows."""
        return len(self.window.articles.entries)

    @property
    def reading(self) -> Reading | None:
        """What the page shows."""
        return self.window.frame.page.reading

    @property
    def current(self) -> ArticleId | None:
        """The id of the open article."""
        return self.window.desk.current

    @property
    def status(self) -> tuple[str, str, str]:
        """The words of the status bar, from left to right."""
        return self.window.status.words

    @property
    def browser(self) -> QTextBrowser:
        """The text of the page."""
        found = self.window.frame.page.findChild(QTextBrowser)
        assert isinstance(found, QTextBrowser)
        return found

    # what a reader does

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Presses a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        """Types words where the focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, words)

    def open(self, id: ArticleId) -> None:
        """Opens an article and waits until it is shown."""
        self.window.desk.open(id)
        self.wait(lambda: self.current == id)

    def search(self, words: str) -> None:
        """Goes to the search field and types."""
        self.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        self.type(words)

    def click_word(self, word: str, nth: int = 0) -> None:
        """Clicks a word of the page, the first time it stands there or the ``nth`` time after it."""
        self.scroll_to(word, nth)
        spot = self.spot(word, nth)
        QTest.mouseMove(self.browser.viewport(), spot)
        QTest.mouseClick(self.browser.viewport(), Qt.MouseButton.LeftButton, NONE, spot)

    def spot(self, word: str, nth: int = 0) -> QPoint:
        """Where a word of the page stands in its viewport: inside its second letter."""
        cursor = self._find(word, nth)
        begin = QTextCursor(self.browser.document())
        begin.setPosition(cursor.selectionStart() + 1)
        rect = self.browser.cursorRect(begin)
        return QPoint(rect.right() + 2, rect.center().y())

    def scroll_to(self, word: str, nth: int = 0) -> None:
        """Brings a word into view."""
        bar = self.browser.verticalScrollBar()
        bar.setValue(bar.value() + self.spot(word, nth).y() - self.browser.viewport().height() // 2)

    def in_view(self, word: str, nth: int = 0) -> bool:
        """Whether a word of the page can be seen."""
        return 0 <= self.spot(word, nth).y() <= self.browser.viewport().height()

    def _find(self, word: str, nth: int) -> QTextCursor:
        cursor = QTextCursor(self.browser.document())
        for _ in range(nth + 1):
            cursor = self.browser.document().find(word, cursor)
            assert not cursor.isNull(), word
        return cursor

    def focused_in(self, pane: QWidget) -> bool:
        """Whether the keyboard is in a pane."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is pane or pane.isAncestorOf(focused))
