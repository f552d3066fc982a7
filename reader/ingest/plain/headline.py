"""Which line above the story is its headline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.ingest.plain.body import Run
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.lines import Line
from reader.ingest.plain.phrases import SECTIONS

_LONGEST = 220
_BODY_LINES = 8  # of the story, whose words a headline shares
_WORD = re.compile(r"[^\W\d_]{4,}")
_UNDER_IT = (LineClass.BYLINE, LineClass.TIMESTAMP, LineClass.CAPTION, LineClass.CREDIT)
_NEARLY_BEST = 0.75  # the first line that is nearly as good as the best: a summary shares as many words


def choose_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int | None:
    """The index of the headline among the lines above the run, or None.

    A headline shares its words with the story and stands over byline, time, caption or lede; menus do neither.
    """
    above = [at for at in range(run.start) if _may_be(lines[at].text, classes[at])]
    full = [at for at in above if len(lines[at].text.split()) >= 3] or above
    if not full:
        return None
    story = _words(" ".join(line.text for line in lines[run.start : run.start + _BODY_LINES])[:4000])
    scores = {at: _score(lines, classes, at, run.start, story) for at in full}
    best = max(scores.values())
    return next(at for at in full if scores[at] >= _NEARLY_BEST * best)


def first_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> int | None:
    """The headline of a text that is no page: the first line above the run that can be one."""
    above = [at for at in range(run.start) if _may_be(lines[at].text, classes[at])]
    return next((at for at in above if len(lines[at].text.split()) >= 3), above[0] if above else None)


def opens_with_headline(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> bool:
    """Whether the first line of a run is a headline that is written as a sentence ("Is the process fair? No!")."""
    first = lines[run.start]
    if run.end - run.start < 2 or len(first.text) > _LONGEST or classes[run.start] is not LineClass.PROSE:
        return False
    below = run.start + 1
    if not lines[below].after_blank and classes[below] not in _UNDER_IT:
        return False
    ends_quietly = first.text.rstrip("\"'”’").endswith((".", ",", ":", ";", "—"))
    return not ends_quietly and first.text[0] not in "\"'“‘"


def _may_be(text: str, found: LineClass) -> bool:
    if found not in (LineClass.SHORT, LineClass.PROSE) or len(text) > _LONGEST:
        return False
    return text.casefold() not in SECTIONS


def _score(lines: Sequence[Line], classes: Sequence[LineClass], at: int, start: int, story: frozenset[str]) -> float:
    own = _words(lines[at].text)
    shared = len(own & story) / len(own) * min(len(own), 4) / 4 if own else 0.0
    length = min(len(lines[at].text.split()), 8) / 8
    below = classes[at + 1] if at + 1 < start else None
    stands_over = 1.0 if below in _UNDER_IT or at + 1 == start else 0.0
    first = 0.7 if at == 0 or all(c not in (LineClass.SHORT, LineClass.PROSE) for c in classes[:at]) else 0.0
    return max(0.05, 2.5 * shared + length + stands_over + first - 0.01 * (start - at))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))
