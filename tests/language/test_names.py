"""Names and their kinds."""

from __future__ import annotations

import pytest

from reader.core.kinds import Kind
from tests.language.lookers import look


def test_a_person_is_named_without_title() -> None:
    assert look("President Ilse Marenko met Mr. Ardell.").names(Kind.PERSON) == ["Ilse Marenko", "Ardell"]


def test_the_first_word_of_a_sentence_is_not_part_of_a_name() -> None:
    assert look("Then Ilse Marenko left. Boats waited.").names(Kind.PERSON) == ["Ilse Marenko"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Fisheries", Kind.ORGANIZATION),
        ("Karelund Port Commission", Kind.ORGANIZATION),
        ("Coastline Press", Kind.ORGANIZATION),
        ("University of Meresund", Kind.ORGANIZATION),
        ("Hallen Bridge", Kind.FACILITY),
        ("Tolvik Harbor", Kind.FACILITY),
        ("Lake Orsa", Kind.PLACE),
        ("Port Ansel", Kind.PLACE),
        ("Grey Sound", Kind.PLACE),
        ("Tolvik Herring Festival", Kind.EVENT),
        ("Storm Ingrid", Kind.EVENT),
        ("Grey Sound Accord", Kind.WORK),
        ("Pentagon", Kind.ORGANIZATION),
        ("White House", Kind.ORGANIZATION),
        ("Washington", Kind.PLACE),
    ],
)
def test_a_head_word_or_a_list_gives_the_kind(name: str, kind: Kind) -> None:
    assert look(f"They spoke about the {name} again.").names(kind) == [name]


def test_a_country_in_front_belongs_to_the_name_of_a_body() -> None:
    assert look("The photo is courtesy of Republic of Korea Ministry of Defense.").names(Kind.ORGANIZATION) == [
        "Republic of Korea Ministry of Defense"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Boats left from Kestholm at dawn.",
        "Kestholm's prime minister resigned.",
        "KESTHOLM, Oct. 27 (CLP) -- Boats left Kestholm at dawn.",
        "She will travel to Kestholm soon.",
        "The treaty binds Norway and Kestholm alike.",
    ],
)
def test_a_place_that_no_list_has_is_told_by_where_it_stands(sentence: str) -> None:
    assert set(look(sentence).names(Kind.PLACE)) >= {"Kestholm"}


def test_people_of_a_place_of_the_story_are_a_group() -> None:
    assert look("Boats left from Kestholm. Many Kestholmers waved.").names(Kind.GROUP) == ["Kestholmers"]


def test_a_surname_that_is_also_a_city_is_the_person_once_named() -> None:
    seen = look("Tomas Dallas spoke. Dallas left at noon.")
    assert seen.names(Kind.PERSON) == ["Tomas Dallas", "Dallas"]


def test_a_headline_in_capitals_names_what_the_story_names() -> None:
    seen = look("Marenko Vows To Keep The Port Open For Crews", "Ilse Marenko spoke. Marenko said no more.")
    assert seen.called("Ilse Marenko")[0] == "Marenko"


def test_a_contraction_is_no_name() -> None:
    seen = look("I'm here. We're here. Don't go.")
    assert seen.found.mentions == ()


def test_a_party_letter_and_state_in_brackets_are_told() -> None:
    seen = look("Sen. Ann Lee (R-Ky.) left.")
    assert seen.names(Kind.GROUP) == ["R"]
    assert seen.names(Kind.PLACE) == ["Ky."]
    assert seen.roles("Ann Lee") == ["Sen.", "R-Ky."]


def test_names_in_a_byline_are_people_even_when_they_hold_common_words() -> None:
    assert look("By Maja Lind and Per Hallberg").names(Kind.PERSON) == ["Maja Lind", "Per Hallberg"]


@pytest.mark.parametrize("notice", ["CORRECTED-", "UPDATE 2-", "REFILE-"])
def test_a_notice_before_a_headline_is_no_part_of_a_name(notice: str) -> None:
    seen = look(f"{notice}Karelund, Vasmark agree to reopen Grey Sound", "KARELUND, March 12 (CLP) -- Karelund agreed.")
    assert seen.called("Karelund")[0] == "Karelund"
    assert not [name for kind in Kind for name in seen.names(kind) if "-" in name]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He waited aboard the Ingrid.", Kind.PRODUCT),
        ("The skipper of the Martha, who was on watch, agreed.", Kind.PRODUCT),
        ("He slept on the trawler Ingrid.", Kind.PRODUCT),
        ("Then Ingrid left.", Kind.PERSON),
        ("He praised the Ingrid plan.", Kind.PERSON),
    ],
)
def test_a_first_name_behind_the_is_a_ship_unless_a_noun_follows(sentence: str, kind: Kind) -> None:
    seen = look(sentence)
    assert seen.names(kind) == [next(word for word in ("Ingrid", "Martha") if word in sentence)]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ryder Cup", Kind.EVENT),
        ("Glass-Steagall Act", Kind.WORK),
        ("AH-64 Apache", Kind.PRODUCT),
        ("Wayne County", Kind.PLACE),
        ("Catalans", Kind.GROUP),
        ("Dallas Cowboys", Kind.ORGANIZATION),
    ],
)
def test_what_is_widely_known_is_listed(name: str, kind: Kind) -> None:
    assert look(f"They wrote about the {name} again.").names(kind) == [name]
