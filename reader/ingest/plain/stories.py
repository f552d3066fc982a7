"""Several stories in one file, told apart."""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.lines import Line

_RULE = 10  # characters of a line that is nothing but a rule, between two stories
_OPENING = 8  # lines in which a story shows that it is one


def split_stories(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each story. A rule divides stories only where a byline or a sure dateline follows soon after it.

    The rule stays with the story above, so that no line is lost.
    """
    found: list[tuple[Line, ...]] = []
    start = 0
    for at, line in enumerate(lines):
        if _is_rule(line.text) and _opens_story(lines[start:at]) and _opens_story(lines[at + 1 : at + 1 + _OPENING]):
            found.append(tuple(lines[start : at + 1]))
            start = at + 1
    return (*found, tuple(lines[start:]))


def _is_rule(text: str) -> bool:
    return len(text) >= _RULE and not text[0].isalnum() and len(set(text)) <= 2


def _opens_story(lines: Sequence[Line]) -> bool:
    for line in lines[:_OPENING]:
        if read_byline(line.text) is not None:
            return True
        opening = read_dateline(line.text)
        if opening is not None and opening.is_sure:
            return True
    return False
