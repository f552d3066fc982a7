"""What the tests of the page share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.rows import Reading
from reader.core.spans import Span
from reader.gui.look import Theme, load_theme
from reader.gui.page import ArticlePage


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """The light theme."""
    return load_theme("light")


class Desk:
    """A page in a window, with hands."""

    def __init__(self, qtbot: QtBot, theme: Theme, width: int, height: int) -> None:
        # a window without a smallest size of its own, of which the offscreen platform would complain
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.page = ArticlePage(theme, self.window)
        self.page.resize(width, height)
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.page.browser.setFocus()

    def show(self, reading: Reading | None) -> None:
        """Shows an article and has it laid out."""
        self.page.show_reading(reading)
        self.page.grab()

    def place(self, span: Span) -> QPoint:
        """The middle of the first line of a span, in the viewport."""
        box = self.page.browser.box_of(span)
        assert box is not None, "not in view"
        return box.center().toPoint()

    def click(self, span: Span) -> None:
        """Clicks on a span."""
        QTest.mouseClick(self.page.browser.viewport(), Qt.MouseButton.LeftButton, pos=self.place(span))

    def point(self, at: Span | QPoint) -> None:
        """Moves the pointer."""
        place = self.place(at) if isinstance(at, Span) else at
        view = self.page.browser.viewport()
        QTest.mouseMove(view, place + QPoint(1, 0))  # a pointer that has not moved since the last test says nothing
        QTest.mouseMove(view, place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses a key in the text."""
        QTest.keyClick(self.page.browser, key, modifier)

    def colour(self, at: QPoint) -> str:
        """The colour of a point of the viewport."""
        return self.page.browser.viewport().grab().toImage().pixelColor(at).name()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Callable[..., Desk]:
    """Makes a page of a size."""
    return lambda width=800, height=600: Desk(qtbot, theme, width, height)
