"""Search: the index finds, the store supplies the words."""

from __future__ import annotations

import datetime as dt
import sys
import time
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reader.core.article import ArticleId
from reader.core.query import Parsed, Query
from reader.core.query_parser import parse, understood
from reader.core.reasons import Reason, Trouble
from reader.core.rows import QuotationRow
from reader.core.search import Hit, Page
from reader.core.spans import Span
from reader.index import UNBOUNDED, Bounds, Index, IndexDamaged, find_hits, snippet
from reader.services import browsing, nothing_found
from reader.services.library import Library
from reader.services.naming import is_known, names_of
from reader.services.quotation_fit import Facts, candidates, fits
from reader.services.store_fields import answered
from reader.store import articles, machine

MOST_ARTICLES = 10_000
"""In the quotations of how many articles is looked; the best ones come first."""


def search(
    library: Library,
    typed: str,
    *,
    target: str = "articles",
    limit: int = 10,
    offset: int = 0,
    sort: str = "relevance",
    typing: bool = False,
    without_index: bool = False,
    today: dt.date | None = None,
    bounds: Bounds = UNBOUNDED,
) -> Page:
    """Answers a query as typed; ``target`` is one of articles, quotations, entities; ``ms`` is measured here.

    ``today`` is the reader's, for "the last week"; the day of the clock without it. Raises Stopped as ``bounds`` say.

    An index that is behind answers with what it has, and ``pending`` says how many articles it lacks. Raises Trouble
    with the reason of an error in the query, or Trouble("index-unready") when the index has to be made anew; that
    answers with nothing, and with every article pending, ``without_index``.
    """
    since = time.perf_counter()
    query, notes = _parsed(library, typed, typing)
    pending = articles.counts(library.store.db).pending
    try:
        page = _answer(library, query, typed, target, _Wish(limit, offset, sort, today or dt.date.today(), bounds))
    except IndexDamaged as damage:
        library.forget_index()
        counts = articles.counts(library.store.db)
        if library.was_indexed() and counts.articles and not without_index:
            raise Trouble("index-unready") from damage
        page, pending = Page(understood(query) if query else "", 0, 0.0), max(counts.articles, counts.pending)
    return replace(page, ms=round(1000 * (time.perf_counter() - since), 1), pending=pending, notes=notes)


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which part of the answers is wanted, in which order."""

    limit: int
    offset: int
    sort: str
    today: dt.date
    bounds: Bounds


def _answer(library: Library, query: Query | None, typed: str, target: str, wish: _Wish) -> Page:
    if query is None:
        return Page("", 0, 0.0)
    if target == "quotations":
        return _quotations(library, query, wish)
    if target == "entities":
        return _entities(library, query, typed, wish)
    return _articles(library, query, typed, wish)


def _parsed(library: Library, typed: str, typing: bool) -> tuple[Query | None, tuple[Reason, ...]]:
    """The query with its notes; what is still being typed gets none. Raises Trouble."""
    parsed: Parsed = parse(typed, typing=typing, is_name=is_known(library))
    if parsed.error:
        raise Trouble(parsed.error.reason.code, *parsed.error.reason.args)
    end = len(typed.rstrip())
    notes = dict.fromkeys(note.reason for note in parsed.notes if not typing or note.span.end < end)
    return parsed.query, tuple(notes)


def _articles(library: Library, query: Query, typed: str, wish: _Wish) -> Page:
    answer = library.index().search(
        answered(library, query, wish.today), names_of(library),
        limit=wish.limit, offset=wish.offset, sort=wish.sort, bounds=wish.bounds,
    )  # fmt: skip
    rows = {row.id: row for row in articles.rows(library.store.db, [id for id, _ in answer.ids])}
    hits = []
    for id, score in answer.ids:
        if id not in rows:
            continue
        article = articles.find(library.store.db, id)
        passage = snippet(article.text, query) if article else None
        hits.append(Hit(id, score, rows[id], (passage,) if passage else ()))
    page = Page(understood(query), answer.total, 0.0, hits=tuple(hits), whole=answer.whole)
    if answer.total or not answer.whole:
        return page
    return nothing_found.explained(library, page, typed, query, wish.today, wish.bounds)


def _quotations(library: Library, query: Query, wish: _Wish) -> Page:
    """Quotations that answer the whole query by themselves, article by article."""
    index = library.index()
    facts, asked = _facts(library, index), answered(library, query, wish.today)
    wide = candidates(asked)
    answer = index.search(wide, facts.names, limit=MOST_ARTICLES, sort=wish.sort, bounds=wish.bounds)
    found = [
        (row, score)
        for id, score in answer.ids
        for row in browsing.quotations(library, article=id)
        if fits(asked, row, facts)
    ]
    words = () if found or not answer.whole else nothing_found.words(library, query, wish.today, wish.bounds)
    page = tuple(found[wish.offset : wish.offset + wish.limit])
    return Page(understood(query), len(found), 0.0, quotations=page, words=words, whole=answer.whole)


def _facts(library: Library, index: Index) -> Facts:
    """What quotations are asked, each question answered once."""
    names = cache(names_of(library))

    def answering(part: Query) -> frozenset[ArticleId]:
        return frozenset(id for id, _ in index.search(part, names, limit=sys.maxsize).ids)

    @lru_cache(maxsize=1)
    def mentions(id: ArticleId) -> tuple[tuple[Span, frozenset[int]], ...]:
        row = browsing.article_row_number(library, id)
        found, links = machine.find(library.store.db, row), machine.links(library.store.db, row)
        known = found.mentions if found else ()
        return tuple((m.span, frozenset(links[c] for c in m.chains if c in links)) for m in known)

    def inside(row: QuotationRow) -> frozenset[int]:
        here = [ids for at, ids in mentions(row.article) if any(span.contains(at) for span in row.spans)]
        return frozenset().union(*here)

    return Facts(names, cache(answering), inside)


def _entities(library: Library, query: Query, typed: str, wish: _Wish) -> Page:
    """Entities of which some name holds the words typed, most mentioned first."""
    wanted = [word for word in typed.casefold().replace('"', " ").split() if word]
    rows = [
        row
        for row in browsing.entities(library)
        if any(all(word in name.casefold() for word in wanted) for name in (row.name, *row.aliases))
    ]
    page = tuple((row, float(row.mentions)) for row in rows[wish.offset : wish.offset + wish.limit])
    return Page(understood(query), len(rows), 0.0, entities=page)


def places(library: Library, typed: str, id: ArticleId) -> tuple[Span, ...]:
    """Where the words of a query stand in an article, in order. Raises Trouble("no-such-article")."""
    parsed = parse(typed, typing=True, is_name=is_known(library))
    article = articles.find(library.store.db, id)
    if article is None:
        raise Trouble("no-such-article", id)
    return find_hits(article.text, parsed.query) if parsed.query else ()
