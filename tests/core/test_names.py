import pytest

from reader.core.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("The Hague", "Hague"),
        ("Lee Jong-sup", "Lee Jong Sup"),
        ("O’Brien", "O'Brien"),
        ("Café Tolvik", "CAFE TOLVIK"),
        ("Aldo Reim Jr.", "Aldo Reim Jr"),
    ],
)
def test_ways_of_writing_one_name(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_senior_and_junior_are_two() -> None:
    assert name_key("Aldo Reim Sr.") != name_key("Aldo Reim Jr.")
