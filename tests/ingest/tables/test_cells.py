"""Values of fields to words."""

from __future__ import annotations

import pytest

from reader.ingest.tables.cells import flat, names_of, words_of


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Ilse Marenko and Tomas Ardell", ("Ilse Marenko", "Tomas Ardell")),
        ("Ilse Marenko, Tomas Ardell", ("Ilse Marenko", "Tomas Ardell")),
        ("Marenko, Ilse; Ardell, Tomas", ("Ilse Marenko", "Tomas Ardell")),
        ("Marenko, Ilse M.", ("Ilse M. Marenko",)),
        ("['Ilse Marenko', \"Tomas O'Dell\"]", ("Ilse Marenko", "Tomas O'Dell")),
        ("von Ilse Marenko", ("Ilse Marenko",)),
        ("Ilse Marenko desk@example.org https://example.org/ilse", ("Ilse Marenko",)),
        ("Le Courrier avec agences", ("Le Courrier avec agences",)),
        ("nan", ()),
        ("", ()),
    ],
)
def test_authors_are_told_apart(words: str, names: tuple[str, ...]) -> None:
    assert names_of(words) == names


def test_people_of_objects_are_named() -> None:
    people = [{"family": "Marenko", "given": "Ilse"}, {"name": "Tomas Ardell"}, "The Desk"]
    assert words_of(people, "byline") == "Ilse Marenko; Tomas Ardell; The Desk"


def test_addresses_and_days_of_objects_are_found() -> None:
    assert words_of([{"href": "https://example.org/a"}], "url") == "https://example.org/a"
    assert words_of([["2021", 3, 5]], "published") == "2021-03-05"
    assert words_of({"$date": "2021-03-05"}, "published") == "2021-03-05"


def test_paragraphs_of_a_list_stay_apart() -> None:
    assert words_of(["One.", {"text": "Two."}, None, True], "body") == "One.\n\nTwo."


def test_inner_objects_are_named_with_dots() -> None:
    assert flat({"source": {"name": "Coastline Press", "id": None}, "tags": [1]}) == {
        "source.name": "Coastline Press",
        "source.id": None,
        "tags": [1],
    }
