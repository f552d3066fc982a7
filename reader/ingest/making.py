"""Lines with their fates to articles: what was learned is applied, the text is made, and the fields are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from reader.core.article import Article
from reader.core.identity import article_id
from reader.core.kinds import BlockRole
from reader.core.lessons import CAN_GO, Lessons
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.assemble import Piece, assemble
from reader.ingest.facts import Facts
from reader.ingest.gathering import gathered
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.classes import LineClass
from reader.ingest.plain.facts import facts_of
from reader.ingest.plain.keys import key
from reader.ingest.plain.lines import Line
from reader.ingest.plain.pieces import dateline_of, pieces_of
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import Structure, marked_up
from reader.ingest.tongue import guess_language

RoledLine = tuple[BlockRole, str]
"""A line of a marked-up body: its role and its words."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A line that a page shows and that is none of its story."""

    words: str
    reason: str
    """The code of the reason for its removal."""
    before: int
    """The number of the line of the story before which it stood, from 0; that of the last and one more at the end."""


_TOP, _LONGEST_BYLINE = 4, 120  # lines in which a byline is printed, and its code points
_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)


def make_from_lines(
    lines: Sequence[RoledLine], told: Facts, original: Original, hints: Hints, beside: Sequence[Beside] = ()
) -> Found | None:
    """The article of a body whose mark-up gives each line a role; ``told`` stands above what the lines show.

    ``beside`` counts in ``lines``, in rising order. None where no line is a story's.
    """
    cut = [[(role, words) for words in _lines(text)] for role, text in lines]
    bare = [line for parts in cut for line in parts]
    tidy = _headed(bare, told)
    story = marked_up([Line(words, True) for _, words in tidy], [role for role, _ in tidy])
    if not any(fate.role in _STORY for fate in story.fates):
        return None
    if beside:
        # What stood above the first line stays above the headline that is put there.
        firsts = [0, *accumulate(map(len, cut))]
        moved = len(tidy) - len(bare)
        beside = [Beside(one.words, one.reason, firsts[one.before] + moved if one.before else 0) for one in beside]
    return make(story, told, original, hints, beside)


def _headed(lines: list[RoledLine], told: Facts) -> list[RoledLine]:
    """The lines below their headline and byline, which are put above them where they are told and not printed."""
    at = next((at + 1 for at, (role, _) in enumerate(lines) if role is BlockRole.HEADLINE), 0)
    if not at and (headline := _tidy(told.headline)):
        lines, at = [(BlockRole.HEADLINE, headline), *lines], 1
    near = [words for _, words in lines[: at + _TOP] if len(words) <= _LONGEST_BYLINE]
    if not told.byline or any(all(name in words for name in told.byline) for words in near):
        return lines
    return [*lines[:at], (BlockRole.BYLINE, ", ".join(told.byline)), *lines[at:]]


def make(
    story: Structure, told: Facts, original: Original, hints: Hints, beside: Sequence[Beside] = ()
) -> Found | None:
    """The article of a structured page, or None where all of it was furniture; ``beside`` counts in its lines."""
    facts = told.over(facts_of(story, hints.today, original.day))
    whole = with_lessons(woven(story, beside), facts.publication, hints.lessons)
    made = assemble(gathered(pieces_of(whole)))
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


def woven(story: Structure, beside: Sequence[Beside]) -> Structure:
    """The structure with what stood beside its lines, which is taken away."""
    if not beside:
        return story
    lines, classes, fates, at = list[Line](), list[LineClass](), list[Fate](), 0
    lede = story.lede
    opening = dateline_of(story)
    if opening is not None and opening.length == len(story.lines[lede].text):
        # Nothing may part a dateline on a line of its own from the paragraph that it opens.
        beside = [replace(one, before=lede) if one.before == lede + 1 else one for one in beside]
    for one in (*beside, Beside("", "", len(story.lines))):
        lines += story.lines[at : one.before]
        classes += story.classes[at : one.before]
        fates += story.fates[at : one.before]
        at = max(at, one.before)
        if one.words:
            lede += at <= story.lede
            lines.append(Line(one.words, True))
            classes.append(LineClass.SHORT)
            fates.append(Fate(None, one.reason))
    return Structure(tuple(lines), tuple(classes), tuple(fates), lede)


def with_lessons(story: Structure, publication: str, lessons: Lessons) -> Structure:
    """The structure with what the library has learned of this publication; the reader's word is above every rule."""
    if not lessons.speaks_of(publication):
        return story
    fates = list(story.fates)
    for at, (line, fate) in enumerate(zip(story.lines, story.fates, strict=True)):
        words = key(line.text)
        if lessons.keeps(publication, words):
            fates[at] = fate if fate.role else Fate(BlockRole.BODY)
        elif fate.role in CAN_GO and (reason := lessons.reason_to_remove(publication, words)):
            fates[at] = Fate(None, reason)
    # A line given back above the story is no lede: the dateline opens the paragraph that it opened.
    lede = story.lede
    if lede >= 0 and fates[lede].role is not BlockRole.BODY:
        lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return replace(story, fates=tuple(fates), lede=lede)


def _lines(text: str) -> list[str]:
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]


def _tidy(words: str) -> str:
    return " ".join(canonical(words).split())
