"""Tests of the page: mapping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.spans import Span
from reader.gui.page.mapping import TextMap, showable


def utf16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


def test_offset_after_emoji_is_two_positions_later_for_each() -> None:
    text = "a🐟b🎣c"
    map = TextMap(text, [(Span(0, 5), 10)])
    assert [map.position(n) for n in range(6)] == [10, 11, 13, 14, 16, 17]


def test_position_inside_a_pair_belongs_to_its_letter() -> None:
    map = TextMap("a🐟b", [(Span(0, 3), 0)])
    assert [map.offset(n) for n in range(5)] == [0, 1, 1, 2, 3]


def test_combining_letters_are_letters_of_their_own() -> None:
    map = TextMap("e\u0301a", [(Span(0, 3), 4)])
    assert [map.position(n) for n in range(4)] == [4, 5, 6, 7]


def test_offset_between_two_pieces_is_where_the_second_begins() -> None:
    map = TextMap("one\n\ntwo", [(Span(0, 3), 0), (Span(5, 8), 9)])
    assert map.position(3) == 3
    assert map.position(4) == 9
    assert map.position(5) == 9
    assert map.position(99) == 12


def test_position_in_a_line_that_the_text_does_not_hold_is_where_the_text_goes_on() -> None:
    map = TextMap("one\n\ntwo", [(Span(0, 3), 7), (Span(5, 8), 30)])
    assert map.offset(2) == 0
    assert map.offset(10) == 3
    assert map.offset(20) == 5
    assert map.offset(99) == 8


def test_text_holds_only_positions_of_its_letters() -> None:
    map = TextMap("one\n\ntwo", [(Span(0, 3), 7), (Span(5, 8), 30)])
    assert [n for n in range(40) if map.holds(n)] == [7, 8, 9, 30, 31, 32]


def test_words_between_positions_are_those_of_the_text() -> None:
    map = TextMap("one\n\ntwo", [(Span(0, 3), 7), (Span(5, 8), 30)])
    assert map.words(8, 31) == "ne\n\nt"


def test_empty_document_has_one_place() -> None:
    map = TextMap("", [])
    assert map.position(3) == 0
    assert map.offset(3) == 0
    assert not map.holds(0)


def test_line_breaks_stay_inside_the_block() -> None:
    assert showable("a\nb") == "a\u2028b"


def test_letters_that_qt_takes_for_the_end_of_a_block_are_replaced() -> None:
    words = "a\rb\u2029c\ufdd0d\ufdd1e\x00\ud800"
    assert showable(words) == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd\ufffd"


@given(st.lists(st.text(st.sampled_from("aé🐟\u0301ش\n"), min_size=1), min_size=1, max_size=4), st.integers(0, 9))
def test_every_offset_of_every_piece_comes_back(parts: list[str], between: int) -> None:
    text, pieces, position = "", [], 3
    for part in parts:
        pieces.append((Span(len(text), len(text) + len(part)), position))
        text += part + "\n\n"
        position += utf16(part) + 1 + between
    map = TextMap(text, pieces)
    for span, start in pieces:
        for offset in range(span.start, span.end + 1):
            assert map.position(offset) == start + utf16(text[span.start : offset])
            assert map.offset(map.position(offset)) == offset
