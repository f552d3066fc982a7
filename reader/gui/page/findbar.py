"""The find bar above the text: a field, how many, previous, next, close."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reader.gui.look import Theme


class FindField(QLineEdit):
    """Enter goes on, Shift+Enter back, Escape leaves."""

    step_asked = Signal(bool)
    """True to go back."""
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3):
            self.step_asked.emit(back)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Knows the words and shows how many there are; where they stand is the page's business."""

    words_changed = Signal(str)
    step_asked = Signal(bool)
    """True to go back."""
    close_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = FindField()
        self.field.setPlaceholderText(self.tr("Find in article"))
        self.field.setAccessibleName(self.tr("Find in article"))
        self._told = QLabel()
        self._buttons = {
            "previous": self._button(self.tr("Previous hit"), "Shift+F3"),
            "next": self._button(self.tr("Next hit"), "F3"),
            "close": self._button(self.tr("Close"), "Esc"),
        }
        self._place()
        self.field.textChanged.connect(self.words_changed)
        self.field.step_asked.connect(self.step_asked)
        self.field.left.connect(self.close_asked)
        self._buttons["previous"].clicked.connect(lambda: self.step_asked.emit(True))
        self._buttons["next"].clicked.connect(lambda: self.step_asked.emit(False))
        self._buttons["close"].clicked.connect(self.close_asked)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        space, size = theme.token("space"), theme.size("icon_small")
        self.field.setMaximumWidth(theme.size("search_field", "minimum"))
        self.field.setFixedHeight(theme.size("field"))
        self.field.setFont(theme.font("ui"))
        self._told.setFont(theme.font("small"))
        self._told.setContentsMargins(space[1], 0, 0, 0)
        self._row.setContentsMargins(space[4], space[1], space[2], space[1] + 1)
        self._row.setSpacing(space[1])
        self.field.setTextMargins(space[1], 0, space[1], 0)
        palette = theme.palette()
        self.field.setPalette(palette)
        palette.setColor(QPalette.ColorRole.WindowText, theme.colour("text_secondary"))
        self._told.setPalette(palette)
        for name, button in self._buttons.items():
            button.setIcon(theme.icon(name, size=size))
            button.setIconSize(QSize(size, size))
            button.setFixedSize(theme.size("small_button"), theme.size("small_button"))
        self.update()

    @property
    def words(self) -> str:
        """What is sought."""
        return self.field.text()

    def tell(self, current: int | None, total: int) -> None:
        """Says which hit is current, counted from 0, and how many there are."""
        if not self.words:
            words = ""
        elif not total:
            words = self.tr("Nothing found")
        elif current is None:
            words = self.tr("{0} found").format(f"{total:,}")
        else:
            words = self.tr("{0} of {1}").format(f"{current + 1:,}", f"{total:,}")
        self._told.setText(words)
        for name in ("previous", "next"):
            self._buttons[name].setEnabled(total > 0)

    @property
    def told(self) -> str:
        """What it says of the hits."""
        return self._told.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("pane"))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), self._theme.colour("line"))

    def _button(self, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setAccessibleName(words)
        button.setToolTip(f"{words} ({key})")
        return button

    def _place(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._told)
        self._row.addStretch()
        for button in self._buttons.values():
            self._row.addWidget(button)
