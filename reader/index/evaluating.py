"""How each node of a query tree is answered on one segment: which documents, with which scores, as whole arrays.

Hits and scores are those of Whoosh's searcher and its BM25F on the same index, within what 32-bit floats can tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from math import log
from typing import Any, NamedTuple

import numpy as np

from reader.core.query import WordForm
from reader.index.expanding import LEAST, AmongRows, Fitting, NearWords, WithHeadline
from reader.index.fields import BODY, LISTED, LONGEST_PREFIX, PLAIN, STEMMED, moment
from reader.index.keys import Keys
from reader.index.postings import Numbers, Term
from reader.index.quiet import query as whoosh
from reader.index.segments import HEADLINE, PREFIXES, SHARED
from reader.index.side_by_side import close_by, common, find, in_all, side_by_side
from reader.index.sought import Look, fitting_words
from reader.index.unions import mark_in_article, mark_terms, mark_written
from reader.index.views import K1, MOST_LOOKED_UP, View, stored_in

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
        return _Evaluation(self, view, look, scored=scored).matches(query)

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

    def __init__(self, whole: Evaluator, view: View, look: Look, *, scored: bool) -> None:
        self._whole, self._view, self._look, self._scored = whole, view, look, scored
        self._asked: dict[int, Numbers] = {}

    @cached_property
    def _unscored(self) -> _Evaluation:
        return _Evaluation(self._whole, self._view, self._look, scored=False) if self._scored else self

    def _ids(self, query: Any) -> Numbers:
        """The documents that answer a part of the query; a part is asked once, first for its hits, then for scores."""
        if id(query) not in self._unscored._asked:
            self._unscored._asked[id(query)] = self._unscored.matches(query).ids
        return self._unscored._asked[id(query)]

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
                return self._of_terms(query, self._phrase(query))
            case NearWords():
                return self._of_terms(query, self._near(query))
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
        norms = self._view.norms(field, self._whole.average(field)).take(ids)
        weight = np.float32(self._whole.rarity(field, key) * (K1 + 1) * boost)
        if freqs is None:
            return np.asarray(weight / (norms + 1))
        many = freqs.astype(np.float32)
        norms += many
        many *= weight
        many /= norms
        return many

    def _and(self, query: Any) -> Matches:
        """First lists, the shortest foremost; then what is asked of single documents; then the scores of the rest."""
        filters = [part for part in query.subqueries if _is_filter(part)]
        lists = [part for part in query.subqueries if not _is_filter(part)]
        ids = in_all([self._ids(part) for part in lists] or [np.arange(self._view.count, dtype=np.uint32)])
        found = self._constant(ids, 0.0)
        for part in filters:
            found = self._kept(found, part)
        if found.scores is not None:
            for part in lists:
                self._add_scores(found.ids, found.scores, part)
        return found

    def _add_scores(self, ids: Numbers, scores: Numbers, part: Any) -> None:
        """Adds what a part of a query gives to the scores of some documents that answer it."""
        match part:
            case WithHeadline():
                text, headline = part.subqueries
                self._add_scores(ids, scores, text)
                self._add_to_some(ids, scores, headline)
            case whoosh.Or():
                for each in part.subqueries:
                    self._add_to_some(ids, scores, each)
            case whoosh.Term() | whoosh.Phrase() | NearWords():
                for key in _keys(part):
                    self._add_term(ids, scores, part.fieldname, key, part.boost)
            case Fitting():
                scores += np.float32(part.boost)
            case _:
                found = self.matches(part)
                if found.scores is not None:
                    scores += found.scores[np.searchsorted(found.ids, ids)]

    def _add_to_some(self, ids: Numbers, scores: Numbers, part: Any) -> None:
        """The same for a part that some of the documents answer."""
        at, _ = common(ids, self._ids(part))
        if len(at):
            added = np.zeros(len(at), np.float32)
            self._add_scores(ids[at], added, part)
            scores[at] += added

    def _add_term(self, ids: Numbers, scores: Numbers, field: str, key: bytes, boost: float) -> None:
        term = self._view.term(field, key)
        if term is None:
            return
        freqs = term.freqs
        if freqs is not None and ids is not term.ids:
            freqs = freqs.take(np.searchsorted(term.ids, ids))
        scores += self._scores(field, key, ids, freqs, boost)

    def _kept(self, found: Matches, part: Any) -> Matches:
        """What a filter leaves of some matches, with what it adds to a score."""
        if isinstance(part, whoosh.Every):
            return _added(found, 1.0)
        if isinstance(part, whoosh.Not):
            # What is excluded adds nothing, though Whoosh adds 1 where the exclusion stands alone.
            return _chosen(found, ~find(found.ids, self._ids(part.query))[0])
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
        each = [found for found in map(self.matches, parts) if len(found.ids)]
        if len(each) < 2:
            return each[0] if each else Matches(_NO_IDS, _NO_SCORES if self._scored else None)
        if not self._scored:
            any_ = np.zeros(self._view.count, bool)
            for ids, _ in each:
                any_[ids] = True
            return Matches(np.flatnonzero(any_).astype(np.uint32), None)
        total = np.zeros(self._view.count, np.float32)
        for ids, scores in each:
            if scores is not None:
                total[ids] += scores
        # No score is 0: each word adds to it, however common it is.
        everything = np.flatnonzero(total)
        return Matches(everything.astype(np.uint32), total.take(everything))

    def _with_headline(self, text: Any, headline: Any) -> Matches:
        found = self.matches(text)
        if found.scores is not None:
            more = self.matches(headline)
            at, there = common(found.ids, more.ids)
            if more.scores is not None:
                found.scores[at] += more.scores[there]
        return found

    def _of_terms(self, query: Any, ids: Numbers) -> Matches:
        """Documents in which terms stand as a query asks, with the scores of these terms."""
        found = self._constant(ids, 0.0)
        if found.scores is not None:
            self._add_scores(ids, found.scores, query)
        return found

    def _phrase(self, query: Any) -> Numbers:
        terms = self._terms(query.fieldname, _keys(query))
        return _NO_IDS if terms is None else side_by_side(terms)

    def _near(self, query: NearWords) -> Numbers:
        keys = [term.encode() for term in query.terms_sought]
        terms = self._terms(query.fieldname, keys)
        return _NO_IDS if terms is None else close_by(terms, keys, query.within, self._look)

    def _terms(self, field: str, keys: list[bytes]) -> list[Term] | None:
        found = [self._view.term(field, key) for key in keys]
        here = [term for term in found if term is not None]
        return here if len(here) == len(found) else None

    def _fitting(self, query: Fitting) -> Numbers:
        """The documents with a word that fits."""
        name, segment = query.fieldname.removesuffix("_written"), self._view.segment
        field, found = segment.field(stored_in(name)), np.zeros(self._view.count, bool)
        if query.form is WordForm.PREFIX and name in LISTED and len(query.sought) <= LONGEST_PREFIX:
            listed = self._view.term(f"{name}{PREFIXES}", query.sought.encode())
            return _NO_IDS if listed is None else listed.ids
        if name == query.fieldname:
            mark_terms(found, segment.data, field.terms[self._words(field.keys, query)])
        elif name == SHARED:
            titles = segment.field(HEADLINE)
            mark_in_article(found, field, self._words(field.written, query), titles, self._words(titles.written, query))
        else:
            mark_written(found, field, self._words(field.written, query))
        return np.flatnonzero(found).astype(np.uint32)

    def _words(self, listed: Keys, query: Fitting) -> Numbers:
        return fitting_words(listed, query.sought, query.form, self._look)


def _is_filter(query: Any) -> bool:
    return isinstance(query, whoosh.Not | whoosh.Every | whoosh.TermRange | AmongRows)


def _keys(query: Any) -> list[bytes]:
    """The terms that make up the score of a query; of words near each other each counts once."""
    if isinstance(query, whoosh.Phrase):
        return [word.encode() for word in query.words]
    if isinstance(query, NearWords):
        return [word.encode() for word in dict.fromkeys(query.terms_sought)]
    return [query.text.encode()]


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
