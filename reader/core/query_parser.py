"""Reads a query as typed. Words mean *and*, AND binds tighter than OR, and no text whatever makes it raise."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import takewhile

from reader.core.common_words import is_common
from reader.core.query import All, Any, Field, Near, Not, Note, Parsed, Phrase, Query, Word, WordForm
from reader.core.query_fields import FIELDS, NAME_FIELDS, VALUE_FIELDS, field_named
from reader.core.query_nearest import nearest_field
from reader.core.query_pieces import LISTED, Piece, Sort, is_list, parts_list, pieces
from reader.core.query_values import value as value_of
from reader.core.query_words import bare, goes_on, one_line
from reader.core.query_writing import understood
from reader.core.reasons import Reason, Trouble
from reader.core.spans import Span

__all__ = ["MOST_PIECES", "parse", "understood"]

LONGEST = 20_000
"""Code points of a query."""
MOST_PIECES = 500
MOST_STARS = 20
"""Words with * or ~ in one query: each stands for thousands of words, and too many take minutes."""
LONGEST_NAME = 7
"""Words of a name without quotation marks."""
MOST_TRIED = 20
"""Names without quotation marks in one query that are looked up with the words that follow."""
_WHOLE = frozenset((*VALUE_FIELDS, *NAME_FIELDS))
"""Fields in whose values no word is common."""
FARTHEST = 999_999
"""Words between two that are to be near each other: as many as there are."""
DEEPEST = 40
"""Parentheses inside parentheses."""

_SIMPLE = re.compile(r"[^\W_][\w'’.-]*")
_Found = tuple[Query, Span]
"""A part of the query and where it was typed."""
IsName = Callable[[str, str], bool]
"""Whether (field, name) is known as a whole: "Lee Jong-sup" after "person"."""


def parse(typed: str, *, typing: bool = False, is_name: IsName | None = None) -> Parsed:
    """The tree of a query, with notes, or with the first error and no tree.

    While typing, errors become notes, the faulty part is left out, and the last word may be unfinished. ``is_name``
    decides how far a name without quotation marks reaches; without it, it is one word.
    """
    return _Parser(typed, typing, is_name).parsed()


class _Parser:
    """Walks over the pieces once. ``field`` is the field in whose value it stands, ``outer`` how deep that stands."""

    def __init__(self, typed: str, typing: bool, is_name: IsName | None) -> None:
        self.typed, self.typing, self.is_name = typed, typing, is_name
        self.at = 0
        self.notes: list[Note] = []
        self.error: Note | None = None
        self.field = ""
        self.depth = self.outer = self.stars = self.tried = 0
        found, self.rest = pieces(typed[:LONGEST], MOST_PIECES)
        self.pieces = list(found)

    def parsed(self) -> Parsed:
        self._shorten()
        parts = list(self._any())
        while piece := self._next():
            self._note(piece.span, "stray-parenthesis")
            parts += self._any()
        query = self._all(parts)
        told = {note.span for note in self.notes if note.reason.code in ("write-or", "write-not")}
        notes = [note for note in self.notes if note.reason.code != "common-word" or note.span not in told]
        notes.sort(key=lambda note: note.span)
        return Parsed(None if self.error else query, tuple(notes), self.error)

    def _shorten(self) -> None:
        """What is too long to be a query is no query; while typing, an operator at the end waits for its word."""
        if len(self.typed) > LONGEST:
            self._fail(Span(LONGEST, len(self.typed)), "query-too-large", f"{LONGEST:,}")
        if self.rest:
            self._fail(self.rest, "query-too-long", str(MOST_PIECES))
        while self.typing and self.pieces and self.pieces[-1].astray:
            self.pieces.pop()

    # pieces, notes and errors

    def _peek(self, *sorts: Sort) -> Piece | None:
        """The next piece when it is one of these sorts, or of any when none is named."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        return piece if piece and (not sorts or piece.sort in sorts) else None

    def _next(self, *sorts: Sort) -> Piece | None:
        piece = self._peek(*sorts)
        self.at += piece is not None
        return piece

    def _note(self, span: Span, code: str, *args: str) -> None:
        self.notes.append(Note(span, Reason(code, args)))

    def _fail(self, span: Span, code: str, *args: str) -> None:
        if self.typing:
            self._note(span, code, *args)
        elif self.error is None:
            self.error = Note(span, Reason(code, args))

    # the grammar, from loose to tight

    def _any(self) -> Iterable[_Found]:
        """Parts between which OR stands: one part, or none."""
        start = self.at
        parts = [self._sequence()]
        while self._next(Sort.OR):
            parts.append(self._sequence())
        queries = [part for part in parts if part is not None]
        if len(queries) < 2:
            return [(query, self._since(start)) for query in queries]
        flat = [q for query in queries for q in (query.queries if isinstance(query, Any) else (query,))]
        return [(Any(tuple(flat)), self._since(start))]

    def _since(self, start: int) -> Span:
        """From a piece to the one before the next."""
        last = max(start, self.at - 1)
        return Span(self.pieces[start].span.start, self.pieces[last].span.end)

    def _sequence(self) -> Query | None:
        """Parts that must all be answered."""
        parts: list[_Found] = []
        while self._peek() and not self._peek(Sort.CLOSE, Sort.OR):
            if self._next(Sort.AND):
                continue
            start = self.at
            if (query := self._negatable()) is not None:
                parts.append((query, self._since(start)))
        return self._all(parts)

    def _all(self, parts: list[_Found]) -> Query | None:
        """Joins parts; common words are left out of a bag of words, unless there is nothing else to seek."""
        flat = [(q, span) for query, span in parts for q in (query.queries if isinstance(query, All) else (query,))]
        common = [] if self.field in _WHOLE else [(q, span) for q, span in flat if _may_go(q)]
        kept = [(q, span) for q, span in flat if not _may_go(q)] if common else flat
        if all(isinstance(q, Not) for q, _ in kept):
            kept, common = flat, []
        for word, span in common:
            self._note(span, "common-word", understood(word))
        queries = tuple(q for q, _ in kept)
        return All(queries) if len(queries) > 1 else queries[0] if queries else None

    def _negatable(self) -> Query | None:
        signs = 0
        while self._next(Sort.MINUS, Sort.NOT):
            signs += 1
        query = self._operand()
        if query is None or signs % 2 == 0:
            return query
        return query.query if isinstance(query, Not) else Not(query)

    def _operand(self) -> Query | None:
        piece = self._next()
        if piece is None:
            return None
        if piece.sort is Sort.OPEN:
            return self._group(piece)
        if piece.sort is Sort.FIELD:
            return self._field(piece)
        return self._leaf(piece)

    def _leaf(self, piece: Piece) -> Query | None:
        """A word or phrase, as the field takes it in whose value it stands."""
        if piece.near and self.field in (*VALUE_FIELDS, *NAME_FIELDS):
            self._note(piece.span, "sign-left-out", piece.near)
        if self.field in VALUE_FIELDS:
            return self._values(piece)
        if self.field and piece.sort is Sort.WORD and is_list(piece.text):
            return self._listed(piece)
        if self.field in NAME_FIELDS:
            return self._name(piece)
        return self._phrase(piece) if piece.sort is Sort.MARKED else self._word(piece)

    def _listed(self, piece: Piece) -> Query | None:
        """Words after a field with commas between them, of which one will do: ``place:Tolvik,Meresund``."""
        found, at = [], 0
        for part in LISTED.split(piece.text):
            start = piece.span.start + at
            at += len(part) + 1
            if part and (query := self._leaf(replace(piece, text=part, span=Span(start, start + len(part))))):
                found.append(query)
        unlike = tuple(dict.fromkeys(found))
        return Any(unlike) if len(unlike) > 1 else unlike[0] if unlike else None

    def _group(self, opened: Piece) -> Query | None:
        start = self.at
        if self.depth == DEEPEST:
            self._fail(opened.span, "query-too-deep", str(DEEPEST))
            self.at = len(self.pieces)
            return None
        self.depth += 1
        found = list(self._any())
        self.depth -= 1
        if not self._next(Sort.CLOSE):
            self._note(opened.span, "no-closing-parenthesis")
        return found[0][0] if found and self.at > start else None

    # fields

    def _field(self, piece: Piece) -> Query | None:
        value = self._peek(Sort.WORD, Sort.MARKED, Sort.OPEN, Sort.MINUS)
        glued = value is not None and value.span.start == piece.span.end
        name, nearest = field_named(piece.text), nearest_field(piece.text)
        unknown = ("no-such-field" if nearest else "unknown-field", piece.text, nearest or ", ".join(FIELDS))
        if not name and not glued:
            # A colon after which a space stands is mostly punctuation: "Analysis: what the accord means".
            if nearest:
                self._note(piece.span, *unknown)
            return self._leaf(replace(piece, sort=Sort.WORD))
        if name and not self.field and value is not None and not (value.sort is Sort.MINUS and not glued):
            return self._value(piece, name)
        if not name:
            self._fail(piece.span, *unknown)
        elif self.field:
            self._fail(piece.span, "field-in-field", piece.text)
        else:
            self._fail(piece.span, "empty-field", piece.text)
        if glued:
            self._left_out()
        return None

    def _left_out(self) -> None:
        """Goes past the value of a field that is not known."""
        kept, error = list(self.notes), self.error
        self._negatable()
        self.notes, self.error = kept, error

    def _value(self, piece: Piece, name: str) -> Query | None:
        self.field, self.outer, signs, notes = name, self.depth, 0, len(self.notes)
        while self._next(Sort.MINUS):
            signs += 1
        first = self.at
        query = self._more_listed(self._operand())
        self.field = ""
        if query is None:
            if self.error is None and len(self.notes) == notes:
                self._fail(piece.span, "empty-field", piece.text)
            return None
        if name in NAME_FIELDS and self.at == first + 1:
            self._hint(name, piece, self.pieces[first])
        found = Field(name, query)
        return Not(found) if signs % 2 else found

    def _more_listed(self, first: Query | None) -> Query | None:
        """A list that goes on behind or with quotation marks, with no space: ``place:"Grey Sound",Tolvik``."""
        found = [first] if first else []
        while (piece := self._peek(Sort.WORD, Sort.MARKED)) and parts_list(self.pieces[self.at - 1], piece):
            self.at += 1
            if piece.text.strip(",") and (query := self._leaf(piece)):
                found += [query]
        sides = dict.fromkeys(
            side for query in found for side in (query.queries if isinstance(query, Any) else (query,))
        )
        return Any(tuple(sides)) if len(sides) > 1 else next(iter(sides), None)

    def _hint(self, name: str, field: Piece, value: Piece) -> None:
        """Says that a name without quotation marks was taken to be one word: ``person:Lee Jong-sup``."""
        if value.sort is not Sort.WORD or is_list(value.text):
            return
        follows = list(takewhile(lambda piece: piece.sort is Sort.WORD and not piece.astray, self._ahead()))
        if count := goes_on(value.text, [piece.text for piece in follows]):
            more = " ".join(bare(piece.text).text for piece in follows[:count])
            self._note(Span(field.span.start, follows[count - 1].span.end), "unquoted-name", name, value.text, more)

    def _ahead(self) -> list[Piece]:
        """The pieces of which the rest of a name may consist."""
        return self.pieces[self.at : self.at + LONGEST_NAME - 1]

    def _name(self, piece: Piece) -> Query | None:
        text = piece.text
        # Inside the field's own parentheses words without an operator are one name.
        while self.depth > self.outer and piece.sort is Sort.WORD and (more := self._next(Sort.WORD)):
            text += f" {more.text}"
        if piece.sort is Sort.MARKED or " " in text:
            self._say_unclosed(piece)
            name = one_line(text)
            return Phrase(name) if name else None
        word = bare(text)
        if word.form in (WordForm.PREFIX, WordForm.PATTERN) or word.alone == "*":
            self._fail(piece.span, "star-in-name", text)
            return None
        if word.form is WordForm.FUZZY:
            self._note(piece.span, "sign-left-out", "~")
            word = bare(word.text)
        if joined := self._joined(piece):
            return joined
        return Word(word.text) if word.text else None

    def _joined(self, first: Piece) -> Query | None:
        """The longest name that is known of a word and those that follow, and a note: ``person:Lee Jong-sup``."""
        if self.is_name is None or self.depth > self.outer or self.tried == MOST_TRIED:
            return None
        follows = self._ahead()
        count = next((n for n, piece in enumerate(follows) if piece.sort is not Sort.WORD), len(follows))
        self.tried += bool(count)
        for more in range(count, 0, -1):
            last = follows[more - 1]
            name = one_line(" ".join(piece.text for piece in (first, *follows[:more])).strip(",;"))
            if self.is_name(self.field, name):
                self.at += more
                self._note(Span(first.span.start, last.span.end), "joined-name", name, self.field)
                return Phrase(name)
        return None

    def _values(self, piece: Piece) -> Query | None:
        """A value, or several with commas between them, of which one will do; what is in quotation marks is one."""
        self._say_unclosed(piece)
        marked = piece.sort is Sort.MARKED
        found, at = [], piece.span.start
        for part in [piece.text] if marked else piece.text.split(","):
            span = piece.span if marked else Span(at, at + len(part))
            at = span.end + 1
            try:
                value = value_of(self.field, part, marked=marked)
            except Trouble as trouble:
                self._fail(span, trouble.reason.code, *trouble.reason.args)
                return None
            found += [value] if value is not None and value not in found else []
        return Any(tuple(found)) if len(found) > 1 else found[0] if found else None

    # words

    def _phrase(self, piece: Piece) -> Query | None:
        text = one_line(piece.text)
        self._say_unclosed(piece)
        if not text:
            self._note(piece.span, "no-letters", piece.text)
            return None
        if "*" in text:
            self._note(piece.span, "star-in-phrase")
        if piece.near[1:]:
            return Near(text, int(piece.near[1:7]) if len(piece.near) <= 7 else FARTHEST)
        if piece.near:
            self._note(piece.span, "near-without-number", text)
        begun, _, last = text.rpartition(" ")
        if self.typing and not piece.closed and piece.text[-1].isalnum() and _SIMPLE.fullmatch(last):
            unfinished = Word(bare(last).text, WordForm.PREFIX)
            return All((Phrase(begun), unfinished)) if one_line(begun) else unfinished
        return Phrase(text)

    def _say_unclosed(self, piece: Piece) -> None:
        if not piece.closed:
            self._note(piece.span, "no-closing-mark", piece.text.strip())

    def _word(self, piece: Piece) -> Query | None:
        word = bare(piece.text)
        if word.alone:
            self._fail(piece.span, "stands-alone", word.alone)
            return None
        if not word.text:
            self._note(piece.span, "no-letters", piece.text)
            return None
        if word.sign:
            self._note(piece.span, "sign-left-out", word.sign)
        if piece.astray:
            self._note(piece.span, "operator-as-word", piece.text)
        if word.form is not WordForm.PLAIN:
            return Word(word.text, word.form) if self._may_expand(piece) else None
        if self.typing and piece.span.end == len(self.typed) and self.typed[-1].isalnum():
            return Word(word.text, WordForm.PREFIX)
        if word.text in ("us", "Us"):
            self._note(piece.span, "read-as-country")
            return Word("US")
        if piece.text in ("or", "not") and self._would_join(piece.text):
            self._note(piece.span, f"write-{piece.text}")
        return Word(word.text)

    def _would_join(self, word: str) -> bool:
        """Whether a word in small letters stands where it would be an operator in capitals."""
        before = self.pieces[self.at - 2].sort if self.at > 1 else None
        after = self._peek(Sort.WORD, Sort.MARKED, Sort.OPEN, Sort.FIELD)
        if before is Sort.FIELD or not after or after.astray:
            return False
        return word == "not" or before in (Sort.WORD, Sort.MARKED, Sort.CLOSE)

    def _may_expand(self, piece: Piece) -> bool:
        self.stars += 1
        if self.stars > MOST_STARS:
            self._fail(piece.span, "too-many-stars", str(MOST_STARS))
        return self.stars <= MOST_STARS


def _may_go(query: Query) -> bool:
    return isinstance(query, Word) and query.form is WordForm.PLAIN and is_common(query.text)
