"""The head of the entity panel: who it is, which mention this is, and the way to the others."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.core.kinds import Kind
from reader.core.rows import EntityRow
from reader.gui.look import Theme
from reader.gui.look.icons import make_icon
from reader.gui.panes.head import dress
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import thousands


class EntityHead(QWidget):
    """40 px: icon, name and role at the left; number of the mention, previous, next and close at the right."""

    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = spaces(theme)
        self._kind = Kind.PERSON
        self._icon, self._name = QLabel(), _NameAndRole(theme)
        self._place = QLabel()
        self._previous = self._button(self.tr("Previous mention (Shift+N)"), lambda: self.step_asked.emit(-1))
        self._next = self._button(self.tr("Next mention (N)"), lambda: self.step_asked.emit(1))
        self._close = self._button(self.tr("Close (Esc)"), self.closed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(gap.large, gap.medium, gap.large, 0)
        row.setSpacing(gap.small)
        for part in (self._icon, self._name, self._place, self._previous, self._next, self._close):
            row.addWidget(part)
        self.set_theme(theme)

    def _button(self, words: str, pressed: object) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: pressed())  # type: ignore[operator]
        return button

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        size = theme.size("small_button")
        self.setFixedHeight(theme.size("panel", "header"))
        for button, icon in ((self._previous, "previous"), (self._next, "next"), (self._close, "close")):
            button.setIcon(theme.icon(icon))
            button.setIconSize(QSize(theme.size("icon"), theme.size("icon")))
            button.setFixedSize(size, size)
        dress(self._place, theme, "small", "text_secondary")
        self._name.set_theme(theme)
        self._show_icon()

    def set_entity(self, entity: EntityRow) -> None:
        """Shows who it is."""
        self._kind = entity.kind
        self._name.set_words(entity.name, entity.roles[0] if entity.roles else "")
        self._show_icon()

    def set_place(self, number: int | None, total: int) -> None:
        """Which mention is current, counted from 0, of how many."""
        words = self.tr("mention {0} of {1}")
        self._place.setText("" if number is None else words.format(thousands(number + 1), thousands(total)))

    def place(self) -> str:
        """What is said of the current mention."""
        return self._place.text()

    def _show_icon(self) -> None:
        theme = self._theme
        family, size = theme.family(self._kind), theme.size("icon")
        name = "date" if family == "quantity" else family
        icon = make_icon(name, theme.line(family), theme.colour("disabled"), size)
        self._icon.setPixmap(icon.pixmap(QSize(size, size), self.devicePixelRatioF()))


class _NameAndRole(QWidget):
    """A name and, in the room that is left, a role."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name, self._role = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def set_words(self, name: str, role: str) -> None:
        self._name, self._role = name, role
        self.setToolTip(f"{name}, {role}" if role else name)
        self.setAccessibleName(self.toolTip())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter, gap = self._theme, QPainter(self), spaces(self._theme).small
        strong, plain = theme.font("panel_name"), theme.font("ui")
        line = round(baseline(strong, 0, self.height()))
        name = elided(self._name, strong, self.width())
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        painter.drawText(0, line, name)
        left = advance(name, strong) + gap
        painter.setFont(plain)
        painter.setPen(theme.colour("text_secondary"))
        painter.drawText(left, line, elided(self._role, plain, self.width() - left - gap))
