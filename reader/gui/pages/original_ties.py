""" "Original beside cleaned" in the window: the ways that lead to it, and what its keys, links and menus do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from reader.core.article import ArticleId
from reader.core.steps import Changes
from reader.gui.context_menus import Entry
from reader.gui.history import PagePlace
from reader.gui.pages.original_page import NAME, OriginalPage
from reader.gui.pages.original_questions import save
from reader.gui.removing import can_go

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class OriginalTies(QObject):
    """Ties the page to the open article, to giving back and to the worker."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: OriginalPage | None = None
        commands = window.commands
        window.pages.add(NAME, self._make, whole=True)
        commands.original.triggered.connect(self._toggle)
        commands.give_back.triggered.connect(lambda: self._press(always=False))
        commands.always_keep.triggered.connect(lambda: self._press(always=True))
        window.remaking.remade.connect(self._follow)
        window.importing.changed.connect(self._take_changes)
        window.desk.opened.connect(lambda _: self._offer())
        window.desk.moved.connect(self._offer)
        window.pages.changed.connect(self._offer)
        self._offer()

    def open(self, id: ArticleId) -> None:
        """Shows an article beside its original."""
        self._window.desk.open_page(PagePlace(NAME, id))

    def _make(self) -> OriginalPage:
        window = self._window
        page = self._page = OriginalPage(window.jobs, window.appearance.theme, lambda: window.zoom, self)
        page.acted.connect(lambda name: self._act(always=name == "always"))
        page.save_asked.connect(self._choose_file)
        page.removal_menu_asked.connect(self._show_menu)
        page.line_menu_asked.connect(self._show_line_menu)
        page.refused.connect(window.tell)
        return page

    def _shown(self) -> OriginalPage | None:
        return self._page if self._page is not None and self._window.pages.current is self._page else None

    def _toggle(self) -> None:
        if self._shown() is not None:
            self._window.desk.leave_page()
        elif (here := self._window.desk.current) is not None:
            self.open(here)

    def _offer(self) -> None:
        """Its own keys work on the page and in the text, and nowhere else."""
        window = self._window
        on = self._shown() is not None or (window.pages.current is None and window.desk.current is not None)
        for command in (window.commands.original, window.commands.give_back, window.commands.always_keep):
            command.setEnabled(on)

    # giving back

    def _press(self, *, always: bool) -> None:
        if self._shown() is not None:
            self._act(always=always)
        else:
            self._window.removing.press(always=always)

    def _act(self, *, always: bool) -> None:
        page = self._shown()
        if page is None or page.article is None:
            return
        if page.view.current is None:
            self._window.status.show_message(self.tr("Nothing was removed."))
        else:
            self._window.remaking.give_back(page.article.id, page.view.current, always=always)

    def _follow(self, before: ArticleId, now: ArticleId) -> None:
        if self._page is not None:
            self._page.take_version(before, now)

    def _take_changes(self, changes: Changes) -> None:
        if (page := self._shown()) is not None:
            page.refresh(changes.articles)

    # menus

    def _show_menu(self, number: int, at: QPoint) -> None:
        page = self._shown()
        if page is None or page.article is None:
            return
        acts: list[Entry] = [(words, partial(self._act, always=name == "always")) for name, words in page.view.links()]
        copy = partial(QGuiApplication.clipboard().setText, page.article.removals[number].text)
        self._window.acts.menus.pop_up(at, *acts, None, (self.tr("Copy"), copy))

    def _show_line_menu(self, offset: int, at: QPoint) -> None:
        page = self._shown()
        if page is None or page.article is None:
            return
        commands = self._window.commands
        entries: list[Entry] = [(commands.copy.text(), commands.copy.trigger)]
        if page.view.links() and can_go(page.article, offset):
            words = self.tr("Always remove this line from {0}").format(page.article.publication)
            entries += [None, (words, partial(self._window.remaking.take_away, page.article.id, offset))]
        self._window.acts.menus.pop_up(at, *entries)

    # saving

    def _choose_file(self) -> None:
        page = self._shown()
        if page is None or page.told is None:
            return
        id, name = page.told.reading.article.id, page.told.original.name
        dialog = QFileDialog(self._window, self.tr("Save original"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda file: self.save(id, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, id: ArticleId, file: Path) -> None:
        """Writes the bytes of an original into a file."""
        self._window.jobs.ask("", partial(save, id=id, file=file), self._tell_saved, self._window.tell)

    def _tell_saved(self, file: Path) -> None:
        self._window.status.show_message(self.tr("Original saved as “{0}”").format(file.name))
