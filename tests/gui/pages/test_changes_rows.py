"""Tests of what the rows and the head of "What changed" say."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from reader.core.article import ArticleId
from reader.core.changes import Change, FactChange, Passage, Sign, Speaker, WhatChanged
from reader.core.sameness import Relation
from reader.core.spans import Span
from reader.gui.pages.changes_facts import choices, sentences, why_empty
from reader.gui.pages.changes_questions import pair
from reader.gui.pages.changes_rows import ChangeRow, copied, same_words
from reader.gui.pages.changes_words import SideWords, Written, side
from tests.gui.panes.world import TODAY, id_of, row

TEXT = "“Nobody in Meresund can live,” Marenko told\nreporters at Tolvik. She left."
SAID = Passage(
    (Span(0, 30),), (Span(8, 19), Span(54, 63)), Speaker("Ilse Marenko", True, Span(31, 38)), (Span(31, 64),)
)  # fmt: skip
PLAIN = Change(Sign.CHANGED, SAID, SAID)
NOTHING = WhatChanged((), (), (), ())


def told(passage: Passage, change: Change | None = None, text: str = TEXT) -> SideWords:
    found = side(text, change or Change(Sign.CHANGED, None, passage), passage)
    assert found is not None
    return found


def strong(written: Written | None) -> list[str]:
    assert written is not None
    return [span.of(written.text) for span in written.strong]


def test_a_quotation_has_the_full_name_and_what_was_said_around_it() -> None:
    words = told(SAID)
    assert words.plain == "Ilse Marenko told reporters at Tolvik: “Nobody in Meresund can live,”"
    assert strong(words.speaker) == ["Ilse Marenko", "at Tolvik"]
    assert strong(words.words) == ["in Meresund"]


@pytest.mark.parametrize(
    ("text", "around", "expected"),
    [
        ("said Ilse Marenko, the minister.", Span(5, 17), "Ilse Marenko said … the minister"),
        ("In Tolvik, she said.", Span(11, 14), "Ilse Marenko In Tolvik … said"),
        ("she said", None, "Ilse Marenko she said"),
        ("Ilse Marenko thanked her", None, "Ilse Marenko thanked her"),
        ("Marenko.", Span(0, 7), "Ilse Marenko"),
    ],
)
def test_the_speaker_is_named_once(text: str, around: Span | None, expected: str) -> None:
    passage = Passage((Span(0, 3),), (), Speaker("Ilse Marenko", True, around), (Span(0, len(text)),))
    speaker = told(passage, text=text).speaker
    assert speaker is not None and speaker.text == expected


def test_another_speaker_is_said_on_the_newer_side_alone() -> None:
    change = replace(PLAIN, newer=replace(SAID), other_speaker=True)
    assert change.newer is not None and change.older is not None
    newer, older = told(change.newer, change).speaker, told(change.older, replace(change, newer=None)).speaker
    assert newer is not None and newer.text.startswith("Ilse Marenko another speaker · told")
    assert older is not None and "another" not in older.text


def test_who_has_no_name_is_said_as_the_story_says_it() -> None:
    nameless = told(replace(SAID, speaker=Speaker("officials", False, None), around=())).speaker
    unknown = told(replace(SAID, speaker=Speaker("", False, None), around=())).speaker
    assert nameless is not None and nameless.text == "Officials not named"
    assert unknown is not None and unknown.text == "Speaker unknown"


def test_a_sentence_stands_in_one_line_and_a_side_may_lack_it() -> None:
    assert told(Passage((Span(31, 64),))).plain == "Marenko told reporters at Tolvik."
    assert side(TEXT, PLAIN, None) is None


def test_only_changes_are_copied_and_equal_sides_once() -> None:
    words = told(SAID)
    assert copied(ChangeRow(PLAIN, words, words, 1, ("", ""))) == words.plain
    assert copied(ChangeRow(PLAIN, None, words, 1, ("", ""))) == words.plain


def test_one_sentence_is_counted_as_one() -> None:
    assert (same_words(1), same_words(1200)) == ("1 sentence is the same", "1,200 sentences are the same")


def test_the_head_counts_and_names_the_facts() -> None:
    quotation, sentence = Change(Sign.ADDED, None, SAID), Change(Sign.GONE, SAID, None)
    changed = WhatChanged((quotation,), (sentence,) * 2, (sentence,), (FactChange("byline", "", "Jonna Weil"),))
    assert sentences(changed, TODAY) == (
        "1 quotation and 2 sentences changed, 1 is the same. The headline is the same. There was no byline."
    )
    date = FactChange("date", "2024-03-12T11:20", "2024-03-12T16:40")
    assert sentences(WhatChanged((), (sentence,), (), (date, FactChange("headline", "Boats wait", "x"))), TODAY) == (
        "1 sentence changed, none is the same. The date was 12 March, 11:20. The headline was “Boats wait”."
    )
    assert sentences(NOTHING, TODAY) == "No sentence changed. The headline is the same."


def test_where_no_word_differs_the_page_says_so() -> None:
    facts = (FactChange("date", "2024-03-12", "2024-03-13"), FactChange("byline", "Jonna Weil", ""))
    assert why_empty(NOTHING) == "The words are the same."
    assert why_empty(replace(NOTHING, facts=facts)) == "The words are the same. Changed: date, byline."
    assert why_empty(replace(NOTHING, quotations=(PLAIN,))) == ""


def found(number: int, version: int = 0, relation: Relation | None = None, published: str = "2024-03-12") -> object:
    return SimpleNamespace(row=row(number, published=published), version=version, relation=relation)


def test_sides_are_called_by_version_or_by_publication_and_what_they_are() -> None:
    versions = choices((found(1, 1), found(2, 2), found(3, 0, Relation.ELSEWHERE)), TODAY)  # type: ignore[arg-type]
    assert [one.name for one in versions] == ["Version 1", "Version 2", "Coastline Press, elsewhere"]
    assert [one.lacking for one in versions] == ["Not in version 1", "Not in version 2", "Not in Coastline Press"]
    alone = choices((found(1, 1, Relation.UPDATE), found(2)), TODAY)  # type: ignore[arg-type]
    assert [one.name for one in alone] == ["Coastline Press, update", "Coastline Press, first"]
    assert [one.lacking for one in alone] == ["Not in the update", "Not in the first"]
    assert alone[0].when == "12 March"


def pair_of(number: int, *comparables: object) -> tuple[int, int] | None:
    chosen: tuple[ArticleId, ArticleId] | None = pair(id_of(number), comparables)  # type: ignore[arg-type]
    return None if chosen is None else (int(chosen[0], 16), int(chosen[1], 16))


def test_a_version_is_compared_with_the_one_before_it_and_the_first_with_the_second() -> None:
    versions = (found(1, 1), found(2, 2), found(3, 3), found(9, 0, Relation.COPY))
    assert [pair_of(number, *versions) for number in (1, 2, 3)] == [(1, 2), (1, 2), (2, 3)]


def test_an_update_is_compared_with_what_came_before_and_the_first_with_what_came_next() -> None:
    update = found(1, 1, Relation.UPDATE, "2024-03-12T16:40")
    later, earlier = found(2, 0, Relation.COPY, "2024-03-13"), found(3, 0, None, "2024-03-11")
    assert pair_of(1, update, later, earlier) == (3, 1)
    first = found(1, 1, None, "2024-03-10")
    assert pair_of(1, first, later, found(3, 0, Relation.COPY, "2024-03-11")) == (1, 3)
    assert pair_of(1, found(1, 1)) is None


def test_sides_that_would_read_alike_say_from_which_file_they_came() -> None:
    def names(*paths: str) -> list[str]:
        rows = (row(number, path=path) for number, path in enumerate(paths, 1))
        copies = tuple(SimpleNamespace(row=one, version=0, relation=Relation.COPY) for one in rows)
        return [each.name for each in choices(copies, TODAY)]  # type: ignore[arg-type]

    assert names("/in/a.txt") == ["Coastline Press, copy"]
    assert names("/in/a.txt", "/b/b.txt") == ["Coastline Press, copy, a.txt", "Coastline Press, copy, b.txt"]
    assert names("/in/a.txt", "/b/a.txt") == ["Coastline Press, copy, number 1", "Coastline Press, copy, number 2"]
