"""Several stories in one file."""

from __future__ import annotations

from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import Line, lines_of
from reader.ingest.plain.stories import split_stories

ONE = "Harbor crews vote to strike\nBy Ilse Dahl\n\nThe crews stay in port.\n"
TWO = "Storm damages breakwater\n\nTOLVIK, March 2 (CLP) -- A storm broke the wall.\n"


def stories(text: str) -> list[list[str]]:
    found: tuple[tuple[Line, ...], ...] = split_stories(lines_of(text, stands_alone))
    return [[line.text for line in lines] for lines in found]


def test_rule_between_two_stories_tells_them_apart() -> None:
    first, second = stories(f"{ONE}\n{'-' * 40}\n\n{TWO}")
    assert first[0] == "Harbor crews vote to strike"
    assert second[0] == "Storm damages breakwater"


def test_rule_within_a_story_divides_nothing() -> None:
    assert len(stories(f"{ONE}\n{'-' * 40}\n\nThe union spoke for an hour.\n")) == 1


def test_short_rule_divides_nothing() -> None:
    assert len(stories(f"{ONE}\n___\n\n{TWO}")) == 1


WIRE_ONE = "Harbor crews vote to strike\nBy Ilse Dahl\n\nTOLVIK, March 3 (CLP) -- The crews stay in port.\n"
WIRE_TWO = "Storm damages breakwater\nBy Per Lind\n\nTOLVIK, March 2 (CLP) -- A storm broke the wall.\n"


def test_copyright_line_parts_stories_where_the_whole_head_of_another_follows() -> None:
    first, second = stories(f"{WIRE_ONE}\nCopyright 2026 Coastline Press\n\n{WIRE_TWO}")
    assert first[-1] == "Copyright 2026 Coastline Press"
    assert second[0] == "Storm damages breakwater"


def test_short_rule_parts_stories_where_the_whole_head_of_another_follows() -> None:
    assert len(stories(f"{WIRE_ONE}\n***\n\n{WIRE_TWO}")) == 2


def test_teasers_below_a_copyright_line_are_no_stories() -> None:
    teasers = "Latest Headlines\nWorld News // 2 hours ago\nMarch 2 (CLP) -- A storm broke the wall of the harbor.\n"
    assert len(stories(f"{WIRE_ONE}\nCopyright 2026 Coastline Press\n\n{teasers}")) == 1
