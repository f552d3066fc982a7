"""Queries of ours in Whoosh's form: words that fit a pattern, words near each other, articles in rows of the store."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from typing import Any

import numpy as np

from reader.core.query import WordForm
from reader.index.quiet import matching, query
from reader.index.written import are_near, fits

LEAST = 1e-6
"""A score that changes no order; Whoosh takes what has none, inside Or, for what was not found."""


class WithHeadline(query.Or):  # type: ignore[misc]
    """What a text has, (words of ``text``, the same of ``headline``): the second adds to scores and never to hits."""


class Fitting(query.MultiTerm):  # type: ignore[misc]
    """The words of a field that fit a beginning, a pattern, or a word with slips; all count alike."""

    constantscore = True

    def __init__(self, fieldname: str, sought: str, form: WordForm, boost: float = 1.0) -> None:
        self.fieldname, self.sought, self.form, self.boost = fieldname, sought, form, boost

    def __hash__(self) -> int:
        return hash((self.fieldname, self.sought, self.form))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fitting) and self.__dict__ == other.__dict__

    def normalize(self) -> Fitting:
        """Nothing is simpler."""
        return self

    def field(self) -> str:
        """The field in which words are sought."""
        return self.fieldname

    def _btexts(self, reader: Any) -> Iterator[bytes]:
        start = self.sought[:1] if self.form is WordForm.FUZZY else self.sought.partition("*")[0]
        if self.fieldname not in reader.schema:
            return
        to_text = reader.schema[self.fieldname].from_bytes
        for term in reader.expand_prefix(self.fieldname, start):
            if fits(to_text(term), self.sought, self.form):
                yield term


class NearWords(query.Query):  # type: ignore[misc]
    """All of some terms, in any order, with at most so many other words between the outer two."""

    def __init__(self, fieldname: str, terms: tuple[str, ...], within: int) -> None:
        self.fieldname, self.terms_sought, self.within = fieldname, terms, within
        self.boost = 1.0

    def __hash__(self) -> int:
        return hash((self.fieldname, self.terms_sought, self.within))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NearWords) and self.__dict__ == other.__dict__

    def normalize(self) -> NearWords:
        """Nothing is simpler."""
        return self

    def estimate_size(self, reader: Any) -> int:
        """At most the articles with the rarest of the terms."""
        return min(int(reader.doc_frequency(self.fieldname, term)) for term in self.terms_sought)

    estimate_min_size = estimate_size

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The articles of one segment, each with the score of its terms."""
        different = dict.fromkeys(self.terms_sought)
        each = {term: query.Term(self.fieldname, term).matcher(searcher, context) for term in different}
        if any(not matcher.is_active() for matcher in each.values()):
            return matching.NullMatcher()
        ids, weights = [], []
        both = reduce(matching.IntersectionMatcher, each.values())
        while both.is_active():
            places = {term: [span.start for span in matcher.spans()] for term, matcher in each.items()}
            if are_near(places, self.terms_sought, self.within):
                ids.append(both.id())
                weights.append(both.score())
            both.next()
        return matching.ListMatcher(ids, weights, weights) if ids else matching.NullMatcher()


class AmongRows(query.Query):  # type: ignore[misc]
    """The articles in some rows of the store; they add next to nothing to a score."""

    def __init__(self, rows: frozenset[int]) -> None:
        self.rows, self.boost = rows, 1.0

    def __hash__(self) -> int:
        return hash(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AmongRows) and self.rows == other.rows

    def normalize(self) -> AmongRows:
        """Nothing is simpler."""
        return self

    def estimate_size(self, reader: Any) -> int:
        """As many articles as there are rows, or in the index."""
        return min(len(self.rows), int(reader.doc_count()))

    def estimate_min_size(self, reader: Any) -> int:
        """None of them may be in the index."""
        return 0

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """The articles of one segment."""
        documents = searcher.reader()._perdoc
        found = np.flatnonzero(np.isin(documents.segment.array("row"), list(self.rows)))
        ids = [id for id in found.tolist() if not documents.is_deleted(id)]
        scores = [LEAST] * len(ids)
        return matching.ListMatcher(ids, scores, scores) if ids else matching.NullMatcher()
