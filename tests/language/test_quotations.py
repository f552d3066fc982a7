"""Content, cue and speaker."""

from __future__ import annotations

import pytest

from reader.core.article import Block
from reader.core.kinds import BlockRole, QuotationKind
from reader.core.spans import Span
from reader.core.wording import sentence
from tests.language.lookers import look


def test_words_before_their_speaker() -> None:
    seen = look('"We will not close the port," Ilse Marenko said.')
    assert seen.content("close") == ['"We will not close the port,"']
    assert (seen.cue("close"), seen.speaker_text("close")) == ("said", "Ilse Marenko")
    assert seen.speakers("close") == ["Ilse Marenko"]
    assert seen.said("close").kind is QuotationKind.DIRECT


def test_words_before_cue_and_speaker() -> None:
    seen = look("“We will not close the port,” said Harbor Minister Ilse Marenko, who was in Vasmark.")
    assert seen.speaker_text("close") == "Harbor Minister Ilse Marenko"


def test_words_behind_a_colon() -> None:
    seen = look('Tomas Ardell said in a statement: "The port stays open."')
    assert seen.content("stays") == ['"The port stays open."']
    assert seen.speakers("stays") == ["Tomas Ardell"]


def test_some_words_in_marks_are_mixed() -> None:
    seen = look('Tomas Ardell said the port "stands firm" in the storm.')
    assert seen.content("firm") == ['the port "stands firm" in the storm']
    assert seen.said("firm").kind is QuotationKind.MIXED


def test_no_words_in_marks_are_indirect() -> None:
    seen = look("Tomas Ardell said Tuesday that there would be more ships in the spring.")
    assert seen.content("ships") == ["there would be more ships in the spring"]
    assert seen.said("ships").kind is QuotationKind.INDIRECT


def test_a_cue_of_two_words() -> None:
    seen = look('Crew leader Pieter Okonski called for "an open harbor" by May.')
    assert (seen.cue("open"), seen.speakers("open")) == ("called for", ["Pieter Okonski"])


@pytest.mark.parametrize(
    "sentence_",
    [
        "According to Ilse Marenko, the port will open in May.",
        "The port will open in May, according to Ilse Marenko.",
    ],
)
def test_according_to(sentence_: str) -> None:
    seen = look(sentence_)
    assert seen.speakers("port will open") == ["Ilse Marenko"]


def test_a_split_quotation_is_one() -> None:
    seen = look('"We will go," Ilse Marenko said, "if we are asked."')
    assert seen.content("go") == ['"We will go,"', '"if we are asked."']
    assert len(seen.found.quotations) == 1


def test_a_second_sentence_in_marks_goes_on() -> None:
    seen = look('"We will go," Ilse Marenko said. "The boats are ready for it."')
    assert seen.speakers("ready") == ["Ilse Marenko"]
    assert seen.speaker_text("ready") is None


def test_a_short_answer_in_marks_goes_on() -> None:
    seen = look('"The sea is open," Ilse Marenko said. "It is cold."')
    assert seen.speakers("cold") == ["Ilse Marenko"]


def test_a_reopened_quotation_is_one_with_two_pieces() -> None:
    seen = look("“We stay here,” Ilse Marenko said. “The boats stay.", "“The crews stay too.”")
    assert seen.content("crews") == ["“The boats stay.", "“The crews stay too.”"]


def test_unclosed_quotation_mark_ends_at_paragraph() -> None:
    seen = look('Ilse Marenko said: "The boats stay', "The crews went home.")
    assert seen.content("boats") == ['"The boats stay']


def test_a_term_in_marks_is_no_quotation() -> None:
    seen = look('The ministers renewed their "open harbor" promise. A "slack tide" came.')
    assert seen.found.quotations == ()


def test_a_title_in_marks_is_no_quotation() -> None:
    assert look('The novel "The Long Winter of the North Coast" sold well.').found.quotations == ()


def test_two_speakers_together() -> None:
    seen = look("Ilse Marenko met Tomas Ardell. Marenko and Ardell said the accord would hold.")
    assert seen.speakers("accord") == ["Ilse Marenko", "Tomas Ardell"]
    assert seen.speaker_text("accord") == "Marenko and Ardell"


def test_an_apposition_is_no_part_of_the_speaker() -> None:
    seen = look("Ilse Marenko, the fisheries minister, said the port would open.")
    assert seen.speaker_text("port") == "Ilse Marenko"


def test_an_adverb_between_commas_is_stepped_over() -> None:
    seen = look("Marenko, however, said Tuesday that the port would open.")
    assert seen.speaker_text("port") == "Marenko"


def test_a_shared_subject_is_found() -> None:
    seen = look("Ilse Marenko said the port would open, adding that crews were ready.")
    assert seen.speakers("crews") == ["Ilse Marenko"]
    assert seen.content("port") == ["the port would open"]


def test_officials_have_a_phrase_and_no_chain() -> None:
    seen = look("Port officials said the bridge was closed.")
    assert seen.speaker_text("bridge") == "Port officials"
    assert seen.speakers("bridge") == []


def test_a_spokeswoman_is_not_the_one_she_speaks_for() -> None:
    seen = look("A spokeswoman for Prime Minister Henning Roth said he was at sea.")
    assert seen.speakers("at sea") == []


def test_words_in_marks_follow_their_subject() -> None:
    seen = look('The crews "agreed on the need to wait for the spring survey."')
    assert seen.speaker_text("need") == "The crews"
    assert seen.cue("need") is None


def test_what_was_not_said_is_no_quotation() -> None:
    assert look("Marenko did not say whether the port would open.").found.quotations == ()


def test_a_headline_gives_the_speaker_before_a_colon() -> None:
    seen = look("Marenko: No plan to close the port", "Ilse Marenko spoke on Monday.")
    assert seen.speakers("No plan") == ["Ilse Marenko"]


def test_a_credit_says_nothing() -> None:
    text = 'Photo: "The long road home," said Ann Lee'
    blocks = (Block(Span(0, len(text)), BlockRole.CREDIT),)
    assert look(text, blocks=blocks).found.quotations == ()


def test_every_quotation_says_why_and_how_sure() -> None:
    seen = look(
        '"We go," Ilse Marenko said. "We always go there."',
        "She said it was late. According to crews, it was not.",
        '"Nobody knows what will come of it."',
        "Asked whether she would stay, Marenko smiled.",
    )
    assert len(seen.found.quotations) >= 5
    for quotation in seen.found.quotations:
        assert sentence(quotation.why)
        assert 0 < quotation.confidence < 1
