"""What the blank lines of a page say: which lines stand as paragraphs of their own, and which stand in a bunch.

A browser copies a paragraph with a blank line on either side, and the items of menus, lists and teasers without.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest.plain.body import Run
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.lines import Line

_LONG = 100  # code points of a line that is a paragraph, whatever its neighbours
_ENOUGH = 3
_SHARE = 0.8


def stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has a blank line (or an end of the text) on either side."""
    return lines[at].after_blank and (at + 1 >= len(lines) or lines[at + 1].after_blank)


def has_paragraphs(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> bool:
    """Whether a story sets blank lines between its paragraphs, so that a bunch of lines in it is something else."""
    long = [at for at in range(run.start, run.end) if classes[at] is LineClass.PROSE and len(lines[at].text) >= _LONG]
    apart = sum(stands_apart(lines, at) for at in long)
    return len(long) >= _ENOUGH and apart >= _SHARE * len(long)


def bunch(lines: Sequence[Line], at: int, end: int) -> int:
    """Where the bunch of lines that begins at ``at`` ends: the next line with a blank line before it, or ``end``."""
    last = at + 1
    while last < end and not lines[last].after_blank:
        last += 1
    return last
