"""What one text calls the same."""

from __future__ import annotations

import pytest

from reader.core.kinds import Form
from tests.language.linking import linked
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


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("African Peer Review Mechanism", "APRM"),
        ("Department of Fisheries", "DOF"),
        ("U.S. Harbor Protection Agency", "HPA"),
        ("Directorate-General of Ports", "DGP"),
        ("Hanmi Steel Corp.", "Hanmi Steel"),
        ("Hanmi Steel Corp.", "Hanmi"),
        ("Lindqvist Holdings Sdn Bhd", "Lindqvist Holdings"),
        ("Washington Post", "Post"),
        ("The Kestholm Times", "The Times"),
        ("Ministry of Fisheries", "Fisheries Ministry"),
        ("Kestholm Labor Department", "Labor Department"),
        ("U.S. House of Representatives", "House"),
        ("Coastline Press", "@CoastlinePress"),
    ],
)
def test_a_body_is_named_in_several_ways(long: str, short: str) -> None:
    seen = linked(f"The {{organization:{long}}} met. Later the {{organization:{short}}} closed.")
    assert seen == [[long, short]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("White House", "House"),
        ("Senate Harbor Committee", "Senate"),
        ("State Department Correspondents Association", "State Department"),
        ("Northern Fisheries Council", "Northern Harbor Council"),
    ],
)
def test_a_part_of_a_body_and_the_body_stay_apart(one: str, other: str) -> None:
    seen = linked(f"The {{organization:{one}}} met. Later the {{organization:{other}}} closed.")
    assert seen == [[one], [other]]


def test_brackets_define_an_abbreviation_that_has_other_letters() -> None:
    seen = linked(
        "The {organization:Vasmark Popular Movement} ({organization:MoPoVa}) won. The {organization:MoPoVa} cheered."
    )
    assert seen == [["Vasmark Popular Movement", "MoPoVa", "MoPoVa"]]


def test_brackets_may_hold_the_long_form() -> None:
    seen = linked("The {organization:MoPoVa} ({organization:Vasmark Popular Movement}) won.")
    assert seen == [["MoPoVa", "Vasmark Popular Movement"]]


def test_a_lone_word_that_also_is_a_person_is_no_short_form() -> None:
    seen = linked(
        "{organization:Marenko Steel} sued {Ilse Marenko}, said {organization:Marenko}.",
    )
    assert seen == [["Marenko Steel"], ["Ilse Marenko"], ["Marenko"]]


def test_a_short_form_of_two_bodies_is_neither() -> None:
    seen = linked(
        "The {organization:Kestholm Post} and the {organization:Orsa Post} met; the {organization:Post} wrote."
    )
    assert seen == [["Kestholm Post"], ["Orsa Post"], ["Post"]]


def test_a_short_form_comes_after_the_long_one_or_in_the_headline() -> None:
    long, short = "{organization:Kestholm Herald}", "{organization:Herald}"
    assert linked(f"The {short} closes", f"The {long} closed.") == [["Herald", "Kestholm Herald"]]
    assert linked(f"The {short} closed, as the {long} did.") == [["Herald"], ["Kestholm Herald"]]


def test_another_script_in_brackets_is_the_same_name() -> None:
    assert linked("{Hsu Chih-wei} ({許志偉}) spoke.") == [["Hsu Chih-wei", "許志偉"]]


def test_letters_behind_a_politician_are_the_party_s_people() -> None:
    assert linked("{Ann Lee} ({group:D}) and the {group:Democrats} won.")[1] == ["D", "Democrats"]


def test_a_body_of_the_united_states_is_that_body() -> None:
    seen = linked("The {organization:Senate} met. The {organization:U.S. Senate} voted.")
    assert seen == [["Senate", "U.S. Senate"]]


def test_an_abbreviation_may_leave_out_the_end() -> None:
    seen = linked("The {organization:Centers for Harbor Control and Repair} met. The {organization:CHC} wrote.")
    assert seen == [["Centers for Harbor Control and Repair", "CHC"]]


def test_three_names_of_one_body_are_one_chain() -> None:
    seen = look("Harbor Union, also known as Dock Front, formerly known as Pier League, met. Dock Front agreed.")
    chains = {m.chains for m in seen.found.mentions if m.form is Form.NAME}
    assert len(chains) == 1
