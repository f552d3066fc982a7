"""Lines with their fates to articles: what was learned is applied, the text is made, and the fields are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.core.article import Article
from reader.core.identity import article_id
from reader.core.kinds import BlockRole
from reader.core.lessons import CAN_GO, Lessons
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.assemble import Piece, assemble
from reader.ingest.facts import Facts
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.facts import facts_of
from reader.ingest.plain.keys import key
from reader.ingest.plain.lines import Line
from reader.ingest.plain.pieces import pieces_of
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import Structure, marked_up
from reader.ingest.tongue import guess_language

RoledLine = tuple[BlockRole, str]
"""A line of a marked-up body: its role and its words."""

_TOP, _LONGEST_BYLINE = 4, 120  # lines in which a byline is printed, and its code points
_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)


def make_from_lines(lines: Sequence[RoledLine], told: Facts, original: Original, hints: Hints) -> Found | None:
    """The article of a body whose mark-up gives each line a role; ``told`` stands above what the lines show.

    None where no line is a story's.
    """
    tidy = _headed([(role, words) for role, text in lines for words in _lines(text)], told)
    story = marked_up([Line(words, True) for _, words in tidy], [role for role, _ in tidy])
    if not any(fate.role in _STORY for fate in story.fates):
        return None
    return make(story, told, original, hints)


def _headed(lines: list[RoledLine], told: Facts) -> list[RoledLine]:
    """The lines below their headline and byline, which are put above them where they are told and not printed."""
    at = next((at + 1 for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), 0)
    if not at and (headline := _tidy(told.headline)):
        lines, at = [(BlockRole.HEADLINE, headline), *lines], 1
    near = [words for _, words in lines[: at + _TOP] if len(words) <= _LONGEST_BYLINE]
    if not told.byline or any(all(name in words for name in told.byline) for words in near):
        return lines
    return [*lines[:at], (BlockRole.BYLINE, ", ".join(told.byline)), *lines[at:]]


def make(story: Structure, told: Facts, original: Original, hints: Hints) -> Found | None:
    """The article of a structured page, or None where all of it was furniture."""
    facts = told.over(facts_of(story, hints.today, original.day))
    made = assemble(pieces_of(with_lessons(story, facts.publication, hints.lessons)))
    if not made.blocks:
        return None
    origin = original.origin(canonical_address(facts.url))
    article = Article(
        id=article_id(address=origin.url, digest=origin.digest, text=made.text),
        text=made.text,
        blocks=made.blocks,
        removals=made.removals,
        publication=facts.publication,
        byline=facts.byline,
        dateline=facts.dateline,
        published=facts.published,
        language=facts.language or guess_language(made.text),
        flags=facts.flags,
        origin=origin,
    )
    return Found(article, original.data)


def make_bookmark(told: Facts, original: Original, note: str = "") -> Found:
    """An entry that gives an address and no text: its headline, a note of its owner's, and the flag "bookmark"."""
    words = _tidy(told.headline) or canonical_address(told.url) or told.url
    pieces = [Piece(words, BlockRole.HEADLINE)]
    pieces += [Piece(line, BlockRole.BODY) for line in _lines(note)]
    made = assemble(pieces)
    # A reader marks a place in a page: where an article's address ends, a bookmark's goes on.
    address, fragment = canonical_address(told.url), told.url.partition("#")[2]
    origin = original.origin(f"{address}#{fragment}" if address and fragment else address)
    article = Article(
        id=article_id(address=origin.url, digest=origin.digest, text=made.text),
        text=made.text,
        blocks=made.blocks,
        publication=told.publication,
        byline=told.byline,
        published=told.published,
        language=told.language or guess_language(made.text),
        flags=(*told.flags, "bookmark"),
        origin=origin,
    )
    return Found(article, original.data)


def with_lessons(story: Structure, publication: str, lessons: Lessons) -> Structure:
    """The structure with what the library has learned of this publication; the reader's word is above every rule."""
    fates = list(story.fates)
    for at, (line, fate) in enumerate(zip(story.lines, story.fates, strict=True)):
        words = key(line.text)
        if lessons.keeps(publication, words):
            fates[at] = fate if fate.role else Fate(BlockRole.BODY)
        elif fate.role in CAN_GO and (reason := lessons.reason_to_remove(publication, words)):
            fates[at] = Fate(None, reason)
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return replace(story, fates=tuple(fates), lede=lede)


def _lines(text: str) -> list[str]:
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]


def _tidy(words: str) -> str:
    return " ".join(canonical(words).split())
