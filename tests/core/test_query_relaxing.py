"""What a query that finds nothing may ask less of, and which of its clauses left nothing to find."""

import random

import pytest

from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Word, WordForm
from reader.core.query_clauses import clauses, respelled, what_killed, without
from reader.core.query_likeness import fits_pattern, is_like
from reader.core.query_parser import parse
from reader.core.query_relaxing import MOST, ordered, relaxations
from reader.core.query_writing import briefly
from reader.core.wording import sentence
from tests.core.test_query_parser import PIECES


def tree(typed: str) -> Query:
    query = parse(typed).query
    assert query is not None
    return query


def relaxed(typed: str) -> dict[str, str]:
    return {one.typed: sentence(one.reason) for one in relaxations(tree(typed))}


@pytest.mark.parametrize(
    ("typed", "less", "says"),
    [
        ("hering accord", "accord", "Leave out hering"),
        ('"closed sea" accord', "accord", 'Leave out "closed sea"'),
        ("hering accord speaker:Ardel", "hering accord", "Leave out speaker:Ardel"),
        ("hering accord speaker:Ardel", "(hering OR accord) speaker:Ardel", "One of them is enough"),
        ("hering accord speaker:Ardel", "hering accord Ardel", "The words of speaker:Ardel anywhere"),
        ("speaker:Ardell about:Vasmark", "speaker:Ardell OR about:Vasmark", "One of them is enough"),
        ("cod -eel", "cod", "Do not leave out what has eel"),
        ('"closed sea"', '"closed sea"~10', 'The words of "closed sea" near one another'),
        ('"closed sea" -eel', "closed sea -eel", 'The words of "closed sea" anywhere'),
        ('"closed sea"~20', "closed sea", 'The words of "closed sea" anywhere'),
        ("headline:(storm gale)", "storm gale", "The words of headline:(storm gale) anywhere"),
        ("hering cod", "hering~ cod", 'Words much like "hering"'),
        ("headline:hering", "headline:hering~", 'Words much like "hering"'),
        ("cod date:2024-02", "cod date:2024-01-03..2024-03-29", "A longer time: published from 3 January 2024 to"),
        ("cod date:2024-02-10", "cod date:2024-02-03..2024-02-17", "A longer time: published from 3 February 2024 to"),
        ("cod date:..2023", "cod date:..2024-12-30", "A longer time: published before 31 December 2024"),
        ("cod last:7d", "cod last:1m", "A longer time: published in the last month"),
        ("cod last:3m", "cod last:1y", "A longer time: published in the last year"),
    ],
)
def test_a_query_asks_one_thing_less(typed: str, less: str, says: str) -> None:
    assert relaxed(typed)[less].startswith(says)


@pytest.mark.parametrize(
    ("typed", "less"),
    [
        ("cod is:unread", "is:unread"),  # it says nothing of what was sought
        ("cod -eel", "-eel"),
        ("cod eel", "cod~ eel"),  # too many words are like a short one
        ("headline:(storm -gale)", "storm -gale"),  # gale might stand in the body
        ("publication:Coastline", "Coastline"),  # who publishes does not stand in the text
        ("-(cod eel)", "-cod"),
        ("cod OR eel", "cod"),
    ],
)
def test_a_query_does_not_ask_something_else(typed: str, less: str) -> None:
    assert less not in relaxed(typed)


def test_nothing_is_to_be_relaxed_in_one_short_word() -> None:
    assert relaxations(tree("cod")) == ()


def test_relaxations_are_counted_and_the_nearest_to_the_query_comes_first() -> None:
    counts = {"accord speaker:Ardel": 37, "hering accord": 0, "(hering OR accord) speaker:Ardel": 88, "hering~": 14}
    query = tree("hering accord speaker:Ardel")
    found = ordered(relaxations(query), lambda less: counts.get(briefly(less), 0))
    assert [(one.typed, count) for one, count in found] == [
        ("accord speaker:Ardel", 37),
        ("(hering OR accord) speaker:Ardel", 88),
    ]
    assert len(ordered(relaxations(query), lambda _: 1)) == 3
    assert len(ordered(relaxations(query), lambda _: 1, most=2)) == 2


