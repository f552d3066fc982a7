"""The panes in their places: list beside desk over panel, with what the reader has dragged and what gives way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.gui.layout import Arrangement, Widths, arrange
from reader.gui.look import Theme
from reader.gui.page import ArticlePage
from reader.gui.panes import ArticleList, EntityPanel, HitList, QuotationList, QuotationStrip


class Frame(QWidget):
    """Lays the panes out by ``layout.arrange``; it holds no article and asks nothing."""

    arranged = Signal(object)
    """The ``Arrangement`` after the window has changed its size."""

    def __init__(self, theme: Theme, widths: Widths) -> None:
        super().__init__()
        self._theme = theme
        self._widths = widths
        self._searching = False
        self._quotations_wanted = True
        self._list_wanted = True
        self._hits_wanted = False
        self._whole = False
        self._arranging = False
        self._now: Arrangement | None = None
        self._page: QWidget | None = None
        self.list = ArticleList(theme)
        self.hits = HitList(theme)
        self.page = ArticlePage(theme)
        self.quotations = QuotationList(theme)
        self.strip = QuotationStrip(theme)
        self.panel = EntityPanel(theme)
        self.panel.hide()
        self._place()
        self.strip.clicked.connect(self.toggle_overlay)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours, in all panes."""
        self._theme = theme
        paint(self._edge, theme)
        for pane in (self.list, self.hits, self.page, self.quotations, self.strip, self.panel):
            pane.set_theme(theme)

    @property
    def widths(self) -> Widths:
        """What the reader has set by dragging."""
        return self._widths

    @property
    def arrangement(self) -> Arrangement:
        """How the panes stand now."""
        return self._now or self._compute()

    def set_searching(self, searching: bool) -> None:
        """Hits take the list's place, or give it back. They come up also where the list is hidden."""
        self._searching = self._hits_wanted = searching
        self._show_side()
        self._side.setCurrentWidget(self.hits if searching else self.list)
        self.fit()

    def show_page(self, page: QWidget | None, *, whole: bool = False) -> None:
        """A page takes the place of text, quotations and panel, or gives it back; a whole one takes the list's too."""
        if page is not None and self._right.indexOf(page) < 0:
            self._right.addWidget(page)
        self._right.setCurrentWidget(page or self._down)
        self._page = page
        self._whole = whole and page is not None
        self._show_side()
        self.fit()

    def set_list_shown(self, shown: bool) -> None:
        """Shows or hides the list (or the hits), whatever the width of the window."""
        self._whole = self._whole and not shown
        self._list_wanted = shown
        self._hits_wanted = shown and self._searching
        self._show_side()
        self.fit()

    def set_quotations_shown(self, shown: bool) -> None:
        """Shows or hides the quotations; in a narrow window the list of them is laid over the text."""
        if self.arrangement.strip:
            self._lay_over(shown)
            return
        self._quotations_wanted = shown
        self.fit()

    def set_panel_shown(self, shown: bool) -> None:
        """Shows or hides the entity panel."""
        if self.panel.isHidden() == shown:
            self.panel.setVisible(shown)
            self.fit()

    @property
    def quotations_wanted(self) -> bool:
        """Whether the reader wants the cards beside the text where there is room."""
        return self._quotations_wanted

    @property
    def quotations_shown(self) -> bool:
        """Whether the cards can be seen."""
        return not self.quotations.isHidden()

    @property
    def list_shown(self) -> bool:
        """Whether list or hits can be seen."""
        return not self._side.isHidden()

    def toggle_overlay(self) -> None:
        """Lays the quotations over the text, or takes them away."""
        self._lay_over(self.quotations.isHidden())

    def close_overlay(self) -> bool:
        """Takes the quotations away that lie over the text; False when none do."""
        if not self.arrangement.strip or self.quotations.isHidden():
            return False
        self._lay_over(False)
        return True

    def panes(self) -> Sequence[QWidget]:
        """What can be seen, in the order of F6."""
        side = self.hits if self._searching else self.list
        panes = (side, self._page) if self._page else (side, self.page, self.quotations, self.panel)
        return [pane for pane in panes if pane.isVisible()]

    def fit(self) -> None:
        """Lays everything out anew for the present size."""
        now = self._compute()
        crossed = self._now is None or self._now.list_fits != now.list_fits
        self._now = now
        self._arranging = True
        if crossed:
            self._list_wanted = now.list_fits
            self._show_side()
        self._fit_quotations(now)
        self._across.setSizes([now.list, max(1, self.width() - now.list - 1)])
        desk = max(1, self._down.height() - now.panel - 1)
        self._down.setSizes([desk, now.panel])
        self._arranging = False
        self.arranged.emit(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # building and fitting

    def _place(self) -> None:
        spec = self._theme.size
        self._side = QStackedWidget()
        for pane in (self.list, self.hits):
            self._side.addWidget(pane)
        self._side.setMinimumWidth(spec("list", "minimum"))
        self._side.setMaximumWidth(spec("list", "maximum"))
        self.page.setMinimumWidth(spec("reading", "minimum"))
        self.panel.setMinimumHeight(spec("panel", "minimum"))
        self._desk = QWidget()
        self._edge = QWidget(self._desk)
        self._edge.hide()
        paint(self._edge, self._theme)
        self._desk_row = QHBoxLayout(self._desk)
        self._desk_row.setContentsMargins(0, 0, 0, 0)
        self._desk_row.setSpacing(0)
        self._desk_split = self._splitter(Qt.Orientation.Horizontal, self.page, self.quotations)
        self._desk_row.addWidget(self._desk_split)
        self._desk_row.addWidget(self.strip)
        self._down = self._splitter(Qt.Orientation.Vertical, self._desk, self.panel)
        self._right = QStackedWidget()
        self._right.addWidget(self._down)
        self._across = self._splitter(Qt.Orientation.Horizontal, self._side, self._right, growing=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._across)
        self._across.splitterMoved.connect(self._list_dragged)
        self._desk_split.splitterMoved.connect(self._quotations_dragged)
        self._down.splitterMoved.connect(self._panel_dragged)

    def _splitter(self, way: Qt.Orientation, first: QWidget, second: QWidget, growing: int = 0) -> QSplitter:
        splitter = QSplitter(way)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(first)
        splitter.addWidget(second)
        splitter.setHandleWidth(self._theme.size("splitter"))
        splitter.setStretchFactor(growing, 1)
        splitter.setStretchFactor(1 - growing, 0)
        return splitter

    def _show_side(self) -> None:
        self._side.setVisible((self._list_wanted or self._hits_wanted) and not self._whole)

    def _compute(self) -> Arrangement:
        window = self.window()
        return arrange(
            self.width(), window.height(), self._theme.size(), searching=self._searching, wanted=self._widths
        )

    def _fit_quotations(self, now: Arrangement) -> None:
        spec = self._theme.size("quotes")
        self.strip.setVisible(now.strip)
        if now.strip and self.quotations.parent() is self._desk_split:
            self.quotations.setParent(self._desk)
            self.quotations.hide()
            self._edge.hide()
        elif not now.strip and self.quotations.parent() is not self._desk_split:
            self._desk_split.addWidget(self.quotations)
            self._edge.hide()
        if now.strip:
            self._place_overlay(now)
            return
        self.quotations.setMinimumWidth(spec["minimum"])
        self.quotations.setMaximumWidth(spec["maximum"])
        self.quotations.setVisible(self._quotations_wanted)
        room = self._desk_split.width() or self.width() - now.list
        self._desk_split.setSizes([max(1, room - now.quotations - 1), now.quotations])

    def _lay_over(self, shown: bool) -> None:
        self._place_overlay(self.arrangement)
        for part in (self.quotations, self._edge):
            part.setVisible(shown)
            part.raise_()
        if shown:
            self.quotations.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arranged.emit(self.arrangement)

    def _place_overlay(self, now: Arrangement) -> None:
        right = self._desk.width() - self._theme.size("quotes", "strip")
        self.quotations.setMinimumWidth(0)
        left = right - now.quotations
        self.quotations.setGeometry(QRect(left, 0, now.quotations, self._desk.height()))
        self._edge.setGeometry(QRect(left - 1, 0, 1, self._desk.height()))

    # what the reader drags is kept

    def _list_dragged(self) -> None:
        width = self._across.sizes()[0]
        name = "search" if self._searching else "list"
        self._keep(**{name: width})

    def _quotations_dragged(self) -> None:
        self._keep(quotations=self._desk_split.sizes()[1])

    def _panel_dragged(self) -> None:
        self._keep(panel=self._down.sizes()[1])

    def _keep(self, **changed: int) -> None:
        if not self._arranging:
            self._widths = replace(self._widths, **changed)


def paint(edge: QWidget, theme: Theme) -> None:
    """Gives a widget the colour of the lines between parts."""
    palette = theme.palette()
    palette.setColor(QPalette.ColorRole.Window, theme.colour("line"))
    edge.setPalette(palette)
    edge.setAutoFillBackground(True)
