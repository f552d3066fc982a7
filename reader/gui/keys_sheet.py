"""The sheet of keys: what can be pressed here, over the panes, until ? or Esc takes it away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from reader.gui.commands import key_words
from reader.gui.look import Theme

Entry = tuple[str, QAction]
"""What a command does, in the words of the sheet, and the command."""
Groups = tuple[tuple[str, tuple[Entry, ...]], ...]
COLUMN = 243
GAP = 36
TOP = 96


class KeysSheet(QFrame):
    """A popover of one to four columns; a child of the window."""

    def __init__(self, theme: Theme, groups: Groups, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups = groups
        self._theme = theme
        self._title = QLabel(self.tr("Keys"))
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setFixedSize(theme.size("small_button"), theme.size("small_button"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        self._body = QWidget()
        self._columns = 0
        self.hide()
        self._arrange()
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._title.setFont(theme.font("page_title"))
        self._close.setIcon(theme.icon("close"))
        self._close.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
        self._columns = 0  # the labels carry fonts and colours: they are made anew when next shown
        if not self.isHidden():
            self.open()

    def open(self) -> None:
        """Shows the sheet, as wide as the window allows."""
        window = self.window()
        room = window.width()
        columns = 4 if room >= 1180 else 3 if room >= 900 else 2
        if columns != self._columns:
            self._fill(columns)
        self._column.activate()
        self.move((room - self.width()) // 2, min(TOP, max(0, (window.height() - self.height()) // 2)))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("raised"))
        painter.setPen(self._theme.colour("control"))
        radius = self._theme.token("radius", "card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(1, 56, self.width() - 2, 1, self._theme.colour("line"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 16, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        top = QWidget()
        top.setFixedHeight(57)
        top.setLayout(head)
        self._column.addWidget(top)
        self._column.addWidget(self._body)

    def _fill(self, columns: int) -> None:
        self._columns = columns
        self._column.removeWidget(self._body)
        self._body.deleteLater()
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(24, 20, 24, 24)
        row.setSpacing(GAP)
        for groups in spread(self._groups, columns):
            row.addWidget(self._one_column(groups), alignment=Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._body)

    def _one_column(self, groups: Groups) -> QWidget:
        column = QWidget()
        column.setFixedWidth(COLUMN)
        grid = QGridLayout(column)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.setColumnStretch(0, 1)
        line = 0
        for name, entries in groups:
            grid.setRowMinimumHeight(line, 20 if line == 0 else 36)
            grid.addWidget(self._label(name, "small_strong", "text_secondary"), line, 0, Qt.AlignmentFlag.AlignBottom)
            for words, action in entries:
                line += 1
                grid.setRowMinimumHeight(line, 23)
                grid.addWidget(self._label(words, "ui", "text"), line, 0)
                keys = self._label(key_words(action), "small", "text_secondary")
                grid.addWidget(keys, line, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line += 1
        return column

    def _label(self, words: str, style: str, token: str) -> QLabel:
        label = QLabel(words)
        label.setFont(self._theme.font(style))
        palette = label.palette()
        palette.setColor(palette.ColorRole.WindowText, self._theme.colour(token))
        label.setPalette(palette)
        return label


def spread(groups: Groups, columns: int) -> tuple[Groups, ...]:
    """The groups in their order, in columns that are about as long as each other."""
    left = sum(len(entries) + 2 for _, entries in groups)
    filled: list[list[tuple[str, tuple[Entry, ...]]]] = [[]]
    length = 0
    for group in groups:
        size = len(group[1]) + 2
        aim = left / (columns - len(filled) + 1)
        if length and length + size / 2 > aim and len(filled) < columns:
            left -= length
            filled.append([])
            length = 0
        filled[-1].append(group)
        length += size
    return tuple(tuple(column) for column in filled)
