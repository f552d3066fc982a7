"""What is being typed at the cursor of a query, and the query when a proposal is accepted."""

import random

import pytest

from reader.core.query import All, Any, Field, Near, Not, Phrase, Query, Word
from reader.core.query_accepting import Rewritten, with_field, with_value
from reader.core.query_fields import FIELDS, VALUE_FIELDS
from reader.core.query_parser import parse
from reader.core.query_typing import Place, Typing, fields_like, readings, values_like
from reader.core.reasons import Reason
from reader.core.wording import sentence
from tests.core.test_query_parser import PIECES


def at_cursor(typed: str) -> tuple[str, tuple[Typing, ...]]:
    """What stands at the | of a query."""
    cursor = typed.index("|")
    text = typed.replace("|", "", 1)
    return text, readings(text, cursor)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("mare|", [("word", "mare", "")]),
        ("Ilse  Mar|", [("word", "Ilse Mar", ""), ("word", "Mar", "")]),
        ("herring OR mare|", [("word", "mare", "")]),
        ("herring -mare|", [("word", "mare", "")]),
        ("(“mare| cod)", [("word", "mare", "")]),  # the mark is not closed yet
        ("(mare|)", [("word", "mare", "")]),
        ("'mare| cod", [("word", "mare", "")]),
        ("s:|", [("field", "s", "")]),
        ("cod -SPE:|", [("field", "SPE", "")]),
        ("speaker:|", [("value", "", "speaker")]),
        ("title:|", [("value", "", "headline")]),
        ("speaker:Ilse Mar|", [("value", "Ilse Mar", "speaker"), ("word", "Mar", "")]),
        ("speaker:-Mar|", [("value", "Mar", "speaker")]),
        ("speaker: Mar|", [("value", "Mar", "speaker")]),
        ("speaker:(Ilse Mar|)", [("value", "Ilse Mar", "speaker")]),
        ("speaker:(Ardell, Mar|", [("value", "Mar", "speaker")]),
        ("place:Tolvik,Grey So|", [("value", "Grey So", "place"), ("word", "So", "")]),
        ("headline:storm gal|", [("word", "gal", "")]),
        ("headline:(storm gal|", [("value", "gal", "headline")]),
        ("kind:person,pl|", [("value", "pl", "kind")]),
        ("date:>2024-0|", [("value", ">2024-0", "date")]),
        ('"closed se|', [("word", "closed se", "")]),
        ('speaker:"Ilse Mar|', [("value", "Ilse Mar", "speaker")]),
        ('speaker:"Ilse Mar|" cod', [("value", "Ilse Mar", "speaker")]),
        ('speaker:(Ardell OR "Ilse Mar|")', [("value", "Ilse Mar", "speaker")]),
        ("|mare", []),
        ("ma|re", []),
        ("mare |", []),
        ("mare OR|", []),
        ("mar*|", []),
        ("mare~|", []),
        ('"closed sea"|', []),
        ('"closed| sea"', []),
        ('"closed sea"~5|', []),
        ("speaker:(date:|", [("value", "", "date")]),
        ("", []),
    ],
)
def test_what_is_being_typed(typed: str, found: list[tuple[str, str, str]]) -> None:
    _, read = at_cursor(typed if "|" in typed else typed + "|")
    assert [(one.place.value, one.text, one.field) for one in read] == found


