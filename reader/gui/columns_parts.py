"""The parts of the window that asks which column is which: drop-downs, the table, and the first row as it will be."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from reader.gui.columns_rules import ROLES, role_words, widths
from reader.gui.look import Theme
from reader.gui.panes.head import paint_ring
from reader.gui.panes.lines import advance, baseline, elided, lay_out
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import moment, translate

if TYPE_CHECKING:
    from reader.services.tables import FirstRow, TableView

ROW = 28
LEAST, MOST = 96, 360
"""Of a column before it is sized by hand, in px."""
PAD = 24
_LETTER = 7  # px of a letter of the interface, to share out the width


class DropDown(QComboBox):
    """A choice, flat: 30 high, 10 inside, an arrow at the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.quiet = False
        """Whether it is said in the second colour: a column that is not used."""
        self.setFixedHeight(theme.size("field"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.setFont(theme.font("ui"))
        self.update()

    def sizeHint(self) -> QSize:
        gap, font = spaces(self._theme), self._theme.font("ui")
        words = max((advance(self.itemText(n), font) for n in range(self.count())), default=0)
        return QSize(words + 3 * gap.medium + self._theme.size("icon_small"), self._theme.size("field"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A role that is only passed by would be taken from the column that has it.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.showPopup()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, gap, painter = self._theme, spaces(self._theme), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("hover" if self.underMouse() and self.isEnabled() else "field"))
        painter.setPen(QPen(theme.colour("control" if self.isEnabled() else "line")))
        radius = theme.token("radius", "control")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font, size = theme.font("ui"), theme.size("icon_small")
        ink = "disabled" if not self.isEnabled() else "text_secondary" if self.quiet else "text"
        painter.setFont(font)
        painter.setPen(theme.colour(ink))
        words = elided(self.currentText(), font, self.width() - 2 * gap.small - size - gap.hair)
        painter.drawText(gap.small + gap.hair, round(baseline(font, 0, self.height())), words)
        icon = theme.icon("next", ink, size)
        icon.paint(painter, QRect(self.width() - size - gap.tight, (self.height() - size) // 2, size, size))
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)


class Cells(QAbstractTableModel):
    """The first rows of a table as they stand in the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def set_view(self, view: TableView) -> None:
        """Shows a table."""
        self.beginResetModel()
        self._columns, self._rows = view.columns, view.rows
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._columns[section].split())
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(self._rows[index.row()][index.column()].split())
        return None


class ColumnHeads(QHeaderView):
    """The names that the file gives its columns."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.setFixedHeight(theme.size("field"))
        self.setMinimumSectionSize(LEAST // 2)
        self.setStretchLastSection(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt names it
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        painter.fillRect(rect, self.theme.colour("pane"))
        paint_cell(painter, rect, words, self.theme, "small_strong", "text_secondary")


class CellDelegate(QStyledItemDelegate):
    """Paints a cell of the file; those of a column that is not used in the second colour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.unused: frozenset[int] = frozenset()

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        ink = "text_secondary" if index.column() in self.unused else "text"
        paint_cell(painter, QRect(option.rect), str(index.data() or ""), self.theme, "ui", ink)


def paint_cell(painter: QPainter, rect: QRect, words: str, theme: Theme, style: str, ink: str) -> None:
    """Words 10 inside, with a line at the right of them and below them."""
    gap, font, line = spaces(theme), theme.font(style), theme.colour("line")
    painter.save()
    painter.fillRect(rect.right(), rect.y(), 1, rect.height(), line)
    if rect.x() == 0:
        painter.fillRect(0, rect.y(), 1, rect.height(), line)
    painter.fillRect(rect.x(), rect.bottom(), rect.width(), 1, line)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    inside = gap.small + gap.hair
    shown = elided(words, font, rect.width() - 2 * inside)
    painter.drawText(rect.x() + inside, round(baseline(font, rect.y(), rect.height())), shown)
    painter.restore()


class ColumnTable(QWidget):
    """The first five rows, with a drop-down over each column that says what it is."""

    role_chosen = Signal(int, str)
    """A column and the role that it is to have."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cells = Cells(self)
        self.table = QTableView(self)
        self.table.setModel(self._cells)
        self.choices: tuple[DropDown, ...] = ()
        self._strip = QWidget(self)
        self._view: TableView | None = None
        self._fitting = self._set_by_hand = False
        self._delegate = CellDelegate(theme, self.table)
        self._heads = head = ColumnHeads(theme, self.table)
        table = self.table
        table.setHorizontalHeader(head)
        table.setItemDelegate(self._delegate)
        table.setShowGrid(False)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.setWordWrap(False)
        table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setAccessibleName(self.tr("First rows of the file"))
        head.sectionResized.connect(self._take_size)
        table.horizontalScrollBar().valueChanged.connect(self._place)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        gap = spaces(theme)
        down = theme.size("field") + gap.small
        self.setFixedHeight(down + theme.size("field") + 5 * ROW + theme.size("scroll_bar"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        palette = theme.palette()
        palette.setColor(palette.ColorRole.Base, theme.colour("paper"))
        self.table.setPalette(palette)
        self._delegate.theme = self._heads.theme = theme
        self.table.viewport().update()
        self._heads.viewport().update()
        for choice in self.choices:
            choice.set_theme(theme)

    def set_view(self, view: TableView) -> None:
        """Shows a table; its columns keep the widths that the reader gave them."""
        self._view = view
        if len(self.choices) != len(view.columns):
            for choice in self.choices:
                choice.deleteLater()
            self.choices = tuple(self._choice(at, name) for at, name in enumerate(view.columns))
        self._cells.set_view(view)
        self.set_roles(view.roles.roles)
        self._share_out()

    def set_roles(self, roles: tuple[str, ...]) -> None:
        """What each column is."""
        for choice, role in zip(self.choices, roles, strict=True):
            choice.setCurrentIndex(ROLES.index(role))
            choice.quiet = not role
            choice.update()
        self._delegate.unused = frozenset(at for at, role in enumerate(roles) if not role)
        self.table.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        down = self._theme.size("field") + spaces(self._theme).small
        self._strip.setGeometry(0, 0, self.width(), self._theme.size("field"))
        self.table.setGeometry(0, down, self.width(), self.height() - down)
        self._share_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The left and the upper edge; the cells paint the others.
        painter, at, line = QPainter(self), self.table.geometry(), self._theme.colour("line")
        painter.fillRect(at.x(), at.y() - 1, at.width(), 1, line)

    def _choice(self, at: int, name: str) -> DropDown:
        choice = DropDown(self._theme, self._strip)
        for role in ROLES:
            choice.addItem(role_words(role), role)
        choice.setAccessibleName(self.tr("What “{0}” holds").format(name))
        choice.activated.connect(lambda index: self.role_chosen.emit(at, ROLES[index]))
        choice.show()
        return choice

    def _share_out(self) -> None:
        """Gives each column room for what it holds, until the reader sizes one."""
        view = self._view
        if view is None or self._set_by_hand:
            self._place()
            return
        self._fitting = True
        wanted = [
            min(MOST, PAD + _LETTER * max([len(name), *(len(row[at]) for row in view.rows)]))
            for at, name in enumerate(view.columns)
        ]
        for at, width in enumerate(widths(wanted, LEAST, self.width())):
            self.table.setColumnWidth(at, width)
        self._fitting = False
        self._place()

    def _take_size(self) -> None:
        self._set_by_hand = self._set_by_hand or not self._fitting
        if not self._fitting:
            self._place()

    def _place(self) -> None:
        head, gap = self.table.horizontalHeader(), spaces(self._theme)
        for at, choice in enumerate(self.choices):
            width = max(head.sectionSize(at) - gap.tight, 1)
            choice.setGeometry(head.sectionViewportPosition(at), 0, width, choice.height())


class FirstRowBox(QWidget):
    """The first row as the article list will show it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: FirstRow | None = None
        self.setFixedSize(468, theme.size("list", "row", "comfortable"))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_row(self, row: FirstRow | None) -> None:
        """Shows what a row becomes; None for nothing."""
        self._row = row
        self.setAccessibleName(self.words())
        self.update()

    def words(self) -> str:
        """All that it says."""
        row = self._row
        if row is None:
            return translate("columns", "Nothing")
        return ", ".join(filter(None, (row.publication, self._when(), row.headline, row.lede)))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, gap, painter = self._theme, spaces(self._theme), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("pane"))
        painter.setPen(theme.colour("line"))
        radius = theme.token("radius", "card")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        small, row = theme.font("small"), self._row
        left, right = gap.large, self.width() - gap.medium
        painter.setFont(small)
        painter.setPen(theme.colour("text_secondary"))
        line = round(baseline(small, gap.small, theme.line_height("small")))
        if row is None:
            painter.drawText(left, line, self.words())
            return
        when = self._when()
        painter.drawText(right - advance(when, small), line, when)
        room = right - left - advance(when, small) - gap.large
        meta = row.publication or (translate("columns", "Bookmark") if row.is_bookmark else "")
        painter.drawText(left, line, elided(meta, small, room))
        strong, step = theme.font("ui_strong"), theme.line_height("ui")
        top = gap.small + theme.line_height("small") + gap.hair
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        painter.drawText(left, round(baseline(strong, top, step)), elided(row.headline, strong, right - left))
        lede = lay_out(row.lede, small, right - left, step, most=2)
        lede.draw(painter, left, top + step, theme.colour("text_secondary"))

    def _when(self) -> str:
        return moment(self._row.published, dt.date.today()) if self._row is not None else ""
