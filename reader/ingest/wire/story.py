"""Lines of a story whose format gives each a role, or a reason to go, to an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make, make_bookmark
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain import lines as plain
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import ORDER, headline_flags, in_order, notice_flags
from reader.ingest.plain.regions import Fate
from reader.ingest.plain.structure import marked_up

_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)


@dataclass(frozen=True, slots=True)
class Line:
    """A line and its role; one without a role is taken away for ``reason``."""

    text: str
    role: BlockRole | None = BlockRole.BODY
    reason: str = "furniture"


@dataclass(frozen=True, slots=True)
class WireStory:
    """One story as an agency sends it: what is printed, and what is told beside it."""

    lines: Sequence[Line]
    facts: Facts


def make_article(story: WireStory, original: Original, hints: Hints) -> Found | None:
    """The article of a story, or a bookmark where it has a headline alone; None where it has not even that.

    A dateline that a format gives stands above that of the first paragraph, which may know the agency.
    """
    facts = replace(story.facts, flags=_flags(story))
    lede = next((line.text for line in story.lines if line.role is BlockRole.BODY), "")
    opening = read_dateline(" ".join(canonical(lede[:1000]).split()))
    if facts.dateline is not None and opening is not None:
        mine, printed = facts.dateline, opening.dateline
        is_same = mine.place.casefold().startswith(printed.place.casefold())
        place = mine.place if is_same or not opening.is_sure else printed.place
        joined = Dateline(place or printed.place, mine.agency or printed.agency, mine.date or printed.date)
        facts = replace(facts, dateline=joined)
    found = make_story(story.lines, facts, original, hints)
    if found is None and any(line.role is BlockRole.CAPTION for line in story.lines):  # a picture and what is on it
        lines = [replace(line, role=BlockRole.BODY) if line.role else line for line in story.lines]
        found = make_story(lines, replace(facts, flags=(*facts.flags, "picture")), original, hints)
    if found is None and facts.headline:
        return make_bookmark(facts, original)
    return found


def sent_at(story: WireStory, sent: Published | None) -> WireStory:
    """The story as of when its message was sent, where it has no date of its own."""
    if story.facts.published is not None or sent is None:
        return story
    return replace(story, facts=replace(story.facts, published=sent))


def read_story(story: WireStory, original: Original, hints: Hints) -> Iterator[Found]:
    """What ``make_article`` makes of a story, where it makes anything."""
    found = make_article(story, original, hints)
    if found is not None:
        yield found


def _flags(story: WireStory) -> tuple[str, ...]:
    """What a format tells, and what the marks of the headline and the notices of the text say beside it."""
    told = story.facts.flags
    shown = {flag for line in story.lines if line.role is not None for flag in notice_flags(line.text)}
    shown |= headline_flags(story.facts.headline)
    return (*in_order({*told, *shown}), *(flag for flag in told if flag not in ORDER))


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
        if told.headline or not any(line.role in _STORY for line in tidy):
            return None
        fates = [Fate(line.role, "" if line.role else line.reason) for line in tidy]  # one word, and it is all there is
    lede = next((at for at, fate in enumerate(fates) if fate.role is BlockRole.BODY), -1)
    return make(replace(story, fates=tuple(fates), lede=lede), told, original, hints)


def paragraphs(text: str) -> tuple[RoledLine, ...]:
    """The paragraphs of plain text; lines that were broken at a fixed width are joined."""
    return tuple((BlockRole.BODY, line.text) for line in plain.lines_of(canonical(text), stands_alone))


def tidy_lines(text: str) -> list[str]:
    """The lines of a text that hold something, canonical, with single spaces."""
    return [tidy for line in canonical(text).split("\n") if (tidy := " ".join(line.split()))]
