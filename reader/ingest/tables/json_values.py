"""JSON to values, whatever a file holds: nothing makes the parser go too deep or too long, or lose what is whole."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

MAX_DEPTH = 100
"""Lists and objects inside one another; deeper ones become null. The deepest real export (browser folders) has 20."""
_LONGEST_NUMBER = 40
"""Figures; Python takes quadratic time on a whole number of a hundred thousand."""

# Strings are matched whole, so that a bracket in one is none. No part gives back what it took: the scan is linear.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)
_SPACE = re.compile(r"[\s,;]*")
_OPEN, _CLOSE = "[{", "]}"


@dataclass(frozen=True, slots=True)
class Parsed:
    """The values of a file, one after another, and whether they are all that it holds."""

    values: tuple[object, ...]
    is_whole: bool = True


def parse(text: str) -> Parsed:
    """The values that stand in a text; of one that is cut off or broken, what is whole."""
    text = _pruned(text.replace("\x00", ""))
    values: list[object] = []
    at = _skip(text, 0)
    while at < len(text):
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return Parsed((*values, *_whole_part(text[at:])), is_whole=False)
        values.append(value)
        at = _skip(text, at)
    return Parsed(tuple(values))


def parse_one(text: str) -> object:
    """The one value that a line holds. Raises ValueError."""
    text = _pruned(text.replace("\x00", "")).strip().rstrip(",")
    try:
        return _DECODER.decode(text)
    except RecursionError as error:
        raise ValueError(text[:80]) from error


def value_at(text: str, at: int) -> tuple[object, int]:
    """The value that begins at a place, and where it ends. Raises ValueError where none is whole."""
    try:
        return _DECODER.raw_decode(text, at)
    except RecursionError as error:
        raise ValueError(text[at : at + 80]) from error


def written(value: object) -> bytes:
    """A value as JSON in UTF-8; what UTF-8 cannot hold is written as an escape or a question mark."""
    return json.dumps(value, ensure_ascii=False, default=str).encode("utf-8", "replace")


def _number(figures: str) -> int | str:
    return int(figures) if len(figures) <= _LONGEST_NUMBER else figures


def _nothing(_name: str) -> None:
    """NaN and Infinity are no JSON, and no words of a story either."""


_DECODER = json.JSONDecoder(strict=False, parse_int=_number, parse_constant=_nothing)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found is not None else at


def _pruned(text: str) -> str:
    """The text with null for every list or object that stands too deep."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return text
    kept: list[str] = []
    depth = done = 0
    for token in _TOKEN.finditer(text):
        mark = token[0]
        if mark in _OPEN:
            depth += 1
            if depth == MAX_DEPTH + 1:
                kept += (text[done : token.start()], "null")
                done = len(text)
        elif mark in _CLOSE:
            if depth == MAX_DEPTH + 1:
                done = token.end()
            depth = max(0, depth - 1)
    return "".join((*kept, text[done:])) if kept else text


def _whole_part(text: str) -> tuple[object, ...]:
    """What can be read of a value that is cut off: up to the last whole entry of its outermost list or object.

    Where it is broken in the middle, the entries of that list one by one.
    """
    is_open: list[tuple[str, int]] = []
    spans: dict[int, list[tuple[int, int]]] = {}
    for token in _TOKEN.finditer(text):
        if token[0] in _OPEN:
            is_open.append((token[0], token.start()))
        elif token[0] in _CLOSE and is_open:
            _, start = is_open.pop()
            if is_open and is_open[-1][0] == "[":
                spans.setdefault(len(is_open), []).append((start, token.end()))
    if not spans:
        return _first_members(text)
    entries = spans[min(spans)]
    try:
        whole, _ = _DECODER.raw_decode(text[: entries[-1][1]] + _closing(text, entries[-1][1]))
        return (whole,)
    except (ValueError, RecursionError):
        return (good,) if (good := [value for start, end in entries for value in _maybe(text[start:end])]) else ()


def _closing(text: str, end: int) -> str:
    """The brackets that are open at a place, closed."""
    is_open: list[str] = []
    for token in _TOKEN.finditer(text, 0, end):
        if token[0] in _OPEN:
            is_open.append(token[0])
        elif token[0] in _CLOSE and is_open:
            is_open.pop()
    return "".join("]" if mark == "[" else "}" for mark in reversed(is_open))


def _first_members(text: str) -> tuple[object, ...]:
    """Of one object that is cut off, the members before the one that is not whole."""
    commas = [found.start() for found in re.finditer(r',\s*"(?:[^"\\]++|\\.)*+"\s*:', text)]
    for comma in reversed(commas[-3:]):
        if found := _maybe(text[:comma] + _closing(text, comma)):
            return found
    return ()


def _maybe(text: str) -> tuple[object, ...]:
    try:
        return (_DECODER.raw_decode(text)[0],)
    except (ValueError, RecursionError):
        return ()
