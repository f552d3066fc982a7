"""Our own query tree. Saved searches keep this, never an engine's dialect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.reasons import Reason
from reader.core.spans import Span


class WordForm(StrEnum):
    """How a word of a query is to be compared with the words of an article."""

    PLAIN = "plain"
    PREFIX = "prefix"


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or the beginning of one."""

    text: str
    form: WordForm = WordForm.PLAIN


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Field:
    """A query that one field must answer ("speaker", "headline", "date")."""

    name: str
    query: Query


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles published on a day from ``start`` up to but not on ``end``, each ISO 8601 or empty for no bound."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Not:
    """All that does not answer the query."""

    query: Query


@dataclass(frozen=True, slots=True)
class All:
    """What answers every one of the queries."""

    queries: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What answers at least one of the queries."""

    queries: tuple[Query, ...]


Query = Word | Phrase | Field | DateRange | Not | All | Any


@dataclass(frozen=True, slots=True)
class Note:
    """Something about a query as typed; ``span`` counts code points of what was typed."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parse. With an error nothing is searched; with notes it is searched all the same."""

    query: Query | None
    notes: tuple[Note, ...] = ()
    error: Note | None = None
