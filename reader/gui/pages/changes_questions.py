"""What the page "What changed" asks of the library, each question one function for a lane of ``jobs``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.core.article import ArticleId
from reader.gui.questions import expecting

if TYPE_CHECKING:
    from reader.services.comparing import Comparable, Compared
    from reader.services.library import Library


@dataclass(frozen=True, slots=True)
class Told:
    """Two articles that were compared, and all that can be."""

    compared: Compared | None
    """None where the older one is no longer in the library."""
    comparables: tuple[Comparable, ...]


@expecting
def told(library: Library, older: ArticleId, newer: ArticleId) -> Told:
    """Compares two articles. Raises Trouble("no-such-article") for the newer one."""
    from reader.core.reasons import Trouble
    from reader.services.comparing import comparables, compare

    found = comparables(library, newer)
    try:
        return Told(compare(library, older, newer), found)
    except Trouble as trouble:
        if trouble.reason.code != "no-such-article" or not found:
            raise
        return Told(None, found)


@expecting
def partners(library: Library, id: ArticleId) -> tuple[ArticleId, ArticleId] | None:
    """The older and the newer article that are compared when one of them is asked for; None where it is alone."""
    from reader.services.comparing import comparables

    return pair(id, comparables(library, id))


def pair(id: ArticleId, found: tuple[Comparable, ...]) -> tuple[ArticleId, ArticleId] | None:
    """An article with the version or copy before it, or with the one after it where it is the first."""
    versions = [one.row.id for one in found if one.version]
    others = [one.row for one in found if not one.version]  # newest first
    if len(versions) > 1:
        at = versions.index(id)
        return (versions[at - 1], id) if at else (id, versions[1])
    if not others:
        return None
    mine = next(one for one in found if one.row.id == id)
    before = [row.id for row in others if row.published <= mine.row.published]
    if mine.relation is None:
        return id, others[-1].id
    return (before[0] if before else others[-1].id), id
