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
        ("Correction, March 5: The council has nine members.", "correction"),
        ("CORRECTION (March 5, 2020, 3:10 p.m. ET): The council has nine members.", "correction"),
        ("This article originally misspelled the name of the sound.", "correction"),
        ("The original version of this story gave the wrong name.", "correction"),
        ("(This April 3 story corrects the name of the sound)", "correction"),
        ("Editor’s note: This story was corrected on Tuesday.", "correction"),
        ("Korrektur: In einer früheren Fassung stand ein falscher Name.", "correction"),
        ("Fe de errores: el puente es de 1564.", "correction"),
        ("【訂正】当初の記事で橋の名を誤りました。", "correction"),
        ("AP-EU--Vasmark-Harbor, 1st Ld-Writethru", "update"),
        ("Eds: Updates with comment from the union.", "update"),
        ("(ATTN: UPDATES with more info in paras 3-4)", "update"),
        ("(Recasts, adds comment from the union)", "update"),
        ("Update, 5:30 p.m.: The sound is open again.", "update"),
        ("This story was first published on Monday and has been updated.", "update"),
        ("(This story has been refiled to fix the dateline)", "refile"),
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
        ("(LEAD) Parliament ratifies accord", "update"),
        ("[UPDATED] Parliament ratifies accord", "update"),
        ("(Corrected) Parliament ratifies accord", "correction"),
    ],
)
def test_headline_bears_the_mark_of_an_agency(headline: str, flag: str) -> None:
    assert headline_flags(headline) == {flag}


@pytest.mark.parametrize("headline", ["CORRECTED-UPDATE 1-Parliament ratifies accord", "UPDATE 1-CORRECTED-Accord"])
def test_headline_may_bear_two_marks(headline: str) -> None:
    assert headline_flags(headline) == {"correction", "update"}


@pytest.mark.parametrize(
    "headline",
    ["Update of harbor rules due in May", "LEAD FOUND IN HARBOR WATER", "Corrected figures show lower catch"],
)
def test_headline_about_an_update_bears_no_mark(headline: str) -> None:
    assert headline_flags(headline) == frozenset()


def test_flags_are_always_listed_in_one_order() -> None:
    assert in_order({"update", "correction"}) == ("correction", "update")
