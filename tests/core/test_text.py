from hypothesis import given
from hypothesis import strategies as st

from reader.core.text import canonical


def test_every_end_of_line_becomes_a_newline() -> None:
    assert canonical("a\r\nb\rc\u2028d\u0085e") == "a\nb\nc\nd\ne"


def test_no_break_spaces_become_spaces() -> None:
    assert canonical("Mr.\u00a0Solvang\u202f12") == "Mr. Solvang 12"


def test_letters_are_composed() -> None:
    assert canonical("Cafe\u0301") == "Café"


def test_control_characters_and_lone_surrogates_go() -> None:
    assert canonical("a\x00b\x1fc\ud800d\ufeff") == "abcd"


@given(st.text())
def test_canonical_text_stays_as_it_is(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