@pytest.mark.parametrize(
    ("alone", "without", "killed"),
    [
        ((0, 64, 0), (0, 0, 0), (0, 2)),  # no article has the first or the third
        ((5, 64), (64, 5), (0, 1)),  # the two never meet: without the first there are most hits
        ((61, 64, 5), (0, 9, 0), (1,)),
        ((61, 64, 5), (0, 0, 0), ()),
        ((9, 90), (None, 9), (1,)),  # cod -eel, where all with cod have eel
    ],
)
def test_which_clause_killed_a_query(alone: tuple[int, ...], without: tuple[int, ...], killed: tuple[int, ...]) -> None:
    assert what_killed(alone, without) == killed


def test_the_clauses_of_a_query() -> None:
    query = tree("hering (cod OR eel) -fish")
    assert [briefly(part) for part in clauses(query)] == ["hering", "cod OR eel", "-fish"]
    assert [part and briefly(part) for part in (without(query, n) for n in range(3))] == [
        "(cod OR eel) -fish",
        "hering -fish",
        "hering (cod OR eel)",
    ]
    assert without(tree("cod -eel"), 0) is None
    assert clauses(tree("cod OR eel")) == (Word("cod"), Word("eel"))


def test_words_and_names_are_spelled_as_the_library_spells_them() -> None:
    query = tree("hering accord -(hering OR speaker:Ardel)")
    better = {
        Word("hering"): Word("herring"),
        Field("speaker", Word("Ardel")): Field("speaker", Phrase("Tomas Ardell")),
    }
    assert briefly(respelled(query, better)) == 'herring accord -(herring OR speaker:"Tomas Ardell")'


def test_every_relaxation_can_be_run_as_it_is_written() -> None:
    chance = random.Random(3)
    seen = 0
    for _ in range(4_000):
        typed = " ".join(chance.choice(PIECES) for _ in range(chance.randint(1, 7)))
        query = parse(typed).query
        if query is None:
            continue
        found = relaxations(query)
        seen += len(found)
        assert len({one.typed for one in found}) == len(found) <= MOST
        for one in found:
            assert parse(one.typed).query == one.query != query, (typed, one.typed)
            assert sentence(one.reason)
    assert seen > 2_500


# against a plain scan

LETTERS = "herring hering cod eel storm storms gale fish".split()


def scan(query: Query, headline: list[str], body: list[str], where: list[list[str]] | None = None) -> bool:
    """Whether a made-up article answers a query of words."""
    where = where or [headline, body]
    match query:
        case All(queries):
            return all(scan(part, headline, body, where) for part in queries)
        case Any(queries):
            return any(scan(part, headline, body, where) for part in queries)
        case Not(inner):
            return not scan(inner, headline, body, where)
        case Field(name, inner):
            return scan(inner, headline, body, [headline if name == "headline" else body])
        case Word(text, form):
            fits = {
                WordForm.PLAIN: str.__eq__, WordForm.PREFIX: str.startswith, WordForm.PATTERN: fits_pattern,
                WordForm.FUZZY: is_like,
            }[form]  # fmt: skip
            return any(fits(word, text) for words in where for word in words)
        case Phrase(text) | Near(text):
            sought = text.split()
            length = len(sought) + (query.within if isinstance(query, Near) else 0)
            stretches = [words[at : at + length] for words in where for at in range(len(words))]
            if isinstance(query, Phrase):
                return sought in stretches
            return any(all(here.count(word) >= sought.count(word) for word in sought) for here in stretches)
        case DateRange():
            return False
    raise ValueError(query)


def some_query(chance: random.Random, depth: int) -> Query:
    words = " ".join(chance.sample(LETTERS, chance.randint(2, 3)))
    leaf: Query = chance.choice(
        [Word(chance.choice(LETTERS)), Word(chance.choice(LETTERS)), Phrase(words), Near(words, 2)]
    )
    if depth == 0 or chance.random() < 0.3:
        return chance.choice([leaf, leaf, Field(chance.choice(["headline", "body"]), leaf)])
    parts = tuple(some_query(chance, depth - 1) for _ in range(chance.randint(2, 3)))
    return chance.choice([All(parts), All((parts[0], Not(parts[1]))), Any(parts)])


def test_a_relaxation_loses_no_article() -> None:
    chance = random.Random(17)
    articles = [
        ([chance.choice(LETTERS) for _ in range(3)], [chance.choice(LETTERS) for _ in range(9)]) for _ in range(40)
    ]
    more = 0
    for _ in range(400):
        query = parse(briefly(some_query(chance, 2))).query
        assert query is not None
        for one in relaxations(query):
            for headline, body in articles:
                before, after = scan(query, headline, body), scan(one.query, headline, body)
                assert after or not before, (briefly(query), one.typed, headline, body)
                more += after and not before
    assert more > 1_000
