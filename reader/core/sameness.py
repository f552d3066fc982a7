"""Which articles tell one story, and what one is to the other: a copy, an update, a correction, or the story elsewhere.

What two articles share decides first. The less they share, the more must speak for one story besides: a headline or an
opening alike, one agency and dateline, days near each other. Paragraphs of background, or the lines that a publication
puts under everything it prints, are shared by stories that are not the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from reader.core.article import Article, Published
from reader.core.common_words import STOP_WORDS
from reader.core.kinds import BlockRole
from reader.core.names import name_key
from reader.core.sketches import Overlap, Sketch, counted, key, reckoned, shingles, sketch, words_of

BODY = frozenset({BlockRole.BODY, BlockRole.QUOTE, BlockRole.LIST})
"""Roles of the blocks whose words are compared."""
OPENING = 60
"""How many words of a body are its opening."""
TRACE, LEAST, SOME, HALF, MOST = 0.03, 0.08, 0.2, 0.45, 0.8
"""Of the shorter text: a phrase; what any two stories of one publication have; background, or an update; one story, or
a text within another; one text."""
LIKELY = 0.12
"""Of the shorter text, as its sketch tells: it may be ``SOME``."""
TITLED = 0.6
"""Of the words of a headline: worth reading the articles for."""
PART = 0.35
"""Of both texts: what two stories share that are not one within the other."""
NEAR, FAR = 2, 21
"""Days between a story and an update that does not say it is one, and one that does."""
TITLE = 4
"""Words of a headline that no two stories bear by chance."""
FEW = 25
"""A body with fewer words proves nothing by itself: a summary, a caption, a notice."""

_MARK = re.compile(
    r"\s*(?:(?:CORRECTED|CORRECTS?|CORRECTION|CLARIFICATION|REFILED?|RPT|REPEAT|WRAPUP|WRAP|UPDATED?|BREAKING|EXCLUSIVE)"
    r"\b[\s\d]{0,4}[-:–—]|\d(?:st|nd|rd|th) (?:Ld|Lead|LD)(?:[- ]?Writethru)?\b[\s:,–—-]*)\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:UPDATED?|WRAPUP)\s?(\d{1,2})\b|\b(\d)(?:st|nd|rd|th) (?:Ld|Lead)\b", re.IGNORECASE)
_OF_ALL = frozenset({"news", "online", "com"})
"""Words that many publications have in their names."""


class Relation(StrEnum):
    """What an article is to another that tells the same story."""

    COPY = "copy"
    ELSEWHERE = "elsewhere"
    UPDATE = "update"
    CORRECTION = "correction"


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article says of the story that it tells, folded for comparing."""

    sketch: Sketch
    shingles: frozenset[int]
    headline: tuple[str, ...]
    """Its words without case and without the marks of agencies ("UPDATE 2-")."""
    opening: tuple[str, ...]
    """The first words of the body."""
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
    return Telling(
        sketch(words, found),
        found,
        headline_words(headline),
        words[:OPENING],
        name_key(article.publication),
        name_key(line.agency) if line else "",
        name_key(line.place) if line else "",
        frozenset(map(name_key, article.byline)),
        article.published,
        frozenset(article.flags),
        int(number.group(1) or number.group(2)) if number else 0,
    )


def headline_words(headline: str) -> tuple[str, ...]:
    """The words of a headline without the marks that agencies put before it ("UPDATE 2-", "1st Ld-Writethru")."""
    while mark := _MARK.match(headline):
        headline = headline[mark.end() :]
    return words_of(headline[:300])


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


def is_later(one: Telling, other: Telling) -> bool | None:
    """Whether one article was published after another, or None where neither says."""
    for mine, theirs in (
        (_moment(one.published), _moment(other.published)),
        ((one.number,), (other.number,)),
        (("correction" in one.flags,), ("correction" in other.flags,)),
        (("update" in one.flags,), ("update" in other.flags,)),
    ):
        # A date alone and a time of that day do not tell which was first.
        width = min(len(mine), len(theirs))
        if mine[:width] != theirs[:width]:
            return mine[:width] > theirs[:width]
    return None


