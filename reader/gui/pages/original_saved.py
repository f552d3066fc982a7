"""The original as it was saved: a page without anything that could act or load, or text in a fixed face."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QImage, QImageReader, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from reader.gui.look import Theme
from reader.gui.panes.spaces import spaces

if TYPE_CHECKING:
    from reader.services.originals import SavedOriginal

MOST_PIXELS = 40_000_000
"""Of a picture in a page; a larger one is left out."""


class SavedBrowser(QTextBrowser):
    """Shows the original of one article. Pictures come from the page itself; nothing else is ever loaded or opened."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: SavedOriginal | None = None
        self.marked: tuple[int, str] | None = None
        """Where the words that are marked begin, as Qt counts, and what they are."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()  # the flat style paints no groove, so the paper must show through
        bar.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        bar.setAutoFillBackground(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Original as it was saved"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Window, theme.colour("paper"))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Link, theme.colour("accent_text"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("text_select"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("on_select"))
        self.setPalette(palette)
        if self._shown is not None:
            self._fill(self._shown)  # links keep the colour that they were read with

    def show_original(self, original: SavedOriginal) -> None:
        """Shows an original from its top."""
        if original != self._shown:
            self._shown = original
            self._fill(original)

    def mark(self, words: str, before: int) -> None:
        """Brings words into view and marks them: those that stand there ``before`` times already, else the first."""
        found = first = self.document().find(words, 0, QTextDocument.FindFlag.FindCaseSensitively) if words else None
        for _ in range(before):
            if found is None or found.isNull():
                break
            found = self.document().find(words, found, QTextDocument.FindFlag.FindCaseSensitively)
        found = first if found is None or found.isNull() else found
        if found is None or found.isNull():
            self.marked = None
            self.setExtraSelections([])
            return
        self.marked = found.selectionStart(), found.selectedText()
        marked = QTextEdit.ExtraSelection()
        marked.cursor = found
        marked.format.setBackground(self._theme.colour("hit"))
        self.setExtraSelections([marked])
        bar, place = self.verticalScrollBar(), self.cursorRect(found)
        if not 0 <= place.top() <= self.viewport().height() - place.height():
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        # Whatever is not answered here Qt would look for on the disk.
        picture = picture_of(QUrl(name).toString(QUrl.ComponentFormattingOption.FullyEncoded), self._room())
        return picture if picture is not None else _nothing()

    def _room(self) -> int:
        return max(1, self.viewport().width() - 2 * spaces(self._theme).margin)

    def _fill(self, original: SavedOriginal) -> None:
        document = self.document()
        document.clear()
        document.setDocumentMargin(spaces(self._theme).gutter)
        if original.kind == "html":
            document.setDefaultFont(self._theme.font("card_words"))
            self.setHtml(original.shown)
        else:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(self._theme.font("ui").pixelSize())
            document.setDefaultFont(font)
            self.setPlainText(original.shown)
        self.verticalScrollBar().setValue(0)


def picture_of(address: str, width: int) -> QImage | None:
    """The picture that a ``data:`` address holds, no wider than ``width`` px; None for every other address."""
    head, comma, body = address.partition(",")
    if not comma or not head.lower().startswith("data:image/"):
        return None
    data = unquote_to_bytes(body)
    try:
        data = base64.b64decode(data) if head.lower().endswith(";base64") else data
    except (binascii.Error, ValueError):
        return None
    held = QByteArray(data)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    if size.width() > width:
        reader.setScaledSize(QSize(width, max(1, size.height() * width // size.width())))
    picture = reader.read()
    return None if picture.isNull() else picture


def _nothing() -> QImage:
    blank = QImage(1, 1, QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.transparent)
    return blank
