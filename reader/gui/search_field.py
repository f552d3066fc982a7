"""The search field above the panes: a magnifying glass, the words, and the key that leads here or a cross."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from reader.gui.look import Theme


class SearchField(QLineEdit):
    """Says what is typed and when it is to be taken."""

    typed = Signal(str)
    taken = Signal()
    """Enter."""
    left_downwards = Signal()
    """Down: the list of hits is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.size("field"))
        self.setMaxLength(2000)
        self.setAcceptDrops(False)  # files that are dropped here are meant for the library
        self.setAccessibleName(self.tr("Search library"))
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._cross = QAction(self.tr("Clear"), self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self._key = QLabel(self.tr("Ctrl+L"), self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._changed)
        self.textEdited.connect(self.typed)
        self._cross.triggered.connect(lambda: self.typed.emit(""))
        self.returnPressed.connect(self.taken)
        self._changed("")
        self.set_articles(0)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        small = theme.size("icon_small")
        self._glass.setIcon(theme.icon("search", size=small))
        self._cross.setIcon(theme.icon("close", size=small))
        self._key.setFont(theme.font("small"))
        palette = self._key.palette()
        palette.setColor(palette.ColorRole.Text, theme.colour("text_secondary"))  # it stands on a field's ground
        self._key.setPalette(palette)

    def set_articles(self, count: int) -> None:
        """How many articles there are to search."""
        if not count:
            self.setPlaceholderText(self.tr("Search"))
        elif count == 1:
            self.setPlaceholderText(self.tr("Search 1 article"))
        else:
            self.setPlaceholderText(self.tr("Search {0} articles").format(f"{count:,}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(self.width() - size.width() - 8, 0, size.width(), self.height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()

    def _changed(self, words: str) -> None:
        self._cross.setVisible(bool(words))
        self._key.setVisible(not words)
