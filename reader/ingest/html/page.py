"""Saved pages to articles: clues to the fields, the lines of the story, and what to do where a page shows none.

trafilatura and lxml cost a quarter of a second to import, so nothing but ``reading`` imports this module, and late.
Nothing here opens an address: the page's text goes in, and nothing else is asked for.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import trafilatura
from lxml import etree
from trafilatura.settings import Document

from reader.core.kinds import BlockRole
from reader.ingest.facts import Facts
from reader.ingest.html.around import with_page
from reader.ingest.html.body import find_body
from reader.ingest.html.carried import carried_clues, carried_lines
from reader.ingest.html.choosing import Told, choose, is_exact
from reader.ingest.html.clues import Clues
from reader.ingest.html.head import clues_of_head, clues_of_links
from reader.ingest.html.json_ld import clues_of_json
from reader.ingest.html.mastheads import clues_of_masthead
from reader.ingest.html.names import is_person, people
from reader.ingest.html.page_lines import PageLine, StoryLine, page_lines
from reader.ingest.html.sites import owner_in
from reader.ingest.html.trimming import trimmed
from reader.ingest.html.visible import clues_of_page
from reader.ingest.making import make_from_lines
from reader.ingest.markup import parse_html
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.articles import read_text
from reader.ingest.tongue import guess_language

# What trafilatura has to say about a bad page is of no use to a reader, and must not be logged as an error of ours.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

_ENOUGH = 30.0  # words below which a page shows no story
_SURE = 0.7  # share of the story that trafilatura found, from which no second opinion is asked for
_LONGEST_NAME = 50  # code points
_MANY_LINES, _MOST_LINES = 5_000, 100_000  # of a page that is no story, for which trafilatura takes a minute
_REPEATED = 3  # times what is shown, from which the story as JSON-LD repeats it is believed
# trafilatura fails in these ways on pages that are made to break it; the story is then found without it.
_BROKEN = (etree.LxmlError, ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)


def read_html(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a saved page; none where the page holds none."""
    return read_page(original.text(), original, hints)


def read_page(html: str, original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a page whose text is at hand: the main part of an MHTML file, a record of an archive."""
    root = parse_html(html)
    clues = _clues(root, html)
    told = choose(clues, url=original.url, today=hints.today)
    page = page_lines(root)
    if not told.facts.publication:
        told = replace(told, facts=replace(told.facts, publication=owner_in(line.text for line in page)))
    lines = _shown(root, page, clues, told.facts.headline)
    if not lines:
        lines = tuple(StoryLine(role, words) for role, words in carried_lines(root))
        told = choose(clues + carried_clues(root), url=original.url, today=hints.today) if lines else told
    facts = _with_language(_with_lone_name(told, lines), lines)
    story, beside = with_page(trimmed(lines, facts, clues), page, facts)
    found = make_from_lines([(line.role, line.text) for line in story], facts, original, hints, beside)
    if found is not None:
        yield found
        return
    # Where no story is found, the page's plain text may still be read as a copied page.
    text = "\n\n".join(line.text for line in page)
    yield from read_text(text, original, hints, facts)


def told_by(html: str, original: Original, hints: Hints) -> Told:
    """The fields of a page, each with the clue that gave it."""
    return choose(_clues(parse_html(html), html), url=original.url, today=hints.today)


def _clues(root: etree._Element, html: str) -> Clues:
    head = clues_of_head(root, html)
    data = clues_of_json(root, [clue.value for clue in head.headlines])
    told = data + head
    if not told.publications:
        told += clues_of_masthead(root)
    language = next((clue.value for clue in told.languages), "")
    houses = [clue.value for clue in told.publications]
    told += clues_of_page(
        root,
        [clue.value for clue in told.headlines],
        language,
        bylines=not people((clue.value for clue in told.people), houses, structured=True),
        times=not any(is_exact(clue) for clue in told.moments),
    )
    return told if told.addresses else told + clues_of_links(root)


def _shown(root: etree._Element, page: Sequence[PageLine], clues: Clues, headline: str) -> tuple[StoryLine, ...]:
    """The lines of the story that a page shows; where JSON-LD repeats far more of it, those; else none."""
    summaries = [clue.value for clue in clues.summaries]
    pointed = _pointed(root, fast=True) if len(page) < _MOST_LINES else ""
    body = find_body(page, pointed, headline, summaries)
    repeated = max((clue.value for clue in clues.bodies), key=len, default="")
    if (body.share < _SURE or body.weight < _ENOUGH) and len(page) < _MANY_LINES:
        body = find_body(page, f"{_pointed(root, fast=False)}\n{repeated}", headline, summaries)
    if len(repeated) > 200 and len(repeated) > _REPEATED * sum(len(line.text) for line in body.lines):
        return tuple(StoryLine(BlockRole.BODY, line) for line in re.split(r"\s*\n\s*|\s{3,}", repeated) if line)
    return body.lines if body.weight >= _ENOUGH or body.share > _SURE else ()


def _pointed(root: etree._Element, *, fast: bool) -> str:
    """The text that trafilatura finds: with its own rules alone, or, slower, the best of several extractors."""
    try:
        found = trafilatura.bare_extraction(
            root, fast=fast, favor_precision=True, include_comments=False, with_metadata=False
        )
    except _BROKEN:
        return ""
    return (found.text or "") if isinstance(found, Document) else ""


def _with_lone_name(told: Told, lines: Sequence[StoryLine]) -> Facts:
    """Where nothing else names an author, a line above or below the story that is a name and nothing more does."""
    facts = told.facts
    if facts.byline:
        return facts
    for line in (*lines[:3], *lines[-1:]):
        words = line.text
        if line.role is BlockRole.BODY and len(words) < _LONGEST_NAME and " " in words and is_person(words):
            return replace(facts, byline=(words,))
    return facts


def _with_language(facts: Facts, lines: Sequence[StoryLine]) -> Facts:
    """A page is in English where its words are, whatever its template says."""
    guessed = guess_language(" ".join(line.text for line in lines))
    if guessed == "en" or facts.language == "en":
        return replace(facts, language=guessed)
    return facts
