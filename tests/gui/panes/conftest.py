"""What the tests of the panes share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.gui.look import Theme, load_theme


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    """The light theme."""
    return load_theme("light")


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Callable[[QWidget, int, int], None]]:
    """Shows a pane at a size, with the keyboard in it."""

    windows = []  # held here: nothing else does

    def show(pane: QWidget, width: int, height: int) -> None:
        window = QWidget()  # with no smallest size of its own, of which the offscreen platform would complain
        qtbot.addWidget(window)
        windows.append(window)
        pane.setParent(window)
        pane.resize(width, height)
        window.resize(width, height)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        pane.setFocus()

    yield show
