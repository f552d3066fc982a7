"""Which names of people in one text are one person's."""

from __future__ import annotations

import pytest

from tests.language.linking import linked


@pytest.mark.parametrize(
    ("full", "later"),
    [
        ("Maria Fernanda Ocampo Rios", "Ocampo Rios"),
        ("Maria Fernanda Ocampo Rios", "Ocampo"),
        ("Jose Luis Barrantes Zuniga", "Barrantes"),
        ("Jose Luis Barrantes Zuniga", "Jose Barrantes"),
        ("Pilar de la Fuente", "De la Fuente"),
        ("Pilar de la Fuente", "Fuente"),
        ("Annemiek van der Berg", "Van der Berg"),
        ("Nadia El Sayed", "El Sayed"),
        ("Mahmoud al-Khatib", "Al-Khatib"),
        ("Mahmoud al-Khatib", "Khatib"),
        ("Faisal bin Hamdan", "bin Hamdan"),
        ("Hanan Sha'ban", "Sha’ban"),
        ("Yoon Bo Mi", "Yoon"),
        ("Oh Jun-seok", "Oh"),
        ("Oh Jun-seok", "Oh Junseok"),
        ("Oh Jun-seok", "Jun-seok Oh"),
        ("Winnie Tsang Mei-ling", "Tsang"),
        ("Winnie Tsang Mei-ling", "Winnie Tsang"),
        ("John Lee Ka-chiu", "Lee"),
        ("Yuki Tanimoto", "YUKI TANIMOTO"),
        ("Yuki Tanimoto", "TANIMOTO"),
        ("Tamsin Farrow-Blythe", "Farrow-Blythe"),
        ("Tamsin Farrow-Blythe", "Blythe"),
        ("J.K. Tan", "Tan"),
        ("John F. Marsh", "John Marsh"),
        ("John F. Marsh", "J. Marsh"),
        ('William "Bill" Hayes', "Bill Hayes"),
        ("William “Tubs” Hayes", "Tubs Hayes"),
        ("William (Tubs) Hayes", "Tubs"),
        ("Robert Hayes", "Bob Hayes"),
        ("Joana Bérangère Motte", "Joana Berangere Motte"),
        ("Ilse Marenko", "@IlseMarenko"),
        ("Ilse Marenko", "@SenIlseMarenko"),
        ("Ilse Marenko", "Ilse"),
        ("Ilse Ana Marenko-Ruiz", "IAMR"),
        ("Ilse Marenko III", "Ilse Marenko"),
    ],
)
def test_a_person_is_named_in_several_ways(full: str, later: str) -> None:
    assert linked(f"{{{full}}} spoke. {{{later}}} left.") == [[full, later]]
    assert linked(f"Then {{{later}}} left", f"On Monday {{{full}}} spoke.") == [[later, full]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harold Pickering Sr.", "Harold Pickering Jr."),
        ("Winthrop Delafield II", "Winthrop Delafield III"),
        ("George H.W. Marsh", "George W. Marsh"),
        ("Jose Luis Barrantes", "Jose Maria Barrantes"),
        ("Kim Min-jae", "Kim Sang-woo"),
        ("Ilse Marenko", "Viktor Marenko"),
        ("Ilse Marenko", "Ilse Brandt"),
    ],
)
def test_two_people_stay_apart(one: str, other: str) -> None:
    assert linked(f"{{{one}}} spoke. {{{other}}} left.") == [[one], [other]]


def test_a_generation_may_stand_behind_the_name() -> None:
    apart = [["Emmett Broussard"], ["Emmett Broussard"]]
    assert linked("{Emmett Broussard}, Sr., ran the ferry. {Emmett Broussard}, Jr., runs it now.") == apart
    assert linked("{Emmett Broussard} the elder ran it. {Emmett Broussard} the younger runs it.") == apart


def test_the_younger_of_two_is_no_generation() -> None:
    seen = linked("{Emmett Broussard}, the younger brother, spoke. {Emmett Broussard}, the elder of two, left.")
    assert seen == [["Emmett Broussard"] * 2]


def test_a_generation_before_the_surname_chooses() -> None:
    seen = linked("{Abner Pickering Sr.} founded it. {Abner Pickering Jr.} sold it. The elder {Pickering} was ill.")
    assert seen == [["Abner Pickering Sr.", "Pickering"], ["Abner Pickering Jr."]]


def test_a_name_without_its_generation_is_the_nearer_of_two() -> None:
    seen = linked(
        "{Abner Pickering Sr.} built it. {Abner Pickering Jr.} sold it. {Abner Pickering} left, {Pickering} said."
    )
    assert seen == [["Abner Pickering Sr."], ["Abner Pickering Jr.", "Abner Pickering", "Pickering"]]


def test_a_father_bears_the_name_without_junior() -> None:
    seen = linked("{Abner Pickering} founded it. {Pickering} retired. {Abner Pickering Jr.} sold it.")
    assert seen == [["Abner Pickering", "Pickering"], ["Abner Pickering Jr."]]
    seen = linked("{Abner Pickering Jr.} sold it. His father, {Abner Pickering}, wept.")
    assert seen == [["Abner Pickering Jr."], ["Abner Pickering"]]


def test_junior_may_be_left_out_later() -> None:
    assert linked("{Abner Pickering Jr.} sold it. {Abner Pickering} left. {Pickering} wept.") == [
        ["Abner Pickering Jr.", "Abner Pickering", "Pickering"]
    ]


def test_who_is_called_by_the_surname_stays_so_when_a_namesake_comes() -> None:
    seen = linked("{Ilse Marenko} spoke. {Marenko} left. Her son, {Viktor Marenko}, stayed. {Marenko} came back.")
    assert seen == [["Ilse Marenko", "Marenko", "Marenko"], ["Viktor Marenko"]]


def test_a_surname_of_two_is_the_one_named_last() -> None:
    seen = linked("{Ilse Marenko} spoke. {Viktor Marenko} fished. {Marenko} went home.")
    assert seen == [["Ilse Marenko"], ["Viktor Marenko", "Marenko"]]


def test_a_title_chooses_between_two_with_one_surname() -> None:
    seen = linked("Senator {Ilse Marenko} spoke. {Viktor Marenko} fished. Senator {Marenko} went home.")
    assert seen == [["Ilse Marenko", "Marenko"], ["Viktor Marenko"]]


def test_honorifics_tell_two_apart_whose_first_names_tell_nothing() -> None:
    seen = linked("{Utz Vogel} and {Dorrit Vogel} came. Mrs {Vogel} spoke. Mr {Vogel} slept.")
    assert seen == [["Utz Vogel", "Vogel"], ["Dorrit Vogel", "Vogel"]]


def test_honorifics_tell_two_apart_who_are_never_named_in_full() -> None:
    seen = linked("Mr {Vogel} spoke. Mrs {Vogel} slept. {Vogel} woke. Mr. {Vogel} left.")
    assert seen == [["Vogel", "Vogel"], ["Vogel", "Vogel"]]


def test_an_honorific_of_the_other_gender_is_somebody_else() -> None:
    seen = linked("{Ingrid Vogel} spoke. Mr. {Vogel}, her husband, slept. Mrs. {Vogel} left.")
    assert seen == [["Ingrid Vogel", "Vogel"], ["Vogel"]]


def test_an_honorific_at_the_full_name_counts_more_than_the_first_name() -> None:
    assert linked("Mr {Maria Vogel} spoke. Mr {Vogel} left.") == [["Maria Vogel", "Vogel"]]


def test_a_first_name_of_two_people_is_nobodys() -> None:
    assert linked("{Ilse Marenko} and {Ilse Brandt} came. {Ilse} spoke.")[2] == ["Ilse"]


def test_a_pope_is_not_whoever_has_that_first_name() -> None:
    seen = linked("{Urban Marenko} wrote to Pope {Urban}. {Urban} answered.")
    assert seen == [["Urban Marenko"], ["Urban", "Urban"]]


def test_a_family_is_no_member_of_it() -> None:
    assert linked("{Ilse Marenko} spoke. The {Marenkos} left.") == [["Ilse Marenko"], ["Marenkos"]]


def test_surnames_with_and_without_particle_are_one_also_when_never_full() -> None:
    assert linked("{De la Fuente} spoke. {Fuente} left.") == [["De la Fuente", "Fuente"]]


def test_a_name_of_marks_is_a_name() -> None:
    assert linked("{@} spoke, and {' '} and {- -} and {@ @} and {Ann Lee}.")[-1] == ["Ann Lee"]
