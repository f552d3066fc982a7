"""Tests of the head of the page: families switched on and off."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.gui.page.marks import FAMILIES
from tests.gui.page.conftest import Desk
from tests.gui.page.story import reading

MakeDesk = Callable[..., Desk]
STORY = "[person|Ilse Marenko] met [person|Tomas Ardell] at [place|Tolvik] on [date|Friday]."


def test_click_switches_a_family_off_and_on(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    here.show(reading(STORY))
    entry = here.page.legend.entries["place"]
    with qtbot.waitSignal(here.page.families_changed):
        QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert here.page.families_shown() == frozenset(FAMILIES) - {"place"}
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert here.page.families_shown() == frozenset(FAMILIES)


def test_alt_click_leaves_one_family_and_brings_all_back(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(STORY))
    entry, alt = here.page.legend.entries["place"], Qt.KeyboardModifier.AltModifier
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton, alt)
    assert here.page.families_shown() == {"place"}
    assert [name for name, e in here.page.legend.entries.items() if e.isChecked()] == ["place"]
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton, alt)
    assert here.page.families_shown() == frozenset(FAMILIES)


def test_space_switches_the_family_that_has_the_keyboard(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(STORY))
    QTest.keyClick(here.page.legend.entries["person"], Qt.Key.Key_Space)
    assert "person" not in here.page.families_shown()
    QTest.keyClick(here.page.legend.entries["work"], Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
    assert here.page.families_shown() == {"work"}


def test_legend_follows_the_window(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    here.page.set_family_shown("group", False)
    assert not here.page.legend.entries["group"].isChecked()
    with qtbot.assertNotEmitted(here.page.families_changed):
        here.page.set_family_shown("group", False)


def test_entries_say_how_many_there_are(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(STORY))
    described = [entry.accessibleDescription() for entry in here.page.legend.entries.values()]
    assert described[:3] == ["2 in this article", "0 in this article", "1 in this article"]
    here.show(None)
    assert here.page.legend.entries["person"].accessibleDescription() == ""


@pytest.mark.parametrize("width", [468, 560, 700, 800, 1100])
def test_entries_stand_apart_and_inside_at_every_width(desk: MakeDesk, width: int) -> None:
    here = desk(width, 400)
    here.show(reading(STORY))
    boxes = [entry.geometry() for entry in here.page.legend.entries.values()]
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    assert boxes[0].left() >= 0 and boxes[-1].right() < width
    assert all(box.height() >= 26 for box in boxes)
