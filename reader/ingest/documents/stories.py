"""The lines of a document, each with the role that its styles give, to an article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.facts import facts_of
from reader.ingest.plain.lines import Line
from reader.ingest.plain.structure import marked_up, structure

NOTHING = Facts()
_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)
_TOP = 6  # lines below the headline among which the byline stands


def make_story(
    lines: Sequence[RoledLine], told: Facts, original: Original, hints: Hints, fallback: Facts = NOTHING
) -> Found | None:
    """The article of a document. ``told`` stands above what the lines show, ``fallback`` below it.

    Its headline and byline are lines of the text where it does not print them. None where no line is a story's.
    """
    tidy = [(role, line) for role, text in lines for line in tidy_lines(text)]
    tidy = _with_byline(_with_headline(tidy, told.headline), told.byline)
    story = marked_up([Line(text, True) for _, text in tidy], [role for role, _ in tidy])
    if not any(fate.role in _STORY for fate in story.fates):
        return None
    shown = facts_of(story, hints.today)
    return make(story, told.over(shown.over(fallback)), original, hints)


def make_plain_story(lines: Sequence[Line], told: Facts, original: Original, hints: Hints) -> Found | None:
    """The article of a document whose paragraphs have no styles, read as a text that was copied."""
    return make(structure(lines), told, original, hints) if lines else None


def tidy_lines(text: str) -> list[str]:
    """The lines of a text that hold something, canonical, with single spaces."""
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]


def only_body(facts: Facts) -> Facts:
    """What is told of a whole book where each of its chapters is a story with a headline of its own."""
    return replace(facts, headline="", byline=())


def _with_headline(lines: list[RoledLine], headline: str) -> list[RoledLine]:
    words = " ".join(tidy_lines(headline))
    if not words or any(role is BlockRole.HEADLINE for role, _ in lines):
        return lines
    same = next((at for at, (_, text) in enumerate(lines[:_TOP]) if text.casefold() == words.casefold()), None)
    if same is None:
        return [(BlockRole.HEADLINE, words), *lines]
    return [*lines[:same], (BlockRole.HEADLINE, lines[same][1]), *lines[same + 1 :]]


def _with_byline(lines: list[RoledLine], byline: tuple[str, ...]) -> list[RoledLine]:
    """The byline below the headline, where none is printed there."""
    if not byline:
        return lines
    below = next((at + 1 for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), 0)
    for at, (role, text) in enumerate(lines[below : below + _TOP], below):
        if role is BlockRole.BYLINE or read_byline(text) is not None:
            return lines
        if text.casefold() == ", ".join(byline).casefold():
            return [*lines[:at], (BlockRole.BYLINE, text), *lines[at + 1 :]]
    return [*lines[:below], (BlockRole.BYLINE, ", ".join(byline)), *lines[below:]]
