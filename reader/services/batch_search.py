"""A list of names or queries against the library: how often each stands in which article, as a table."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reader.core.article import ArticleId
from reader.core.query import All, Phrase, Query, Word, WordForm
from reader.core.query_writing import understood
from reader.core.reasons import Trouble
from reader.core.search import BatchRow
from reader.core.steps import Progress
from reader.core.wording import sentence
from reader.index import Bounds, Stopped, find_hits
from reader.services.asked import EVERYTHING, for_index, read
from reader.services.library import IndexDamaged, Library
from reader.services.naming import names_of, nearest
from reader.store import articles, entities, tallies

MOST_LINES = 500
"""Lines that are counted; further ones are left out, and the caller says so."""
_CHUNK = 200
"""Articles whose texts are read at a time."""


def lines_of(text: str) -> tuple[str, ...]:
    """The names or queries of a list, one a line, each once."""
    lines = (" ".join(line.split()) for line in text.removeprefix("\ufeff").splitlines())
    once: dict[str, str] = {}
    for line in filter(None, lines):
        once.setdefault(line.casefold(), line)
    return tuple(once.values())


def batch(
    library: Library,
    lines: Iterable[str],
    *,
    count: tuple[str, ...] = ("mentions",),
    within: str = "",
    stop: Callable[[], bool] = lambda: False,
    today: dt.date | None = None,
) -> Iterator[BatchRow | Progress]:
    """A row for each of the first MOST_LINES lines, in order, each followed by how far the work has come.

    A line is a name of the library, or any query. Of a name ``count`` says what is counted: mentions, and "by" and
    "about" for quotations; of a query it is how often its words stand in each article that it finds. Only articles
    that answer the query ``within`` are looked at. Ends early when ``stop`` says so. Raises Trouble with the reason of
    an error in ``within``, index-unready.
    """
    asked = tuple(lines)[:MOST_LINES]
    try:
        work = _Work(library, count, read(library, within), stop, today)
        for done, line in enumerate(asked, 1):
            if stop():
                return
            yield work.row(line)
            yield Progress("batch", done, len(asked))
    except Stopped:
        return
    except IndexDamaged as damage:
        library.forget_index()
        raise Trouble("index-unready") from damage


@dataclass
class _Work:
    """What all lines have in common."""

    library: Library
    count: tuple[str, ...]
    within: Query | None
    stop: Callable[[], bool]
    today: dt.date | None

    def row(self, line: str) -> BatchRow:
        """What one line finds. Raises Stopped, IndexDamaged."""
        if ids := names_of(self.library)("entity", line):
            return self._of_name(line, ids)
        try:
            query = read(self.library, line)
        except Trouble as trouble:
            return BatchRow(line, "", 0, (), problem=trouble.reason)
        if query is None:
            return BatchRow(line, "", 0, (), unknown=True)
        if not _is_name(line, query):
            return self._of_query(line, query)
        # A name may stand in articles without being known as one.
        row = self._of_query(line, Phrase(line) if " " in line else query)
        return row if row.articles else self._unknown(line)

    def _of_name(self, line: str, ids: tuple[int, ...]) -> BatchRow:
        db = self.library.store.db
        counts = Counter[ArticleId]()
        for what in self.count:
            counts.update(tallies.of_entities(db, ids, what))
        called = entities.called(db, ids)
        names = tuple(dict.fromkeys(name for name, _ in called.values()))
        kinds = {kind.value for _, kind in called.values()}
        return BatchRow(
            line, names[0] if len(names) == 1 else line, *self._ordered(counts),
            entity_kind=kinds.pop() if len(kinds) == 1 else "", spellings=tallies.spellings(db, ids),
        )  # fmt: skip

    def _of_query(self, line: str, query: Query) -> BatchRow:
        found = self._find(All((query, self.within)) if self.within else query)
        counts: dict[ArticleId, int] = {}
        for start in range(0, len(found), _CHUNK):
            if self.stop():
                raise Stopped
            for id, text in tallies.texts(self.library.store.db, found[start : start + _CHUNK]):
                # What is asked of a field need not stand in the text.
                counts[id] = max(1, len(find_hits(text, query)))
        return BatchRow(line, understood(query), *self._ordered(counts))

    def _find(self, query: Query) -> tuple[ArticleId, ...]:
        """All articles that answer, newest first."""
        answer = self.library.index().search(
            for_index(self.library, query, self.today), names_of(self.library),
            limit=sys.maxsize, sort="newest", bounds=Bounds(is_stopped=self.stop),
        )  # fmt: skip
        return tuple(id for id, _ in answer.ids)

    @cached_property
    def _order(self) -> dict[ArticleId, int]:
        """The place of each article that is looked at, newest first."""
        if self.within is None:
            return {entry.id: n for n, entry in enumerate(articles.entries(self.library.store.db))}
        return {id: n for n, id in enumerate(self._find(self.within or EVERYTHING))}

    def _ordered(self, counts: dict[ArticleId, int]) -> tuple[int, tuple[tuple[ArticleId, int], ...]]:
        """(all counts together, each article with its count, newest first)."""
        order = self._order
        there = sorted((id for id in counts if id in order), key=order.__getitem__)
        return sum(counts[id] for id in there), tuple((id, counts[id]) for id in there)

    def _unknown(self, line: str) -> BatchRow:
        for near in nearest(self.library, line):
            if ids := names_of(self.library)("entity", near):
                mentioned = tallies.of_entities(self.library.store.db, ids, "mentions")
                return BatchRow(line, line, 0, (), unknown=True, instead=near, instead_count=len(mentioned))
        return BatchRow(line, line, 0, (), unknown=True)


def _is_name(line: str, query: Query) -> bool:
    """Whether a line that is no known name looks like one: plain words, the first and last with a capital letter."""
    parts = query.queries if isinstance(query, All) else (query,)
    plain = all(isinstance(part, Word) and part.form is WordForm.PLAIN for part in parts)
    words = line.split()
    return plain and words[0][:1].isupper() and words[-1][:1].isupper()


# the table as a file


def as_csv(library: Library, rows: Iterable[BatchRow]) -> str:
    """The table with a column for each article, newest first; empty where a name does not stand in it."""
    table = tuple(rows)
    ids = {id: None for row in table for id, _ in row.articles}
    heads = sorted(articles.rows(library.store.db, tuple(ids)), key=lambda row: row.published, reverse=True)
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n").writerow
    write(
        [
            "Name",
            "Understood as",
            "Total",
            "Remark",
            *(_safe(_head(row.published, row.publication, row.headline)) for row in heads),
        ]
    )
    for row in table:
        counts = dict(row.articles)
        cells = [counts.get(head.id, "") for head in heads]
        write([_safe(row.line), _safe(row.understood), row.total, _safe(_remark(row)), *cells])
    return out.getvalue()


def _head(published: str, publication: str, headline: str) -> str:
    return " · ".join(part for part in (published[:10], publication, headline) if part)


def _remark(row: BatchRow) -> str:
    if row.problem:
        return sentence(row.problem)
    if not row.unknown:
        return ""
    return f"Not in this library. Nearest: {row.instead}" if row.instead else "Not in this library."


def _safe(cell: str) -> str:
    """Text that a spreadsheet does not run as a formula (OWASP, CSV Injection)."""
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell
