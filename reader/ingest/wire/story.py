"""Lines of a story whose format gives each a role, or a reason to go, to an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain import lines as plain
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import marked_up

_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its role; one without a role is taken away for ``reason``."""

    text: str
    role: BlockRole | None = BlockRole.BODY
    reason: str = "furniture"


def make_story(lines: Sequence[Line], told: Facts, original: Original, hints: Hints) -> Found | None:
    """The article of such lines; ``told`` stands above what they show. None where no line is a story's.

    Headline and byline are lines of the text where it does not print them itself.
    """
    tidy = [replace(line, text=text) for line in lines for text in tidy_lines(line.text)]
    roles = {line.role for line in tidy}
    head = [(BlockRole.HEADLINE, told.headline)]
    if told.headline or BlockRole.HEADLINE in roles:  # else the first words stand for a headline
        head.append((BlockRole.BYLINE, ", ".join(told.byline)))
    tidy = [
        Line(text, role) for role, t in head if role not in roles for text in tidy_lines(" ".join(t.split()))
    ] + tidy
    story = marked_up([plain.Line(line.text, True) for line in tidy], [line.role or BlockRole.BODY for line in tidy])
    fates = [fate if line.role else Fate(None, line.reason) for line, fate in zip(tidy, story.fates, strict=True)]
    if not any(fate.role in _STORY for fate in fates):
        return None
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return make(replace(story, fates=tuple(fates), lede=lede), told, original, hints)


def paragraphs(text: str) -> tuple[RoledLine, ...]:
    """The paragraphs of plain text; lines that were broken at a fixed width are joined."""
    return tuple((BlockRole.BODY, line.text) for line in plain.lines_of(canonical(text), stands_alone))


def tidy_lines(text: str) -> list[str]:
    """The lines of a text that hold something, canonical, with single spaces."""
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]
