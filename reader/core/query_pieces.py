"""A query as typed, cut into pieces: words, quoted words, names of fields, parentheses, minus signs and operators."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.query_fields import field_named
from reader.core.query_words import bare
from reader.core.spans import Span

MARKS = '"“”„‟«»'
_MARKED = re.compile(rf"[{MARKS}](?P<inside>[^{MARKS}]*)(?:(?P<end>[{MARKS}])(?P<near>~[0-9]*|\s+~[0-9]+(?!\w))?)?")
# The Kelvin sign is a K once it is composed.
_FIELD = re.compile(rf"(?:[^\w\s(){MARKS}]|_)*(?P<name>[A-Za-z\u212a]+)[:：](?!//)")
_MINUS = re.compile(r"(?<![^\s(:-])-(?=[^\s)])")
_WORD = re.compile(rf"[^\s(){MARKS}]+")
_COMMAS = re.compile(r",+")
LISTED = re.compile(r"(?<![0-9]),|,(?![0-9])")
"""A comma that parts what is listed: none inside a number."""
_SPACE = re.compile(r"\s*")


class Sort(StrEnum):
    """What a piece is."""

    WORD = "word"
    MARKED = "marked"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    COMMA = ","
    NOT = "NOT"
    AND = "AND"
    OR = "OR"


_ENDS_A_PART = (Sort.WORD, Sort.MARKED, Sort.CLOSE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece with its place in what was typed."""

    sort: Sort
    text: str
    """A word as typed, what stands inside quotation marks, or the name of a field."""
    span: Span
    closed: bool = True
    """Whether quotation marks end as they begin."""
    near: str = ""
    """What follows quotation marks: "~5"."""
    astray: bool = False
    """A word that looks like an operator and has nothing to join."""


def pieces(typed: str, most: int) -> tuple[tuple[Piece, ...], Span | None]:
    """The first ``most`` pieces of a query, in order, and what is left of it, or None.

    Operators are told from words by what stands beside them; a comma in the parentheses of a field is an OR.
    """
    found: list[Piece] = []
    rest = None
    for piece in _cut(typed):
        if len(found) == most:
            rest = Span(piece.span.start, len(typed))
            break
        found.append(piece)
    told: list[Piece] = []
    for n, piece in enumerate(found):
        one = _told(piece, told[-1] if told else None, found[n + 1] if n + 1 < len(found) else None)
        told += [one] if one else []
    return tuple(told), rest


def is_list(word: str) -> bool:
    """Whether commas part what stands after a field; "headline:a:b,c" seeks one word with a colon in it."""
    core = bare(word).text
    return ":" not in core and bool(LISTED.search(core))


def parts_list(before: Piece, piece: Piece) -> bool:
    """Whether a comma without a space parts two values, of which one at least stands in quotation marks."""
    glued = before.span.end == piece.span.start and Sort.MARKED in (before.sort, piece.sort)
    if any(one.sort is Sort.WORD and ":" in one.text for one in (before, piece)):
        return False
    ends = before.sort is Sort.WORD and before.text.endswith(",")
    begins = before.sort is Sort.MARKED and piece.sort is Sort.WORD and piece.text.startswith(",")
    return glued and (ends or begins)


def _cut(typed: str) -> Iterator[Piece]:
    at, last = 0, None
    lists: list[bool] = []  # for each open parenthesis: whether commas part what stands in it
    while (at := _end(_SPACE, typed, at)) < len(typed):
        after_field = last is not None and last.sort is Sort.FIELD and last.span.end == at
        last_named = last is not None and last.sort is Sort.FIELD and bool(field_named(last.text))
        last = _piece(typed, at, after_field, listing=bool(lists) and lists[-1])
        yield last
        at = last.span.end
        if last.sort is Sort.OPEN:
            lists.append(last_named or (bool(lists) and lists[-1]))
        elif last.sort is Sort.CLOSE and lists:
            lists.pop()


def _end(pattern: re.Pattern[str], typed: str, at: int) -> int:
    match = pattern.match(typed, at)
    return match.end() if match else at


def _piece(typed: str, at: int, after_field: bool, listing: bool) -> Piece:
    if typed[at] in "()":
        return Piece(Sort(typed[at]), typed[at], Span(at, at + 1))
    if match := _MARKED.match(typed, at):
        span = Span(at, match.end())
        return Piece(Sort.MARKED, match["inside"], span, closed=bool(match["end"]), near=(match["near"] or "").strip())
    if listing and (commas := _COMMAS.match(typed, at)):
        return Piece(Sort.COMMA, ",", Span(at, commas.end()))
    if _MINUS.match(typed, at):
        return Piece(Sort.MINUS, "-", Span(at, at + 1))
    # "headline:a:b" seeks "a:b" in headlines; a field inside a field would mean nothing.
    if not after_field and (match := _FIELD.match(typed, at)):
        return Piece(Sort.FIELD, match["name"], Span(at, match.end()))
    end = _end(_WORD, typed, at)
    if listing and (comma := LISTED.search(typed, at, end)):
        end = comma.start()
    return Piece(Sort.WORD, typed[at:end], Span(at, end))


def _told(piece: Piece, before: Piece | None, after: Piece | None) -> Piece | None:
    """A word that is an operator with something to join becomes one; else it is a word that went astray.

    A comma with nothing to join is nothing.
    """
    if piece.sort is Sort.COMMA:
        right = after is not None and not _ends_a_sequence(after)
        left = before is not None and before.sort in _ENDS_A_PART
        return replace(piece, sort=Sort.OR) if left and right else None
    if piece.sort is not Sort.WORD or piece.text not in ("AND", "OR", "NOT"):
        return piece
    if before and before.sort is Sort.FIELD and before.span.end == piece.span.start:
        return piece
    right = after is not None and not _ends_a_sequence(after)
    left = piece.text == "NOT" or (before is not None and before.sort in _ENDS_A_PART)
    return replace(piece, sort=Sort(piece.text)) if left and right else replace(piece, astray=True)


def _ends_a_sequence(piece: Piece) -> bool:
    return piece.sort in (Sort.CLOSE, Sort.COMMA) or (piece.sort is Sort.WORD and piece.text in ("AND", "OR"))
