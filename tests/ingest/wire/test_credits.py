"""Who wrote and who sends a story."""

from __future__ import annotations

import pytest

from reader.ingest.wire.credits import byline, publication


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("By ILSE MARENKO and TOMAS ARDELL", ("Ilse Marenko", "Tomas Ardell")),
        ("By Ilse Marenko, Harbor Correspondent", ("Ilse Marenko",)),
        ("Ilse Marenko, Press Association Sport", ("Ilse Marenko",)),
        ("Ilse Marenko, The Elder Database", ("Ilse Marenko",)),
        ("AP Staff", ()),
        ("NTB", ()),
        ("Ilse Marenko in Port Elder", ("Ilse Marenko",)),
    ],
)
def test_people_are_told_from_houses_and_titles(field: str, names: tuple[str, ...]) -> None:
    assert byline([field]) == names


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        (["", "https://example.org", "nprov:AFP"], "AFP"),
        (["associated press"], "Associated Press"),
        (["Elder Wire: the news"], "Elder Wire: the news"),
        (["12345"], ""),
    ],
)
def test_first_field_that_names_a_publication(fields: list[str], name: str) -> None:
    assert publication(fields) == name
