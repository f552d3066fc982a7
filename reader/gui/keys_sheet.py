"""The sheet of keys: what can be pressed here, over the panes, until ? or Esc takes it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader.gui.commands import key_words
from reader.gui.keyboard import is_kept
from reader.gui.look import Theme

Entry = tuple[str, QAction]
"""What a command does, in the words of the sheet, and the command."""
Groups = tuple[tuple[str, tuple[Entry, ...]], ...]
COLUMN = 243
GAP = 36
TOP = 96
HEAD = 57
EDGE = 16


class KeysSheet(QFrame):
    """A popover of two to four columns; a child of the window. It scrolls where the window is too low for it."""

    def __init__(self, theme: Theme, groups: Groups, parent: QWidget) -> None:
        super().__init__(parent)
        self._groups = (*groups, self._without_a_mouse())
        self._theme = theme
        self._before: QWidget | None = None
        self._title = QLabel(self.tr("Keys"))
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.setFixedSize(theme.size("small_button"), theme.size("small_button"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.hide)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self.setFocusProxy(self._scroll)
        self._columns = 0
        self.hide()
        self._arrange()
        self.set_theme(theme)
        parent.installEventFilter(self)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self._title.setFont(theme.font("page_title"))
        self._close.setIcon(theme.icon("close"))
        self._close.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
        self._columns = 0  # the labels carry fonts and colours: they are made anew when next shown
        if not self.isHidden():
            self._fit()

    def open(self) -> None:
        """Shows the sheet, as wide and as high as the window allows. It gives the keyboard back when it goes."""
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self._before = focused
        self._fit()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):  # Qt would give it to the next button of the tool bar
            heir = self._heir()
            if heir is not None:
                heir.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return False

    def _without_a_mouse(self) -> tuple[str, tuple[Entry, ...]]:
        """Keys that belong to the text and to the panes: no command of the window has them, or no menu needs them."""
        entries = (
            (self.tr("Next name in the text"), "Tab"),
            (self.tr("Previous name in the text"), "Shift+Tab"),
            (self.tr("Mentions of that name"), "Enter"),
            (self.tr("Previous pane"), "Shift+F6"),
        )
        made = []
        for words, keys in entries:
            action = QAction(words, self)  # of no widget, so that the keys do nothing here
            action.setShortcut(QKeySequence(keys))
            made.append((words, action))
        return self.tr("Without a mouse"), tuple(made)

    def _heir(self) -> QWidget | None:
        """What had the keyboard before, else the list or text that is seen farthest left."""
        window = self.window()
        if is_kept(self._before, window):
            return self._before
        views = [
            each
            for each in window.findChildren(QAbstractScrollArea)
            if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not self.isAncestorOf(each)
        ]
        return min(views, key=lambda each: each.mapTo(window, QPoint()).x(), default=None)

    def _fit(self) -> None:
        room = self.window().size()
        columns = 4 if room.width() >= 1180 else 3 if room.width() >= 900 else 2
        if columns != self._columns:
            self._columns = columns
            self._scroll.setWidget(self._filled(columns))
        body = self._scroll.widget()
        assert body is not None
        body.setAutoFillBackground(False)
        wanted = body.sizeHint()
        height = min(HEAD + wanted.height() + 1, room.height() - 2 * EDGE)
        bar = self._scroll.verticalScrollBar().sizeHint().width() if height < HEAD + wanted.height() + 1 else 0
        self.setFixedSize(wanted.width() + bar, height)
        self.move((room.width() - self.width()) // 2, min(TOP, (room.height() - height) // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour("raised"))
        painter.setPen(self._theme.colour("control"))
        radius = self._theme.token("radius", "card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(1, HEAD - 1, self.width() - 2, 1, self._theme.colour("line"))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 0, 16, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 1)
        column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(HEAD)
        top.setLayout(head)
        column.addWidget(top)
        column.addWidget(self._scroll)

    def _filled(self, columns: int) -> QWidget:
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(24, 20, 24, 24)
        row.setSpacing(GAP)
        for groups in spread(self._groups, columns):
            row.addWidget(self._one_column(groups), alignment=Qt.AlignmentFlag.AlignTop)
        return body

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
