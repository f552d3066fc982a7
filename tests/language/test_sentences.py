"""Where sentences end."""

from __future__ import annotations

from reader.language.annotator import RuleAnnotator, set_scene
from reader.language.quantities import find_quantities
from tests.language.lookers import annotator


def sentences(text: str) -> list[str]:
    """The sentences in which speakers are sought."""
    made = annotator()
    assert isinstance(made, RuleAnnotator)
    scene = set_scene(text, find_quantities(text), made.words)
    return [scene.text((s.first, s.last)) for s in scene.sentences.whole]


def test_a_stop_ends_a_sentence() -> None:
    assert sentences("The port closed. Boats left.") == ["The port closed.", "Boats left."]


def test_titles_and_initials_end_none() -> None:
    assert sentences("Mr. J. Okonski met Sen. Vollan. He left.") == ["Mr. J. Okonski met Sen. Vollan.", "He left."]


def test_an_abbreviated_country_ends_none_before_a_name() -> None:
    assert len(sentences("Aid from the U.S. Navy came late.")) == 1


def test_words_in_marks_stay_in_one_piece() -> None:
    assert len(sentences('"We go. We stay. We wait," she said.')) == 1


def test_a_question_in_marks_goes_on_to_its_speaker() -> None:
    assert len(sentences('"Who pays?" Ilse Marenko asked.')) == 1


def test_a_sentence_in_marks_may_end() -> None:
    assert len(sentences('"We go." The boats left at dawn.')) == 2


def test_the_dateline_stands_apart() -> None:
    assert sentences("MERESUND, Oct. 4 (CLP) -- The sound is closed.")[1:] == ["The sound is closed."]
