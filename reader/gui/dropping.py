"""Drag and drop from other programs onto any place of the window, with a sign while something is held over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from reader.gui.brought import Brought, brought, may_bring
from reader.gui.counting import counted
from reader.gui.look import Theme
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import translate

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class DropSign(QWidget):
    """A frame around the window and a few words: what a drop would do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_words(self, words: str) -> None:
        """Lies over the whole window and says something."""
        self._words = words
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, gap, painter = self._theme, spaces(self._theme), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, radius = theme.size("list", "selection_bar"), theme.token("radius", "card")
        pen = QPen(theme.colour("focus"), edge)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2))
        font = theme.font("panel_name")
        words = elided(self._words, font, self.width() - 2 * gap.page - 2 * gap.gutter)
        wide, high = advance(words, font) + 2 * gap.gutter, theme.line_height("panel_name") + 2 * gap.large
        box = QRect((self.width() - wide) // 2, (self.height() - high) // 2, wide, high)
        painter.setPen(theme.colour("control"))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        painter.drawText(box.x() + gap.gutter, round(baseline(font, box.y(), high)), words)


class Dropping(QObject):
    """Hears what is dragged over the window. What comes from the window itself is left to its own parts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.sign = DropSign(window.appearance.theme, window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)
        window.appearance.changed.connect(self.sign.set_theme)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent):
            self._enter(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self.sign.hide()
            return True
        if kind == QEvent.Type.Drop and isinstance(event, QDropEvent):
            self._drop(event)
            return True
        return False

    def _enter(self, event: QDragEnterEvent) -> None:
        if event.source() is not None or not may_bring(event.mimeData()):
            event.ignore()
            return
        self._accept(event)
        self.sign.show_words(promise(brought(event.mimeData())))

    def _drop(self, event: QDropEvent) -> None:
        self.sign.hide()
        self._accept(event)
        self._window.pasting.take_in(brought(event.mimeData()), self.tr("dropped {0}"))

    def _accept(self, event: QDropEvent) -> None:
        """A drop copies: a program that offers to move would delete its file or its message."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()


def promise(found: Brought) -> str:
    """What a drop would do, in words for the sign."""
    if len(found.paths) == 1:
        return translate("dropping", "Drop to import “{0}”").format(found.paths[0].name)
    if found.paths:
        many = translate("dropping", "Drop to import {0} files and folders")
        return counted(len(found.paths), "", many)
    if found.text is not None and found.text.suffix == ".eml":
        return translate("dropping", "Drop to import the message")
    if found.text is not None:
        return translate("dropping", "Drop to take the text in as an article")
    return {
        "address": translate("dropping", "An address alone: nothing is fetched"),
        "promise": translate("dropping", "A message without its text: save it as a file first"),
    }.get(found.refused, translate("dropping", "Drop to import"))
