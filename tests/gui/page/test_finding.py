"""Tests of the page: finding."""

from __future__ import annotations

import pytest

from reader.core.spans import Span
from reader.gui.page.finding import find


def words(text: str, wanted: str) -> list[str]:
    return [span.of(text) for span in find(text, wanted)]


def test_case_does_not_count() -> None:
    assert words("Herring, HERRING and herring", "hErring") == ["Herring", "HERRING", "herring"]


def test_accents_do_not_count() -> None:
    assert words("Åland café, cafe", "CAFE") == ["café", "cafe"]
    assert words("a cafe", "café") == ["cafe"]


def test_hit_takes_the_accents_of_its_last_letter() -> None:
    assert find("cafe\u0301s", "cafe") == (Span(0, 5),)


def test_letter_that_folds_to_two_is_found_whole() -> None:
    assert words("die Straße dort", "strasse") == ["Straße"]
    assert words("die Straße dort", "SSE D") == ["ße d"]


def test_offsets_after_such_letters_are_right() -> None:
    text = "ß ﬁ e\u0301 🐟 … harbor"
    assert words(text, "harbor") == ["harbor"]
    assert words(text, "🐟") == ["🐟"]


@pytest.mark.parametrize(("text", "wanted"), [("he’s here", "he's"), ("“No,” she", '"no,"'), ("a–b", "a-b")])
def test_typographic_marks_are_found_by_plain_ones(text: str, wanted: str) -> None:
    assert len(find(text, wanted)) == 1


def test_space_finds_the_break_inside_a_line() -> None:
    assert words("Grey\nSound", "grey sound") == ["Grey\nSound"]


def test_hits_do_not_overlap() -> None:
    assert find("aaaa", "aa") == (Span(0, 2), Span(2, 4))


def test_no_words_find_nothing() -> None:
    assert find("text", "") == ()
    assert find("", "text") == ()


def test_accent_alone_finds_nothing() -> None:
    assert find("cafe\u0301", "\u0301") == ()


def test_right_to_left_words_are_found() -> None:
    assert words("قال إن البحر مفتوح", "البحر") == ["البحر"]
