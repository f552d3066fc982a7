"""The table of a page: rows of one height, heads that sort, several rows chosen and copied as text."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from reader.gui.look import Theme
from reader.gui.pages.page_cells import ROW, RowDelegate, TableHead
from reader.gui.pages.page_model import PageModel


class PageTable(QTableView):
    """Walked and chosen by the keyboard like any table. Enter and a double-click mean the same."""

    row_entered = Signal(int)
    sort_asked = Signal(int)
    """The head of a column was pressed."""
    row_menu_asked = Signal(int, QPoint)
    """A context menu for a row, at a global point."""
    copied = Signal(int)
    """So many rows were copied."""

    def __init__(self, theme: Theme, model: PageModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        """The row under the pointer."""
        self._records = model
        self._shares: tuple[float, ...] = ()
        self._most = 0
        self._fitting = self._set_by_hand = False
        self._delegate = RowDelegate(theme, self, lambda: self.hovered)
        self._head = TableHead(theme, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self._head)
        self._set_up()
        self.setModel(model)
        model.rowsInserted.connect(self._fit)
        model.modelReset.connect(self._fit)
        self._head.sectionClicked.connect(self.sort_asked)
        self._head.sectionResized.connect(self._take_size)
        self._head.sectionMoved.connect(self._take_order)
        self._head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._head.customContextMenuRequested.connect(lambda at: self.head_menu().popup(self._head.mapToGlobal(at)))
        self.set_theme(theme)
        self._fit()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(lambda index: self.row_entered.emit(index.row()))
        self.clicked.connect(self._follow_link)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        palette = theme.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour("paper"))
        self.setPalette(palette)
        self._delegate.theme = theme
        self._head.set_theme(theme)
        self.viewport().update()

    def set_shares(self, shares: tuple[float, ...], most: int = 400) -> None:
        """How wide the columns are until the reader sizes or moves one: shares of the table, ``most`` px each.

        The last one, which has no share, takes the rest.
        """
        self._shares, self._most = shares, most
        self._fit_columns()

    def set_sorted(self, column: int | None, *, descending: bool = False) -> None:
        """Says by which column the rows are sorted; none for the order in which they came."""
        self._head.set_sorted(column, descending)

    def current(self) -> int | None:
        """The row that the keyboard is on, or none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else None

    def set_current(self, row: int | None) -> None:
        """Chooses a row, or none."""
        if row is None:
            self.selectionModel().clear()
        else:
            self.setCurrentIndex(self.model().index(row, self._head.logicalIndex(0)))

    def chosen(self) -> tuple[int, ...]:
        """The chosen rows, from top to bottom."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def copy(self) -> None:
        """Puts the chosen rows on the clipboard: a line each, tabs between the columns as they stand."""
        columns = [self._head.logicalIndex(n) for n in range(self._head.count())]
        columns = [column for column in columns if not self.isColumnHidden(column)]
        rows = self.chosen()
        if rows:
            lines = ("\t".join(self._records.look(row).cells[column] for column in columns) for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))
            self.copied.emit(len(rows))

    def kept(self) -> str:
        """Widths and order of the columns, to be given to ``restore`` another time; empty where nobody changed them."""
        return bytes(self._head.saveState().toHex().data()).decode() if self._set_by_hand else ""

    def restore(self, kept: str) -> None:
        """What ``kept`` said; anything else changes nothing."""
        if self._head.restoreState(QByteArray.fromHex(kept.encode("ascii", "ignore"))):
            self._set_by_hand = True

    def event(self, event: QEvent) -> bool:
        # Letters jump to a row here; elsewhere in the window they are commands.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _jumps(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain, row = Qt.Key(event.key()), not event.modifiers(), self.current()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain and row is not None:
            self.row_entered.emit(row)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and plain and self.model().rowCount():
            self.set_current(0 if key == Qt.Key.Key_Home else self.model().rowCount() - 1)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current() is None and self.model().rowCount():
            self.set_current(0)
        elif not self.chosen() and (row := self.current()) is not None:
            self.selectRow(row)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row())
        on_link = index.isValid() and self._records.look(index.row()).link == index.column()
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def _follow_link(self, index: QModelIndex) -> None:
        held = QGuiApplication.keyboardModifiers()
        if self._records.look(index.row()).link == index.column() and not held:
            self.row_entered.emit(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def head_menu(self) -> QMenu:
        """The menu of the heads: which columns there are. The last one that is left cannot be taken away."""
        menu = QMenu(self)
        shown = [column for column in range(self._head.count()) if not self.isColumnHidden(column)]
        for column in range(self._head.count()):
            words = str(self.model().headerData(column, Qt.Orientation.Horizontal))
            entry = menu.addAction(words)
            entry.setCheckable(True)
            entry.setChecked(column in shown)
            entry.setEnabled(shown != [column])
            entry.triggered.connect(lambda shown, column=column: self._show_column(column, shown))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _show_column(self, column: int, shown: bool) -> None:
        self._set_by_hand = True
        self.setColumnHidden(column, not shown)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index, at = self.indexAt(event.pos()), event.globalPos()
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(QRect(self.visualRect(index)).center())
        if index.isValid():
            self.row_menu_asked.emit(index.row(), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self.viewport().update()

    def _fit_columns(self) -> None:
        if not self._set_by_hand:
            self._fitting = True
            for column, share in enumerate(self._shares):
                self._head.resizeSection(column, min(round(self.width() * share), self._most))
            self._fitting = False

    def _take_size(self, column: int) -> None:
        last = self._head.logicalIndex(self._head.count() - 1)  # it takes the rest by itself
        if not self._fitting and column != last:
            self._set_by_hand = True

    def _take_order(self) -> None:
        self._set_by_hand = True

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def _fit(self) -> None:
        # What follows the table stands right below its last row.
        self.setMaximumHeight(ROW + ROW * self.model().rowCount())


def _jumps(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier & ~Qt.KeyboardModifier.KeypadModifier
    return not held and event.text().isalnum()
