"""Tests of text that is broken into lines and cut."""

from __future__ import annotations

import time

from PySide6.QtCore import Qt

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.panes.lines import Marked, advance, elided, lay_out, shortened, to_points, to_units

LONG = "The crews of both shores waited for the word of the council until the nets were dry. " * 4


def test_short_text_is_left_as_it_is(theme: Theme) -> None:
    lines = lay_out("Two boats lost", theme.font("ui"), 300, 18, most=2)
    assert (lines.text, lines.count, lines.cut) == ("Two boats lost", 1, False)


def test_long_text_is_cut_with_an_ellipsis_on_its_last_line(theme: Theme) -> None:
    lines = lay_out(LONG, theme.font("ui"), 300, 18, most=2)
    assert lines.count == 2
    assert lines.cut
    assert lines.text.endswith("…")
    assert LONG.startswith(lines.text[:-1])


def test_height_is_counted_in_steps(theme: Theme) -> None:
    assert lay_out(LONG, theme.font("card_words"), 270, 21, most=4).height == 84


def test_line_of_megabytes_is_cut_at_once(theme: Theme) -> None:
    since = time.perf_counter()
    lines = lay_out("herring " * 600_000, theme.font("ui"), 300, 18, most=2)
    assert lines.count == 2
    assert time.perf_counter() - since < 5


def test_cut_never_splits_a_letter_outside_the_first_plane(theme: Theme) -> None:
    lines = lay_out("\U0001f41f" * 200, theme.font("ui"), 100, 18, most=1)
    assert set(lines.text) == {"\U0001f41f", "…"}


def test_no_room_at_all_raises_nothing(theme: Theme) -> None:
    assert lay_out(LONG, theme.font("ui"), -20, 18, most=1).count == 1
    assert elided(LONG, theme.font("ui"), -20) == ""


def test_marks_are_counted_as_qt_counts(theme: Theme) -> None:
    text = "\U0001f41f herring"
    marked = Marked((Span(2, 9),), theme.colour("text"))
    found = lay_out(text, theme.font("small"), 300, 18, most=1, marked=marked).layout.formats()
    assert [(each.start, each.length) for each in found] == [(3, 7)]


def test_offsets_go_both_ways() -> None:
    text = "a\U0001f41fb"
    assert [to_units(text, offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [to_points(text, units) for units in (0, 1, 3, 4)] == [0, 1, 2, 3]


def test_shortening_takes_a_word_and_the_comma_before_it() -> None:
    assert shortened("boats, nets") == "boats"
    assert shortened("Donaudampfschifffahrt") == "Donaudampfschifffahr"


def test_left_side_can_be_cut(theme: Theme) -> None:
    assert elided(LONG, theme.font("ui"), 100, Qt.TextElideMode.ElideLeft).startswith("…")


def test_what_was_measured_to_fit_is_not_cut(theme: Theme) -> None:
    for font in (theme.font("ui"), theme.font("ui_strong"), theme.font("small")):
        for words in ("Meresund Courier, update", "12 March, 11:20", "Version 11", "The Tolvik Ledger, elsewhere"):
            assert elided(words, font, advance(words, font)) == words
            assert elided(words, font, advance(words, font) - 5).endswith("…")
