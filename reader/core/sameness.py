"""Which articles tell one story, and what one is to the other: a copy, an update, a correction, or the story elsewhere.

What two articles share decides first. The less they share, the more must speak for one story besides: a headline or an
opening alike, one agency and dateline, days near each other. Paragraphs of background, or the lines that a publication
puts under everything it prints, are shared by stories that are not the same.
"""

from __future__ import annotations

from enum import StrEnum

from reader.core.article import Published
from reader.core.sketches import Overlap, Sketch, counted, reckoned
from reader.core.tellings import TITLE, Telling, headline_words, same_name, weighty

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
FEW = 25
"""A body with fewer words proves nothing by itself: a summary, a caption, a notice."""


class Relation(StrEnum):
    """What an article is to another that tells the same story."""

    COPY = "copy"
    ELSEWHERE = "elsewhere"
    UPDATE = "update"
    CORRECTION = "correction"


def is_later(one: Telling, other: Telling) -> bool | None:
    """Whether one article was published after another, or None where neither says."""
    for mine, theirs in (
        _moments(one.published, other.published),
        (one.number, other.number),
        ("correction" in one.flags, "correction" in other.flags),
        ("update" in one.flags, "update" in other.flags),
    ):
        if mine != theirs:
            return bool(mine > theirs)
    return None


def _moments(one: Published | None, other: Published | None) -> tuple[int, int]:
    """When both were published, in minutes that can be compared; in days where one of them tells no more.

    A time without its offset from UTC may be a local one, so it is compared with nothing but its like.
    """
    if one is None or other is None:
        return (0, 0)
    days = (one.date.toordinal(), other.date.toordinal())
    if one.time is None or other.time is None or (one.offset is None) != (other.offset is None):
        return days
    minutes = (t.hour * 60 + t.minute - (p.offset or 0) for t, p in ((one.time, one), (other.time, other)))
    return (days[0] * 1440 + next(minutes), days[1] * 1440 + next(minutes))


def may_be_same(told: Telling, sketch: Sketch, headline: str) -> float:
    """How likely an article tells the story, by its sketch and headline alone; 0 where it is not worth reading it."""
    shared = reckoned(told.sketch, sketch).of_smaller
    if shared >= LIKELY:
        return shared
    titled = alike(told.title, weighty(headline_words(headline)))
    return titled if titled >= TITLED else 0.0


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
    # The same page read from two formats differs where one reader left out more than the other; so does an excerpt.
    if newer.headline == older.headline and is_later(newer, older) is None:
        same = same or overlap.of_both >= 0.6 or overlap.of_smaller >= 0.95
    if "correction" in newer.flags and not (same and "correction" in older.flags):
        return Relation.CORRECTION
    if newer.number > older.number or "update" in newer.flags - older.flags:
        return Relation.UPDATE
    apart = newer.publication and older.publication and not same_name(newer.publication, older.publication)
    if apart:
        return Relation.ELSEWHERE
    return Relation.COPY if same else Relation.UPDATE


def likeness(one: Telling, other: Telling) -> float:
    """How much the headlines or the openings are alike, from 0 to 1."""
    return max(alike(one.title, other.title), alike(one.opening, other.opening))


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of weight in the shorter of two headlines or openings that stand in the other one."""
    least = min(len(one), len(other))
    return len(one & other) / max(least, 3) if least else 0.0


def _numbers(told: Telling) -> frozenset[str]:
    return frozenset(word for word in told.opening if word[0].isdigit())


def _days_apart(one: Telling, other: Telling) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published.date - other.published.date).days)


def _same_house(one: Telling, other: Telling) -> bool:
    """Whether one agency or one publication may have written both; what is not told does not speak against it."""
    if one.agency and other.agency:
        return same_name(one.agency, other.agency)
    if one.publication and other.publication:
        return same_name(one.publication, other.publication) or bool(one.byline & other.byline)
    return True


def _same_wire(one: Telling, other: Telling) -> bool:
    """Whether one agency sent both from one place."""
    return bool(one.agency and one.place) and same_name(one.agency, other.agency) and one.place == other.place


def _is_sent_again(one: Telling, other: Telling) -> bool:
    """Whether one of them says that it tells a story anew. Else they may be of a series, which keeps a form."""
    return bool((one.flags | other.flags) & {"update", "correction", "refile"})
