"""What the hits of a query have: values of fields, ids of entities, days, rows of the store, each with a count."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import numpy as np

from reader.index import executor
from reader.index.executor import Found
from reader.index.fields import MINUTES

_LISTED = {"publication": "outlet"}
"""Fields of a query whose whole values are listed under another name."""


@dataclass(frozen=True, slots=True)
class Counting:
    """All hits of one query, of which anything may be counted."""

    found: Found

    @property
    def total(self) -> int:
        """How many articles answer."""
        return self.found.total

    def values(self, field: str, limit: int) -> tuple[tuple[str, int], ...]:
        """(value, articles) of publication, lang, kind or has, the most frequent first."""
        return tuple(executor.value_counts(self.found, _LISTED.get(field, field), limit))

    def entities(self, limit: int) -> tuple[tuple[int, int], ...]:
        """(id, articles) of the entities that are mentioned, the most frequent first."""
        return tuple(executor.most_frequent(self.found, "entity_ids", limit))

    def speakers(self, limit: int) -> tuple[tuple[int, int], ...]:
        """(id, articles) of the entities that are quoted, the most frequent first."""
        return tuple(executor.most_frequent(self.found, "speaker_ids", limit))

    def days(self) -> tuple[tuple[dt.date, int], ...]:
        """(day, articles) in order; articles without a day are not among them."""
        published = self.found.column("published")
        days, counts = np.unique(published[published > 0] // MINUTES, return_counts=True)
        each = zip(days.tolist(), counts.tolist(), strict=True)
        return tuple((dt.date.fromordinal(day), count) for day, count in each)

    def rows(self) -> frozenset[int]:
        """The rows of the store in which the articles stand."""
        return frozenset(self.found.column("row").tolist())
