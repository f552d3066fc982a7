"""Tabs of ours: words with a count, and a line of the accent under the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from reader.gui.look import Theme
from reader.gui.panes.head import paint_ring
from reader.gui.panes.lines import advance, baseline
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import thousands


class Tab(QAbstractButton):
    """One tab. Qt's own exclusive group walks it with the arrow keys."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._count = ""
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._theme = theme
        self.update()

    def set_words(self, name: str, count: int | None) -> None:
        """What it says, with a number after it or none."""
        self._count = "" if count is None else thousands(count)
        self.setText(name)
        self.setAccessibleName(f"{name} {self._count}".strip())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width(), self._theme.size("panel", "tabs"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._theme, QPainter(self)
        chosen = self.isChecked()
        font = theme.font("ui_strong" if chosen else "ui")
        painter.setFont(font)
        painter.setPen(theme.colour("text" if chosen or self.underMouse() else "text_secondary"))
        gap = spaces(theme)
        line = round(baseline(font, 0, self.height() - gap.hair))
        painter.drawText(gap.tight, line, self.text())
        painter.drawText(gap.tight + advance(self.text(), font) + gap.small, line, self._count)
        if chosen:
            under = QRect(gap.tight, self.height() - gap.hair, self.width() - 2 * gap.tight, gap.hair)
            painter.fillRect(under, theme.colour("accent_text"))
        if self.hasFocus():
            paint_ring(painter, self.rect(), theme)

    def _width(self) -> int:
        font = self._theme.font("ui_strong")  # always, so that nothing moves when the choice does
        gap = spaces(self._theme)
        count = gap.small + advance(self._count, font) if self._count else 0
        return 2 * gap.tight + advance(self.text(), font) + count


class Tabs(QWidget):
    """A row of tabs, of which one is chosen. The words of the first stand ``tight`` px right of its edge."""

    tab_chosen = Signal(object)
    """The key of a tab that the reader chose."""

    def __init__(self, theme: Theme, keys: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(spaces(theme).wide - 2 * spaces(theme).tight)
        self._tabs = {key: Tab(theme, self) for key in keys}
        for key, tab in self._tabs.items():
            self._group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=key: self.tab_chosen.emit(key))
            tab.toggled.connect(tab.update)
        self._tabs[keys[0]].setChecked(True)
        if len(keys) == 1:
            self._tabs[keys[0]].setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        for tab in self._tabs.values():
            tab.set_theme(theme)

    def set_words(self, key: str, name: str, count: int | None) -> None:
        """What a tab says."""
        self._tabs[key].set_words(name, count)

    def words(self, key: str) -> str:
        """What a tab says, with its count."""
        return self._tabs[key].accessibleName()

    def button(self, key: str) -> Tab:
        """A tab."""
        return self._tabs[key]

    def set_offered(self, key: str, offered: bool) -> None:
        """Whether a tab is there at all."""
        self._tabs[key].setVisible(offered)

    def is_offered(self, key: str) -> bool:
        """Whether a tab can be chosen."""
        return not self._tabs[key].isHidden()

    def chosen(self) -> str:
        """The key of the chosen tab."""
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def choose(self, key: str) -> None:
        """Chooses a tab without telling."""
        self._tabs[key].setChecked(True)
