"""A text as lines: spaces tidied, and lines that were broken at a fixed width joined again."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from reader.ingest.plain.agencies import AGENCIES

_DASHES = ("—", "–", "--", "-")
_PLACE = re.compile(r"[A-ZÀ-Þ][\w.'’-]{2,20}(?:[ ,]{1,2}[A-ZÀ-Þ][\w.'’-]{1,20}){0,3}")
_WIDEST = 110  # nobody breaks lines wider than this by machine
_NARROWEST = 40
_MIN_PAIRS = 4  # fewer neighbours prove no width
_NARROW = 0.85  # of the lines that another follows must not be wider than the widest
_FULL = 0.7  # of them must end where the next word would not have fitted; headlines and bylines do not


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something. White space is single and only inside it."""

    text: str
    after_blank: bool = False
    """Whether a blank line (or the beginning) stands before it."""


@dataclass(frozen=True, slots=True)
class _Raw:
    text: str
    after_blank: bool
    indent: int


def lines_of(text: str, stands_alone: Callable[[str], bool]) -> tuple[Line, ...]:
    """The lines of a canonical text.

    Where the text was broken at a fixed width, lines are joined to paragraphs, except those that ``stands_alone`` says
    are no running text (a byline, a link).
    """
    raw = _with_datelines(_split(text))
    width = _width(raw)
    if not width:
        return tuple(Line(line.text, line.after_blank) for line in raw)
    return tuple(_joined(raw, width, stands_alone))


def _split(text: str) -> list[_Raw]:
    found, blank = [], True
    for line in text.split("\n"):
        tidy = " ".join(line.split())
        if tidy:
            indent = len(line) - len(line.lstrip()) if line[0].isspace() else 0
            found.append(_Raw(tidy, blank, indent))
        blank = not tidy
    return found


def _with_datelines(raw: list[_Raw]) -> list[_Raw]:
    """Join a dateline that a page sets in elements of their own: place, agency and dash each on a line."""
    found: list[_Raw] = []
    for line in raw:
        above = found[-1].text if found else ""
        if line.text not in _DASHES or not above.isupper() or above.casefold() not in AGENCIES:
            found.append(line)
            continue
        joined = [found.pop(), line]
        if found and not joined[0].after_blank and _PLACE.fullmatch(found[-1].text):
            joined.insert(0, found.pop())
        found.append(_Raw(" ".join(part.text for part in joined), joined[0].after_blank, joined[0].indent))
    return found


def _width(raw: list[_Raw]) -> int:
    """The width at which the text was broken, or 0 where it was not."""
    pairs = [(a, b) for a, b in pairwise(raw) if not b.after_blank and b.indent <= a.indent]
    lengths = [len(a.text) for a, _ in pairs if len(a.text) <= _WIDEST]
    if len(pairs) < _MIN_PAIRS or len(lengths) < _NARROW * len(pairs):
        return 0
    width = max(lengths)
    full = sum(1 for a, b in pairs if _is_full(a.text, b.text, width))
    return width if width >= _NARROWEST and full >= _FULL * len(pairs) else 0


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the next line would not have fitted; two letters are forgiven."""
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width - 2


def _joined(raw: list[_Raw], width: int, stands_alone: Callable[[str], bool]) -> list[Line]:
    found: list[Line] = []
    words: list[str] = []
    after_blank = True
    for at, line in enumerate(raw):
        before = raw[at - 1] if at else None
        goes_on = (
            before is not None
            and not line.after_blank
            and line.indent <= before.indent + 1
            and _is_full(before.text, line.text, width)
            and not stands_alone(line.text)
            and not stands_alone(before.text)
        )
        if not goes_on:
            if words:
                found.append(Line(" ".join(words), after_blank))
            words, after_blank = [], line.after_blank
        words.append(line.text)
    if words:
        found.append(Line(" ".join(words), after_blank))
    return found
