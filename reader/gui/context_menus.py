"""The menus under the right mouse button; the first entry is what a click does."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow, EntityRow
from reader.core.spans import Span
from reader.gui import questions

if TYPE_CHECKING:
    from reader.gui.window import MainWindow

Entry = tuple[str, Callable[[], object]] | None
"""Words and what they do; None is a line."""


class ContextMenus(QObject):
    """Opens the menus of names and rows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.frame.page.context_menu_asked.connect(self._page_menu)
        window.frame.page.removal_menu_asked.connect(self._removal_menu)
        window.frame.list.article_menu_asked.connect(self._row_menu)
        window.frame.hits.hit_menu_asked.connect(self._row_menu)
        window.frame.quotations.quotation_menu_asked.connect(self._card_menu)

    def pop_up(self, at: QPoint, *entries: Entry) -> QMenu:
        """Shows a menu at a place of the screen, without waiting for the choice."""
        menu = QMenu(self._window)
        for entry in entries:
            if entry is None:
                menu.addSeparator()
                continue
            words, act = entry
            menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False, act=act: act())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _page_menu(self, entity: int | None, span: Span | None, at: QPoint, offset: int | None) -> None:
        row, line = self._entity_here(entity), self._window.removing.line_entry(offset)
        if row is not None and span is not None:
            self._name_menu(row, span, at, line)
            return
        commands = self._window.commands
        menu = QMenu(self._window)
        menu.addActions([commands.copy, commands.select_all])
        menu.addSeparator()
        if line is not None:
            menu.addAction(line[0].replace("&", "&&")).triggered.connect(lambda _=False: line[1]())
            menu.addSeparator()
        menu.addActions([commands.show_in_folder, commands.copy_address])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _removal_menu(self, number: int, at: QPoint) -> None:
        self.pop_up(at, *self._window.removing.entries(number))

    def _name_menu(self, row: EntityRow, span: Span, at: QPoint, line: Entry) -> None:
        window = self._window
        here, choose = window.desk.current, window.mentions.choose
        family = window.appearance.theme.family(row.kind)
        names = window.commands.families[family].text().lower()
        walk: tuple[Entry, ...] = ()
        if window.mentions.entity == row.id:
            walk = (
                (self.tr("Next mention"), lambda: window.mentions.step(1)),
                (self.tr("Previous mention"), lambda: window.mentions.step(-1)),
            )
        self.pop_up(
            at,
            (self.tr("Show mentions"), lambda: choose(row.id, here, span)),
            (self.tr("Show quotations"), lambda: choose(row.id, here, span, "quotations")),
            *walk,
            None,
            (self.tr("Search for “{0}”").format(row.name), lambda: window.searching.search_for(f'"{row.name}"')),
            (self.tr("Show only {0}").format(names), lambda: window.acts.marks.show_only(family)),
            (self.tr("Hide {0}").format(names), lambda: window.commands.families[family].trigger()),
            None,
            (self.tr("Copy name"), lambda: QGuiApplication.clipboard().setText(row.name)),
            *((None, line) if line is not None else ()),
        )

    def _row_menu(self, id: ArticleId | None, at: QPoint) -> None:
        if id is not None:
            show = partial(self._show_row_menu, at)
            self._window.jobs.ask("menu", partial(questions.story_rows, ids=(id,)), show)

    def _show_row_menu(self, at: QPoint, rows: tuple[ArticleRow, ...]) -> None:
        if not rows:
            return
        row, window = rows[0], self._window
        read = self.tr("Mark as unread") if row.read else self.tr("Mark as read")
        star = self.tr("Remove star") if row.starred else self.tr("Star")
        changes: tuple[Entry, ...] = ()
        if row.tellings > 1:
            changes = ((self.tr("What changed"), lambda: window.changes.open(row.id)), None)
        address: tuple[Entry, ...] = ()
        if row.url:
            address = ((self.tr("Copy address"), lambda: window.acts.copy_address(row.url)),)
        self.pop_up(
            at,
            (self.tr("Open"), lambda: window.desk.open(row.id)),
            None,
            (read, lambda: window.desk.mark(row.id, read=not row.read)),
            (star, lambda: window.desk.mark(row.id, starred=not row.starred)),
            None,
            *changes,
            (self.tr("Read the original again"), lambda: window.importing.read_again((row.id,))),
            (self.tr("Show file in folder"), lambda: window.acts.show_in_folder(row.path)),
            *address,
        )

    def _card_menu(self, index: int, at: QPoint) -> None:
        window = self._window
        row = window.desk.quotations[index]
        here, choose = window.desk.current, window.mentions.choose
        speakers: list[Entry] = []
        for speaker in row.speakers:
            mentions = partial(choose, speaker.id, here)
            speakers.append((self.tr("Show mentions of {0}").format(speaker.name), mentions))
            quotations = partial(mentions, tab="quotations")
            speakers.append((self.tr("Show quotations by {0}").format(speaker.name), quotations))
        self.pop_up(
            at,
            (self.tr("Show in text"), lambda: window.desk.show_quotation(index)),
            *speakers,
            None,
            (self.tr("Copy"), lambda: QGuiApplication.clipboard().setText(row.content)),
        )

    def _entity_here(self, entity: int | None) -> EntityRow | None:
        reading = self._window.desk.reading
        rows = reading.entities if reading is not None else ()
        return next((row for _, row in rows if row.id == entity), None)
