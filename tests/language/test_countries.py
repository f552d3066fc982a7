"""The table of countries."""

from __future__ import annotations

import pytest

from reader.core.kinds import Kind
from reader.language.countries import by_spelling, load_countries, plain
from tests.language.lookers import look


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("DPRK", "North Korea"),
        ("U.S.", "United States"),
        ("US", "United States"),
        ("UK", "United Kingdom"),
        ("Republic of Korea", "South Korea"),
        ("Democratic Peoples' Republic of Korea", "North Korea"),
        ("Myanmar", "Burma"),
        ("UAE", "United Arab Emirates"),
    ],
)
def test_a_country_has_many_spellings(spelling: str, name: str) -> None:
    assert by_spelling(load_countries())[plain(spelling)] == name


def test_no_spelling_means_two_countries() -> None:
    pairs = {(plain(spelling), country.name) for country in load_countries() for spelling in country.spellings}
    assert len(pairs) == len({spelling for spelling, _ in pairs})


def test_all_spellings_of_a_country_are_one_chain() -> None:
    seen = look("The U.S. sent ships. The United States sent more. Ships of the US left.")
    assert seen.called("United States") == ["U.S.", "United States", "US"]


def test_a_part_of_a_name_is_not_the_country() -> None:
    seen = look("North Korea and South Korea signed. Ships came to Korea.")
    assert seen.called("North Korea") == ["North Korea"]
    assert seen.called("Korea") == ["Korea"]


def test_an_adjective_is_a_group() -> None:
    seen = look("The North Korean fleet met an American ship.")
    assert seen.names(Kind.GROUP) == ["North Korean", "American"]


def test_us_in_lower_case_is_no_country() -> None:
    assert look("They told us to wait.").names(Kind.PLACE) == []
