"""Saved searches: a tree as JSON and back, and what is said of one that cannot be read."""

import json
import random

import pytest
from hypothesis import given

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_json import as_typed, from_json, to_json
from reader.core.query_parser import DEEPEST, parse
from reader.core.reasons import Reason, Trouble
from reader.core.wording import sentence
from tests.core.query_trees import TREES


def trouble(value: object) -> Reason:
    with pytest.raises(Trouble) as raised:
        from_json(value)
    assert sentence(raised.value.reason)
    return raised.value.reason


@pytest.mark.parametrize(
    ("query", "value"),
    [
        (Word("cod"), {"word": "cod"}),
        (Word("her", WordForm.PREFIX), {"word": "her", "form": "prefix"}),
        (Phrase("closed sea"), {"phrase": "closed sea"}),
        (Near("closed sea", 5), {"near": "closed sea", "within": 5}),
        (Field("date", DateRange("2024-03-01", "")), {"field": "date", "query": {"days": ["2024-03-01", ""]}}),
        (All((Word("a"), Not(Word("b")))), {"all": [{"word": "a"}, {"not": {"word": "b"}}]}),
        (Any((Word("a"), Word("b"))), {"any": [{"word": "a"}, {"word": "b"}]}),
    ],
)
def test_the_form_of_a_saved_search_is_a_contract(query: Query, value: object) -> None:
    assert to_json(query) == {"v": 1, "query": value}
    assert from_json({"v": 1, "query": value}) == query


@given(TREES)
def test_a_tree_comes_back_as_it_was_kept(query: Query) -> None:
    assert from_json(json.loads(json.dumps(to_json(query)))) == query


def test_the_deepest_query_that_can_be_typed_can_be_kept() -> None:
    query = parse("NOT (cod OR eel (" * (DEEPEST // 2) + "fish").query
    assert query is not None
    assert from_json(to_json(query)) == query


def test_rows_of_the_store_cannot_be_kept() -> None:
    with pytest.raises(ValueError, match="rows"):
        to_json(All((Word("cod"), Rows(frozenset({1})))))


def test_a_span_of_time_is_kept_as_it_was_meant_not_as_the_days_of_today() -> None:
    query = parse("last:7d").query
    assert query is not None
    assert to_json(query)["query"] == {"field": "last", "query": {"word": "7d"}}


def test_a_newer_version_is_said_to_be_one() -> None:
    assert trouble({"v": 2, "query": {"soundex": "cod"}}) == Reason("saved-newer", ("2",))


DEEP: dict[str, object] = {"word": "cod"}
for _ in range(5_000):
    DEEP = {"not": DEEP}


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        "cod",
        {},
        {"v": 1},
        {"v": True, "query": {"word": "cod"}},
        {"v": "1", "query": {"word": "cod"}},
        {"v": 0, "query": {"word": "cod"}},
        *(
            {"v": 1, "query": node}
            for node in (
                None,
                [],
                {"word": ""},
                {"word": 1},
                {"word": "cod", "form": "loud"},
                {"word": "cod", "boost": 2},
                {"phrase": "--"},
                {"near": "a b", "within": -1},
                {"near": "a b", "within": True},
                {"near": "a b", "within": False},
                {"days": ["", ""]},
                {"days": ["2024-03-01", "2024-03-01"]},
                {"days": ["2024-3-1", ""]},
                {"days": ["", "0001-01-01"]},
                {"days": ["2024-03-01", ""]},
                {"field": "headline", "query": {"field": "body", "query": {"word": "cod"}}},
                {"all": []},
                {"all": "cod"},
                {"any": [{"word": "cod"}, None]},
                {"rows": [1]},
                DEEP,
            )
        ),
    ],
)
def test_damage_is_said_to_be_damage(value: object) -> None:
    assert trouble(value).code == "saved-damaged"


@pytest.mark.parametrize(
    ("node", "says"),
    [
        ({"field": "desk", "query": {"word": "x"}}, 'This search can no longer be read: no field "desk". Edit it.'),
        (
            {"field": "is", "query": {"word": "lost"}},
            'This search can no longer be read: "is:" knows no lost. Edit it.',
        ),
        ({"field": "last", "query": {"word": "week"}}, '"last:" knows no week'),
        ({"field": "date", "query": {"word": "2024"}}, '"date:" knows no 2024'),
        ({"field": "speaker", "query": {"word": "Aus", "form": "prefix"}}, '"speaker:" knows no Aus*'),
        ({"field": "headline", "query": {"days": ["2024-03-01", ""]}}, '"headline:" knows no 2024-03-01..'),
    ],
)
def test_what_is_no_longer_known_is_named_and_can_be_edited(node: dict[str, object], says: str) -> None:
    assert says in sentence(trouble({"v": 1, "query": node}))
    assert as_typed({"v": 1, "query": node}).startswith(f"{node['field']}:")


def test_no_mutation_of_a_kept_search_raises_anything_else() -> None:
    chance = random.Random(11)
    kept = [json.dumps(to_json(query)) for text in ('a -"b c"~3 OR speaker:x date:2024', "tag:(a,b) is:unread last:2w")
            if (query := parse(text).query)]  # fmt: skip
    for _ in range(5_000):
        text = list(chance.choice(kept))
        for _ in range(chance.randint(1, 3)):
            text[chance.randrange(len(text))] = chance.choice('{}[]",:0129abv ')
        try:
            value = json.loads("".join(text))
        except ValueError:
            continue
        try:
            query = from_json(value)
        except Trouble as raised:
            assert sentence(raised.reason)
        else:
            assert from_json(to_json(query)) == query
