"""What one text calls the same."""

from __future__ import annotations

import pytest

from tests.language.lookers import look


def test_a_surname_follows_the_full_name() -> None:
    assert look("Ilse Marenko spoke. Marenko left.").called("Ilse Marenko") == ["Ilse Marenko", "Marenko"]


def test_a_headline_may_have_the_surname_first() -> None:
    assert look("Marenko closes the port", "Ilse Marenko spoke.").called("Ilse Marenko") == ["Marenko", "Ilse Marenko"]


@pytest.mark.parametrize(("full", "short"), [("Park Ji-won", "Park"), ("Kim Tae Ho", "Kim"), ("Choi Min-seo", "Choi")])
def test_an_eastern_surname_stands_first(full: str, short: str) -> None:
    assert look(f"{full} spoke. {short} left.").called(full) == [full, short]


def test_two_with_one_surname_stay_apart() -> None:
    seen = look("Ilse Marenko spoke. Viktor Marenko fished. Marenko went home.")
    assert seen.called("Ilse Marenko") == ["Ilse Marenko"]
    assert seen.called("Viktor Marenko") == ["Viktor Marenko", "Marenko"]


def test_an_honorific_chooses_between_two_with_one_surname() -> None:
    seen = look("Ilse Marenko spoke. Viktor Marenko fished. Mrs. Marenko went home.")
    assert seen.called("Ilse Marenko") == ["Ilse Marenko", "Marenko"]


def test_a_middle_name_makes_no_other_person() -> None:
    assert len(look("Ann B. Lee spoke. Ann Lee left. Lee returned.").called("Ann B. Lee")) == 3


def test_an_abbreviation_is_the_body_whose_initials_it_has() -> None:
    seen = look("The Northern Fisheries Council met. The NFC closed the sound.")
    assert seen.called("Northern Fisheries Council") == ["Northern Fisheries Council", "NFC"]


def test_a_town_in_capitals_is_the_town() -> None:
    seen = look("KESTHOLM, Oct. 27 (CLP) -- Boats left.", "They came back to Kestholm.")
    assert seen.called("Kestholm") == ["KESTHOLM", "Kestholm"]


def test_the_story_itself_says_what_is_the_same() -> None:
    seen = look(
        "The Isles of Orsa is the official name of Orsaland.",
        "Crews in Orsaland and in the Isles of Orsa agreed.",
    )
    names = {c.name for c in seen.found.chains}
    assert len(names) == 1


def test_a_title_behind_another_name_is_not_given_to_the_one_who_bears_it_now() -> None:
    seen = look(
        "Fisheries Minister Ilse Marenko came. Aksel Brandt, the former fisheries minister, stayed. The minister left."
    )
    assert "the former fisheries minister" not in seen.called("Ilse Marenko")
    assert "The minister" in seen.called("Ilse Marenko")
