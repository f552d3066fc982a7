"""What trafilatura and the tree say of each line of a page, before it is asked which of them are its story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.page_lines import PageLine, letters_of
from reader.ingest.plain.classes import LineClass, classify, is_sentence

LINKED, ALL_LINKED = 0.5, 0.8
"""Shares of a line that are links: from the first it is one, whoever wrote it; from the second in any case."""
LEAST = 25
"""Code points from which a line is known again within a longer one, and a summary is one."""

_WORDY = 80  # code points from which a line is prose without a mark at its end
_LONG = 200  # code points from which a line needs no look at its words
_MOST_COMPARED = 1_000_000_000  # lines times code points; a page of a million lines is known by whole lines alone
_MOST_AT_HOME = 0.6  # of what trafilatura found, which makes an article the one that is meant


@dataclass(frozen=True, slots=True)
class Judged:
    """A line, whether trafilatura points at it, whether it stands outside of any story, and its class."""

    line: PageLine
    seed: bool
    outside: bool
    found: LineClass
    prose: bool

    @property
    def of_picture(self) -> bool:
        return is_of_picture(self.line)


def judge(lines: Sequence[PageLine], pointed: str) -> tuple[Judged, ...]:
    """Each line of a page with what is known of it. ``pointed``: the text that trafilatura found, a block a line."""
    seeds = _seeds(lines, pointed)
    excused = _excused(lines, seeds)
    others = _in_other_articles(lines, seeds)
    judged = []
    for line, seed, other in zip(lines, seeds, others, strict=True):
        outside = other or any(place not in excused for place in line.outside)
        # Most lines of a page are menus, which need no look at their words.
        is_menu = outside or (line.linked >= LINKED and not seed)
        found = LineClass.SHORT if is_menu else _class(line, seed=seed)
        prose = len(line.text) >= _WORDY or is_sentence(line.text)
        judged.append(Judged(line, seed, outside, found, prose))
    return tuple(judged)


def is_of_picture(line: PageLine) -> bool:
    """Whether a line is the caption or the credit of a picture."""
    return line.role in (BlockRole.CAPTION, BlockRole.CREDIT)


def _class(line: PageLine, *, seed: bool) -> LineClass:
    """The class of a line. What is prose beyond doubt needs no look: it is judged once more when the story is made."""
    is_sure = len(line.text) >= _LONG or (seed and not line.linked and len(line.text) >= _WORDY)
    return LineClass.PROSE if is_sure else classify(line.text)


def _seeds(lines: Sequence[PageLine], pointed: str) -> list[bool]:
    blocks = {letters for block in pointed.split("\n") if (letters := letters_of(block))}
    whole = "\n".join(blocks) if len(lines) * len(pointed) < _MOST_COMPARED else ""
    return [line.letters in blocks or (len(line.letters) >= LEAST and line.letters in whole) for line in lines]


def _excused(lines: Sequence[PageLine], seeds: Sequence[bool]) -> set[etree._Element]:
    """The elements that are called a menu or the like, and hold half of what trafilatura found: names may deceive."""
    held: Counter[etree._Element] = Counter()
    found = 0
    for line, seed in zip(lines, seeds, strict=True):
        if seed:
            found += len(line.text)
            for place in line.outside:
                held[place] += len(line.text)
    return {place for place, size in held.items() if 2 * size > found}


def _in_other_articles(lines: Sequence[PageLine], seeds: Sequence[bool]) -> list[bool]:
    """Which lines stand in an ``article`` of their own, where most of the story stands in another one."""
    homes = [next(line.block.iterancestors("article"), None) for line in lines]
    homes = [line.block if line.block.tag == "article" else home for line, home in zip(lines, homes, strict=True)]
    sizes: Counter[etree._Element | None] = Counter()
    for line, seed, home in zip(lines, seeds, homes, strict=True):
        sizes[home] += len(line.text) * seed
    most = sizes.most_common(1)
    if not most or most[0][0] is None or most[0][1] < _MOST_AT_HOME * sizes.total():
        return [False] * len(lines)
    meant = most[0][0]
    return [
        home is not None and home is not meant and not seed and not (is_of_picture(line) and _is_within(home, meant))
        for line, seed, home in zip(lines, seeds, homes, strict=True)
    ]


def _is_within(element: etree._Element, around: etree._Element) -> bool:
    return any(above is around for above in element.iterancestors("article"))
