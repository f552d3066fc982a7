"""Menus, context menus and the small windows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.gui.about import About, facts
from reader.gui.appearance import named
from reader.gui.commands import key_words
from reader.gui.keyboard import next_pane
from reader.gui.keys_sheet import spread
from reader.gui.look import load_theme
from tests.gui.driver import Driver

# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def words_of(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def popup() -> QMenu:
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_the_menus_are_those_of_the_design(window: Driver) -> None:
    menus = {action.text(): action.menu() for action in window.window.menuBar().actions()}
    assert list(menus) == ["File", "Edit", "View", "Article", "Go", "Help"]
    go = menus["Go"]
    assert isinstance(go, QMenu)
    assert words_of(go) == ["Back", "Forward", "Next mention", "Previous mention", "Next pane", "Previous pane"]


def test_no_two_commands_share_a_key(window: Driver) -> None:
    keys = [key.toString() for action in window.window.actions() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_every_key_stands_on_the_sheet_or_in_a_menu(window: Driver) -> None:
    commands = window.window.commands
    on_sheet = {action for _, entries in commands.groups() for _, action in entries}
    hidden = {"Copy", "Select all", "Keys", "Previous pane"}
    assert {a.text() for a in window.window.actions() if key_words(a) and a not in on_sheet} <= hidden


def test_a_row_offers_what_can_be_done_with_it(window: Driver) -> None:
    row = window.row("2024-03-11-okonski-elected")
    window.window.frame.list.article_menu_asked.emit(row.id, QPoint(50, 50))
    window.wait(lambda: QApplication.activePopupWidget() is not None)
    assert words_of(popup()) == ["Open", "Mark as read", "Star", "Read the original again", "Show file in folder"]
    next(action for action in popup().actions() if action.text() == "Star").trigger()
    popup().close()
    window.wait(lambda: window.row("2024-03-11-okonski-elected").starred)
    assert window.current is None


def test_a_name_offers_its_mentions_first(window: Driver) -> None:
    window.open(window.row("2024-03-11-okonski-elected").id)
    reading = window.reading
    assert reading is not None and reading.annotations is not None
    chain, entity = next((c, e) for c, e in reading.entities if e.name == "Pieter Okonski")
    span = reading.annotations.mentions_of(chain)[0].span
    window.window.frame.page.context_menu_asked.emit(entity.id, span, QPoint(50, 50), span.start)
    found = words_of(popup())
    assert found == [
        "Show mentions", "Show quotations", "Search for “Pieter Okonski”", "Show only people", "Hide people",
        "Copy name",
    ]  # fmt: skip
    popup().actions()[0].trigger()
    popup().close()
    window.wait(lambda: window.window.frame.panel.isVisible())


def test_a_card_offers_its_speaker(window: Driver) -> None:
    window.open(window.row("2024-03-11-okonski-elected").id)
    index = next(n for n, row in enumerate(window.window.desk.quotations) if row.speakers)
    name = window.window.desk.quotations[index].speakers[0].name
    window.window.frame.quotations.quotation_menu_asked.emit(index, QPoint(50, 50))
    assert words_of(popup()) == [
        "Show in text", f"Show mentions of {name}", f"Show quotations by {name}", "Copy",
    ]  # fmt: skip
    popup().actions()[-1].trigger()
    popup().close()
    assert QGuiApplication.clipboard().text() == window.window.desk.quotations[index].content


def test_a_click_on_a_speaker_shows_what_it_said(window: Driver) -> None:
    window.open(window.row("2024-03-11-okonski-elected").id)
    speaker = next(row.speakers[0] for row in window.window.desk.quotations if row.speakers)
    window.window.frame.quotations.speaker_chosen.emit(speaker.id, 0)
    window.wait(lambda: window.window.frame.panel.isVisible())
    assert window.window.frame.panel.tab() == "quotations"


def test_the_panel_can_be_put_away_and_called_back(window: Driver) -> None:
    window.open(window.row("2024-03-11-okonski-elected").id)
    reading = window.reading
    assert reading is not None
    window.window.mentions.choose(reading.entities[0][1].id, window.current)
    window.wait(lambda: window.window.frame.panel.isVisible())
    window.window.commands.show_panel.trigger()
    assert window.window.frame.panel.isHidden()
    window.window.commands.show_panel.trigger()
    window.wait(lambda: window.window.frame.panel.isVisible())


def test_the_box_about_the_program_names_its_folders(qtbot: QtBot, tmp_path: Path) -> None:
    told = facts(tmp_path / "library", tmp_path / "settings.toml", tmp_path / "logs")
    assert str(tmp_path / "library") in dict(told).values()
    qtbot.addWidget(About(load_theme("light"), told))


def test_the_system_decides_only_when_it_is_asked() -> None:
    scheme = QGuiApplication.styleHints().colorScheme()
    assert named("dark", scheme) == "dark"
    assert named("system", scheme) in ("light", "dark")


def test_columns_of_the_sheet_are_filled_in_order() -> None:
    def group(name: str, size: int) -> tuple[str, tuple[tuple[str, QAction], ...]]:
        return name, tuple(("x", QAction()) for _ in range(size))

    groups = (group("a", 6), group("b", 2), group("c", 4), group("d", 8), group("e", 8))
    columns = spread(groups, 3)
    assert [name for column in columns for name, _ in column] == ["a", "b", "c", "d", "e"]
    assert len(columns) == 3


def test_there_is_no_next_pane_where_there_is_none() -> None:
    assert next_pane([], None, 1) is None
