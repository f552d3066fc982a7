"""What the window asks of the library, each question one function for a lane of ``jobs``.

The services are imported inside: the search engine takes a tenth of a second to load, and the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from reader.core.article import ArticleId
from reader.core.rows import ArticleRow, ConcordanceLine, Counts, EntityRow, ListEntry, QuotationRow, Reading
from reader.core.search import Page
from reader.core.spans import Span
from reader.core.steps import Changes

if TYPE_CHECKING:
    from reader.services.comparing import Comparable
    from reader.services.library import Library

P = ParamSpec("P")
T = TypeVar("T")

LINES = 2000
"""Concordance lines and quotations of an entity that the panel shows."""


def expecting(question: Callable[Concatenate[Library, P], T]) -> Callable[Concatenate[Library, P], T]:
    """Makes Trouble of what the disk says while a question is answered: a damaged page shows only when it is read."""

    @wraps(question)
    def asked(library: Library, /, *args: P.args, **kwargs: P.kwargs) -> T:
        from reader.services.library import expected

        with expected(library.folder):
            return question(library, *args, **kwargs)

    return asked


@dataclass(frozen=True, slots=True)
class Listing:
    """The article list, and how much the library holds."""

    entries: tuple[ListEntry, ...]
    counts: Counts
    groups: dict[ArticleId, int]
    """For each article that is in a group of two or more, the number of the group."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with its quotations, and the places where the words of a search stand in it."""

    reading: Reading
    quotations: tuple[QuotationRow, ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that the entity panel shows."""

    entity: EntityRow
    lines: tuple[ConcordanceLine, ...]
    quotations: tuple[QuotationRow, ...]


@expecting
def listing(library: Library, which: str) -> Listing:
    """The entries of a list ("all", "unread", "starred")."""
    from reader.services import browsing, grouping

    entries = browsing.article_ids(library, browsing.ListFilter(which))
    return Listing(entries, browsing.counts(library), grouping.group_numbers(library))


@expecting
def rows(library: Library, ids: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
    """The rows that are to be painted."""
    from reader.services import browsing

    return browsing.article_rows(library, ids)


@expecting
def story_rows(library: Library, ids: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
    """The rows that are to be painted in a list with one row a story."""
    from reader.services import browsing

    return browsing.story_rows(library, ids)


@expecting
def tellings(library: Library, id: ArticleId) -> tuple[Comparable, ...]:
    """The other versions of an article, and the others of its group, newest first."""
    from reader.services.comparing import comparables

    found = [one for one in comparables(library, id) if one.row.id != id]
    versions = [one for one in reversed(found) if one.version]
    return tuple(sorted((*versions, *found[len(versions) :]), key=lambda one: one.row.published, reverse=True))


@expecting
def opened(library: Library, id: ArticleId, sought: str) -> Opened:
    """An article; ``sought`` is the search that is going on, or empty."""
    from reader.services import browsing, searching

    places = searching.places(library, sought, id) if sought else ()
    return Opened(browsing.reading(library, id), browsing.quotations(library, article=id), places)


@expecting
def known(library: Library, entity: int, here: ArticleId | None) -> Known:
    """An entity, the lines of the article ``here`` first."""
    from reader.services import browsing

    return Known(
        browsing.entity(library, entity),
        browsing.concordance(library, entity, first=here, limit=LINES),
        browsing.quotations(library, speaker=entity, limit=LINES),
    )


@expecting
def found(library: Library, typed: str, limit: int, offset: int, sort: str, typing: bool) -> Page:
    """A page of hits."""
    from reader.services import searching

    return searching.search(library, typed, limit=limit, offset=offset, sort=sort, typing=typing)


@expecting
def places(library: Library, typed: str, id: ArticleId) -> tuple[Span, ...]:
    """Where the words of a search stand in an article."""
    from reader.services import searching

    return searching.places(library, typed, id)


@expecting
def warm(library: Library) -> None:
    """Loads the search engine and opens the index before the reader asks for something. Trouble as for a search."""
    from reader.services import searching

    searching.search(library, "a", limit=1, typing=True)


@expecting
def mark(library: Library, id: ArticleId, *, read: bool | None = None, starred: bool | None = None) -> Changes:
    """Marks an article."""
    from reader.services import marking

    return marking.mark(library, (id,), read=read, starred=starred)
