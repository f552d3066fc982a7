"""The index finds what a plain scan of the texts finds: trees of every form over made-up articles."""

import random
from collections import Counter
from collections.abc import Callable, Sequence

import pytest

from reader.core.article import ArticleId
from reader.core.query import All, Any, DateRange, Field, Near, Not, Phrase, Query, Rows, Word, WordForm
from reader.core.query_likeness import fits_pattern, is_like
from reader.core.query_parser import understood
from reader.index import Document, Index
from reader.index.analysis import fold, words
from tests.index.conftest import document, names

WORDS = (
    "herring cod fleet boat storm sea accord voting votes vote the of us US U.S. long-term café who WHO limits".split()
)


def some_text(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count))


def some_document(chance: random.Random) -> Document:
    number = chance.randint(0, 60)
    return document(
        str(number),
        some_text(chance, chance.randint(3, 25)),
        some_text(chance, chance.randint(1, 4)),
        published=chance.choice(["", "2024-01-05", "2024-02-10", "2024-03-01"]),
        quotes=tuple(some_text(chance, chance.randint(1, 4)) for _ in range(chance.randint(0, 3))),
        speakers=tuple(chance.sample([7, 9], chance.randint(0, 2))),
        row=number + 1000,
    )


def some_leaf(chance: random.Random) -> Query:
    word, phrase = Word(chance.choice(WORDS)), Phrase(some_text(chance, chance.randint(1, 3)))
    begun = Word(chance.choice(["her", "vote", "lim", "c", "u"]), WordForm.PREFIX)
    pattern = Word(chance.choice(["h*g", "*mit*", "*s", "v*t*", "c*", "*^", "l*g-t*m", "c*é"]), WordForm.PATTERN)
    fuzzy = Word(chance.choice(["hering", "stom", "vtoe", "acord", "US", "long-trem", "fleets"]), WordForm.FUZZY)
    near = Near(some_text(chance, chance.randint(1, 3)), chance.randint(0, 6))
    found = chance.choice([word, word, phrase, begun, pattern, fuzzy, near])
    return chance.choice(
        [
            Rows(frozenset(chance.sample(range(1000, 1070), chance.randint(0, 40)))),
            found,
            found,
            found,
            Field(chance.choice(["headline", "body", "quote"]), found),
            Field("speaker", Word(chance.choice(["Ilse Marenko", "Vasmark"]))),
            Field("date", DateRange(chance.choice(["", "2024-02-01"]), chance.choice(["2024-03-01", "2025-01-01"]))),
        ]
    )


def some_query(chance: random.Random, depth: int) -> Query:
    if depth == 0 or chance.random() < 0.3:
        return some_leaf(chance)
    parts = tuple(some_query(chance, depth - 1) for _ in range(chance.randint(2, 3)))
    return chance.choice([All(parts), Any(parts), Not(parts[0]), All((parts[0], Not(parts[1])))])


def answers(found: Document, query: Query, parts: Sequence[str]) -> bool:
    """Whether an article answers a query, without any index; ``parts`` are the texts in which words are sought."""
    match query:
        case All(queries):
            return all(answers(found, part, parts) for part in queries)
        case Any(queries):
            return any(answers(found, part, parts) for part in queries)
        case Not(inner):
            return not answers(found, inner, parts)
        case Field("date", DateRange(start, end)):
            return bool(found.published) and start <= found.published < end
        case Field("speaker", Word(name)):
            return {"Ilse Marenko": 7, "Vasmark": 9}[name] in found.speakers
        case Field(name, inner):
            headline, body = found.parts()
            return answers(found, inner, {"headline": [headline], "body": [body], "quote": found.quotes}[name])
        case Rows(rows):
            return found.row in rows
        case Word(text, WordForm.PATTERN):
            sought = [fold(part).replace("^", "") for part in text.split("-") if part.strip("*^")]
            return bool(sought) and any_field(sought, parts, lambda word, part: fits_pattern(bare(word), part))
        case Word(text, WordForm.FUZZY):
            *whole, last = (word.plain for word in words(text))
            return any(
                (not whole or stands(" ".join(whole), part, False))
                and (any(is_like(bare(w.plain), bare(last)) for w in words(part)) or stands(last, part, False))
                for part in parts
            ) or (len(list(words(text))) == 1 and any(stands(text, part, False) for part in parts))
        case Word(text, form):
            return any(stands(text, part, form is WordForm.PREFIX) for part in parts)
        case Near(text, within):
            return any(near([w.term for w in words(part)], [w.term for w in words(text)], within) for part in parts)
        case Phrase(text):
            return any(stands(text, part, False) for part in parts)
    return False


def bare(word: str) -> str:
    return word.removesuffix("^")


def any_field(sought: list[str], parts: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Whether in one of the texts some word fits each of what is sought."""
    return any(all(any(fits(w.plain, one) for w in words(part)) for one in sought) for part in parts)


def near(there: list[str], sought: list[str], within: int) -> bool:
    """Tries every stretch that is long enough."""
    length = len(sought) + within
    return any(not Counter(sought) - Counter(there[at : at + length]) for at in range(max(1, len(there))))


def stands(sought: str, text: str, prefix: bool) -> bool:
    there, terms = list(words(text)), [word.term for word in words(sought)]
    if prefix and any(word.plain.startswith(sought) for word in there):
        return True
    return any([w.term for w in there[at : at + len(terms)]] == terms for at in range(len(there)))


@pytest.mark.parametrize("seed", [1, *(pytest.param(n, marks=pytest.mark.slow) for n in range(2, 12))])
def test_the_index_finds_what_a_scan_finds(index: Index, seed: int) -> None:
    chance, stored = random.Random(seed), dict[ArticleId, Document]()
    for _ in range(6):
        batch = [some_document(chance) for _ in range(chance.randint(1, 20))]
        gone = chance.sample(sorted(stored), min(len(stored), 3))
        index.replace(batch, gone)
        stored = {id: kept for id, kept in stored.items() if id not in gone} | {d.id: d for d in batch}
    assert index.ids() == stored.keys()
    for _ in range(150):
        query = some_query(chance, 3)
        expected = {id for id, found in stored.items() if answers(found, query, found.parts())}
        page = index.search(query, names, limit=5)
        everything = index.search(query, names, limit=100, sort="newest")
        assert {id for id, _ in everything.ids} == expected, understood(query)
        assert (page.total, len(page.ids)) == (len(expected), min(5, len(expected))), understood(query)
