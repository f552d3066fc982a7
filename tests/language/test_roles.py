"""Titles and descriptions beside names."""

from __future__ import annotations

import pytest

from tests.language.lookers import look


@pytest.mark.parametrize(
    ("sentence", "roles"),
    [
        ("Karelund Fisheries Minister Ilse Marenko spoke.", ["Karelund Fisheries Minister"]),
        ("U.S. Defense Secretary Ilse Marenko spoke.", ["U.S. Defense Secretary"]),
        ("The talks with her Vasmark counterpart Ilse Marenko failed.", ["her Vasmark counterpart"]),
        ("Ilse Marenko, a spokeswoman for the Port Commission, spoke.", ["a spokeswoman for the Port Commission"]),
        ("Ilse Marenko, 52, chairwoman of the council, spoke.", ["chairwoman of the council"]),
        ("Secretary of State Ilse Marenko spoke.", ["Secretary of State"]),
        ("The former prime minister Ilse Marenko spoke.", ["former prime minister"]),
        ("Mrs. Ilse Marenko spoke.", []),
        ("Ilse Marenko, however, spoke.", []),
    ],
)
def test_a_role_stands_before_or_behind_a_name(sentence: str, roles: list[str]) -> None:
    assert look(sentence).roles("Ilse Marenko") == roles


def test_a_role_does_not_reach_into_the_line_before() -> None:
    assert look("Crews meet the new", "President Ilse Marenko spoke.").roles("Ilse Marenko") == ["President"]
