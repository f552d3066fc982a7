"""From scores to spans."""

from __future__ import annotations

import itertools
import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reader.language.decoding import Found, best_path, spans, stretches
from reader.language.pieces import Window

NAMES = 5
"""Tags of two kinds: outside, begin and continue of the first, begin and continue of the second."""


def scores(*rows: tuple[float, ...]) -> np.ndarray:
    """Logarithms of the probabilities given."""
    return np.log(np.array(rows, dtype=np.float32) + 1e-9)


def test_a_span_begins_and_goes_on() -> None:
    given_scores = scores(
        (0.999, 0.001, 0, 0, 0), (0.1, 0.8, 0.1, 0, 0), (0.2, 0.1, 0.7, 0, 0), (0.999, 0.001, 0, 0, 0)
    )
    found = spans(given_scores, [Window(0, 4)])
    assert [(f.first, f.last, f.kind) for f in found] == [(1, 3, 0)]
    assert 0.7 < found[0].sure < 0.8


def test_what_only_goes_on_is_begun() -> None:
    """The most probable tag of each word alone would be a continuation without a beginning."""
    found = spans(scores((0.1, 0.4, 0.5, 0, 0), (0.1, 0.1, 0.8, 0, 0)), [Window(0, 2)])
    assert [(f.first, f.last) for f in found] == [(0, 2)]


def test_a_span_ends_with_its_window() -> None:
    rows = scores((0.1, 0.9, 0, 0, 0), (0.1, 0, 0.9, 0, 0), (0.1, 0.3, 0.6, 0, 0))
    assert [(f.first, f.last) for f in spans(rows, [Window(0, 2), Window(2, 3)])] == [(0, 2), (2, 3)]


def test_two_spans_of_one_kind_that_touch_stay_two() -> None:
    rows = scores((0.1, 0.9, 0, 0, 0), (0.1, 0.9, 0, 0, 0))
    assert spans(rows, [Window(0, 2)]) == [
        Found(0, 1, 0, spans(rows, [Window(0, 2)])[0].sure),
        Found(1, 2, 0, spans(rows, [Window(0, 2)])[1].sure),
    ]


def test_words_that_are_surely_outside_part_the_others() -> None:
    assert stretches([1, 2, 5, 6, 7], {6}) == [(1, 3), (5, 6), (6, 8)]


def legal(path: tuple[int, ...]) -> bool:
    before = 0
    for tag in path:
        if tag and tag % 2 == 0 and before not in (tag, tag - 1):
            return False
        before = tag
    return True


@given(
    st.lists(st.lists(st.floats(-9, 0, width=32), min_size=NAMES, max_size=NAMES), min_size=1, max_size=4),
)
def test_no_legal_path_is_better(rows: list[list[float]]) -> None:
    path = best_path(rows)
    assert legal(tuple(path))
    best = max(
        sum(row[tag] for row, tag in zip(rows, tags, strict=True))
        for tags in itertools.product(range(NAMES), repeat=len(rows))
        if legal(tags)
    )
    assert math.isclose(sum(row[tag] for row, tag in zip(rows, path, strict=True)), best, abs_tol=1e-6)
