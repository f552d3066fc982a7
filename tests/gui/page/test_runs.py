"""Tests of the page: runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.core.spans import Span
from reader.gui.page.runs import Places, Run, flat_runs

SPANS = st.lists(st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 12)))


def test_spans_apart_stay_whole() -> None:
    assert flat_runs([Span(0, 3), Span(5, 9)]) == (Run(Span(0, 3), (0,)), Run(Span(5, 9), (1,)))


def test_span_inside_another_cuts_it_in_three() -> None:
    runs = flat_runs([Span(0, 20), Span(9, 17)])
    assert runs == (Run(Span(0, 9), (0,)), Run(Span(9, 17), (0, 1)), Run(Span(17, 20), (0,)))


def test_crossing_spans_share_the_middle() -> None:
    runs = flat_runs([Span(0, 5), Span(3, 8)])
    assert [run.under for run in runs] == [(0,), (0, 1), (1,)]


def test_touching_spans_share_nothing() -> None:
    assert [run.under for run in flat_runs([Span(0, 5), Span(5, 8)])] == [(0,), (1,)]


def test_empty_spans_make_no_run() -> None:
    assert flat_runs([Span(4, 4)]) == ()
    assert flat_runs([]) == ()


@given(SPANS)
def test_each_letter_is_under_exactly_its_spans(spans: list[Span]) -> None:
    found = {at: run.under for run in flat_runs(spans) for at in range(run.span.start, run.span.end)}
    for at in range(45):
        holding = tuple(n for n, span in enumerate(spans) if span.start <= at < span.end)
        assert found.get(at, ()) == holding


@given(SPANS, st.integers(0, 40), st.integers(1, 10))
def test_touching_finds_all_and_no_others(spans: list[Span], start: int, length: int) -> None:
    spans = sorted(span for span in spans if len(span))
    asked = Span(start, start + length)
    wanted = tuple(n for n, span in enumerate(spans) if span.overlaps(asked))
    assert Places(spans).touching(asked) == wanted


def test_shortest_span_at_an_offset_comes_first() -> None:
    assert Places([Span(0, 20), Span(4, 12), Span(6, 8)]).at(7) == (2, 1, 0)


def test_first_from_an_offset_counts_the_offset_itself() -> None:
    places = Places([Span(3, 5), Span(9, 12)])
    assert [places.first_from(at) for at in (0, 3, 4, 9, 10)] == [0, 0, 1, 1, None]
