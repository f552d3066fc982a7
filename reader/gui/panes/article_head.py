"""The head of the article list: what is listed, with a menu of what can be, and how many articles are unread."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from reader.gui.look import Theme
from reader.gui.panes.head import MenuButton, PaneHead, dress
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import thousands


class ArticleHead(QWidget):
    """A name that opens a menu, and a count at the right."""

    filter_chosen = Signal(str)
    """What the reader wants to be listed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        menu = QMenu(self)
        names = {
            "all": self.tr("All articles"),
            "unread": self.tr("Unread"),
            "starred": self.tr("Starred"),
        }
        choices = QActionGroup(menu)
        self.entries: dict[str, QAction] = {}
        """Of the menu, by the words of ``services.browsing.ListFilter``."""
        for which, name in names.items():
            entry = menu.addAction(name)
            entry.setCheckable(True)
            entry.triggered.connect(lambda _=False, which=which: self.filter_chosen.emit(which))
            choices.addAction(entry)
            self.entries[which] = entry
        self._name = MenuButton(theme, "ui_strong", "text", menu)
        self._unread = QLabel()
        self._unread.setContentsMargins(0, 0, spaces(theme).tight, 0)
        self._strip = PaneHead(theme, theme.size("list", "gutter"))
        self._strip.row.addWidget(self._name)
        self._strip.row.addStretch()
        self._strip.row.addWidget(self._unread)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._strip)
        self.setFixedHeight(self._strip.height())
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        self._strip.set_theme(theme)
        self._name.set_theme(theme)
        dress(self._unread, theme, "small", "text_secondary")

    def set_filter(self, which: str) -> None:
        """Says what is listed."""
        self.entries[which].setChecked(True)
        self._name.setText(self.entries[which].text())
        self._name.updateGeometry()

    def set_unread(self, number: int) -> None:
        """Says how many articles are unread."""
        self._unread.setText(self.tr("{0} unread").format(thousands(number)))

    def words(self) -> tuple[str, str]:
        """What is listed, and how many are unread."""
        return self._name.text(), self._unread.text()
