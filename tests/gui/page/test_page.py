"""Tests of what the page shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from reader.core.spans import Span
from reader.gui.look import load_theme
from reader.gui.page.marks import FAMILIES
from tests.gui.page.conftest import Desk
from tests.gui.page.story import SHORT, long_story, reading, spot

MakeDesk = Callable[..., Desk]
MARENKO = 100


def test_quotation_has_a_band_and_a_bar(desk: MakeDesk, qtbot: QtBot) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "boats stay"))
    left, _ = here.page.browser.column
    assert box is not None
    here.page.set_current_quotation(None)
    bar = QPoint(left - theme.size("reading", "bar_gap") - 2, int(box.center().y()))
    ground = QPoint(int(box.left()) + 1, int(box.top()) - 1)
    assert here.colour(bar) == theme.colour("bar").name()
    assert here.colour(ground) == theme.colour("band").name()
    here.page.set_current_quotation(0)
    assert here.colour(bar) == theme.colour("bar_current").name()
    here.page.set_quotations_shown(False)
    assert here.colour(bar) == here.colour(ground) == theme.colour("paper").name()


def test_line_of_a_name_goes_with_its_family(desk: MakeDesk) -> None:
    given, here = reading("Then [person|Ilse Marenko] left."), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "Ilse Marenko"))
    assert box is not None
    under = QPoint(int(box.left()) + 3, int(box.bottom()) - 2)
    assert here.colour(under) != theme.colour("paper").name()
    here.page.set_family_shown("person", False)
    assert here.colour(under) == theme.colour("paper").name()


def test_chosen_entity_lights_up_its_pronouns(desk: MakeDesk) -> None:
    given, here = reading(*SHORT), desk()
    here.show(given)
    theme = load_theme("light")
    box = here.page.browser.box_of(spot(given, "she"))
    assert box is not None
    corner = box.topLeft().toPoint() + QPoint(1, 1)
    assert here.colour(corner) == theme.colour("paper").name()
    here.page.set_chosen_entity(MARENKO)
    assert here.colour(corner) == theme.tint("person").name()
    here.page.set_chosen_entity(None)
    assert here.colour(corner) == theme.colour("paper").name()


def test_removals_are_shown_in_their_place_on_their_own_ground(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, removals=(("RELATED More", "related-link", "The Port"),)), desk()
    here.show(given)
    document = here.page.browser.document()
    assert document.blockCount() == 3
    here.page.set_removals_shown(True)
    block = document.findBlockByNumber(2)
    assert block.text() == "RELATED More"
    left, width = here.page.browser.column
    y = int(block.layout().position().y()) + 4
    ground = load_theme("light").colour("removed_band").name()
    assert here.colour(QPoint(left - 10, y)) == here.colour(QPoint(left + width + 10, y)) == ground
    here.page.set_removals_shown(False)
    assert document.blockCount() == 3


def test_dark_theme_changes_paper_and_letters_without_moving_the_page(desk: MakeDesk) -> None:
    given, here = reading(*long_story(), headline="A long count"), desk()
    here.show(given)
    here.page.scroll_to_offset(spot(given, "Paragraph 20 ").start)
    dark = load_theme("dark")
    here.page.set_theme(dark)
    assert here.page.top_offset() == spot(given, "Paragraph 20 ").start
    assert here.colour(QPoint(2, 2)) == dark.colour("paper").name()
    kicker = here.page.browser.document().firstBlock().begin().fragment().charFormat()
    assert kicker.foreground().color() == dark.colour("text_secondary")


def test_column_is_as_wide_as_the_sample_and_centred(desk: MakeDesk) -> None:
    here = desk(1000, 600)
    here.show(reading(*SHORT))
    left, width = here.page.browser.column
    assert width == here.page.browser.styles.column
    assert left == (1000 - width) // 2


def test_margins_stay_on_a_narrow_page(desk: MakeDesk) -> None:
    here = desk(468, 600)
    here.show(reading(*SHORT))
    assert here.page.browser.column == (36, 468 - 72)


def test_lines_of_the_body_are_one_step_apart(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*long_story(2)))
    layout = here.page.browser.document().findBlockByNumber(1).layout()
    step = here.page.browser.styles["body"].step
    assert layout.lineAt(1).y() - layout.lineAt(0).y() == pytest.approx(step, abs=0.02)


def test_kicker_names_publication_day_and_version(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*SHORT, versions=("a0", "a1", "a2")))
    words = here.page.browser.document().firstBlock().text()
    assert words.replace("\u2002", " ") == "Coastline Press · Tuesday, 12 March 2024 · Version 2 of 3"


def test_no_article_shows_the_hint(desk: MakeDesk) -> None:
    here = desk()
    here.show(reading(*SHORT))
    here.page.show_reading(None)
    assert here.page.reading is None
    assert here.page.browser.hint == "Choose an article. J and K go through the list."
    assert here.page.browser.toPlainText() == ""
    here.page.show_reading(None, hint="No articles yet.")
    assert here.page.browser.accessibleDescription() == "No articles yet."
    assert here.page.top_offset() == 0
    assert not here.page.next_hit()


def test_pending_article_shows_its_text(desk: MakeDesk) -> None:
    given, here = reading(*SHORT, pending=True), desk()
    here.show(given)
    assert "The boats stay in." in here.page.browser.toPlainText()
    assert here.page.families_shown() == frozenset(FAMILIES)


def test_line_of_half_a_megabyte_is_shown_at_once(desk: MakeDesk) -> None:
    given, here = reading("herring " * 60_000), desk()
    here.show(given)
    here.page.go_to(Span(len(given.article.text) - 8, len(given.article.text)), flash=False)
    assert here.page.top_offset() > 400_000


def test_short_article_after_a_long_one_that_was_scrolled(desk: MakeDesk, qtbot: QtBot) -> None:
    here = desk()
    here.show(reading(*long_story(200)))
    here.page.scroll_page(True)
    here.page.go_to(spot(reading(*long_story(200)), "number 190 is here"), flash=True)
    here.show(reading(*SHORT))
    assert here.page.browser.where.scrolled == 0
    assert here.page.top_offset() == 0
    with qtbot.waitSignal(here.page.quotation_in_view, check_params_cb=lambda number: number == 0):
        pass


def test_chosen_quotation_stays_current_when_removals_appear(desk: MakeDesk, qtbot: QtBot) -> None:
    given = reading(*long_story(), removals=(("RELATED More", "related-link", "Paragraph 2 "),))
    here = desk()
    here.show(given)
    qtbot.wait(10)
    here.page.set_current_quotation(3)
    with qtbot.assertNotEmitted(here.page.quotation_in_view):
        here.page.set_removals_shown(True)
