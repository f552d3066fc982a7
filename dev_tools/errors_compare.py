"""Gold beside found: what an annotator missed, invented or took for something else, by the rules of the scorer."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dev_tools.errors_spoken import Spoken

scorer: Any = importlib.import_module("tests.scorers.score")
"""tests/scorers/score.py, which decides what is right; it bears no types."""
FORMS = ("nominal", "pronoun")
FORM_KINDS = ("person", "organization")
"""The kinds of which the scorer counts nominals and pronouns."""
Marked = tuple[int, int, str]
"""Start, end and kind of a mention."""
Shape = dict[str, Any]
"""An article of the gold, or the answer of ``analyze`` to its text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One marked span of an error; ``layer`` is "gold" or "found", ``part`` what it is: mention, content, cue …"""

    layer: str
    part: str
    start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Error:
    """One thing to fix. ``sort`` says what went wrong, ``kind`` with what: a kind of mention, or a manner of speech."""

    article: str
    sort: str
    kind: str
    pieces: tuple[Piece, ...]
    note: str = ""
    confidence: float | None = None
    """Of the found quotation, 0 to 1."""
    why: str = ""
    """Why the annotator believed it, in words."""

    @property
    def start(self) -> int:
        """Where it begins in the text of the article."""
        return min(piece.start for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Measured:
    """What a gold set can judge. What it lacks is no error of the annotator."""

    mentions: bool
    forms: bool
    ids: bool
    attributions: bool
    kinds: frozenset[str]


def measured_by(gold: list[Shape]) -> Measured:
    """What is marked somewhere in a set of gold articles."""
    mentions = [m for article in gold for m in article.get("mentions", ())]
    return Measured(
        mentions=bool(mentions),
        forms=any("form" in m for m in mentions),
        ids=any(m.get("ids") for m in mentions),
        attributions=any(article.get("attributions") for article in gold),
        kinds=frozenset(m["kind"] for m in mentions) - {"role"},
    )


def compare(gold: list[Shape], found: dict[str, Shape]) -> list[Error]:
    """Every error in the articles, in order. ``found`` holds answers of ``analyze`` by id; a missing one found nothing.

    A quotation of an answer may bear "why", a sentence.
    """
    by = measured_by(gold)
    errors: list[Error] = []
    for article in gold:
        answer = found.get(article["id"], {})
        errors += sorted(_errors(article, answer, by), key=lambda error: (error.start, error.sort))
    return errors


def _errors(article: Shape, answer: Shape, by: Measured) -> Iterator[Error]:
    name, right, said = article["id"], article.get("mentions", []), answer.get("mentions", [])
    if by.mentions:
        names = {m for m in _marked(said, "name") if m[2] in by.kinds}
        yield from differences(name, "name", {m for m in _marked(right, "name") if m[2] != "role"}, names)
    for form in FORMS if by.forms else ():
        wanted, got = ({m for m in _marked(ms, form) if m[2] in FORM_KINDS} for ms in (right, said))
        yield from differences(name, form, wanted, got)
    if by.ids:
        roles = {(m["start"], m["end"], "role") for m in answer.get("roles", ())}
        yield from differences(name, "role", {m for m in _marked(right, "name") if m[2] == "role"}, roles)
    if by.attributions:
        yield from _said(article, answer, by)


def _marked(mentions: Iterable[Shape], form: str) -> set[Marked]:
    return {(m["start"], m["end"], m["kind"]) for m in mentions if m.get("form", "name") == form}


def differences(article: str, what: str, gold: set[Marked], found: set[Marked]) -> Iterator[Error]:
    """The errors of one layer of mentions. A missed and an invented one that overlap are one error."""
    missed, invented = sorted(gold - found), sorted(found - gold)
    overlaps = [(scorer.overlap(g[:2], f[:2]), g[2] == f[2], g, f) for g in missed for f in invented]
    taken: set[tuple[str, Marked]] = set()
    for overlap, alike, g, f in sorted(overlaps, key=lambda one: (-one[0], not one[1], *one[2:])):
        if not overlap or taken & {("gold", g), ("found", f)}:
            continue
        taken |= {("gold", g), ("found", f)}
        sort, note = ("with other edges", "") if alike else ("of another kind", f"{g[2]}, found as {f[2]}")
        yield Error(article, f"{what} {sort}", g[2], (_piece("gold", g), _piece("found", f)), note)
    for layer, verb, left in (("gold", "missed", missed), ("found", "invented", invented)):
        for mark in left:
            if (layer, mark) not in taken:
                yield Error(article, f"{what} {verb}", mark[2], (_piece(layer, mark),))


def _piece(layer: str, mark: Marked) -> Piece:
    return Piece(layer, "mention", mark[0], mark[1], mark[2])


def _said(article: Shape, answer: Shape, by: Measured) -> Iterator[Error]:
    spoken = Spoken.match(scorer, article, answer)
    for fault in spoken.faults(resolved=by.ids):
        gold = () if fault.gold is None else _pieces("gold", spoken.gold[fault.gold])
        found = () if fault.found is None else _pieces("found", spoken.found[fault.found])
        quotation = {} if fault.found is None else spoken.found[fault.found]
        yield Error(
            article["id"],
            fault.sort,
            fault.manner,
            (*gold, *found),
            fault.note,
            quotation.get("confidence"),
            quotation.get("why", ""),
        )


def _pieces(layer: str, attribution: Shape) -> tuple[Piece, ...]:
    """The spans of an attribution of the gold (lists of spans) or the answer (one span, or none)."""
    spans = [(part, attribution.get(part) or []) for part in ("speaker", "cue", "content")]
    return tuple(
        Piece(layer, part, start, end, part)
        for part, value in spans
        for start, end in ([value] if value and isinstance(value[0], int) else value)
    )
