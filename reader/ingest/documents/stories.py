"""The lines of a document, each with the role that its styles give, to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.documents.front_matter import names_in
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.facts import facts_of
from reader.ingest.plain.lines import Line
from reader.ingest.plain.structure import marked_up, structure

NOTHING = Facts()
_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)
_TOP = 6  # lines among which headline and byline stand
_PARAGRAPH = 200  # code points; a headline is shorter


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
    shown = facts_of(story, hints.today, original.day)
    return make(story, told.over(shown.over(fallback)), original, hints)


def make_document(
    lines: Sequence[RoledLine], properties: Facts, original: Original, hints: Hints, made: Facts = NOTHING
) -> Found | None:
    """The article of a text document with the ``properties`` that its program keeps.

    A title that is printed stands above that of the properties, which often is the one of an older document. A document
    without any style is read as a text that was copied.
    """
    if not any(role is not BlockRole.BODY for role, _ in lines) and not properties.headline:
        return make_plain_story([Line(text, True) for _, text in lines], properties, original, hints)
    headed = with_first_heading(lines)
    named = names_in(tuple(text for role, text in headed if role is BlockRole.BYLINE))
    properties = replace(properties, byline=named or properties.byline)
    is_headed = any(role is BlockRole.HEADLINE for role, _ in headed)
    return make_story(headed, only_author(properties) if is_headed else properties, original, hints, made)


def with_first_heading(lines: Sequence[RoledLine]) -> list[RoledLine]:
    """The first title is the headline, else the first heading; neither where a paragraph stands above it."""
    roles = [role for role, _ in lines]
    title = roles.index(BlockRole.HEADLINE) if BlockRole.HEADLINE in roles else None
    if title is None and BlockRole.SUBHEAD in roles[:_TOP]:
        title = roles.index(BlockRole.SUBHEAD)
    if title is None or any(len(text) > _PARAGRAPH for _, text in lines[:title]):
        title = None
    return [
        (BlockRole.HEADLINE if at == title else BlockRole.SUBHEAD if role is BlockRole.HEADLINE else role, text)
        for at, (role, text) in enumerate(lines)
    ]


def lines_of_table(rows: Sequence[Sequence[Sequence[RoledLine]]]) -> Iterator[RoledLine]:
    """The lines of the cells of a table; one of one column, or with paragraphs in its cells, only places things.

    Any other gives a line a row.
    """
    if any(len(cell) > 2 for row in rows for cell in row) or all(len(row) < 2 for row in rows):
        yield from (line for row in rows for cell in row for line in cell)
        return
    for row in rows:
        if text := " ".join(text for cell in row for _, text in cell):
            yield BlockRole.TABLE, text


def make_plain_story(lines: Sequence[Line], told: Facts, original: Original, hints: Hints) -> Found | None:
    """The article of a document whose paragraphs have no styles, read as a text that was copied."""
    return make(structure(lines), told, original, hints) if lines else None


def tidy_lines(text: str) -> list[str]:
    """The lines of a text that hold something, canonical, with single spaces."""
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]


def only_author(facts: Facts) -> Facts:
    """The facts without a headline, for a story that prints its own."""
    return replace(facts, headline="")


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
