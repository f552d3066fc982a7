"""Tests of what copying gives."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication, QTextCursor

from tests.gui.page.conftest import Desk
from tests.gui.page.story import SHORT, reading

MakeDesk = Callable[..., Desk]


def select(desk: Desk, start: int, end: int) -> None:
    cursor = desk.page.browser.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    desk.page.browser.setTextCursor(cursor)


def test_copy_gives_the_words_of_the_article(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, headline="Boats 🐟 stay in"), desk()
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text


def test_copy_over_a_removal_leaves_it_out(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED More", "related-link", "The Port"),)), desk()
    here.page.set_removals_shown(True)
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text


def test_copy_inside_a_removal_gives_its_words(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED 🐟 More", "related-link", "The Port"),)), desk()
    here.page.set_removals_shown(True)
    here.show(given)
    block = here.page.browser.document().findBlockByNumber(2)
    assert block.text().startswith("RELATED")
    select(here, block.position() + 8, block.position() + 15)
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == "🐟 More"


def test_copy_keeps_the_line_break_between_caption_and_credit(desk: MakeDesk) -> None:
    given, here = reading("One crew left.", caption="Boats at Tolvik.\nPhoto by Jonna Weil"), desk()
    here.show(given)
    here.page.browser.selectAll()
    here.page.browser.copy()
    assert QGuiApplication.clipboard().text() == given.article.text
