"""A query as typed, cut into pieces: words, quoted words, names of fields, parentheses, minus signs and operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.spans import Span

_MARKS = '"“”„‟«»'
_MARKED = re.compile(f"[{_MARKS}](?P<inside>[^{_MARKS}]*)(?P<end>[{_MARKS}]?)")
# The Kelvin sign is a K once it is composed.
_FIELD = re.compile(rf"[^\w\s(){_MARKS}]*(?P<name>[A-Za-z\u212a]+):(?!//)")
_MINUS = re.compile(r"(?<![^\s(:-])-(?=[^\s)])")
_WORD = re.compile(rf"[^\s(){_MARKS}]+")
_SPACE = re.compile(r"\s*")


class Sort(StrEnum):
    """What a piece is."""

    WORD = "word"
    MARKED = "marked"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    NOT = "NOT"
    AND = "AND"
    OR = "OR"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece with its place in what was typed."""

    sort: Sort
    text: str
    """A word as typed, what stands inside quotation marks, or the name of a field."""
    span: Span
    closed: bool = True
    """Whether quotation marks end as they begin."""
    astray: bool = False
    """A word that looks like an operator and has nothing to join."""


def pieces(typed: str) -> tuple[Piece, ...]:
    """The pieces of a query, in order; operators are told from words by what stands beside them."""
    found = tuple(_cut(typed))
    told: list[Piece] = []
    for n, piece in enumerate(found):
        told.append(_told(piece, told[-1] if told else None, found[n + 1] if n + 1 < len(found) else None))
    return tuple(told)


def _cut(typed: str) -> Iterator[Piece]:
    at, last = 0, None
    while (at := _end(_SPACE, typed, at)) < len(typed):
        after_field = last is not None and last.sort is Sort.FIELD and last.span.end == at
        last = _piece(typed, at, after_field)
        yield last
        at = last.span.end


def _end(pattern: re.Pattern[str], typed: str, at: int) -> int:
    match = pattern.match(typed, at)
    return match.end() if match else at


def _piece(typed: str, at: int, after_field: bool) -> Piece:
    if typed[at] in "()":
        return Piece(Sort(typed[at]), typed[at], Span(at, at + 1))
    if match := _MARKED.match(typed, at):
        return Piece(Sort.MARKED, match["inside"], Span(at, match.end()), closed=bool(match["end"]))
    if _MINUS.match(typed, at):
        return Piece(Sort.MINUS, "-", Span(at, at + 1))
    # "headline:a:b" seeks "a:b" in headlines; a field inside a field would mean nothing.
    if not after_field and (match := _FIELD.match(typed, at)):
        return Piece(Sort.FIELD, match["name"], Span(at, match.end()))
    end = _end(_WORD, typed, at)
    return Piece(Sort.WORD, typed[at:end], Span(at, end))


def _told(piece: Piece, before: Piece | None, after: Piece | None) -> Piece:
    """A word that is an operator with something to join becomes one; else it is a word that went astray."""
    if piece.sort is not Sort.WORD or piece.text not in ("AND", "OR", "NOT"):
        return piece
    if before and before.sort is Sort.FIELD and before.span.end == piece.span.start:
        return piece
    right = after is not None and after.sort is not Sort.CLOSE
    if after is not None and after.sort is Sort.WORD and after.text in ("AND", "OR"):
        right = False
    left = piece.text == "NOT" or (before is not None and before.sort in (Sort.WORD, Sort.MARKED, Sort.CLOSE))
    return replace(piece, sort=Sort(piece.text)) if left and right else replace(piece, astray=True)
