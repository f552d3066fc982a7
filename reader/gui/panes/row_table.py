"""The view under every list of the panes: one column of rows whose heights are numbers, walked by the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from reader.gui.look import Theme

ITEM = Qt.ItemDataRole.UserRole
"""The role under which our models give a row's record; none where it is not known yet."""

_WALKING = frozenset(
    (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
)


class RowTable(QTableView):
    """A list of rows. Its signals tell what the reader did, never what the program set."""

    row_moved = Signal(int)
    """The keyboard walked to a row."""
    row_pressed = Signal(int, QPoint)
    """The left button went down on a row, at a point counted from the row's upper left corner."""
    row_pointed = Signal(int, QPoint)
    """The mouse moved over a row (-1: below them), at a point counted from the row's upper left corner."""
    row_entered = Signal(int)
    """Enter on a row."""
    row_menu_asked = Signal(int, QPoint)
    """A context menu for a row, at a global point."""
    width_changed = Signal()

    def __init__(self, theme: Theme, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pointer: QPoint | None = None
        """Where the mouse is over the rows, in the viewport."""
        self.ring_shown = False
        """Whether the keyboard was used last: only then a ring shows which row it is on."""
        self.takes_press: Callable[[int, QPoint], bool] = lambda _row, _at: False
        """Whether a press at a point of a row, counted from its upper left corner, is about a part of it, not the row:
        then nothing is chosen."""
        self._uneven: tuple[int, ...] = ()
        self._settled = self._row_awaited = False
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)
        self._set_up()
        self.setModel(model)
        self.set_theme(theme)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)  # ``show_row`` knows of headings
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setStretchLastSection(True)
        across.setMinimumSectionSize(1)
        down.hide()
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("pane"))
        self.setPalette(palette)
        self.viewport().update()

    def level_rows(self, height: int) -> None:
        """Makes all rows ``height`` px high. To be called before the model is reset: sizes survive a reset."""
        self.set_row_heights((row, height) for row in self._uneven)
        self.verticalHeader().setDefaultSectionSize(height)
        self._uneven = ()

    def set_row_heights(self, heights: Iterable[tuple[int, int]]) -> None:
        """Gives some rows a height of their own, as pairs of row and px."""
        header = self.verticalHeader()
        header.setUpdatesEnabled(False)  # else every single size makes the header look for its place anew
        rows = []
        for row, height in heights:
            header.resizeSection(row, height)
            rows.append(row)
        header.setUpdatesEnabled(True)
        self._uneven = tuple(dict.fromkeys((*self._uneven, *rows)))

    def set_current(self, row: int | None) -> None:
        """Moves to a row, or to none, without telling anybody."""
        if row is None:
            self.selectionModel().clear()
            return
        self.setCurrentIndex(self.model().index(row, 0))
        if self._settled:
            self.show_row(row)
        else:
            self._row_awaited = True

    def current(self) -> int | None:
        """The current row, or none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def show_row(self, row: int) -> None:
        """Scrolls as little as shows a row, and the heading right above it."""
        model = self.model()
        if row > 0 and not _can_be_chosen(model, row - 1):
            self.scrollTo(model.index(row - 1, 0))
        self.scrollTo(model.index(row, 0))

    def visible_rows(self) -> range:
        """The rows that can be seen at least in part."""
        rows = self.model().rowCount()
        first = self.rowAt(0)
        last = self.rowAt(self.viewport().height() - 1)
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else rows - 1) + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ring_shown = True
        key, before = Qt.Key(event.key()), self.current()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and before is not None and not event.modifiers():
            self.row_entered.emit(before)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self._walk_to_end(first=key == Qt.Key.Key_Home)
        elif key in _WALKING and before is None:
            self._walk_to_end(first=True)  # Qt would stop at a heading
        elif key in _WALKING:
            super().keyPressEvent(event)
        else:
            event.ignore()  # letters are the window's keys, not a search in the list
            return
        now = self.current()
        if now is not None and now != before:
            self.show_row(now)
            self.row_moved.emit(now)

    def _walk_to_end(self, *, first: bool) -> None:
        model = self.model()
        rows = range(model.rowCount())
        row = next((row for row in (rows if first else reversed(rows)) if _can_be_chosen(model, row)), None)
        if row is not None:
            self.set_current(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return  # a context menu is about the row under the pointer and leaves the chosen one alone
        self.ring_shown = False
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and self.takes_press(
            index.row(), event.position().toPoint() - self.visualRect(index).topLeft()
        ):
            return
        super().mousePressEvent(event)
        if index.isValid() and _can_be_chosen(self.model(), index.row()):
            self.row_pressed.emit(index.row(), event.position().toPoint() - self.visualRect(index).topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position().toPoint()
        if not event.buttons():  # a drag over the rows would choose them
            super().mouseMoveEvent(event)
        index = self.indexAt(self.pointer)
        self.row_pointed.emit(index.row(), self.pointer - self.visualRect(index).topLeft())
        if index.isValid():
            self.update(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            index, at = self.indexAt(event.pos()), event.globalPos()
        else:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(QRect(self.visualRect(index)).center())
        if index.isValid() and _can_be_chosen(self.model(), index.row()):
            self.row_menu_asked.emit(index.row(), at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.ring_shown = True
        before = self.current()
        super().focusInEvent(event)
        if before is None:
            self.selectionModel().clearCurrentIndex()  # Qt goes to the first row, and Down would then skip it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settled = False
        self._settling.start()  # the panes get their sizes after they are shown; what is scrolled before goes astray

    def _settle(self) -> None:
        self._settled = True
        row = self.current()
        if self._row_awaited and row is not None:
            self.scrollToTop()
            self.show_row(row)
        self._row_awaited = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.width_changed.emit()


def _can_be_chosen(model: QAbstractItemModel, row: int) -> bool:
    return bool(model.flags(model.index(row, 0)) & Qt.ItemFlag.ItemIsSelectable)
