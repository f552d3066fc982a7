import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.query import All, Any, DateRange, Field, Not, Phrase, Query, Word, WordForm
from reader.core.query_parser import parse, understood
from reader.core.wording import sentence


@pytest.mark.parametrize(
    ("typed", "tree"),
    [
        ("herring", Word("herring")),
        ("herr*", Word("herr", WordForm.PREFIX)),
        ("a b", All((Word("a"), Word("b")))),
        ("a AND b", All((Word("a"), Word("b")))),
        ("a OR b c", Any((Word("a"), All((Word("b"), Word("c")))))),
        ("(a OR b) c", All((Any((Word("a"), Word("b"))), Word("c")))),
        ("-a", Not(Word("a"))),
        ("NOT (a b)", Not(All((Word("a"), Word("b"))))),
        ("„a  b“", Phrase("a b")),
        ("title:a", Field("headline", Word("a"))),
        ('speaker:"A B" c', All((Field("speaker", Phrase("A B")), Word("c")))),
        ("headline:(a b)", Field("headline", All((Word("a"), Word("b"))))),
        ("date:2024-02", Field("date", DateRange("2024-02-01", "2024-03-01"))),
        ("date:2024-12-31", Field("date", DateRange("2024-12-31", "2025-01-01"))),
        ("date:..2023", Field("date", DateRange("", "2024-01-01"))),
        ("https://coastline.example/x", Word("https://coastline.example/x")),
        ("long-term", Word("long-term")),
    ],
)
def test_a_query_becomes_a_tree(typed: str, tree: Query) -> None:
    parsed = parse(typed)
    assert (parsed.query, parsed.error) == (tree, None)


@pytest.mark.parametrize(
    ("typed", "says", "at"),
    [
        ("a speeker:b", 'No field "speeker". Did you mean speaker?', 2),
        ("speaker:", 'Nothing stands after "speaker:".', 0),
        ("speaker: Ardell", 'Nothing stands after "speaker:".', 0),
        ("date:yesterday", '"yesterday" is no date', 5),
        ("date:2024-13", '"2024-13" is no date', 5),
        ("date:2024-03..2023", '"2024-03..2023" is no date', 5),
        ("has:fish", 'No articles have "fish"', 4),
    ],
)
def test_an_error_points_at_its_place(typed: str, says: str, at: int) -> None:
    error = parse(typed).error
    assert error is not None
    assert sentence(error.reason).startswith(says)
    assert error.span.start == at


def test_while_typing_an_error_is_a_note_and_the_rest_is_searched() -> None:
    parsed = parse("herring speeker:b", typing=True)
    assert (parsed.query, parsed.error, len(parsed.notes)) == (Word("herring"), None, 1)


def test_the_last_word_is_unfinished_while_typing_unless_a_space_follows() -> None:
    assert parse("her", typing=True).query == Word("her", WordForm.PREFIX)
    assert parse("her ", typing=True).query == Word("her")


def test_marks_and_parentheses_close_at_the_end() -> None:
    parsed = parse('(a "b c')
    assert parsed.query == All((Word("a"), Phrase("b c")))
    assert [sentence(note.reason) for note in parsed.notes] == [
        'No closing mark after "b c". Searched to the end.',
        "No closing parenthesis. Searched to the end.",
    ]


@pytest.mark.parametrize(
    "typed", ["", "   ", "()", "OR", "AND", "NOT", ")(", '""', "*", "-(", "NOT OR AND", "!!!", "-*"]
)
def test_nothing_is_no_query(typed: str) -> None:
    assert parse(typed).query is None
    assert parse(typed).error is None


PIECES = [
    "a",
    "herr*",
    '"',
    "“",
    "(",
    ")",
    "-",
    "NOT",
    "OR",
    "AND",
    "speaker:",
    "date:2024",
    "date:",
    "x:y",
    " ",
    ":",
    "..",
    "*",
    "ü",
    "\u2029",
]


def test_no_string_raises_and_what_was_understood_means_the_same() -> None:
    chance = random.Random(7)
    for _ in range(20_000):
        typed = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 9)))
        for typing in (False, True):
            query = parse(typed, typing=typing).query
            if query is not None:
                assert parse(understood(query)).query == query, typed


@given(st.text())
def test_any_text_parses(typed: str) -> None:
    query = parse(typed).query
    if query is not None:
        assert parse(understood(query)).query == query


def test_deep_parentheses_do_not_overflow() -> None:
    parse("(" * 5000 + "a" + ")" * 5000)
    parse("-" * 5000 + "a")
    parse("NOT " * 5000 + "a")
