"""One entry of a feed to an article, or to a bookmark where it says no more than what it is called and where it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reader.core.steps import Failed
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.html.fragments import fragment_lines
from reader.ingest.making import RoledLine, make_bookmark
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.story import Line, make_story, paragraphs

_LONGEST_NAME = 200  # code points of an entry's name inside its feed
_MARKED_UP = re.compile(r"</?[A-Za-z!]|&(?:#\d|#x|[A-Za-z])")
# What WordPress closes the entries of its feeds with.
_APPEARED = re.compile(
    r"(?:The post|L['’]article|Der Beitrag|La entrada|L['’]articolo)\s.{1,300}\s(?:appeared first on"
    r"|est apparu en premier sur|erschien zuerst auf|aparece primero en|proviene da)\s.{1,200}"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2})(?:[-_].{0,20})?")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one story."""

    facts: Facts
    lines: Sequence[RoledLine] = ()
    name: str = ""
    """What the feed calls it by (a guid), or empty."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self.lines or self.facts.headline or canonical_address(self.facts.url) or self.name)


def read_entry(entry: Entry, original: Original, hints: Hints) -> Iterator[Found | Failed]:
    """The article of an entry, or why it could not be read; ``original`` is the part of the feed that holds it."""
    return guarded(original, _made(entry, original, hints))


def _made(entry: Entry, original: Original, hints: Hints) -> Iterator[Found]:
    yield make_entry(entry, original, hints)


def make_entry(entry: Entry, original: Original, hints: Hints) -> Found:
    """The article of an entry; ``original`` is the part of the feed that holds it."""
    lines = [Line(text, None if _APPEARED.fullmatch(text) else role) for role, text in entry.lines]
    found = make_story(lines, entry.facts, original, hints)
    if found is not None:
        return found
    facts = entry.facts
    words = " ".join(text for _, text in entry.lines)
    if not facts.headline:
        facts = replace(facts, headline=words[:120] or ("" if canonical_address(facts.url) else entry.name))
    return make_bookmark(facts, original)


def part_name(entry: Entry, number: int, taken: set[str]) -> str:
    """What an entry is called inside its feed: its own name, which stays when the feed moves on, else its number."""
    name = " ".join(canonical(entry.name).split()).replace("/", "\u2215")
    name = name if 0 < len(name) <= _LONGEST_NAME and name not in taken else str(number)
    taken.add(name)
    return name


def lines_of_markup(html: str) -> tuple[RoledLine, ...]:
    """The lines of marked-up text."""
    return fragment_lines(html) if _MARKED_UP.search(html) else paragraphs(html)


def title_of(words: str, *, is_html: bool) -> str:
    """A title in one line, without mark-up."""
    if is_html and _MARKED_UP.search(words):
        words = " ".join(line for _, line in fragment_lines(words))
    return " ".join(canonical(words).split())


def language_of(tag: str | None) -> str:
    """ "en-US" as "en"; empty for what names no language."""
    found = _LANGUAGE.fullmatch((tag or "").strip())
    return found[1].lower() if found is not None else ""
