"""From the encoder's tags to names, measures and roles."""

from __future__ import annotations

import collections
from dataclasses import dataclass

import numpy as np

from reader.core.kinds import Kind
from reader.language.decoding import Found, spans
from reader.language.edges import role_spans
from reader.language.encoder import Reading
from reader.language.features import KINDS
from reader.language.names import Name
from reader.language.roles import RoleSpan
from reader.language.tokens import Tokens
from reader.language.words import Words

_LOOSE = frozenset(("'s", "’s", "'", "’", '"', "“", "”", ",", ";", ":", "(", ")", "[", "]", "-", "--", "–", "—"))
_RULED = 0.15
"""What a kind gains where the rules think so too."""
_AGREED = 0.5
"""The mean probability from which one kind is that of all places."""
_NO_DATES = frozenset("the a this that just early late on of in at about only".split())
_JOINS = frozenset("of in for on at by to from with and or the".split())
"""What no name ends with: the encoder had begun to read on."""
_CAPITAL = (Kind.PLACE, Kind.FACILITY, Kind.ORGANIZATION, Kind.EVENT, Kind.WORK)
"""Kinds of which a name has a capital; people have none in transcripts, and groups often have none."""
_FAR = 3
"""Words between a role and its name: a comma, or "the"."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A date, a sum of money or another measure: the words from ``first`` up to ``last``."""

    first: int
    last: int
    kind: Kind


def find_named(tokens: Tokens, reading: Reading, guessed: list[Name]) -> tuple[list[Name], list[Measure]]:
    """Names, and dates, money and measures, in order of the text. ``guessed`` are the names of the rules."""
    found = [clean for one in spans(reading.tags["name"], reading.windows) if (clean := trimmed(tokens, one))]
    kinds = _agreed(tokens, reading, found, guessed)
    by_rule = {name.first: name for name in guessed}
    names: list[Name] = []
    measures: list[Measure] = []
    for one, kind in zip(found, kinds, strict=True):
        if kind in _CAPITAL and _is_small(tokens, one, by_rule):
            continue
        if kind.names_an_entity:
            last = one.last
            while last > one.first + 1 and tokens.lowers[last - 1] in _JOINS:
                last -= 1
            names += _parted(Name(one.first, last, kind), by_rule)
        else:
            measures.append(Measure(one.first, one.last, kind))
    return names, measures


def _is_small(tokens: Tokens, one: Found, by_rule: dict[int, Name]) -> bool:
    """Whether a span is in small letters alone ("the fish quay"), no handle, and no name to the rules either."""
    text = "".join(tokens.words[one.first : one.last])
    return text.islower() and text.isalpha() and one.first not in by_rule


def _parted(name: Name, by_rule: dict[int, Name]) -> list[Name]:
    """A name, or the two places that the rules see in it: "He left the U.S. Belgium wanted him."."""
    one = by_rule.get(name.first)
    two = by_rule.get(one.last) if one and one.last < name.last else None
    if one and two and two.last == name.last and one.kind is two.kind is name.kind is Kind.PLACE:
        return [one, two]
    return [name]


def whole_measures(tokens: Tokens, timed: bytearray, found: list[Measure]) -> list[Measure]:
    """Dates and other measures to the edges that the rules give them; halves that touch are one.

    ``timed`` marks the words of the rules' dates with 1 and of other measures with 2.
    """
    kept: list[Measure] = []
    for one in found:
        mark = 1 if one.kind is Kind.DATE else 2
        first, last = one.first, one.last
        while first > 0 and timed[first] == timed[first - 1] == mark:
            first -= 1
        while last < len(tokens) and timed[last - 1] == timed[last] == mark:
            last += 1
        if kept and kept[-1].kind is one.kind and first <= kept[-1].last:
            first = min(first, kept.pop().first)
        if any(tokens.lowers[i] not in _NO_DATES for i in range(first, last)):
            kept.append(Measure(first, last, one.kind))
    return kept


def trimmed(tokens: Tokens, one: Found) -> Found | None:
    """A span without marks and 's at its edges, or nothing."""
    first, last = one.first, one.last
    while first < last and tokens.words[first] in _LOOSE:
        first += 1
    while last > first and tokens.words[last - 1] in _LOOSE and not _closes(tokens, first, last):
        last -= 1
    return Found(first, last, one.kind, one.sure) if first < last else None


def _closes(tokens: Tokens, first: int, last: int) -> bool:
    return tokens.words[last - 1] == ")" and "(" in tokens.words[first:last]


def _agreed(tokens: Tokens, reading: Reading, found: list[Found], guessed: list[Name]) -> list[Kind]:
    """The kind of each span: where one string has several kinds, what its places together make most probable."""
    scores = reading.tags["name"]
    weights: dict[str, np.ndarray] = {}
    counts: collections.Counter[str] = collections.Counter()
    by_rule = {(name.first, name.last): KINDS.index(name.kind) for name in guessed}
    keys = [" ".join(tokens.lowers[one.first : one.last]) for one in found]
    for key, one in zip(keys, found, strict=True):
        begin = scores[one.first, 1::2]
        whole = np.exp(begin) if one.last == one.first + 1 else np.exp((begin + scores[one.last - 1, 2::2]) / 2)
        weights[key] = weights.get(key, np.zeros(len(KINDS))) + whole
        counts[key] += 1
        kind = by_rule.get((one.first, one.last))
        if kind is not None:
            weights[key][kind] += _RULED
    kinds = []
    for key, one in zip(keys, found, strict=True):
        best = int(weights[key].argmax())
        clear = weights[key][best] > _AGREED * counts[key]
        kinds.append(KINDS[best] if clear and counts[key] > 1 else KINDS[one.kind])
    return kinds


def find_roles_of(
    tokens: Tokens, words: Words, reading: Reading, names: list[Name], name_at: list[int]
) -> list[RoleSpan]:
    """Roles in order, each with the name beside it. A role without a person beside it is none."""
    starts = {name.first: n for n, name in enumerate(names) if name.kind is Kind.PERSON}
    ends = {name.last: n for n, name in enumerate(names) if name.kind is Kind.PERSON}
    roles: list[RoleSpan] = []
    found = [clean for one in spans(reading.tags["role"], reading.windows) if (clean := trimmed(tokens, one))]
    for first, last in role_spans(tokens, words, names, name_at, [(one.first, one.last) for one in found]):
        behind = [starts[i] for i in range(last, last + _FAR) if i in starts]
        before = [ends[i] for i in range(first, first - _FAR, -1) if i in ends]
        touching = behind and names[behind[0]].first == last
        choice = behind if touching or not before else before
        if choice:
            roles.append(RoleSpan(first, last, choice[0]))
        elif (beyond := _listed(tokens, first, ends)) is not None:
            roles.append(RoleSpan(first, last, beyond))
    return roles


def _listed(tokens: Tokens, first: int, ends: dict[int, int]) -> int | None:
    """The name before a role that stands behind another apposition: "Ann Lee, 43, a nurse"."""
    for i in range(first, max(0, first - 12), -1):
        if i in ends:
            return ends[i]
        if tokens.words[i - 1] in (".", ";", '"', "”"):
            return None
    return None
