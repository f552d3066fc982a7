"""Lines, tidied and joined."""

from __future__ import annotations

import textwrap

from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import lines_of

FIRST = (
    "The crews of the harbor voted on Tuesday to stay in port until the sound is open again, the union said, "
    "and the port commission agreed to waive the mooring fees for as long as the fleet lies idle in the basin."
)
SECOND = (
    "Boats that were at sea when the vote was taken will be let in one by one, officials said, and their catch "
    "will be weighed on the quay by the port commission before it is sold to the canneries of the town."
)


def texts(text: str) -> list[str]:
    return [line.text for line in lines_of(text, stands_alone)]


def wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, 66, initial_indent=indent)


def test_white_space_is_single_and_blank_lines_are_remembered() -> None:
    lines = lines_of("  One \t two \n\n\nThree\nFour", stands_alone)
    assert [(line.text, line.after_blank) for line in lines] == [("One two", True), ("Three", True), ("Four", False)]


def test_lines_broken_at_a_fixed_width_are_joined() -> None:
    assert texts(f"{wrapped(FIRST)}\n\n{wrapped(SECOND)}") == [FIRST, SECOND]


def test_indented_line_begins_a_paragraph() -> None:
    assert texts(f"{wrapped(FIRST, '   ')}\n{wrapped(SECOND, '   ')}") == [FIRST, SECOND]


def test_byline_within_wrapped_text_stands_alone() -> None:
    text = f"Harbor crews vote to strike\nBy Ilse Marenko\n{wrapped(FIRST)}\n\n{wrapped(SECOND)}"
    assert texts(text) == ["Harbor crews vote to strike", "By Ilse Marenko", FIRST, SECOND]


def test_one_paragraph_a_line_is_left_alone() -> None:
    assert texts(f"{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}\n{FIRST}\n{SECOND}") == [FIRST, SECOND] * 3


def test_short_lines_of_a_menu_are_left_alone() -> None:
    menu = ["News", "World", "Sports and weather", "Opinion", "About this site", "Contact"]
    assert texts("\n".join(menu)) == menu