def _moment(when: Published | None) -> tuple[int, ...]:
    if when is None:
        return ()
    if when.time is None:
        return (when.date.toordinal(),)
    minutes = when.time.hour * 60 + when.time.minute - (when.offset or 0)
    return (when.date.toordinal() + minutes // 1440, minutes % 1440)


def may_be_same(told: Telling, sketch: Sketch, headline: str) -> float:
    """How likely an article tells the story, by its sketch and headline alone; 0 where it is not worth reading it."""
    shared = reckoned(told.sketch, sketch).of_smaller
    titled = alike(told.headline, headline_words(headline))
    return max(shared, titled) if shared >= LIKELY or titled >= TITLED else 0.0


def relation(newer: Telling, older: Telling) -> Relation | None:
    """What the newer of two articles is to the older one, or None where they do not tell the same story."""
    overlap = counted(newer.shingles, older.shingles)
    return _kind(newer, older, overlap) if is_same_story(newer, older, overlap) else None


def is_same_story(one: Telling, other: Telling, overlap: Overlap) -> bool:
    """Whether two articles tell the same story, as far as what they share can say."""
    shared, days = overlap.of_smaller, _days_apart(one, other)
    few = min(one.sketch.words, other.sketch.words) < FEW
    top, house = likeness(one, other), _same_house(one, other)
    if days is not None and days > NEAR:
        # One page may bear two days, and a paper print a story late; a form that is filled in each week is no story.
        whole = shared >= MOST and overlap.of_both >= (0.6 if _numbers(one) == _numbers(other) else 0.9)
        again = days <= FAR and shared >= HALF and top >= 0.6 and _is_sent_again(one, other)
        return not few and (whole or again)
    if house and one.headline == other.headline and len(one.headline) >= TITLE:
        # A column that bears one headline every day shares nothing else.
        return few or shared >= LEAST or days == 0 or days is None and shared >= TRACE
    if few:
        return shared == 1.0 and overlap.of_both >= MOST
    if shared >= HALF:
        # A text within a much longer one may be a brief in a digest of many, or nothing but background.
        return overlap.of_both >= PART or top >= 0.3
    if shared >= SOME or shared >= TRACE and _same_wire(one, other):
        return house and top >= 0.65 - 0.75 * shared
    return False


def _kind(newer: Telling, older: Telling, overlap: Overlap) -> Relation:
    same = overlap.of_both >= 0.9
    # The same page read from two formats differs where one reader left out more than the other.
    same = same or newer.headline == older.headline and overlap.of_both >= 0.6 and is_later(newer, older) is None
    if "correction" in newer.flags and not (same and "correction" in older.flags):
        return Relation.CORRECTION
    if newer.number > older.number or "update" in newer.flags - older.flags:
        return Relation.UPDATE
    apart = newer.publication and older.publication and not _same_name(newer.publication, older.publication)
    if apart:
        return Relation.ELSEWHERE
    return Relation.COPY if same else Relation.UPDATE


def likeness(one: Telling, other: Telling) -> float:
    """How much the headlines or the openings are alike, from 0 to 1."""
    return max(alike(one.headline, other.headline), alike(one.opening, other.opening))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of the words of weight in the shorter of two headlines or openings that stand in the other one."""
    mine, theirs = _weighty(one), _weighty(other)
    least = min(len(mine), len(theirs))
    return len(mine & theirs) / max(least, 3) if least else 0.0


def _weighty(words: tuple[str, ...]) -> frozenset[str]:
    """Words that say something; pairs of characters in a script without spaces, where one says too little."""
    single = sum(len(word) == 1 for word in words)
    if single * 2 > len(words):
        return frozenset(a + b for a, b in pairwise(words))
    return frozenset(w for w in words if w not in STOP_WORDS and (len(w) > 3 or w[0].isdigit()))


def _numbers(told: Telling) -> frozenset[str]:
    return frozenset(word for word in told.opening if word[0].isdigit())


def _days_apart(one: Telling, other: Telling) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published.date - other.published.date).days)


def _same_house(one: Telling, other: Telling) -> bool:
    """Whether one agency or one publication may have written both; what is not told does not speak against it."""
    if one.agency and other.agency:
        return _same_name(one.agency, other.agency)
    if one.publication and other.publication:
        return _same_name(one.publication, other.publication) or bool(one.byline & other.byline)
    return True


def _same_name(one: str, other: str) -> bool:
    """Whether two names of agencies or publications are one: "ap news", "ap", "associated press"."""
    mine, theirs = _short(one), _short(other)
    return mine == theirs or mine == _initials(other) or theirs == _initials(one)


def _short(name: str) -> str:
    words = name.split()
    return " ".join([w for w in words if w not in _OF_ALL] or words)


def _initials(name: str) -> str:
    """ "associated press" is "ap"; one word stays as it is."""
    words = name.split()
    return "".join(word[0] for word in words) if len(words) > 1 else name


def _same_wire(one: Telling, other: Telling) -> bool:
    """Whether one agency sent both from one place."""
    return bool(one.agency and one.place) and _same_name(one.agency, other.agency) and one.place == other.place


def _is_sent_again(one: Telling, other: Telling) -> bool:
    """Whether one of them says that it tells a story anew. Else they may be of a series, which keeps a form."""
    return bool((one.flags | other.flags) & {"update", "correction", "refile"})
