"""The executor finds what Whoosh's own searcher finds on the same index, with the same scores."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import ArticleId
from reader.core.query import Query
from reader.core.query_parser import parse, understood
from reader.index import Index, seal
from reader.index.compiling import compile_query
from reader.index.engine import whoosh_reader
from reader.index.expanding import LEAST
from reader.index.quiet import Searcher, query
from tests.index.conftest import names
from tests.index.test_same_as_a_scan import some_document, some_query

CLOSE = 1e-4
"""Of a score: 32-bit floats against 64-bit ones."""


def whoosh_scores(folder: Path, wanted: Any) -> dict[str, float]:
    """{id: score} of all hits."""
    searcher = Searcher(whoosh_reader(folder, seal.read(folder, "library-1")))
    found = searcher.search(wanted, limit=None)
    return {searcher.stored_fields(number)["id"]: score for number, score in found.items()}


def without_reward(wanted: Any) -> Any:
    """What is excluded adds 1 to a score of Whoosh's, and nothing to ours."""
    if isinstance(wanted, query.Not):
        return query.ConstantScoreQuery(query.Not(without_reward(wanted.query)), LEAST)
    return wanted.apply(without_reward)


def our_scores(index: Index, wanted: Query) -> dict[str, float]:
    return {str(id): score for id, score in index.search(wanted, names, limit=1000).ids}


@pytest.fixture
def stories(index: Index) -> Iterator[random.Random]:
    """Several segments, with documents deleted."""
    chance = random.Random(4)
    for _ in range(4):
        documents = {found.id: found for found in (some_document(chance) for _ in range(25))}
        index.replace(list(documents.values()), [ArticleId(str(chance.randint(0, 60)))])
    yield chance


def compare(index: Index, folder: Path, wanted: Query) -> None:
    ours, theirs = our_scores(index, wanted), whoosh_scores(folder, without_reward(compile_query(wanted, names)))
    assert ours.keys() == theirs.keys(), understood(wanted)
    # Several words that fit count as one; to Whoosh, now as one, now each.
    if "FUZZY" in repr(wanted) or "PATTERN" in repr(wanted) or "PREFIX" in repr(wanted):
        return
    assert ours == pytest.approx(theirs, rel=CLOSE), understood(wanted)


@pytest.mark.parametrize(
    "typed",
    [
        "herring", "US", "us", "herring cod", "herring OR storm OR cod", '"herring cod"', '"herring cod"~4',
        "headline:herring", "body:herring", "quote:storm", "herring -storm", "vot*", "h*", "st*m", "hering~",
        "speaker:vasmark herring", "date:2024-02 herring", "date:..2024-02", "NOT herring", "byline:weil cod",
    ],
)  # fmt: skip
def test_hits_and_scores_are_those_of_whoosh(index: Index, folder: Path, stories: random.Random, typed: str) -> None:
    wanted = parse(typed).query
    assert wanted is not None
    assert our_scores(index, wanted), "the comparison needs a hit"
    compare(index, folder, wanted)


def test_hits_and_scores_of_random_queries_are_those_of_whoosh(
    index: Index, folder: Path, stories: random.Random
) -> None:
    for _ in range(150):
        compare(index, folder, some_query(stories, 2))


def test_a_comparison_tells_a_wrong_score(index: Index, folder: Path, stories: random.Random) -> None:
    wanted = parse("herring").query
    assert wanted is not None
    theirs = whoosh_scores(folder, query.Term("body", "her"))
    assert our_scores(index, wanted) != pytest.approx(theirs, rel=CLOSE)
