"""What the rest of the window does while a page is shown: its title, its tools, Find and Esc."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class PageTies(QObject):
    """Ties pages to title, status bar, tool bar and commands. They never know each other."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.pages.changed.connect(self._follow)

    def _follow(self) -> None:
        window, page = self._window, self._window.pages.current
        for command in window.commands.of_article():
            command.setEnabled(page is None)
        window.tool_bar.set_article_tools(page is None)
        if page is not None:
            window.setWindowTitle(self.tr("{0} – Dateline").format(page.title))
            window.status.set_place(page.foot)
        else:
            window.flows.show_where()
