"""Plain text to articles: lines, stories, structure, facts, text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.core.article import Article, Origin
from reader.core.identity import article_id
from reader.core.text import canonical
from reader.ingest.assemble import Assembled, assemble
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.facts import Facts, facts_of
from reader.ingest.plain.lines import Line, lines_of
from reader.ingest.plain.pieces import pieces_of
from reader.ingest.plain.stories import split_stories
from reader.ingest.plain.structure import structure
from reader.ingest.tongue import guess_language


def read_plain(text: str, *, path: str, digest: str, today: dt.date) -> Iterator[Article]:
    """The articles of a text that was copied or scraped; none where nothing of it is a story.

    Where a file holds several, ``Origin.member`` is the number of the story, from "1".
    """
    stories = split_stories(lines_of(canonical(text), stands_alone))
    for number, lines in enumerate(stories, 1):
        origin = Origin(path=path, member=str(number) if len(stories) > 1 else "", digest=digest)
        article = _article(lines, origin, today)
        if article is not None:
            yield article


def _article(lines: Sequence[Line], origin: Origin, today: dt.date) -> Article | None:
    story = structure(lines)
    made = assemble(pieces_of(story))
    if not made.blocks:
        return None
    facts = facts_of(story, today)
    return article_of(made, facts, replace(origin, url=facts.url))


def article_of(made: Assembled, facts: Facts, origin: Origin) -> Article:
    """An article of its text, its fields, and where it came from; an address in ``origin`` names it."""
    return Article(
        id=article_id(address=origin.url, digest=origin.digest, member=origin.member, text=made.text),
        text=made.text,
        blocks=made.blocks,
        removals=made.removals,
        publication=facts.publication,
        byline=facts.byline,
        dateline=facts.dateline,
        published=facts.published,
        language=guess_language(made.text),
        flags=facts.flags,
        origin=origin,
    )
