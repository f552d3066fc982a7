"""Plain text to articles: lines, stories, structure, facts, text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader.core.text import canonical
from reader.ingest.facts import Facts
from reader.ingest.making import make
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import Line, lines_of
from reader.ingest.plain.stories import split_stories
from reader.ingest.plain.structure import structure

NOTHING = Facts()


def read_plain(original: Original, hints: Hints) -> Iterator[Found]:
    """The articles of a text file; none where nothing of it is a story."""
    return read_text(original.text(), original, hints, is_whole=True)


def read_text(
    text: str, original: Original, hints: Hints, told: Facts = NOTHING, *, is_whole: bool = False
) -> Iterator[Found]:
    """The articles of a text that was copied or scraped; ``told`` stands above what it shows.

    Where a text holds several, ``Origin.member`` ends with the number of the story, from "1". Where the text is all of
    the original, each has bytes of its own, which stay when a story is added.
    """
    text = canonical(text)
    stories = split_stories(lines_of(text, stands_alone))
    own = _texts_of(stories, text) if is_whole and len(stories) > 1 else [None] * len(stories)
    for number, (lines, data) in enumerate(zip(stories, own, strict=True), 1):
        part = original.part(str(number), data) if len(stories) > 1 else original
        found = make(structure(lines), told, part, hints)
        if found is not None:
            yield found


def _texts_of(stories: Sequence[Sequence[Line]], text: str) -> list[bytes]:
    """The text of each story as it stands there, without the rule that parts it from the next."""
    raw = text.split("\n")
    found: list[bytes] = []
    at = 0
    for lines in stories:
        start, words = at, sum(len(line.text.split()) for line in lines)
        while words > 0 and at < len(raw):
            words -= len(raw[at].split())
            at += 1
        end = at
        while end > start and not any(map(str.isalnum, raw[end - 1])):
            end -= 1
        found.append("\n".join(raw[start:end]).strip("\n").encode("utf-8", "surrogatepass"))
    return found
