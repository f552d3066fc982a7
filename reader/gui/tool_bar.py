"""The tool bar: back, forward, import, the search field, and the tools of the article."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from reader.gui.commands import Commands, key_words
from reader.gui.look import Theme
from reader.gui.search_field import SearchField

GAP = 12


class ToolBar(QFrame):
    """One row of 44 px. It shows the window's commands and holds none of its own."""

    def __init__(self, theme: Theme, commands: Commands) -> None:
        super().__init__()
        self._theme = theme
        self._commands = commands
        self.setFixedHeight(theme.size("tool_bar"))
        self.field = SearchField(theme)
        self._back = self._button(commands.back)
        self._forward = self._button(commands.forward)
        self._import = self._button(commands.import_files)
        self._star = self._button(commands.star)
        self._find = self._button(commands.find)
        self._marks = self._menu_button(self.tr("Marks"), commands.marks_menu)
        self._removed = self._button(commands.removals)
        self._removed.addAction(commands.original)
        self._removed.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._text = self._menu_button(self.tr("Text size"), commands.text_menu)
        self._more = self._menu_button(self.tr("More"), self._more_menu())
        self._quotations = self._button(commands.show_quotations)
        self._arrange()
        self.set_short(False)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.field.set_theme(theme)
        for name, button in (("marks", self._marks), ("text-size", self._text), ("more", self._more)):
            button.setIcon(theme.icon(name))
        self.update()

    def set_short(self, short: bool) -> None:
        """In a narrow window what was removed and the text size stand behind "…"."""
        self._removed.setVisible(not short)
        self._text.setVisible(not short)
        self._more.setVisible(short)

    def set_article_tools(self, on: bool) -> None:
        """The menus of the article's tools; the buttons follow their commands."""
        for button in (self._marks, self._text, self._more):
            button.setEnabled(on)

    def fit_field(self, window_width: int) -> None:
        """The field is a share of the window wide."""
        spec = self._theme.size("search_field")
        width = round(window_width * spec["share"])
        self.field.setFixedWidth(max(spec["minimum"], min(width, spec["maximum"])))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_field(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 4)
        row.setSpacing(4)
        for part in (
            self._back,
            self._forward,
            GAP,
            self._import,
            None,
            self.field,
            None,
            self._star,
            self._find,
            self._marks,
            self._removed,
            self._text,
            self._more,
            GAP,
            self._quotations,
        ):
            if part is None:
                row.addStretch(1)
            elif isinstance(part, int):
                row.addSpacing(part)
            else:
                row.addWidget(part)

    def _button(self, action: QAction) -> QToolButton:
        button = self._bare_button()
        button.setDefaultAction(action)
        keys = key_words(action)
        action.setToolTip(f"{action.text().rstrip('…')} ({keys})" if keys else action.text())
        button.setAccessibleName(action.text())
        return button

    def _menu_button(self, words: str, menu: QMenu) -> QToolButton:
        button = self._bare_button()
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _bare_button(self) -> QToolButton:
        button = QToolButton()
        side = self._theme.size("tool_button")
        button.setFixedSize(QSize(side, side))
        button.setIconSize(QSize(self._theme.size("icon"), self._theme.size("icon")))
        button.setAutoRaise(True)
        return button

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self._commands.removals)
        menu.addAction(self._commands.original)
        menu.addMenu(self._commands.text_menu)
        return menu
