"""What a reader is typing in a query at the cursor, so that something can be proposed for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from reader.core.query_fields import FIELDS, LANGUAGES, NAME_FIELDS, OTHER_NAMES, VALUE_FIELDS, VALUES, field_named
from reader.core.query_nearest import fields_meant
from reader.core.query_parser import LONGEST, MOST_PIECES
from reader.core.query_pieces import LISTED, Piece, Sort, pieces
from reader.core.query_words import one_line
from reader.core.spans import Span

MOST_WORDS = 4
"""Of a name without quotation marks that is being typed."""
_LAST = ("1d", "7d", "1m", "1y")


class Place(StrEnum):
    """Where the cursor stands."""

    WORD = "word"
    """In words without a field; they may also be the beginning of a field's name."""
    FIELD = "field"
    """Behind the colon of a name that is no field: "s:"."""
    VALUE = "value"
    """In what follows a field."""


@dataclass(frozen=True, slots=True)
class Typing:
    """One way to read what is being typed; the cursor stands at its end."""

    place: Place
    text: str
    """What was typed of it, without quotation marks and in one line; it may be empty behind a field."""
    span: Span
    """What of the query is replaced when a proposal is accepted, in code points."""
    field: str = ""
    """The field in whose value it stands."""
    marked: bool = False
    """Whether it stands in quotation marks."""


@dataclass(slots=True)
class _Context:
    """What the pieces before the cursor open: a field that waits for its value, parentheses, words in a row."""

    waiting: str = ""
    outer: list[str] = field(default_factory=list)
    words: list[Piece] = field(default_factory=list)
    first_of: str = ""
    """The field of which the first of the words is the value."""

    @property
    def field(self) -> str:
        return self.waiting or (self.outer[-1] if self.outer else "")

    def take(self, piece: Piece) -> None:
        if piece.sort is Sort.WORD and not piece.astray:
            if self.waiting or not self.words:
                self.words, self.first_of = [], self.waiting
            self.words.append(piece)
        else:
            self.words = []
        if piece.sort is Sort.OPEN:
            self.outer.append(self.field)
        elif piece.sort is Sort.CLOSE and self.outer:
            self.outer.pop()
        if piece.sort is Sort.FIELD:
            self.waiting = field_named(piece.text)
        elif piece.sort is not Sort.MINUS:
            self.waiting = ""


def readings(typed: str, cursor: int) -> tuple[Typing, ...]:
    """What may be meant by the words at the cursor, the longest first: "Ilse Mar" before "Mar".

    Nothing inside a word, behind a space, or where a * or ~ says that the word is whole. ``cursor`` counts code points.
    """
    if not 0 < cursor <= min(len(typed), LONGEST):
        return ()
    found, _ = pieces(typed[:LONGEST], MOST_PIECES)
    context = _Context()
    for piece in found:
        if piece.span.end >= cursor:
            return _at(typed, cursor, piece, context) if piece.span.start < cursor else ()
        context.take(piece)
    return ()


def _at(typed: str, cursor: int, piece: Piece, context: _Context) -> tuple[Typing, ...]:
    if piece.sort is Sort.MARKED:
        return _marked(typed, cursor, piece, context.field)
    if typed[cursor : cursor + 1].strip(" \t\n),"):
        return ()
    if piece.sort is Sort.FIELD and piece.span.end == cursor:
        name = field_named(piece.text)
        if name:
            return (Typing(Place.VALUE, "", Span(cursor, cursor), name),)
        if not context.field:
            return (Typing(Place.FIELD, piece.text, Span(cursor - 1 - len(piece.text), cursor)),)
    if piece.sort is Sort.WORD and not piece.astray:
        context.take(replace(piece, span=Span(piece.span.start, cursor)))
        return _words(typed, context)
    return ()


def _marked(typed: str, cursor: int, piece: Piece, name: str) -> tuple[Typing, ...]:
    """At the end of what stands in quotation marks; these are replaced with it."""
    end = piece.span.start + 1 + len(piece.text)
    at_end = not piece.near and cursor == end if piece.closed else not typed[cursor : cursor + 1].strip()
    text = one_line(typed[piece.span.start + 1 : cursor])
    if not at_end or not text:
        return ()
    span = Span(piece.span.start, cursor + piece.closed)
    return (Typing(Place.VALUE if name else Place.WORD, text, span, name, marked=True),)


def _words(typed: str, context: _Context) -> tuple[Typing, ...]:
    """The last words in a row, those of a name together, then the last one alone."""
    words, cursor = context.words, context.words[-1].span.end
    found = []
    for count in range(min(len(words), MOST_WORDS), 0, -1):
        first = words[-count]
        known = context.outer[-1] if context.outer else ""
        if count == len(words) and context.first_of:
            known = context.first_of
        start = _start(typed, first, known, cursor)
        text = one_line(typed[start:cursor]) if start < cursor else ""
        name = known in NAME_FIELDS
        one = count == 1 if known and not name else count == len(words) or not (name and context.outer)
        if not one or not text or "*" in text or "~" in text:
            continue
        found.append(Typing(Place.VALUE if known else Place.WORD, text, Span(start, cursor), known))
    return tuple(found)


def _start(typed: str, first: Piece, known: str, cursor: int) -> int:
    """Where a value or word begins: behind the last comma of a list, and behind signs at its beginning."""
    start, end = first.span.start, min(first.span.end, cursor)
    if known:
        commas = [match.end() for match in LISTED.finditer(typed, start, end)]
        start = commas[-1] if commas else start
    if known in VALUE_FIELDS:
        return typed.rfind(",", start, end) + 1 or start
    return next((n for n in range(start, end) if typed[n].isalnum()), end)


# what the language itself has to propose


def fields_like(text: str) -> tuple[str, ...]:
    """The fields whose names begin so, or that are meant by words which do ("auth" is byline)."""
    small = text.casefold()
    other = [meant for name, meant in OTHER_NAMES.items() if name.startswith(small)]
    return tuple(dict.fromkeys([*(name for name in FIELDS if name.startswith(small)), *other, *fields_meant(small)]))


def values_like(name: str, text: str) -> tuple[str, ...]:
    """What may stand after is:, has:, kind:, lang: and last: and begins so; a language also by its name."""
    small = text.casefold()
    if name == "lang":
        return tuple(code for code, said in LANGUAGES.items() if _begins((code, said.casefold()), small))
    known = _LAST if name == "last" else VALUES.get(name, ())
    return tuple(value for value in known if value.startswith(small))


def _begins(words: Sequence[str], small: str) -> bool:
    return any(word.startswith(small) for word in words)
