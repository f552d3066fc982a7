"""Whether an article is a newer version of one that came from the same place, an excerpt of it, or another story.

The same address, or the same path and member, is not enough: a file is saved over, a table gets a new first row, a site
gives its own address for all that it prints, and a feed gives two lines of what the library has in full.
"""

from __future__ import annotations

from enum import Enum, auto

from reader.core.article import Article
from reader.core.sketches import Overlap, shingles, words_of

RELATED = 0.3
"""Of the shorter text that also stands in the other: they are versions of one story. An update keeps more."""
CONTAINED = 0.8
"""Of a text that stands in a longer one: it is an excerpt that tells nothing more."""
SHORTER = 0.5
"""Of the other's words: a text that has fewer does not take the place of the longer one."""


class Follows(Enum):
    """What a new article is to an older one from the same place."""

    NEWER = auto()
    EXCERPT = auto()
    """All it says is there already."""
    APART = auto()


def follows(new: Article, old: Article) -> Follows:
    """What ``new`` is to ``old``. A bookmark gives way to the article that it stands for, and never the other way.

    In the very same file, and the same member of it, a shorter text is what somebody made of the longer one.
    """
    is_bookmark, was_bookmark = "bookmark" in new.flags, "bookmark" in old.flags
    if was_bookmark:
        same_place = is_bookmark and words_of(new.headline) != words_of(old.headline)
        return Follows.APART if same_place and not new.origin.url else Follows.NEWER
    if is_bookmark:
        return Follows.EXCERPT if new.origin.url else Follows.APART
    mine, theirs = words_of(new.text), words_of(old.text)
    mine_shingles, their_shingles = shingles(mine), shingles(theirs)
    overlap = Overlap(len(mine_shingles & their_shingles), len(mine_shingles), len(their_shingles))
    same_file = (new.origin.path, new.origin.member) == (old.origin.path, old.origin.member)
    if len(mine) < SHORTER * len(theirs) and not same_file:
        return Follows.EXCERPT if overlap.of_smaller >= CONTAINED else Follows.APART
    return Follows.NEWER if overlap.of_smaller >= RELATED or _anew(new, old) else Follows.APART


def _anew(new: Article, old: Article) -> bool:
    """Whether a story was written anew under its headline. Of another day it is the next of a series ("Briefing")."""
    if words_of(new.headline) != words_of(old.headline):
        return False
    return not (new.published and old.published) or new.published.date == old.published.date
