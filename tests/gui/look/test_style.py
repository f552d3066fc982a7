"""Tests of the flat style, by the pixels that it paints."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from reader.gui.look import Theme, load_theme
from reader.gui.look.style import FlatStyle, mixed


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return load_theme("light")


@pytest.fixture
def style(theme: Theme) -> Iterator[FlatStyle]:
    made = FlatStyle(theme)
    yield made
    made.deleteLater()


def dressed(qtbot: QtBot, widget: QWidget, theme: Theme, style: FlatStyle) -> QWidget:
    qtbot.addWidget(widget)
    widget.setStyle(style)
    widget.setPalette(theme.palette())
    return widget


def colour_at(widget: QWidget, x: int, y: int) -> str:
    return widget.grab().toImage().pixelColor(x, y).name()


def test_a_button_is_a_flat_field_with_one_line(qtbot: QtBot, theme: Theme, style: FlatStyle) -> None:
    button = dressed(qtbot, QPushButton(), theme, style)
    button.resize(80, 30)
    assert colour_at(button, 40, 15) == theme.colour("field").name()
    assert colour_at(button, 40, 0) == theme.colour("control").name()


def test_a_ticked_box_is_filled_with_the_accent(qtbot: QtBot, theme: Theme, style: FlatStyle) -> None:
    box = QCheckBox("Remember")
    dressed(qtbot, box, theme, style)
    box.resize(120, 30)
    # beside the hook, which is drawn in the middle
    assert colour_at(box, 2, 15) == theme.colour("field").name()
    box.setChecked(True)
    assert colour_at(box, 1, 15) == theme.colour("accent").name()


def test_a_field_with_the_focus_has_a_ring(qtbot: QtBot, theme: Theme, style: FlatStyle) -> None:
    field = dressed(qtbot, QLineEdit(), theme, style)
    field.resize(120, 30)
    field.show()
    field.activateWindow()
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(field.hasFocus, timeout=5000)
    assert colour_at(field, 60, 1) == theme.colour("focus").name()


def test_a_scroll_bar_is_twelve_wide_and_has_no_arrows(qtbot: QtBot, theme: Theme, style: FlatStyle) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    dressed(qtbot, bar, theme, style)
    bar.setRange(0, 300)
    bar.setPageStep(100)
    bar.resize(bar.sizeHint().width(), 200)
    assert bar.width() == 12
    thumb = mixed(theme.colour("control"), theme.colour("pane"), 0.55)
    assert colour_at(bar, 6, 10) == thumb.name()
    assert colour_at(bar, 6, 190) != thumb.name()


def test_mixing_is_a_share_of_each() -> None:
    assert mixed(QColor("#000000"), QColor("#ffffff"), 0.5).name() == "#808080"
