"""Reads a query as typed. Words mean *and*, AND binds tighter than OR, and no text whatever makes it raise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reader.core.common_words import is_common
from reader.core.query import All, Any, Field, Not, Parsed, Query, Word, WordForm
from reader.core.query_cursor import Cursor
from reader.core.query_fields import FIELDS, NAME_FIELDS, VALUE_FIELDS, field_named
from reader.core.query_leaves import IsName, Leaves
from reader.core.query_nearest import nearest_field
from reader.core.query_odd_signs import odd_signs
from reader.core.query_pieces import Piece, Sort, pieces
from reader.core.query_writing import understood
from reader.core.spans import Span

__all__ = ["MOST_PIECES", "IsName", "parse", "understood"]

LONGEST = 20_000
"""Code points of a query."""
MOST_PIECES = 500
_WHOLE = frozenset((*VALUE_FIELDS, *NAME_FIELDS))
"""Fields in whose values no word is common."""
DEEPEST = 40
"""Parentheses inside parentheses."""

_Found = tuple[Query, Span]
"""A part of the query and where it was typed."""


def parse(typed: str, *, typing: bool = False, is_name: IsName | None = None) -> Parsed:
    """The tree of a query, with notes, or with the first error and no tree.

    While typing, errors become notes, the faulty part is left out, and the last word may be unfinished. ``is_name``
    decides how far a name without quotation marks reaches; without it, it is one word.
    """
    return _Parser(typed, typing, is_name).parsed()


class _Parser:
    """Walks over the pieces once and joins what the leaves are."""

    def __init__(self, typed: str, typing: bool, is_name: IsName | None) -> None:
        found, self._rest = pieces(typed[:LONGEST], MOST_PIECES)
        self._cursor = Cursor(typed, list(found), typing=typing)
        self._leaves = Leaves(self._cursor, is_name)
        self._depth = 0

    def parsed(self) -> Parsed:
        self._shorten()
        parts = list(self._any())
        while piece := self._cursor.next():
            self._cursor.note(piece.span, "stray-parenthesis")
            parts += self._any()
        query = self._all(parts)
        for note in odd_signs(self._cursor.pieces):
            self._cursor.note(note.span, note.reason.code, *note.reason.args)
        told = {note.span for note in self._cursor.notes if note.reason.code in ("write-or", "write-not")}
        notes = [note for note in self._cursor.notes if note.reason.code != "common-word" or note.span not in told]
        notes.sort(key=lambda note: note.span)
        return Parsed(None if self._cursor.error else query, tuple(notes), self._cursor.error)

    def _shorten(self) -> None:
        """What is too long to be a query is no query; while typing, an operator at the end waits for its word."""
        if len(self._cursor.typed) > LONGEST:
            self._cursor.fail(Span(LONGEST, len(self._cursor.typed)), "query-too-large", f"{LONGEST:,}")
        if self._rest:
            self._cursor.fail(self._rest, "query-too-long", str(MOST_PIECES))
        while self._cursor.typing and self._cursor.pieces and self._cursor.pieces[-1].astray:
            self._cursor.pieces.pop()

    # the grammar, from loose to tight

    def _any(self) -> Iterable[_Found]:
        """Parts between which OR stands: one part, or none."""
        start = self._cursor.at
        parts = [self._sequence()]
        while self._cursor.next(Sort.OR):
            parts.append(self._sequence())
        queries = [part for part in parts if part is not None]
        if len(queries) < 2:
            return [(query, self._cursor.since(start)) for query in queries]
        flat = [q for query in queries for q in (query.queries if isinstance(query, Any) else (query,))]
        return [(Any(tuple(flat)), self._cursor.since(start))]

    def _sequence(self) -> Query | None:
        """Parts that must all be answered."""
        parts: list[_Found] = []
        while self._cursor.peek() and not self._cursor.peek(Sort.CLOSE, Sort.OR):
            if self._cursor.next(Sort.AND):
                continue
            start = self._cursor.at
            if (query := self._negatable()) is not None:
                parts.append((query, self._cursor.since(start)))
        return self._all(parts)

    def _all(self, parts: list[_Found]) -> Query | None:
        """Joins parts; common words are left out of a bag of words, unless there is nothing else to seek."""
        flat = [(q, span) for query, span in parts for q in (query.queries if isinstance(query, All) else (query,))]
        common = [] if self._leaves.field in _WHOLE else [(q, span) for q, span in flat if _may_go(q)]
        kept = [(q, span) for q, span in flat if not _may_go(q)] if common else flat
        if all(isinstance(q, Not) for q, _ in kept):
            kept, common = flat, []
        for word, span in common:
            self._cursor.note(span, "common-word", understood(word))
        queries = tuple(q for q, _ in kept)
        return All(queries) if len(queries) > 1 else queries[0] if queries else None

    def _negatable(self) -> Query | None:
        signs = 0
        while self._cursor.next(Sort.MINUS, Sort.NOT):
            signs += 1
        query = self._operand()
        if query is None or signs % 2 == 0:
            return query
        return query.query if isinstance(query, Not) else Not(query)

    def _operand(self) -> Query | None:
        piece = self._cursor.next()
        if piece is None:
            return None
        if piece.sort is Sort.OPEN:
            within, self._leaves.bracketed = self._leaves.bracketed, bool(self._leaves.field)
            found = self._group(piece)
            self._leaves.bracketed = within
            return found
        if piece.sort is Sort.FIELD:
            return self._field(piece)
        return self._leaves.leaf(piece)

    def _group(self, opened: Piece) -> Query | None:
        start = self._cursor.at
        if self._depth == DEEPEST:
            self._cursor.fail(opened.span, "query-too-deep", str(DEEPEST))
            self._cursor.at = len(self._cursor.pieces)
            return None
        self._depth += 1
        found = list(self._any())
        self._depth -= 1
        if not self._cursor.next(Sort.CLOSE):
            self._cursor.note(opened.span, "no-closing-parenthesis")
        return found[0][0] if found and self._cursor.at > start else None

    # fields

    def _field(self, piece: Piece) -> Query | None:
        value = self._cursor.peek(Sort.WORD, Sort.MARKED, Sort.OPEN, Sort.MINUS)
        glued = value is not None and value.span.start == piece.span.end
        name, nearest = field_named(piece.text), nearest_field(piece.text)
        unknown = ("no-such-field" if nearest else "unknown-field", piece.text, nearest or ", ".join(FIELDS))
        if not name and not glued:
            # A colon after which a space stands is mostly punctuation: "Analysis: what the accord means".
            if nearest:
                self._cursor.note(piece.span, *unknown)
            return self._leaves.leaf(replace(piece, sort=Sort.WORD))
        if name and not self._leaves.field and value is not None and not (value.sort is Sort.MINUS and not glued):
            return self._value(piece, name)
        if not name:
            self._cursor.fail(piece.span, *unknown)
        elif self._leaves.field:
            self._cursor.fail(piece.span, "field-in-field", piece.text)
        else:
            self._cursor.fail(piece.span, "empty-field", piece.text)
        if glued:
            self._left_out()
        return None

    def _left_out(self) -> None:
        """Goes past the value of a field that is not known."""
        kept, error = list(self._cursor.notes), self._cursor.error
        self._negatable()
        self._cursor.notes, self._cursor.error = kept, error

    def _value(self, piece: Piece, name: str) -> Query | None:
        signs, notes = 0, len(self._cursor.notes)
        self._leaves.field = name
        while self._cursor.next(Sort.MINUS):
            signs += 1
        first = self._cursor.at
        query = self._leaves.more_listed(self._operand())
        self._leaves.field = ""
        if query is None:
            if self._cursor.error is None and len(self._cursor.notes) == notes:
                self._cursor.fail(piece.span, "empty-field", piece.text)
            return None
        if name in NAME_FIELDS and self._cursor.at == first + 1:
            self._leaves.hint(name, piece, self._cursor.pieces[first])
        found = Field(name, query)
        return Not(found) if signs % 2 else found


def _may_go(query: Query) -> bool:
    return isinstance(query, Word) and query.form is WordForm.PLAIN and is_common(query.text)
