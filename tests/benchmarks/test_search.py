"""The benchmark of search: made-up articles, questions that find something, figures of each engine."""

import re

import pytest

from benchmarks.search import measuring
from benchmarks.search.corpus import articles
from benchmarks.search.measuring import Measured, side_by_side
from benchmarks.search.queries import Asked, questions


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(articles(3, 1)) == list(articles(3, 1)) != list(articles(3, 2))
    (article,) = articles(1, 1)
    assert 200 < len(article.text.split()) < 900 and article.names


def test_every_question_finds_something() -> None:
    made = list(articles(300, 4))
    texts = [" ".join(re.findall("[a-z]+", article.text.lower())) for article in made]
    asked = {one.name: one for one in questions(made)}
    assert len(asked) == 14 and all(one.values for one in asked.values())
    for phrase in asked["a phrase"].values:
        assert any(phrase in text for text in texts), phrase
    for words in asked["three words"].values:
        assert any(all(word in text for word in words.split()) for text in texts), words


def test_ours_is_measured_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measuring, "ADDED", 2)
    monkeypatch.setattr(measuring, "questions", lambda made: questions(made)[:2])
    found = {row.name: row for row in measuring.rows(60, ("ours",))}
    assert found["search: a common word, p95"].value > 0
    assert found["search: building, 60 articles"].unit == "articles/s"
    assert found["search: one article added, p95"].value > 0


def test_an_aim_is_met_beside_the_peer_alone() -> None:
    asked = (Asked("a common word", "word", ("x",), 2.0),)
    times = {"a common word": (1.0, 3.0), "one added": (4.0, 5.0)}
    ours = Measured("1", 50, 8, 1, 1, 1, 1, times)
    peer = Measured("2", 100, 10, 1, 1, 1, 1, {"a common word": (1.0, 2.0), "one added": (3.0, 5.0)})
    alone = {row.name: row for row in side_by_side(9, asked, {"ours": ours})}
    assert alone["search: a common word, p95"].met is None
    beside = {row.name: row.met for row in side_by_side(9, asked, {"ours": ours, "tantivy_peer": peer})}
    assert beside["search: a common word, p95"] is True
    assert beside["search: building, 9 articles"] is True
    assert beside["search: one article added, p50"] is False
