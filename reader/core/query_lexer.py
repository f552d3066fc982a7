"""Cuts a typed query into words, phrases, fields, parentheses and operators."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from reader.core.query import Note
from reader.core.reasons import Reason
from reader.core.spans import Span

_MARKS = '"“”„«»'
_FIELD = re.compile(r"([^\W\d_]+):(?!//)")
_WORD = re.compile(rf"[^\s(){_MARKS}]+")
_OPERATORS = {"AND", "OR", "NOT"}


class Kind(StrEnum):
    """What a token is."""

    WORD = "word"
    PHRASE = "phrase"
    FIELD = "field"
    OPEN = "("
    CLOSE = ")"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query; ``span`` counts code points of what was typed."""

    kind: Kind
    text: str
    span: Span
    touches_end: bool = False


def lex(typed: str) -> tuple[list[Token], list[Note]]:
    """The tokens, and notes about what was never closed."""
    tokens: list[Token] = []
    notes: list[Note] = []
    at, open_at = 0, []
    while at < len(typed):
        char = typed[at]
        if char.isspace():
            at += 1
        elif char in "()":
            tokens.append(Token(Kind.OPEN if char == "(" else Kind.CLOSE, char, Span(at, at + 1)))
            if char == "(":
                open_at.append(at)
            elif open_at:
                open_at.pop()
            at += 1
        elif char in _MARKS:
            at = _phrase(typed, at, tokens, notes)
        else:
            at = _rest(typed, at, tokens)
    notes += [Note(Span(at, at + 1), Reason("no-closing-parenthesis")) for at in open_at]
    return tokens, notes


def _phrase(typed: str, at: int, tokens: list[Token], notes: list[Note]) -> int:
    end = next((i for i in range(at + 1, len(typed)) if typed[i] in _MARKS), -1)
    if end < 0:
        end = len(typed)
        if typed[at + 1 :].strip():
            notes.append(Note(Span(at, end), Reason("no-closing-mark", (typed[at + 1 : at + 40].strip(),))))
    words = " ".join(typed[at + 1 : end].split())
    if words:
        tokens.append(Token(Kind.PHRASE, words, Span(at, min(end + 1, len(typed)))))
    return end + 1


def _rest(typed: str, at: int, tokens: list[Token]) -> int:
    """A minus, a field's name, an operator or a word."""
    if typed[at] == "-" and at + 1 < len(typed) and not typed[at + 1].isspace() and typed[at + 1] != "-":
        tokens.append(Token(Kind.NOT, "-", Span(at, at + 1)))
        return at + 1
    name = _FIELD.match(typed, at)
    if name:
        tokens.append(Token(Kind.FIELD, name[1].casefold(), Span(at, name.end())))
        return name.end()
    word = _WORD.match(typed, at)
    assert word is not None
    kind = Kind(word[0]) if word[0] in _OPERATORS else Kind.WORD
    tokens.append(Token(kind, word[0], Span(at, word.end()), word.end() == len(typed)))
    return word.end()
