"""The import report as it is seen: head, tabs with counts, a field, the table, and what is said where it is empty."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from reader.core.reports import ImportRun, ReportLine
from reader.gui.look import Theme
from reader.gui.pages.page_head import PageHead, Rule, on_paper
from reader.gui.pages.page_keys import PageKeys
from reader.gui.pages.page_model import PageModel, RowLook
from reader.gui.pages.page_table import PageTable
from reader.gui.pages.report_rows import TABS, Wanted, arranged, heads, look_of, stored_of
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces
from reader.gui.panes.tabs import Tabs
from reader.services.report_words import facts, remark, root_of, title

FIELD = 200, 26
"""Width and height, in px."""
SHARES = (0.33, 0.22)
"""Of the first two columns, until the reader sizes them."""


class ReportView(QWidget):
    """Shows a run and its lines. It knows which rows are wanted, and asks nothing."""

    line_entered = Signal(object)
    """The ``ReportLine`` on which Enter or a double-click came."""
    menu_asked = Signal(object, QPoint)
    """A context menu for a ``ReportLine``, at a global point."""
    pressed = Signal(str)
    """A button: stop, undo, save or retry."""
    copied = Signal(int)

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        now: Callable[[], dt.datetime] = lambda: dt.datetime.now().astimezone(),
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._run: ImportRun | None = None
        self._lines: tuple[ReportLine, ...] = ()
        self._stored: Counter[str] = Counter()
        self._root = ""
        self.wanted = Wanted()
        self._tab_taken = False
        self._make(theme)
        self._lay_out(theme)
        self._connect()
        self.set_theme(theme)
        self.setFocusProxy(self.table)

    def _make(self, theme: Theme) -> None:
        buttons = {
            "stop": self.tr("Stop"),
            "undo": self.tr("Undo import"),
            "save": self.tr("Save report…"),
            "retry": self.tr("Try again"),
        }
        self.head = PageHead(theme, buttons, main="retry")
        self.tabs = Tabs(theme, TABS)
        self._model = PageModel(heads("all"), self._look, self)
        self.table = PageTable(theme, self._model)
        self.table.setAccessibleName(self.tr("Files of the import"))
        self.table.set_shares(SHARES)
        self._empty, self._remark = QLabel(), QLabel()
        self._rule = Rule(theme)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search these rows"))
        self.field.setAccessibleName(self.tr("Search these rows"))
        self.field.setFixedSize(*FIELD)
        self.field.setTextMargins(spaces(theme).tight, 0, spaces(theme).tight, 0)
        self._cross = QAction(self.tr("Clear"), self.field)
        self.field.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)

    def _connect(self) -> None:
        self.head.pressed.connect(self.pressed)
        self.tabs.tab_chosen.connect(self._take_tab)
        self.field.textChanged.connect(self._take_words)
        self._cross.triggered.connect(self.field.clear)
        self._cross.setVisible(False)
        self.table.sort_asked.connect(self._take_sort)
        self.table.row_entered.connect(lambda row: self.line_entered.emit(self._model.records[row]))
        self.table.row_menu_asked.connect(lambda row, at: self.menu_asked.emit(self._model.records[row], at))
        self.table.copied.connect(self.copied)
        PageKeys(self, {"Ctrl+PgDown": lambda: self._step_tab(1), "Ctrl+PgUp": lambda: self._step_tab(-1)})

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        on_paper(self, theme)
        for part in (self.head, self.tabs, self.table, self._rule):
            part.set_theme(theme)
        for label in (self._empty, self._remark):
            dress(label, theme, "ui", "text_secondary")
        self.field.setFont(theme.font("ui"))
        self._cross.setIcon(theme.icon("close", size=theme.size("icon_small")))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Qt forgets the order of a widget that it puts into another window.
        order = (*map(self.tabs.button, TABS), self.field, self.table, *self.head.buttons())
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def set_report(self, run: ImportRun, lines: tuple[ReportLine, ...]) -> None:
        """Shows a run as it is now. Where more lines came, those that are there stay where they are."""
        before = self._run
        self._run, self._lines, self._stored = run, lines, stored_of(lines)
        self._root = root_of(run.given)
        if before is None or before.id != run.id:
            self._tab_taken = False
            self.table.set_current(None)
            self.table.scrollToTop()
            self.field.clear()
        if not self._tab_taken:
            self._choose("failed" if run.failed and run.state != "running" else "all")
        self._show_head(run)
        self._show_rows()

    def choose_tab(self, tab: str) -> None:
        """Goes to a tab, as a click on it would; nothing for a tab that there is none."""
        if tab in TABS:
            self._take_tab(tab)

    def go_to_field(self) -> None:
        """Puts the keyboard into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def escape(self) -> bool:
        """Empties the field, then leaves it; False when it has nothing and is not left."""
        if self.field.text():
            self.field.clear()
            return True
        inside = self.field.hasFocus()
        if inside:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return inside

    def current_line(self) -> ReportLine | None:
        """The line that the keyboard is on."""
        row = self.table.current()
        return self._model.records[row] if row is not None and row < len(self._model.records) else None

    def go_to_line(self, number: int) -> None:
        """Chooses the line with a number, where it is shown."""
        rows = (row for row, line in enumerate(self._model.records) if line.number == number)
        if (row := next(rows, None)) is not None:
            self.table.set_current(row)

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of every row that is shown."""
        return tuple(self._model.look(row).cells for row in range(len(self._model.records)))

    def words(self) -> str:
        """What stands in the table's place, or below it."""
        return self._empty.text() if not self._empty.isHidden() else self._remark.text()

    # what is shown

    def _show_head(self, run: ImportRun) -> None:
        self.head.set_words(title(run, self._now()), facts(run))
        running = run.state == "running"
        added = run.imported + run.updated
        self.head.set_button("stop", offered=running)
        self.head.set_button("undo", offered=not running and not run.undone and added > 0)
        self.head.set_button("save", offered=not running and run.lines > 0)
        retry = self.tr("Try again") if run.failed == 1 else self.tr("Try the {0} again").format(f"{run.failed:,}")
        self.head.set_button("retry", retry, offered=not running and run.failed > 0)
        names = (self.tr("All"), self.tr("Imported"), self.tr("Updated"), self.tr("Known"), self.tr("Failed"))
        for tab, name in zip(TABS, names, strict=True):
            self.tabs.set_words(tab, name, run.lines if tab == "all" else run.count(tab))

    def _show_rows(self) -> None:
        kept = self.current_line()
        shown = arranged(self._lines, self.wanted)
        self._model.set_heads(heads(self.wanted.tab))
        self._model.set_records(shown)
        if kept is not None and self.current_line() != kept:
            self.table.set_current(None)
            self.go_to_line(kept.number)
        elif shown and self.table.hasFocus() and self.table.current() is None:
            self.table.set_current(0)
        self.table.setVisible(bool(shown))
        self.setFocusProxy(self.table if shown else self.field)
        self._empty.setText(self._why_empty())
        self._empty.setVisible(not shown)
        run = self._run
        below = remark(run) if run is not None and self.wanted.tab == "failed" and shown else ""
        self._remark.setText(below)
        self._remark.setVisible(bool(below))

    def _why_empty(self) -> str:
        if self._run is None:
            return ""
        if typed := self.field.text().strip():
            return self.tr("No row has “{0}”. Esc shows all.").format(typed)
        if self._run.state == "running" and not self._run.lines:
            return self.tr("Looking at the files")
        return {
            "all": self.tr("There were no files to import."),
            "imported": self.tr("No article was new."),
            "updated": self.tr("No article has changed since it was imported."),
            "known": self.tr("No article was in the library before."),
            "failed": self.tr("Nothing failed."),
        }[self.wanted.tab]

    def _look(self, line: ReportLine) -> RowLook:
        return look_of(line, self.wanted.tab, self._root, self._stored[line.path])

    # what the reader wants

    def _choose(self, tab: str) -> None:
        self.tabs.choose(tab)
        self.wanted = Wanted(tab, self.wanted.typed, self.wanted.column, self.wanted.descending)

    def _take_tab(self, tab: str) -> None:
        self._tab_taken = True
        self._choose(tab)
        self.table.set_current(None)
        self._show_rows()

    def _step_tab(self, by: int) -> None:
        self._take_tab(TABS[(TABS.index(self.wanted.tab) + by) % len(TABS)])

    def _take_words(self, typed: str) -> None:
        self._cross.setVisible(bool(typed))
        self.wanted = Wanted(self.wanted.tab, typed, self.wanted.column, self.wanted.descending)
        self._show_rows()

    def _take_sort(self, column: int) -> None:
        """Up, down, then the order in which they came."""
        wanted = self.wanted
        again = wanted.column == column
        if again and wanted.descending:
            self.wanted = Wanted(wanted.tab, wanted.typed)
        else:
            self.wanted = Wanted(wanted.tab, wanted.typed, column, descending=again)
        self.table.set_sorted(self.wanted.column, descending=self.wanted.descending)
        self._show_rows()

    def _lay_out(self, theme: Theme) -> None:
        gap = spaces(theme)
        line = QHBoxLayout()
        line.setContentsMargins(gap.gutter - gap.tight, 0, gap.gutter, 0)
        line.addWidget(self.tabs)
        line.addStretch(1)
        line.addWidget(self.field, 0, Qt.AlignmentFlag.AlignTop)
        self.tabs.setFixedHeight(theme.size("panel", "tabs"))
        self._empty.setContentsMargins(gap.gutter, gap.large, gap.gutter, 0)
        self._remark.setContentsMargins(gap.gutter, gap.large, gap.gutter, gap.large)
        for label in (self._empty, self._remark):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(line)
        column.addWidget(self._rule)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty)
        column.addWidget(self._remark)
        column.addStretch()
