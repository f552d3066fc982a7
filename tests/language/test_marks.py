"""Pairing of quotation marks."""

from __future__ import annotations

import pytest

from reader.language.marks import find_passages
from reader.language.tokens import tokenize


def inside(text: str) -> list[str]:
    """The words between the marks of each passage."""
    tokens = tokenize(text)
    found = []
    for passage in find_passages(tokens):
        first, last = passage.inner()
        found.append(text[tokens.starts[first] : tokens.ends[last - 1]] if last > first else "")
    return found


@pytest.mark.parametrize("pair", ["»«", '""', "“”", "„“", "«»", "„”"])
def test_every_kind_of_mark_is_paired(pair: str) -> None:
    assert inside(f"She said: {pair[0]}We stay.{pair[1]} Then she left.") == ["We stay."]


def test_two_straight_passages_are_two() -> None:
    assert inside('"We will go," she said, "if asked."') == ["We will go,", "if asked."]


def test_a_single_quotation_inside_belongs_to_the_outer_one() -> None:
    assert inside("“He told me ‘never again’ and left,” she said.") == ["He told me ‘never again’ and left,"]


def test_a_double_quotation_inside_belongs_to_the_outer_one() -> None:
    assert inside("“He called it “a trap” and left,” she said.") == ["He called it “a trap” and left,"]


def test_unclosed_quotation_mark_ends_at_paragraph() -> None:
    assert inside('"We stay\n\nThe boats left.') == ["We stay"]


def test_a_mark_behind_a_figure_is_an_inch() -> None:
    assert inside('The plank was 5" wide. "Too thin," she said.') == ["Too thin,"]


def test_a_closing_mark_alone_opens_nothing() -> None:
    assert inside("The end.” She left.") == []


def test_a_paragraph_that_reopens_is_told() -> None:
    passages = find_passages(tokenize("“We stay.\n\n“We said so.”"))
    assert [p.reopens for p in passages] == [False, True]
    assert [p.closed for p in passages] == [False, True]


def test_a_closed_paragraph_is_not_reopened() -> None:
    assert [p.reopens for p in find_passages(tokenize("“We stay.”\n\n“We said so.”"))] == [False, False]