@pytest.mark.parametrize(
    ("typed", "value", "field", "after"),
    [
        ("mare|", "Ilse Marenko", "", '"Ilse Marenko" |'),
        ("mare|", "Marenko", "speaker", "speaker:Marenko |"),
        ("Ilse Mar| -cod", "Ilse Marenko", "about", 'about:"Ilse Marenko" |-cod'),
        ("cod -speaker:Ilse Mar|", "Ilse Marenko", "", 'cod -speaker:"Ilse Marenko" |'),
        ('speaker:"Ilse Mar|" cod', "Ilse Marenko", "", 'speaker:"Ilse Marenko" |cod'),
        ("speaker:(Ardell, Mar|)", "Ilse Marenko", "", 'speaker:(Ardell, "Ilse Marenko"|)'),
        ("place:Tolvik,Gr| cod", "Grey Sound", "", 'place:Tolvik,"Grey Sound" |cod'),
        ("is:un|", "unread", "", "is:unread |"),
        ("date:2024-0|", "2024-03", "", "date:2024-03 |"),
        ("tag:|", "deep sea", "", 'tag:"deep sea" |'),
        ("u|", "us", "", '"us" |'),  # the word, not the country
        ("o|", "or", "", "or |"),
        ("dw|", 'Dwayne "The Rock" Johnson', "person", 'person:"Dwayne The Rock Johnson" |'),
        ("m|", "AND", "tag", 'tag:"AND" |'),
    ],
)
def test_a_value_that_is_accepted_replaces_what_was_typed_of_it(typed: str, value: str, field: str, after: str) -> None:
    text, (first, *_) = at_cursor(typed)
    new = with_value(text, first, value, field=field)
    assert new.text[: new.cursor] + "|" + new.text[new.cursor :] == after


@pytest.mark.parametrize(
    ("typed", "after"), [("s:| cod", "speaker:| cod"), ("-spe|", "-speaker:|"), ("(spe|)", "(speaker:|)")]
)
def test_a_field_that_is_accepted_waits_for_its_value(typed: str, after: str) -> None:
    text, (first, *_) = at_cursor(typed)
    new = with_field(text, first, "speaker")
    assert new.text[: new.cursor] + "|" + new.text[new.cursor :] == after


def test_the_shorter_reading_leaves_the_other_words_alone() -> None:
    text, (_, last) = at_cursor("Ilse Mar|")
    assert with_value(text, last, "Marenko").text == "Ilse Marenko "


def test_what_the_language_itself_proposes() -> None:
    assert fields_like("p") == ("publication", "person", "place")
    assert fields_like("TIT") == ("headline",)
    assert fields_like("auth") == ("byline",)
    assert fields_like("zz") == ()
    assert values_like("is", "un") == ("unread",)
    assert values_like("has", "") == ("quote", "unknown-speaker")
    assert values_like("lang", "ger") == ("de",)
    assert values_like("last", "") == ("1d", "7d", "1m", "1y")
    assert values_like("speaker", "m") == ()


def test_every_field_that_is_proposed_says_what_it_finds() -> None:
    said = [sentence(Reason(f"field-{name}")) for name in FIELDS]
    assert all(said) and len(set(said)) == len(said)


def leaves(query: Query | None) -> list[str]:
    match query:
        case All(queries) | Any(queries):
            return [text for part in queries for text in leaves(part)]
        case Not(inner) | Field(_, inner):
            return leaves(inner)
        case Word(text) | Phrase(text) | Near(text):
            return [text]
    return []


def test_accepting_at_any_cursor_changes_nothing_else() -> None:
    chance = random.Random(23)
    pieces = [*PIECES, "speaker:Ilse Mar", "kind:pers", '"Ilse Ma', "(", ",", "Mar"]
    tried, read_as_meant = 0, 0
    for _ in range(15_000):
        typed = "".join(chance.choice(["", " "]) + chance.choice(pieces) for _ in range(chance.randint(1, 6)))
        cursor = chance.choice([len(typed), chance.randint(-1, len(typed) + 1)])
        for one in readings(typed, cursor):
            tried += 1
            start, end = one.span.start, one.span.end
            assert 0 <= start <= cursor <= end <= cursor + 1, typed
            assert one.place is Place.VALUE or one.text, typed
            new: Rewritten = with_value(typed, one, "Zoë Ardell", field=chance.choice(["", "about"]))
            tail = typed[end:] or " "
            assert new.text.startswith(typed[:start]) and new.text.endswith(tail), typed
            assert new.text[start : len(new.text) - len(tail)].endswith('"Zoë Ardell"'), typed
            assert len(new.text) - len(tail) <= new.cursor <= len(new.text) - len(tail) + 1, typed
            read = parse(new.text)
            if one.field not in VALUE_FIELDS and not read.error:
                assert "Zoë Ardell" in leaves(read.query), typed
                read_as_meant += 1
    assert tried > 5_000
    assert read_as_meant > 3_000
