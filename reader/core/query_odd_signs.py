"""Signs that are read as part of words, and that a reader may have meant otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.core.query import Note
from reader.core.query_fields import field_named
from reader.core.query_pieces import Piece, Sort
from reader.core.reasons import Reason
from reader.core.spans import Span

LONGEST = 12
"""Words between single quotation marks that may be meant as a phrase."""


def odd_signs(pieces: Sequence[Piece]) -> Iterator[Note]:
    """A note for each phrase in single quotation marks, and each field with a space before its colon."""
    for n, piece in enumerate(pieces):
        if piece.sort is Sort.WORD and piece.text[0] in "'‘" and piece.text[-1] not in "'’":
            yield from _single(pieces[n : n + LONGEST])
    for word, colon in pairwise(pieces):
        if word.sort is colon.sort is Sort.WORD and colon.text.startswith(":") and (name := field_named(word.text)):
            yield Note(Span(word.span.start, colon.span.start + 1), Reason("space-before-colon", (name,)))


def _single(pieces: Sequence[Piece]) -> Iterator[Note]:
    words = []
    for piece in pieces:
        if piece.sort is not Sort.WORD or piece.astray:
            return
        words.append(piece.text)
        if piece.text[-1] in "'’":
            span = Span(pieces[0].span.start, piece.span.end)
            yield Note(span, Reason("single-marks", (" ".join(words)[1:-1],)))
            return
