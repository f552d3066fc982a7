"""Our own query tree. Saved searches keep this, never an engine's dialect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reader.core.reasons import Reason
from reader.core.spans import Span


class WordForm(StrEnum):
    """How a word of a query is to be compared with the words of an article."""

    PLAIN = "plain"
    """Any form of the word: "voting" is "votes"."""
    PREFIX = "prefix"
    """The beginning of a word as written."""
    PATTERN = "pattern"
    """A word as written in which each * stands for any letters, or none ("w*d", "*ord")."""
    FUZZY = "fuzzy"
    """A word as written that is a slip of the pen away (``core.query_likeness``)."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, or what is known of it; only the ``text`` of a pattern holds stars."""

    text: str
    form: WordForm = WordForm.PLAIN


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side."""

    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Words that stand near each other in any order: at most ``within`` other words stand between the outer two."""

    text: str
    within: int


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
class Rows:
    """The articles in some rows of the store. No one types this: it is what the store answers to a field."""

    rows: frozenset[int]


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


Query = Word | Phrase | Near | Field | DateRange | Rows | Not | All | Any


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
