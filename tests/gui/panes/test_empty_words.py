"""What stands in an empty pane."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.gui.look import Theme
from reader.gui.panes.empty_words import EmptyWords


def test_tab_stops_at_a_link_and_not_at_words_alone(qtbot: QtBot, theme: Theme) -> None:
    shown = EmptyWords(theme, 16)
    qtbot.addWidget(shown)
    label = shown.findChild(QLabel)
    assert isinstance(label, QLabel)
    shown.set_words("No articles yet.")
    assert not label.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown.set_words("No articles yet.", "Open the sample library")
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus
