import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.core.names import name_key, person_name, without_legal_form


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("The Hague", "Hague"),
        ("Lee Jong-sup", "Lee Jong Sup"),
        ("O’Brien", "O'Brien"),
        ("Café Tolvik", "CAFE TOLVIK"),
        ("Aldo Reim Jr.", "Aldo Reim Jr"),
        ("Søren Łukasik", "Soren Lukasik"),
        ("Bread & Butter", "Bread and Butter"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_senior_and_junior_are_two() -> None:
    assert name_key("Aldo Reim Sr.") != name_key("Aldo Reim Jr.")


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Aldo Reim", True),
        ("J. Edgar Reim", True),
        ("J.K. Reim", True),
        ("Al Reim", True),
        ("Reim", False),
        ("A. Reim", False),
        ("Mr. Reim", False),
        ("Reim III", False),
        ("de la Reim", False),
    ],
)
def test_a_full_name_has_a_given_name_and_a_surname(name: str, full: bool) -> None:
    assert person_name(name).is_full == full


@given(st.lists(st.sampled_from(("Aldo", "F.", "J.K.", "“Big”", "de", "al-Reim", "Mr.", "Jr.", ",", "X", "O’Neil"))))
def test_a_name_in_capitals_with_loose_spaces_is_the_same_name(words: list[str]) -> None:
    name = " ".join(words)
    assert person_name(f" {name.replace(' ', '  ')} ") == person_name(name)
    assert person_name(name).key == person_name(name.upper()).key


@given(st.text())
@example("𝕬")
def test_whatever_is_written_has_a_key(name: str) -> None:
    assert name_key(person_name(name).plain) == person_name(name).plain
    assert without_legal_form(name_key(name)) or not name_key(name)
