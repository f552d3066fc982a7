"""Queries told in words."""

import pytest
from hypothesis import given

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Word
from reader.core.query_fields import FIELDS, VALUES
from reader.core.query_parser import parse
from reader.core.query_sentence import as_sentence
from tests.core.query_trees import TREES


def told(typed: str, target: str = "articles") -> str:
    parsed = parse(typed)
    assert parsed.error is None
    assert parsed.query is not None
    return as_sentence(parsed.query, target)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("hering accord speaker:Ardel", "With hering and accord, and a quotation by Ardel"),
        ("mare*", "With words that begin with mare"),
        ("h*ring hering~", "With words like h*ring and words much like hering"),
        ('"closed sea"', "With “closed sea”"),
        ('"a b"~5', "With the words “a b” in any order with at most 5 other words between them"),
        ('"a b"~0', "With the words “a b” in any order with nothing between them"),
        ("cod eel fish", "With cod, eel and fish"),
        ("cod OR eel", "With cod or eel"),
        ("cod OR (eel fish)", "With cod or (eel and fish)"),
        ("(cod OR eel) fish", "With fish, and (cod or eel)"),
        ("-cod -eel", "Without cod, without eel"),
        ("-(cod OR eel)", "Without (cod or eel)"),
        ("-cod OR -eel", "Without cod or without eel"),
        ("NOT (cod -eel)", "Not (with cod and without eel)"),
        ("headline:(cod eel)", "With cod in the headline and eel in the headline"),
        ("headline:(cod -eel)", "With cod in the headline and without eel in the headline"),
        ("body:cod quote:eel", "With cod in the body, with eel in a quotation"),
        ("fish publication:(A, B)", "With fish, published by A or published by B"),
        ("byline:Weil tag:fish", "Written by Weil, with the tag fish"),
        ("person:A org:B", "With a mention of the person A, with a mention of the organization B"),
        ("entity:A about:C", "With a mention of A, with a quotation that mentions C"),
        ("cod place:B", "With cod, and a mention of the place B"),
        ("cue:warned", "With a quotation with the reporting word warned"),
        ("kind:person,direct", "With a person or a direct quotation"),
        ("is:unread has:unknown-speaker", "Unread, with a quotation by an unknown speaker"),
        ("is:-unread -is:duplicate", "Not unread, not a copy of another article"),
        ("lang:(de, xx)", "In German or in the language xx"),
        ("date:2024", "Published in 2024"),
        ("date:2024-02", "Published in February 2024"),
        ("date:2024-02-29", "Published on 29 February 2024"),
        ("date:2024-02-29..2024-03-31", "Published from 29 February 2024 to 31 March 2024"),
        ("date:..2023", "Published before 1 January 2024"),
        ("date:>2024", "Published on 1 January 2025 or later"),
        ("last:1d OR last:7d", "Published today or published in the last 7 days"),
        ("last:1m OR is:starred OR cod", "Published in the last month or starred or with cod"),
    ],
)  # fmt: skip
def test_a_query_is_told_in_words(typed: str, sentence: str) -> None:
    assert told(typed) == sentence


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("speaker:Marenko herring", "Quotations with herring, by Marenko"),
        ("about:Vasmark quote:sea date:2024", "Quotations mentioning Vasmark, with sea, published in 2024"),
        ("headline:accord", "Quotations with accord in the headline"),
    ],
)
def test_quotations_are_told_as_such(typed: str, sentence: str) -> None:
    assert told(typed, "quotations") == sentence


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_says_something_of_its_own(field: str) -> None:
    values = VALUES.get(field, {"last": ("2w",), "date": ("2024",), "lang": ("en",)}.get(field, ("cod",)))
    for value in values:
        assert told(f"{field}:{value}") not in (told("cod"), f"With {value}"), value


def leaves(query: Query, field: str = "") -> list[str]:
    match query:
        case All(queries) | Any(queries):
            return [text for part in queries for text in leaves(part, field)]
        case Not(inner):
            return leaves(inner, field)
        case Field(name, inner):
            return leaves(inner, name)
        case Word(text) | Phrase(text) | Near(text) if field not in (*VALUES, "last", "lang"):
            return [text]
        case DateRange(start, _):
            return [start[:4]]
    return []


@given(TREES)
def test_no_word_of_a_query_is_passed_over(query: Query) -> None:
    for target in ("articles", "quotations"):
        sentence = as_sentence(query, target)
        assert all(text in sentence for text in leaves(query))
        assert sentence.count("(") == sentence.count(")")
