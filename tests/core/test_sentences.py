from hypothesis import given
from hypothesis import strategies as st

from reader.core.sentences import sentence_around, sentences_in
from reader.core.spans import Span
from tests.builders import span


def around(text: str, words: str) -> str:
    return sentence_around(text, span(text, words)).of(text)


def test_the_sentence_ends_at_its_stop() -> None:
    assert around("Boats left. Marenko stayed ashore. It rained.", "Marenko") == "Marenko stayed ashore."


def test_initials_and_titles_do_not_end_it() -> None:
    text = "It rained. Mr. J. R. Solvang of the U.S. Embassy left on Jan. 3. Nobody saw him."
    assert around(text, "Solvang") == "Mr. J. R. Solvang of the U.S. Embassy left on Jan. 3."


def test_a_line_is_its_border() -> None:
    assert around("Crews wait\n\nArdell flew home", "Ardell") == "Ardell flew home"


def test_a_closing_mark_belongs_to_the_sentence() -> None:
    assert around("“We wait.” He left.", "wait") == "“We wait.”"


@given(st.text(alphabet='aA. \n"”!?1', max_size=60), st.integers(0, 60), st.integers(0, 5))
def test_the_place_is_always_inside(text: str, start: int, length: int) -> None:
    place = Span(min(start, len(text)), min(start + length, len(text)))
    assert sentence_around(text, place).contains(place)


def test_a_range_is_cut_into_sentences_that_never_cross_a_line() -> None:
    text = "No. 3 left. It rained.\n\n  Ardell\u3000came"
    assert [s.of(text) for s in sentences_in(text, Span(0, len(text)))] == [
        "No. 3 left.",
        "It rained.",
        "Ardell\u3000came",
    ]
    assert [s.of(text) for s in sentences_in(text, Span(4, 14))] == ["3 left.", "It"]
    assert list(sentences_in(text, Span(23, 24))) == []


def test_scripts_without_spaces_have_their_own_stops() -> None:
    text = "渔船停港。“没有人离开。”他说"
    assert [s.of(text) for s in sentences_in(text, Span(0, len(text)))] == ["渔船停港。", "“没有人离开。”", "他说"]
