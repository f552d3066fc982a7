"""Tests of the pointer and the keyboard on names."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.page.hovercard import CardWords
from tests.gui.page.conftest import Desk
from tests.gui.page.story import reading, spot

MakeDesk = Callable[..., Desk]
STORY = (
    "[person|Ilse Marenko] met [person|Tomas Ardell] at [place|Tolvik] on [date|Friday].",
    "Later [person~=Ilse Marenko|she] left with the [organization|Port of [place|Meresund]].",
)


def focused(desk: Desk, text: str) -> str:
    mark = desk.page.browser.layers.focused
    return mark.span.of(text) if mark else ""


def test_card_comes_after_a_moment_and_says_who_it_is(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    with qtbot.waitSignal(here.page.mention_hovered, check_params_cb=lambda id: id == 100):
        here.point(spot(given, "Ilse Marenko"))
    assert here.page.hovering.card.words is None
    qtbot.waitUntil(lambda: here.page.hovering.card.words is not None, timeout=2000)
    assert here.page.hovering.card.words == CardWords(
        "Ilse Marenko", "person", "role of Ilse Marenko", "2 mentions here, 41 in the library", "person"
    )


def test_card_never_covers_its_name(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.point(spot(given, "Tolvik"))
    qtbot.waitUntil(lambda: here.page.hovering.card.words is not None, timeout=2000)
    box = here.page.browser.box_of(spot(given, "Tolvik"))
    assert box is not None
    assert not here.page.hovering.card.geometry().intersects(box.toAlignedRect())


def test_card_goes_a_moment_after_the_pointer(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.point(spot(given, "Tolvik"))
    qtbot.waitUntil(lambda: here.page.hovering.card.words is not None, timeout=2000)
    with qtbot.waitSignal(here.page.mention_hovered, check_params_cb=lambda id: id is None):
        here.point(QPoint(4, 4))
    qtbot.waitUntil(lambda: here.page.hovering.card.words is None, timeout=2000)


def test_pointer_that_only_passes_brings_no_card(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.point(spot(given, "Tolvik"))
    here.point(QPoint(4, 4))
    qtbot.wait(350)
    assert here.page.hovering.card.words is None


def test_hovered_name_lights_up_all_its_mentions(desk: MakeDesk, theme: Theme) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.point(spot(given, "Ilse Marenko"))
    box = here.page.browser.box_of(spot(given, "she"))
    assert box is not None
    assert here.colour(box.topLeft().toPoint() + QPoint(1, 1)) == theme.tint("person").name()


def test_dates_are_not_hovered(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    with qtbot.assertNotEmitted(here.page.mention_hovered):
        here.point(spot(given, "Friday"))


def test_tab_walks_through_the_names_and_out(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    walked = []
    for _ in range(5):
        here.press(Qt.Key.Key_Tab)
        walked.append(focused(here, given.article.text))
    assert walked == ["Ilse Marenko", "Tomas Ardell", "Tolvik", "Port of Meresund", "Meresund"]
    here.press(Qt.Key.Key_Tab)
    assert focused(here, given.article.text) == ""
    assert QApplication.focusWidget() is not here.page.browser


def test_shift_tab_walks_back(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        here.press(key)
    assert focused(here, given.article.text) == "Ilse Marenko"


def test_enter_chooses_the_name_that_has_the_keyboard(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.press(Qt.Key.Key_Tab)
    here.press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(here.page.entity_chosen) as chosen:
        here.press(Qt.Key.Key_Return)
    assert chosen.args == [101, spot(given, "Tomas Ardell")]


def test_card_is_there_at_once_for_the_keyboard(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.press(Qt.Key.Key_Tab)
    words = here.page.hovering.card.words
    assert words is not None and words.name == "Ilse Marenko"
    assert here.page.hovering.card.accessibleName() == "Ilse Marenko"


def test_keyboard_begins_at_the_first_name_in_view(desk: MakeDesk) -> None:
    given = reading(*(f"Line {n}: [person|Skipper {n:02}] came in.\n" * 3 for n in range(40)))
    here = desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Line 20:").start)
    here.press(Qt.Key.Key_Tab)
    assert focused(here, given.article.text) == "Skipper 20"


def test_families_that_are_off_are_passed_over(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.page.set_family_shown("person", False)
    here.press(Qt.Key.Key_Tab)
    assert focused(here, given.article.text) == "Tolvik"


def test_name_keeps_its_place_while_the_keyboard_is_elsewhere(desk: MakeDesk) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.press(Qt.Key.Key_Tab)
    here.page.open_find()
    assert focused(here, given.article.text) == ""
    here.page.close_find()
    here.press(Qt.Key.Key_Tab)
    assert focused(here, given.article.text) == "Tomas Ardell"


def test_scrolling_takes_the_card_away(desk: MakeDesk, qtbot: QtBot) -> None:
    given = reading(*STORY, *("More about boats and their crews, and the long wait. " * 8 for _ in range(20)))
    here = desk()
    here.show(given)
    here.point(spot(given, "Tolvik"))
    qtbot.waitUntil(lambda: here.page.hovering.card.words is not None, timeout=2000)
    here.page.browser.verticalScrollBar().setValue(200)
    assert here.page.hovering.card.words is None


def test_menu_key_asks_for_the_name_that_has_the_keyboard(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*STORY), desk()
    here.show(given)
    here.press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(here.page.context_menu_asked) as asked:
        here.page.browser.menu_asked.emit(None, None)
    entity, span, at, offset = asked.args
    assert (entity, span, offset) == (100, spot(given, "Ilse Marenko"), spot(given, "Ilse Marenko").start)
    assert isinstance(span, Span) and isinstance(at, QPoint)
