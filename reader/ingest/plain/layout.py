"""What the blank lines of a page say: which lines stand as paragraphs of their own, and which stand in a bunch.

A browser copies a paragraph with a blank line on either side, and the items of menus, lists and teasers without.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.ingest.plain.body import Run, goes_on, sets_paragraphs_apart
from reader.ingest.plain.classes import LineClass, ends_as_sentence
from reader.ingest.plain.lines import Line
from reader.ingest.plain.words import stems

_LONG = 100  # code points of a line that is a paragraph, whatever its neighbours
_ENOUGH = 3
_SHARE = 0.8
_PARAGRAPH = 80
_SOON = 3  # lines
_SHARED = 0.2  # of the words of a paragraph beyond a box must be words of the story
_GAP_ABOVE = 16  # lines between two parts of one story
_GAP_BELOW = 10
_HEADS = (LineClass.BYLINE, LineClass.TIMESTAMP, LineClass.COPYRIGHT)
_HEADINGS = (LineClass.END_HEADING, LineClass.LINK_HEADING)
_NEVER_BELOW = (*_HEADS, LineClass.AUTHOR_NOTE, LineClass.WIRE_CREDIT)


def stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line has a blank line (or an end of the text) on either side."""
    return lines[at].after_blank and (at + 1 >= len(lines) or lines[at + 1].after_blank)


def has_paragraphs(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> bool:
    """Whether a story sets blank lines between its paragraphs, so that a bunch of lines in it is something else."""
    long = [at for at in range(run.start, run.end) if classes[at] is LineClass.PROSE and len(lines[at].text) >= _LONG]
    apart = sum(stands_apart(lines, at) for at in long)
    return len(long) >= _ENOUGH and apart >= _SHARE * len(long)


def has_story_below(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether the story goes on below a copyright line: a paragraph stands there soon, or two sentences in a row."""
    soon = range(at + 1, min(at + 1 + _SOON, len(lines)))
    told = [n for n in soon if classes[n] is LineClass.PROSE and ends_as_sentence(lines[n].text)]
    return any(len(lines[n].text) >= _PARAGRAPH for n in told) or any(n + 1 in told for n in told)


def bunch(lines: Sequence[Line], at: int, end: int) -> int:
    """Where the bunch of lines that begins at ``at`` ends: the next line with a blank line before it, or ``end``."""
    last = at + 1
    while last < end and not lines[last].after_blank:
        last += 1
    return last


def extended(lines: Sequence[Line], classes: Sequence[LineClass], run: Run) -> Run:
    """The run with the paragraphs that forms and boxes of links part from it, where paragraphs are set apart.

    Up to the byline or the time; down only over lines that say nothing, for below a story others are told.
    """
    if not (has_paragraphs(lines, classes, run) or sets_paragraphs_apart(lines, classes)):
        return run
    story = stems(" ".join(line.text for line in lines[run.start : run.end]))
    start, at, gap = run.start, run.start - 1, 0
    while at >= 0 and gap < _GAP_ABOVE and classes[at] not in _HEADS:
        start, gap = (at, 0) if _is_of(story, lines, classes, at) else (start, gap + 1)
        at -= 1
    end, at, gap = run.end, run.end, 0
    is_closed = LineClass.WIRE_CREDIT in classes[max(run.start, run.end - 2) : run.end]
    while not is_closed and at < len(lines) and gap < _GAP_BELOW and classes[at] not in _NEVER_BELOW:
        if classes[at] in _HEADINGS and not goes_on(lines, classes, at):
            break
        end, gap = (at + 1, 0) if _is_of(story, lines, classes, at) else (end, gap + 1)
        at += 1
    return Run(start, end)


def _is_of(story: frozenset[str], lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    """Whether a line is a paragraph that shares words with a story."""
    if not _is_paragraph(lines, classes, at):
        return False
    own = stems(lines[at].text)
    return len(own & story) >= max(2, _SHARED * len(own))


def _is_paragraph(lines: Sequence[Line], classes: Sequence[LineClass], at: int) -> bool:
    text = lines[at].text
    return (
        classes[at] is LineClass.PROSE
        and len(text) >= _PARAGRAPH
        and ends_as_sentence(text)
        and stands_apart(lines, at)
    )
