"""Corrections, updates and the like."""

from __future__ import annotations

import pytest

from reader.ingest.plain.notices import headline_flags, in_order, notice_flags


@pytest.mark.parametrize(
    ("line", "flag"),
    [
        ("Correction: An earlier version of this story misstated the year.", "correction"),
        ("Feb. 1 (UPI) -- Correction: An earlier version gave the wrong speed.", "correction"),
        ("(Corrects paragraph 3 to say 314 boats)", "correction"),
        ("An earlier version of this article gave the wrong name.", "correction"),
        ("Editor's note: The headline was corrected on Tuesday.", "correction"),
        ("This story has been updated.", "update"),
        ("(Adds comment from the union, paragraph 3)", "update"),
        ("(Refiles to fix the dateline)", "refile"),
        ("Editors' note: The town will hold a briefing at noon.", "advisory"),
    ],
)
def test_notice_is_known(line: str, flag: str) -> None:
    assert notice_flags(line) == {flag}


@pytest.mark.parametrize(
    "line",
    [
        "Updates to the plan were announced, he said.",
        "He corrected himself.",
        "Correct answers were rare.",
        "The story was old.",
    ],
)
def test_sentence_is_no_notice(line: str) -> None:
    assert notice_flags(line) == frozenset()


@pytest.mark.parametrize(
    ("headline", "flag"),
    [
        ("CORRECTED-Parliament ratifies accord", "correction"),
        ("UPDATE 2-Parliament ratifies accord", "update"),
        ("REFILE-Parliament ratifies accord", "refile"),
        ("ADVISORY: Parliament to vote", "advisory"),
    ],
)
def test_headline_bears_the_mark_of_an_agency(headline: str, flag: str) -> None:
    assert headline_flags(headline) == {flag}


def test_headline_about_an_update_bears_no_mark() -> None:
    assert headline_flags("Update of harbor rules due in May") == frozenset()


def test_flags_are_always_listed_in_one_order() -> None:
    assert in_order({"update", "correction"}) == ("correction", "update")
