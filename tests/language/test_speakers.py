"""Speakers behind pronouns and titles."""

from __future__ import annotations

from reader.core.kinds import Form
from tests.language.lookers import look


def test_he_is_the_one_person_that_fits() -> None:
    seen = look("Tomas Ardell met the crews.", '"The sea is closed," he said.')
    assert seen.speakers("closed") == ["Tomas Ardell"]


def test_she_is_not_a_man() -> None:
    seen = look("Ilse Marenko met Tomas Ardell in Vasmark. She said the talks went well.")
    assert seen.speakers("talks") == ["Ilse Marenko"]


def test_nobody_is_named_where_nobody_fits() -> None:
    seen = look("Crews waited at the quay.", '"The sea is closed," he said.')
    assert seen.speakers("closed") == []
    assert seen.speaker_text("closed") == "he"


def test_i_in_a_quotation_is_the_speaker() -> None:
    seen = look('"I will stay and my crew will stay," Ilse Marenko said.')
    assert seen.called("Ilse Marenko") == ["I", "my", "Ilse Marenko"]


def test_a_title_alone_is_the_person_who_has_it() -> None:
    seen = look("Fisheries Minister Ilse Marenko came. The minister said the port would open.")
    assert seen.speakers("port") == ["Ilse Marenko"]


def test_a_title_of_two_people_names_neither() -> None:
    seen = look("Mayor Ann Lee met Mayor Tomas Ardell. The mayor said nothing new was planned.")
    assert seen.speakers("planned") == []


def test_two_titles_together_are_both_people() -> None:
    seen = look(
        "Fisheries Minister Ilse Marenko met her counterpart, Fisheries Minister Tomas Ardell.",
        'The two fisheries ministers agreed to "count the herring together."',
    )
    assert seen.speakers("herring") == ["Ilse Marenko", "Tomas Ardell"]


def test_a_body_stands_for_the_title_of_its_head() -> None:
    seen = look("U.S. Defense Secretary Ann Lee came. The Pentagon chief said ships would follow.")
    assert seen.speakers("ships") == ["Ann Lee"]


def test_a_common_noun_is_the_only_body_nearby() -> None:
    seen = look("Karelund Canning Company closed a plant. The company said 120 workers would go.")
    assert seen.speakers("workers") == ["Karelund Canning Company"]


def test_an_unnamed_speaker_is_a_mention_without_chain() -> None:
    seen = look("Two fishermen said the nets were empty.")
    nominals = [m for m in seen.found.mentions if m.form is Form.NOMINAL]
    assert [(m.span.of(seen.text), m.chains) for m in nominals] == [("Two fishermen", ())]
