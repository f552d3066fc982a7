"""The main window: puts the parts together, wires them to each other, and remembers how the reader left it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QMainWindow, QVBoxLayout, QWidget

from reader.core.reasons import Reason, Trouble
from reader.gui.acts import Acts
from reader.gui.appearance import Appearance
from reader.gui.articles import Articles
from reader.gui.columns_ties import ColumnsTies
from reader.gui.commands import Commands
from reader.gui.desk import Desk
from reader.gui.dropping import Dropping
from reader.gui.flows import Flows
from reader.gui.frame import Frame
from reader.gui.importing import Importing
from reader.gui.jobs import Jobs
from reader.gui.keyboard import SpaceKeys
from reader.gui.layout import Widths
from reader.gui.look import Theme
from reader.gui.mentions import Mentions
from reader.gui.opening import DAMAGED, explained
from reader.gui.pages import Pages
from reader.gui.pages.changes_ties import ChangesTies
from reader.gui.pages.original_ties import OriginalTies
from reader.gui.pages.page_ties import OPEN, PageTies
from reader.gui.pages.report_ties import ReportTies
from reader.gui.pasting import Pasting
from reader.gui.remaking import Remaking
from reader.gui.removing import Removing
from reader.gui.searching import Searching
from reader.gui.status_bar import StatusBar
from reader.gui.tool_bar import ToolBar
from reader.gui.undoing import Undoing
from reader.gui.watching import Watching
from reader.settings import Settings

if TYPE_CHECKING:
    from reader.services.library import Library

ZOOM = range(-6, 13)
"""Steps of the page's text size, in px of the body."""


class MainWindow(QMainWindow):
    """One window on one library. ``folder`` is the library's; it is opened by the lanes of ``jobs``, not here."""

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        appearance: Appearance,
        open_library: Callable[[], Library],
        to_import: Sequence[Path] = (),
    ) -> None:
        super().__init__()
        theme = appearance.theme
        self.folder = folder
        self.settings = settings
        self.appearance = appearance
        self.exit_code = 0
        """What the program is to end with: 2 when the library could not be opened."""
        self._to_import = tuple(to_import)
        self._started = False
        self.setWindowTitle("Dateline")
        self.setMinimumSize(*theme.size("window", "minimum"))
        self.jobs = Jobs(open_library, self)
        self.commands = Commands(self)
        self.commands.fill(self.menuBar())
        self.tool_bar = ToolBar(theme, self.commands)
        self.frame = Frame(theme, self._kept_widths())
        self.status = StatusBar(theme)
        self.articles = Articles(self.jobs, self.frame.list, self)
        tell_after = theme.token("motion", "progress_after")
        self.pages = Pages(self.frame, lambda name: settings.get("pages", name, ""), self)
        panes = self.frame.page, self.frame.quotations, self.frame.strip
        self.desk = Desk(self.jobs, *panes, self.pages, self, tell_after=tell_after)
        self.mentions = Mentions(self.jobs, self.frame.page, self.frame.panel, self)
        self.searching = Searching(self.jobs, self.tool_bar.field, self.frame.hits, self.frame.page, self)
        self.importing = Importing(self.jobs, folder, tell_after=tell_after, parent=self)
        self.undoing = Undoing(self.commands.undo, self)
        SpaceKeys(self, self.commands.read_on, self.commands.read_back)
        self._place()
        self.removing = Removing(self)
        self.acts = Acts(self)
        self.flows = Flows(self)
        self.remaking = Remaking(self)
        self.page_ties = PageTies(self)
        self.reports = ReportTies(self)
        self.columns = ColumnsTies(self)
        self.pasting = Pasting(self)
        self.dropping = Dropping(self)
        self.watching = Watching(self)
        self.changes = ChangesTies(self)
        self.original = OriginalTies(self)
        self.zoom = 0
        self.set_zoom(settings.get("page", "zoom", 0))
        appearance.changed.connect(self.set_theme)
        self.set_theme(theme)
        self._restore()

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours, in every part."""
        self.commands.set_theme(theme)
        for part in (self.tool_bar, self.frame, self.pages, self.status, self.acts, self.flows, self.columns):
            part.set_theme(theme)

    def set_zoom(self, steps: int) -> None:
        """Sets the size of the page's text, in px more or less than the standard."""
        self.zoom = min(max(steps, ZOOM[0]), ZOOM[-1])
        self.frame.page.set_zoom(self.zoom)

    def tell(self, reason: Reason) -> None:
        """Says a reason in the status bar; a damaged library is asked about."""
        if reason.code in DAMAGED:
            self.flows.opening.explain(reason)
        else:
            self.status.show_message(explained(reason))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._started:  # the library is asked only when the reader sees something
            self._started = True
            QTimer.singleShot(0, self, self._start)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._keep()
        self.columns.close()
        self.importing.close()
        self.jobs.close()
        self.importing.dismiss()
        self.pasting.close()
        super().closeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._travelled(event):
            super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Lists would choose a row with the buttons that mean back and forward.
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._travelled(event)
        return False

    def _travelled(self, event: QMouseEvent) -> bool:
        ways = {Qt.MouseButton.BackButton: self.desk.go_back, Qt.MouseButton.ForwardButton: self.desk.go_forward}
        way = ways.get(event.button())
        if way is not None:
            way()
        return way is not None

    def _start(self) -> None:
        self.frame.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.articles.refresh()
        if self.settings.note is not None:
            self.tell(self.settings.note)
        self.page_ties.reopen(self.settings.get("pages", OPEN, ""))
        if self._to_import:
            self.importing.start(self._to_import)

    def _place(self) -> None:
        bar = self.menuBar()
        if not bar.isNativeMenuBar():
            bar.setFixedHeight(self.appearance.theme.size("menu_bar"))
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tool_bar)
        column.addWidget(self.frame, 1)
        column.addWidget(self.status)
        self.setCentralWidget(whole)
        for view in self.frame.findChildren(QAbstractItemView):
            view.viewport().installEventFilter(self)

    # what is remembered from one time to the next

    def _kept_widths(self) -> Widths:
        get = self.settings.get
        return Widths(*(get("panes", name, 0) for name in ("list", "search", "quotations", "panel")))

    def _restore(self) -> None:
        width, height = self.appearance.theme.size("window", "default")
        self.resize(self.settings.get("window", "width", width), self.settings.get("window", "height", height))
        if self.settings.get("window", "maximized", False):
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if not self.settings.get("panes", "quotations_shown", True):
            self.frame.set_quotations_shown(False)

    def _keep(self) -> None:
        widths = self.frame.widths
        size = self.normalGeometry().size() if self.isMaximized() or self.isFullScreen() else self.size()
        try:
            self.settings.set("panes", {
                "list": widths.list, "search": widths.search, "quotations": widths.quotations, "panel": widths.panel,
                "quotations_shown": self.frame.quotations_wanted,
            })  # fmt: skip
            self.settings.set("window", {
                "width": size.width(), "height": size.height(), "maximized": self.isMaximized(),
                "theme": self.appearance.choice,
            })  # fmt: skip
            self.settings.set("page", {"zoom": self.zoom})
            self.settings.set("pages", self.page_ties.kept())
        except Trouble:
            return  # a settings file that cannot be written costs the sizes of panes; nobody is left to be told
