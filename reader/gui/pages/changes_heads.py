"""The heads of the two columns: what each side is, with a menu of all that can stand there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from reader.core.article import ArticleId
from reader.gui.look import Theme
from reader.gui.pages.changes_facts import Choice
from reader.gui.pages.changes_look import columns
from reader.gui.panes.head import paint_ring
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces

HEIGHT = 40


class SideButton(QAbstractButton):
    """ "Version 1", its day and time, and an arrow that opens the menu."""

    chosen = Signal(object)
    """The id of an article that is to stand here."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice: Choice | None = None
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda: self.menu.popup(self.mapToGlobal(QPoint(0, self.height()))))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_choices(self, choices: tuple[Choice, ...], here: ArticleId, other: ArticleId) -> None:
        """What can stand here: all but the one that stands on the ``other`` side."""
        self._choice = next((one for one in choices if one.id == here), None)
        self.menu.clear()
        group = QActionGroup(self.menu)
        for one in choices:
            entry = self.menu.addAction(", ".join(part for part in (one.name, one.when) if part))
            entry.setCheckable(True)
            entry.setChecked(one.id == here)
            entry.setEnabled(one.id != other)
            entry.triggered.connect(lambda _=False, id=one.id: self.chosen.emit(id))
            group.addAction(entry)
        self.setAccessibleName(self.words())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What it says."""
        return ", ".join(part for part in (self._choice.name, self._choice.when) if part) if self._choice else ""

    def sizeHint(self) -> QSize:
        theme, gap = self._theme, spaces(self._theme)
        if self._choice is None:
            return QSize(0, HEIGHT)
        wide = advance(self._choice.name, theme.font("ui_strong")) + advance(self._choice.when, theme.font("ui"))
        return QSize(wide + 2 * gap.tight + gap.medium + gap.small + theme.size("icon_small"), HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._choice is None:
            return
        theme, gap, painter = self._theme, spaces(self._theme), QPainter(self)
        strong, plain, size = theme.font("ui_strong"), theme.font("ui"), theme.size("icon_small")
        line = round(baseline(strong, 0, self.height()))
        end = self.width() - gap.tight - size
        name = elided(self._choice.name, strong, end - 2 * gap.tight)
        painter.setFont(strong)
        painter.setPen(theme.colour("accent_text" if self.underMouse() else "text"))
        painter.drawText(gap.tight, line, name)
        at = gap.tight + advance(name, strong) + gap.medium
        when = elided(self._choice.when, plain, end - at - gap.small)
        painter.setFont(plain)
        painter.setPen(theme.colour("text_secondary"))
        painter.drawText(at, line, when)
        at = min(end, at + advance(when, plain) + gap.small)
        icon = theme.icon("next", "text", size)
        icon.paint(painter, QRect(at, (self.height() - size) // 2, size, size))
        if self.hasFocus():
            paint_ring(painter, self.rect().adjusted(0, gap.tight, 0, -gap.tight), theme)


class ChangesHeads(QWidget):
    """40 px over the rows, with a line below. The buttons stand where the words of the columns begin."""

    pair_chosen = Signal(object, object)
    """The older and the newer article that are to be compared."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: tuple[ArticleId, ArticleId] | None = None
        self.older, self.newer = SideButton(theme, self), SideButton(theme, self)
        self.older.chosen.connect(lambda id: self._choose(id, None))
        self.newer.chosen.connect(lambda id: self._choose(None, id))
        self.setFixedHeight(HEIGHT)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        for button in (self.older, self.newer):
            button.set_theme(theme)
        self._place()
        self.update()

    def set_choices(self, choices: tuple[Choice, ...], older: ArticleId, newer: ArticleId) -> None:
        """What stands on both sides, and what else can."""
        self._pair = older, newer
        self.older.set_choices(choices, older, newer)
        self.newer.set_choices(choices, newer, older)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _place(self) -> None:
        tight = spaces(self._theme).tight
        place = columns(self.width(), self._theme)
        for button, (start, end) in ((self.older, place.older), (self.newer, place.newer)):
            width = min(button.sizeHint().width(), end - start + 2 * tight)
            button.setGeometry(start - tight, 0, max(0, width), HEIGHT - 1)

    def _choose(self, older: ArticleId | None, newer: ArticleId | None) -> None:
        if self._pair is not None:
            self.pair_chosen.emit(older or self._pair[0], newer or self._pair[1])
