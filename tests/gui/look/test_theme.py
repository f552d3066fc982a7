"""Tests of the theme: what tokens.json says is what the window gets."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QPalette
from pytestqt.qtbot import QtBot

from reader.core.kinds import Kind
from reader.gui.look import Theme, load_theme
from reader.gui.look.fonts import SHIPPED, first_held, nearest_size, x_height_of
from reader.gui.look.icons import drawing
from reader.gui.look.style import thumb_of
from reader.paths import resource


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    return load_theme("light")


def test_colours_are_those_of_the_tokens(theme: Theme) -> None:
    assert theme.colour("paper").name() == "#fdfcfa"
    assert theme.line("person").name() == "#2483cc"
    assert theme.tint("quantity").alpha() == 0


def test_every_kind_has_a_family(theme: Theme) -> None:
    families = {theme.family(kind) for kind in Kind}
    assert families == {"person", "organization", "place", "group", "work", "quantity"}


def test_the_shipped_face_is_used_for_the_page(theme: Theme) -> None:
    assert SHIPPED in QFontDatabase.families()
    assert theme.font("body").families()[0] == SHIPPED
    assert theme.font("body").pixelSize() == 17


def test_the_measure_of_66_letters_is_that_of_the_mock_ups(theme: Theme) -> None:
    width = QFontMetricsF(theme.font("body")).horizontalAdvance(theme.token("measure", "sample"))
    assert width == pytest.approx(521, abs=4)


def test_zoom_changes_the_page_and_its_lines(theme: Theme) -> None:
    assert theme.font("body", 3).pixelSize() == 20
    assert theme.line_height("body", 3) == 31
    assert theme.font("headline", 3).pixelSize() == 34
    assert theme.font("body", -100).pixelSize() == 9


def test_headlines_are_semibold(theme: Theme) -> None:
    assert theme.font("headline").weight() == QFont.Weight.DemiBold


def test_the_palette_has_every_role_of_the_tokens(theme: Theme) -> None:
    palette = theme.palette()
    assert palette.color(QPalette.ColorRole.Highlight) == theme.colour("accent")
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.colour("disabled")


@pytest.mark.parametrize("name", ["light", "dark", "sepia", "contrast"])
def test_every_theme_of_the_tokens_loads(qtbot: QtBot, name: str) -> None:
    assert load_theme(name).name == name


def test_every_icon_is_drawn_in_the_colour_asked_for(theme: Theme) -> None:
    wanted = theme.colour("star").red()
    for file in resource("design", "icons").glob("*.svg"):
        picture = theme.icon(file.stem, "star").pixmap(20).toImage()
        spots = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
        inked = [spot.red() for spot in spots if spot.alpha() > 100]
        assert inked and all(abs(red - wanted) <= 3 for red in inked), file.stem


def test_an_icon_is_made_once(theme: Theme) -> None:
    assert theme.icon("star") is theme.icon("star")
    assert drawing("star").startswith("<svg")


def test_tokens_are_whole() -> None:
    tokens = json.loads(resource("design", "tokens.json").read_text("utf-8"))
    assert len({frozenset(theme) for theme in tokens["themes"].values()}) == 1


def test_the_first_family_that_is_there_is_used() -> None:
    assert first_held(("Charter", "Georgia", "Times"), ("Arial", "Georgia")) == "Georgia"
    assert first_held(("Charter", "Times"), ()) == "Times"


def test_a_face_with_small_letters_is_set_larger() -> None:
    assert nearest_size([(16, 7.6), (17, 8.0), (18, 8.5), (19, 9.1)], 9) == 19
    assert nearest_size([(16, 8.6), (17, 9.1), (18, 9.7)], 9) == 17


def test_x_height_is_measured_without_rounding(theme: Theme) -> None:
    assert x_height_of(SHIPPED, 17) == pytest.approx(9.1, abs=0.15)


def test_a_scroll_bars_thumb_fits_its_groove() -> None:
    assert thumb_of(100, 0, 0, 10, 0) == (100, 0)
    assert thumb_of(300, 0, 300, 300, 300) == (150, 150)
    length, at = thumb_of(300, 0, 10_000_000, 10, 10_000_000)
    assert (length, at) == (36, 264)
