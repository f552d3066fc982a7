"""Values of a field, chosen or left out beside the hits, as parts of the query."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.core.query import DateRange, Phrase, Query, Word
from reader.core.query_narrowing import (
    Choices,
    choices,
    chosen,
    ticked,
    unticked,
    value_of,
    without_choices,
)
from reader.core.query_parser import parse
from reader.core.query_writing import briefly
from tests.core.query_trees import TREES

MARENKO, ARDELL = Phrase("Ilse Marenko"), Word("Ardell")


def tree(typed: str) -> Query | None:
    return parse(typed).query


def typed(query: Query | None) -> str:
    return briefly(query) if query else ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("herring", 'herring speaker:"Ilse Marenko"'),
        ("", 'speaker:"Ilse Marenko"'),
        ("cod OR eel", '(cod OR eel) speaker:"Ilse Marenko"'),
        ("speaker:Ardell cod", 'cod speaker:(Ardell OR "Ilse Marenko")'),
        ('cod -speaker:"Ilse Marenko"', 'cod speaker:"Ilse Marenko"'),
        ("speaker:A speaker:B", 'speaker:A speaker:B speaker:"Ilse Marenko"'),  # both are asked for
        ('speaker:"Ilse Marenko"', 'speaker:"Ilse Marenko"'),
    ],
)
def test_a_value_is_chosen(before: str, after: str) -> None:
    assert typed(ticked(tree(before), "speaker", MARENKO)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("herring", "herring -speaker:Ardell"),
        ("speaker:(Ardell OR Okonski)", "speaker:Okonski -speaker:Ardell"),
        ("cod speaker:Ardell", "cod -speaker:Ardell"),
    ],
)
def test_a_value_is_left_out(before: str, after: str) -> None:
    assert typed(ticked(tree(before), "speaker", ARDELL, out=True)) == after


def test_what_is_chosen_is_told_for_each_field() -> None:
    query = tree('cod speaker:(Ardell, "Ilse Marenko") -speaker:Okonski -place:Tolvik date:2024-03')
    assert choices(query, "speaker") == Choices((ARDELL, MARENKO), (Word("Okonski"),))
    assert choices(query, "place") == Choices((), (Word("Tolvik"),))
    assert choices(query, "date").only == (DateRange("2024-03-01", "2024-04-01"),)
    assert choices(query, "org") == choices(None, "org") == Choices()


def test_the_values_of_a_field_are_counted_without_its_own_choice() -> None:
    query = tree("cod speaker:Ardell -speaker:Okonski place:Tolvik")
    assert typed(without_choices(query, "speaker")) == "cod place:Tolvik"
    assert without_choices(tree("speaker:Ardell"), "speaker") is None


def test_a_stretch_of_time_replaces_the_one_before() -> None:
    query = tree("cod date:2024-03")
    april = Choices((DateRange("2024-04-01", "2024-05-01"),))
    assert typed(chosen(query, "date", april)) == "cod date:2024-04"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("speaker", "Ardell", Word("Ardell")),
        ("publication", "Coastline Press", Phrase("Coastline Press")),
        ("person", 'Dwayne "The Rock" Johnson', Phrase("Dwayne The Rock Johnson")),
        ("tag", "a,b", Phrase("a,b")),
        ("kind", "person", Word("person")),
        ("place", "Aus*", Phrase("Aus*")),
    ],
)
def test_a_value_is_held_as_it_is_read(field: str, text: str, value: Word | Phrase) -> None:
    assert value_of(field, text) == value
    query = ticked(tree("herring"), field, value)
    assert choices(tree(typed(query)), field).only == (value,)


@given(TREES, st.booleans())
def test_a_choice_that_is_taken_back_leaves_the_others(query: Query, out: bool) -> None:
    before, new = choices(query, "speaker"), Word("Zabcovic")
    assume(before.only or "speaker:" not in briefly(query))
    after = ticked(query, "speaker", new, out=out)
    made = choices(after, "speaker")
    assert made == Choices(before.only if out else (*before.only, new), (*before.out, new) if out else before.out)
    assert choices(unticked(after, "speaker", new), "speaker") == before
