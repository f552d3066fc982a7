"""Several stories in one file, told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest.dates import is_stamp_line
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.lines import Line

_RULE = 10  # characters of a line that is nothing but a rule, between two stories
# What closes a story of an agency; it divides only where the whole head of another follows.
_CLOSING = re.compile(
    r"(?:copyright\b|©|\(c\)\s|-30-|#\s?#\s?#|\(?END\)?$|enditem)|[*_=~-]{3,9}$|.{0,400}\bEnditem$", re.I
)
_OPENING = 8  # lines in which a story shows that it is one


def split_stories(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each story. A rule divides stories only where a byline or a sure dateline follows soon after it.

    The rule stays with the story above, so that no line is lost.
    """
    found: list[tuple[Line, ...]] = []
    start = 0
    for at, line in enumerate(lines):
        below = lines[at + 1 : at + 1 + _OPENING]
        is_end = _is_rule(line.text) and _opens_story(below)
        is_end = is_end or (_CLOSING.match(line.text) is not None and _is_whole_opening(below))
        if is_end and _opens_story(lines[start : min(at, start + _OPENING)]):
            found.append(tuple(lines[start : at + 1]))
            start = at + 1
    return (*found, tuple(lines[start:]))


def _is_rule(text: str) -> bool:
    return len(text) >= _RULE and not text[0].isalnum() and len(set(text)) <= 2


def _is_whole_opening(lines: Sequence[Line]) -> bool:
    """Whether lines are the head of a story beyond doubt: a headline, then a byline or a time, and a sure dateline."""
    if len(lines) < 3 or not lines[0].after_blank or len(lines[0].text) > 160 or _is_credit(lines[0].text):
        return False
    dated = next((at for at, line in enumerate(lines) if (o := read_dateline(line.text)) is not None and o.is_sure), 0)
    return dated > 1 and any(_is_credit(line.text) for line in lines[1:dated])


def _is_credit(text: str) -> bool:
    return read_byline(text) is not None or is_stamp_line(text)


def _opens_story(lines: Sequence[Line]) -> bool:
    for line in lines[:_OPENING]:
        if read_byline(line.text) is not None:
            return True
        opening = read_dateline(line.text)
        if opening is not None and opening.is_sure:
            return True
    return False
