"""A search that nobody waits for ends; one that takes too long answers with what it has, and says so."""

import pytest

from reader.core.query_parser import parse
from reader.index import Bounds, Index, Stopped, executor
from tests.index.conftest import document, names


@pytest.fixture
def three_segments(index: Index) -> Index:
    for number in range(3):
        index.replace([document(str(number), "herring and cod")])
    return index


def test_a_search_for_which_nobody_waits_any_more_is_stopped(three_segments: Index) -> None:
    query = parse("herring").query
    assert query is not None
    with pytest.raises(Stopped):
        three_segments.search(query, names, limit=10, bounds=Bounds(is_stopped=lambda: True))
    asked = iter([False] * 3 + [True] * 100)
    with pytest.raises(Stopped):
        three_segments.search(query, names, limit=10, bounds=Bounds(is_stopped=lambda: next(asked)))
    assert three_segments.search(query, names, limit=10).total == 3


def test_out_of_time_it_answers_with_the_segments_that_were_searched(
    three_segments: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = parse("herring").query
    assert query is not None
    answers = {}
    for ticks in range(40):
        clock = iter(range(10_000))
        monkeypatch.setattr(executor.time, "monotonic", lambda clock=clock: next(clock))
        answer = three_segments.search(query, names, limit=10, bounds=Bounds(seconds=ticks))
        answers[answer.total] = answer.whole
        assert len(answer.ids) == answer.total
    assert answers == {0: False, 1: False, 2: False, 3: True}


def test_with_time_enough_all_is_found(three_segments: Index) -> None:
    query = parse("her* cod~").query
    assert query is not None
    answer = three_segments.search(query, names, limit=10, bounds=Bounds(seconds=60))
    assert (answer.total, answer.whole) == (3, True)


def test_what_was_found_can_be_counted_after_a_commit_took_its_segments(three_segments: Index) -> None:
    query = parse("herring").query
    assert query is not None
    found = three_segments.facets(query, names)
    three_segments.replace([document("4", "herring")], [])
    assert three_segments.tidy() and three_segments.count(query, names) == 4
    assert found.total == 3
    assert dict(found.values("publication", 5)) == {"Coastline Press": 3}
    assert len(found.rows()) == 1


def test_words_near_each_other_look_at_the_clock(index: Index) -> None:
    index.replace([document("a", " ".join(f"word{n}" for n in range(60)))])
    query = parse('"' + " ".join(f"word{n}" for n in range(60)) + '"~5').query
    assert query is not None and index.count(query, names) == 1
    looks = []
    index.search(query, names, limit=1, bounds=Bounds(is_stopped=lambda: looks.append(1) is not None))
    assert len(looks) > 60
