"""What an article says of the story that it tells, folded so that two articles can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from reader.core.article import Article, Published
from reader.core.common_words import STOP_WORDS
from reader.core.kinds import BlockRole
from reader.core.names import name_key
from reader.core.sketches import Sketch, key, shingles, sketch, words_of

BODY = frozenset({BlockRole.BODY, BlockRole.QUOTE, BlockRole.LIST})
"""Roles of the blocks whose words are compared."""
OPENING = 60
"""How many words of a body are its opening."""
TITLE = 4
"""Words of a headline that no two stories bear by chance."""

_MARK = re.compile(
    r"\s*(?:(?:CORRECTED|CORRECTS?|CORRECTION|CLARIFICATION|REFILED?|RPT|REPEAT|WRAPUP|WRAP|UPDATED?|BREAKING|EXCLUSIVE)"
    r"\b[\s\d]{0,4}[-:–—]|\d(?:st|nd|rd|th) (?:Ld|Lead|LD)(?:[- ]?Writethru)?\b[\s:,–—-]*)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:UPDATED?|WRAPUP)\s?(\d{1,2})\b|\b(\d)(?:st|nd|rd|th) (?:Ld|Lead)\b", re.IGNORECASE)
_ADDRESS = re.compile(r"^(?:https?://)?(?:www\.)?([\w-]{2,60})(?:\.[a-z]{2,10}){1,3}/?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]{0,80}\)$")
_OF_ALL = frozenset({"news", "online", "com"})
"""Words that many publications have in their names."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article says of the story that it tells, folded for comparing."""

    sketch: Sketch
    shingles: frozenset[int]
    headline: tuple[str, ...]
    """Its words without case and without the marks of agencies ("UPDATE 2-")."""
    title: frozenset[str]
    """The words of weight in the headline."""
    opening: frozenset[str]
    """The words of weight among the first of the body."""
    publication: str
    agency: str
    place: str
    """Of the dateline."""
    byline: frozenset[str]
    published: Published | None
    flags: frozenset[str]
    number: int
    """Which writing of the story it says it is: 2 for "UPDATE 2-", 0 where it does not say."""


def body_of(article: Article) -> str:
    """The words that are compared: paragraphs, quotes and lists, a block a line."""
    return "\n".join(b.span.of(article.text) for b in article.blocks if b.role in BODY)


def telling(article: Article) -> Telling:
    """What an article says of its story."""
    words = words_of(body_of(article))
    found = shingles(words)
    line = article.dateline
    heads = article.texts(BlockRole.HEADLINE)
    headline = heads[0] if heads else ""
    number = _NUMBER.search(headline[:60])
    title = headline_words(headline)
    return Telling(
        sketch(words, found),
        found,
        title,
        weighty(title),
        weighty(words[:OPENING]),
        _name(article.publication),
        _name(line.agency) if line else "",
        name_key(line.place) if line else "",
        frozenset(map(name_key, article.byline)),
        article.published,
        frozenset(article.flags),
        int(number.group(1) or number.group(2)) if number else 0,
    )


def _name(name: str) -> str:
    """A publication's name, folded, without what stands in brackets behind it or makes an address of it."""
    return name_key(_ADDRESS.sub(r"\1", _BRACKETS.sub("", name).strip()))


def headline_words(headline: str) -> tuple[str, ...]:
    """The words of a headline without the marks that agencies put before it ("UPDATE 2-", "1st Ld-Writethru")."""
    headline = headline[:600]
    while mark := _MARK.match(headline):
        headline = headline[mark.end() :]
    return words_of(headline)


def weighty(words: tuple[str, ...]) -> frozenset[str]:
    """Words that say something; pairs of characters in a script without spaces, where one says too little."""
    if sum(len(word) == 1 for word in words) * 2 > len(words):
        return frozenset(a + b for a, b in pairwise(words))
    return frozenset(w for w in words if (len(w) > 3 or w[0].isdigit()) and w not in STOP_WORDS)


def keys(told: Telling) -> tuple[int, ...]:
    """The keys that an article is found by: hashes of its words, its headline, and agency with place and day."""
    return (*told.sketch.keys, *other_keys(told))


def other_keys(told: Telling) -> tuple[int, ...]:
    """The keys that are no hashes of words."""
    headline = (key("headline", *told.headline),) if len(told.headline) >= TITLE else ()
    return (*headline, *_wire_keys(told, range(1)))


def sought(told: Telling) -> tuple[int, ...]:
    """The keys of articles that may tell the same story: its own, and those of its wire on the days around."""
    return (*keys(told), *_wire_keys(told, (-2, -1, 1, 2)))


def _wire_keys(told: Telling, days: Iterable[int]) -> tuple[int, ...]:
    if not (told.agency and told.place and told.published):
        return ()
    day = told.published.date.toordinal()
    return tuple(key("wire", _initials(_short(told.agency)), told.place, str(day + by)) for by in days)


def same_name(one: str, other: str) -> bool:
    """Whether two names of agencies or publications are one: "ap news", "ap", "associated press"."""
    mine, theirs = _short(one), _short(other)
    return mine == theirs or mine == _initials(other) or theirs == _initials(one)


def _short(name: str) -> str:
    words = name.split()
    return "".join([w for w in words if w not in _OF_ALL] or words)


def _initials(name: str) -> str:
    """ "associated press" is "ap"; one word stays as it is."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else name
