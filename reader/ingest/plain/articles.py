"""Plain text to articles: lines, stories, structure, facts, text."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import lines_of
from reader.ingest.plain.stories import split_stories
from reader.ingest.plain.structure import structure

NOTHING = Facts()


def read_plain(original: Original, hints: Hints) -> Iterator[Found]:
    """The articles of a text file; none where nothing of it is a story."""
    return read_text(original.text(), original, hints)


def read_text(text: str, original: Original, hints: Hints, told: Facts = NOTHING) -> Iterator[Found]:
    """The articles of a text that was copied or scraped; ``told`` stands above what it shows.

    Where a text holds several, ``Origin.member`` ends with the number of the story, from "1".
    """
    stories = split_stories(lines_of(canonical(text), stands_alone))
    for number, lines in enumerate(stories, 1):
        part = original.part(str(number)) if len(stories) > 1 else original
        found = make(structure(lines), told, part, hints)
        if found is not None:
            yield found
