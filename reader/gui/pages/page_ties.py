"""What the rest of the window does while a page is shown: its title, its tools, Find and Esc."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.history import PagePlace

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


OPEN = "open"
"""Where the settings keep the place that is open, beside the columns of each page under its name."""


class PageTies(QObject):
    """Ties pages to title, status bar, tool bar and commands. They never know each other."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.pages.changed.connect(self._follow)

    def kept(self) -> dict[str, str]:
        """What is to be remembered from one time to the next: the columns of every page, and the place that is open."""
        place = self._window.pages.place()
        here = "" if place is None else json.dumps(
            [str(self._window.folder), place.page, place.key, place.tab, place.row, place.top]
        )  # fmt: skip
        return {**self._window.pages.kept(), OPEN: here}

    def reopen(self, kept: str) -> None:
        """Opens the page that was open when the window was closed, if it was a window on this library."""
        try:
            folder, *fields = json.loads(kept)
            place = PagePlace(*fields)
        except (ValueError, TypeError):
            return
        if folder == str(self._window.folder) and self._window.pages.knows(place.page) and _is_whole(place):
            self._window.desk.open_page(place, take_focus=False)

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


def _is_whole(place: PagePlace) -> bool:
    words = all(isinstance(each, str) for each in (place.page, place.key, place.tab))
    return words and isinstance(place.row, int | None) and isinstance(place.top, int)
