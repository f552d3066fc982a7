"""How each node of a query tree is answered on one segment: which documents, with which scores, as whole arrays.

Hits and scores are those of Whoosh's searcher and its BM25F on the same index, within what 32-bit floats can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any, NamedTuple

import numpy as np

from reader.core.query import WordForm
from reader.index import postings
from reader.index.expanding import LEAST, AmongRows, Fitting, NearWords, WithHeadline
from reader.index.fields import BODY, PLAIN, STEMMED, moment
from reader.index.postings import Numbers, Term
from reader.index.quiet import query as whoosh
from reader.index.segments import PREFIXES
from reader.index.side_by_side import close_by, find, side_by_side
from reader.index.sought import Look, fitting_words
from reader.index.views import K1, MOST_LOOKED_UP, View, stored_in

LONGEST_LISTED = 3
"""Letters of the beginnings for which the documents are listed ready."""
_SCORED = frozenset((*STEMMED, *PLAIN, BODY))
"""Fields of words, in which a rare one counts for more; whole values all count alike."""
_NO_IDS = np.zeros(0, np.uint32)
_NO_SCORES = np.zeros(0, np.float32)


class Matches(NamedTuple):
    """Documents of one segment, rising, and their scores when these were asked for."""

    ids: Numbers
    scores: Numbers | None


class Evaluator:
    """Answers trees over the segments of one state; it knows the statistics of the whole."""

    def __init__(self, views: Sequence[View]) -> None:
        self._views = views
        self._count = sum(view.count for view in views)
        self._averages: dict[str, float] = {}
        self._rarities: dict[tuple[str, bytes], float] = {}

    def matches(self, query: Any, view: View, look: Look, *, scored: bool) -> Matches:
        """The documents of a segment that answer, deleted ones among them. ``look`` is called before every node."""
        return _Evaluation(self, view, look, scored).matches(query)

    def average(self, field: str) -> float:
        """Words of a document of the whole index."""
        stored = stored_in(field)
        if stored not in self._averages:
            total = sum(view.total_length(stored) for view in self._views)
            self._averages[stored] = total / (self._count or 1) or 1
        return self._averages[stored]

    def rarity(self, field: str, key: bytes) -> float:
        """The inverse document frequency of a term, as Whoosh reckons it."""
        if (field, key) not in self._rarities:
            if len(self._rarities) > MOST_LOOKED_UP:
                self._rarities.clear()
            documents = sum(view.documents(field, key) for view in self._views)
            self._rarities[field, key] = log(self._count / (documents + 1)) + 1
        return self._rarities[field, key]


class _Evaluation:
    """One query on one segment."""

    def __init__(self, whole: Evaluator, view: View, look: Look, scored: bool) -> None:
        self._whole, self._view, self._look, self._scored = whole, view, look, scored

    def matches(self, query: Any) -> Matches:
        self._look()
        match query:
            case whoosh.Term():
                return self._term(query.fieldname, query.text.encode(), query.boost)
            case WithHeadline():
                return self._with_headline(*query.subqueries)
            case whoosh.And():
                return self._and(query)
            case whoosh.Or():
                return self._or(query.subqueries)
            case whoosh.Phrase():
                return self._phrase(query.fieldname, [word.encode() for word in query.words], query.boost)
            case NearWords():
                return self._near(query)
            case Fitting():
                return self._constant(self._fitting(query), query.boost)
            case whoosh.Every() | whoosh.Not() | whoosh.TermRange() | AmongRows():
                everything = self._constant(np.arange(self._view.count, dtype=np.uint32), 0.0)
                return self._kept(everything, query)
            case _ if query is whoosh.NullQuery:
                return Matches(_NO_IDS, _NO_SCORES if self._scored else None)
        raise TypeError(f"no such query: {query!r}")

    def _constant(self, ids: Numbers, score: float) -> Matches:
        return Matches(ids, np.full(len(ids), score, np.float32) if self._scored else None)

    def _term(self, field: str, key: bytes, boost: float) -> Matches:
        term = self._view.term(field, key)
        if term is None:
            return Matches(_NO_IDS, _NO_SCORES if self._scored else None)
        return Matches(term.ids, self._scores(field, key, term.ids, term.freqs, boost) if self._scored else None)

    def _scores(self, field: str, key: bytes, ids: Numbers, freqs: Numbers | None, boost: float) -> Numbers:
        if field not in _SCORED:
            return np.full(len(ids), boost, np.float32)
        norms = self._view.norms(field, self._whole.average(field))[ids]
        weight = np.float32(self._whole.rarity(field, key) * (K1 + 1) * boost)
        if freqs is None:
            return np.asarray(weight / (norms + 1))
        many = freqs.astype(np.float32)
        norms += many
        many *= weight
        many /= norms
        return many

    def _and(self, query: Any) -> Matches:
        """Lists first, the shortest foremost; then what can be asked of single documents."""
        filters = [part for part in query.subqueries if _is_filter(part)]
        lists = [self.matches(part) for part in query.subqueries if not _is_filter(part)]
        if not lists:
            lists = [self._constant(np.arange(self._view.count, dtype=np.uint32), 0.0)]
        lists.sort(key=lambda found: len(found.ids))
        found = lists[0]
        for other in lists[1:]:
            inside, places = find(found.ids, other.ids)
            scores = None
            if found.scores is not None and other.scores is not None:
                scores = found.scores[inside] + other.scores[places[inside]]
            found = Matches(found.ids[inside], scores)
        for part in filters:
            found = self._kept(found, part)
        return found

    def _kept(self, found: Matches, part: Any) -> Matches:
        """What a filter leaves of some matches, with what it adds to a score."""
        if isinstance(part, whoosh.Every):
            return _added(found, 1.0)
        if isinstance(part, whoosh.Not):
            # What is excluded adds nothing, though Whoosh adds 1 where the exclusion stands alone.
            others = _Evaluation(self._whole, self._view, self._look, False).matches(part.query).ids
            return _chosen(found, ~find(found.ids, others)[0])
        if isinstance(part, AmongRows):
            return _added(_chosen(found, _among(self._view.column("row")[found.ids], part.rows)), LEAST)
        published = self._view.column("published")[found.ids]
        inside = published > 0
        if part.start:
            inside &= published >= moment(part.start)
        if part.end:
            inside &= published < moment(part.end)
        return _added(_chosen(found, inside), 1.0)

    def _or(self, parts: Sequence[Any]) -> Matches:
        found = np.zeros(self._view.count, bool)
        total = np.zeros(self._view.count, np.float32)
        for part in parts:
            ids, scores = self.matches(part)
            found[ids] = True
            if scores is not None:
                total[ids] += scores
        everything = np.flatnonzero(found)
        return Matches(everything.astype(np.uint32), total[everything] if self._scored else None)

    def _with_headline(self, text: Any, headline: Any) -> Matches:
        found = self.matches(text)
        if found.scores is None:
            return found
        more = self.matches(headline)
        if more.scores is not None and len(more.ids):
            found.scores[np.searchsorted(found.ids, more.ids)] += more.scores
        return found

    def _phrase(self, field: str, keys: list[bytes], boost: float) -> Matches:
        terms = self._terms(field, keys)
        if terms is None:
            return Matches(_NO_IDS, _NO_SCORES if self._scored else None)
        return self._together(field, keys, terms, side_by_side(terms), boost)

    def _near(self, query: NearWords) -> Matches:
        keys = [term.encode() for term in query.terms_sought]
        terms = self._terms(query.fieldname, keys)
        if terms is None:
            return Matches(_NO_IDS, _NO_SCORES if self._scored else None)
        different = dict(zip(keys, terms, strict=True))
        ids = close_by(terms, keys, query.within)
        return self._together(query.fieldname, list(different), list(different.values()), ids, query.boost)

    def _terms(self, field: str, keys: list[bytes]) -> list[Term] | None:
        found = [self._view.term(field, key) for key in keys]
        here = [term for term in found if term is not None]
        return here if len(here) == len(found) else None

    def _together(self, field: str, keys: list[bytes], terms: list[Term], ids: Numbers, boost: float) -> Matches:
        """Some documents that have all of these terms; each term adds to the score."""
        if not self._scored:
            return Matches(ids, None)
        scores = np.zeros(len(ids), np.float32)
        for key, term in zip(keys, terms, strict=True):
            freqs = None if term.freqs is None else term.freqs[np.searchsorted(term.ids, ids)]
            scores += self._scores(field, key, ids, freqs, boost)
        return Matches(ids, scores)

    def _fitting(self, query: Fitting) -> Numbers:
        """The documents with a word that fits."""
        name = query.fieldname.removesuffix("_written")
        is_listed = query.form is WordForm.PREFIX and len(query.sought) <= LONGEST_LISTED
        if is_listed and name == "body" and self._view.segment.has(f"text{PREFIXES}"):
            listed = self._view.term(f"text{PREFIXES}", query.sought.encode())
            return _NO_IDS if listed is None else listed.ids
        field = self._view.segment.field(stored_in(name))
        found = np.zeros(self._view.count, bool)
        if name == query.fieldname:
            numbers = fitting_words(field.keys, query.sought, query.form, self._look)
            found[postings.decode_ids(self._view.segment.data, field.terms[numbers])] = True
        else:
            numbers = fitting_words(field.written, query.sought, query.form, self._look)
            found[field.documents_with_any(numbers)] = True
        return np.flatnonzero(found).astype(np.uint32)


def _is_filter(query: Any) -> bool:
    return isinstance(query, whoosh.Not | whoosh.Every | whoosh.TermRange | AmongRows)


def _chosen(found: Matches, inside: Numbers) -> Matches:
    return Matches(found.ids[inside], None if found.scores is None else found.scores[inside])


def _added(found: Matches, score: float) -> Matches:
    return found if found.scores is None else Matches(found.ids, found.scores + np.float32(score))


def _among(rows: Numbers, wanted: frozenset[int]) -> Numbers:
    """Which rows are among some."""
    if not len(rows) or not wanted:
        return np.zeros(len(rows), bool)
    table = np.zeros(int(rows.max()) + 1, bool)
    listed = np.fromiter(wanted, np.int64, len(wanted))
    table[listed[(listed >= 0) & (listed < len(table))]] = True
    return np.asarray(table[rows])
