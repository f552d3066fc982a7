"""The marks of the page switched on and off, from menu, keys and legend alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.gui.counting import counted

if TYPE_CHECKING:
    from reader.gui.window import MainWindow


class MarkActs(QObject):
    """Ties the Marks menu to the page's legend."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page = window.frame.page
        commands = window.commands
        for family, action in commands.families.items():
            action.triggered.connect(lambda shown, family=family: self._page.set_family_shown(family, shown))
        commands.all_marks.triggered.connect(lambda: self.show_only(*commands.families))
        commands.only_people.triggered.connect(lambda: self.show_only("person"))
        commands.quotation_marks.triggered.connect(self._page.set_quotations_shown)
        commands.removals.triggered.connect(self._show_removals)
        self._page.families_changed.connect(self._follow_legend)

    def show_only(self, *families: str) -> None:
        """Shows the marks of these families and no others."""
        for family in self._window.commands.families:
            self._page.set_family_shown(family, family in families)
        self._follow_legend()

    def _follow_legend(self) -> None:
        shown = self._page.families_shown()
        for family, action in self._window.commands.families.items():
            action.setChecked(family in shown)

    def _show_removals(self, shown: bool) -> None:
        self._page.set_removals_shown(shown)
        reading = self._window.desk.reading
        if reading is None:
            return
        number = len(reading.article.removals)
        words = counted(number, self.tr("1 removal shown"), self.tr("{0} removals shown"))
        if not number:
            words = self.tr("Nothing was removed from this article")
        self._window.status.set_place(words if shown else self._window.flows.measure(reading))
