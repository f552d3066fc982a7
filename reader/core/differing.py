"""Which words differ between two ways of saying something, and which of many sentences belong together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.core.common_words import STOP_WORDS
from reader.core.spans import Span

_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    r"|[^\s—–…“”\"«»„()\[\]{}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
_EDGES = ".,;:!?'‘’*_"
_LIKE, _WITHIN = 0.45, 0.6
"""Of the words of weight: two sentences that say one thing anew; a short one that went into a longer one."""
_COMMON = 40
"""A word that stands in more sentences than that brings none together."""
_LARGE = 60_000
"""Pairs of words. Above that (a table, a text without any stop) what lies between the first and the last difference
is marked as a whole."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: what each is compared by, and where it stands."""

    keys: tuple[str, ...]
    """Without the marks around them, with their capitals and signs."""
    starts: tuple[int, ...]
    """Offsets in the text, in code points."""
    ends: tuple[int, ...]


NOTHING = Words((), (), ())


def words_in(text: str, spans: Iterable[Span]) -> Words:
    """The words of some ranges of a text. "$5" and "5%" are words of their own, and each character of a script
    without spaces; a capital at the very beginning does not count."""
    keys: list[str] = []
    starts: list[int] = []
    for span in spans:
        for match in _WORD.finditer(text, span.start, span.end):
            word = match[0]
            bare = word.strip(_EDGES)
            if bare and bare.strip("-"):
                starts.append(match.start() + (word.index(bare) if bare is not word else 0))
                keys.append(bare)
    ends = tuple(start + len(key) for start, key in zip(starts, keys, strict=True))
    folded = [key.replace("’", "'") if "’" in key else key for key in keys]
    folded[:1] = [key.casefold() for key in folded[:1]]
    return Words(tuple(folded), tuple(starts), ends)


def marks(older: Words, newer: Words) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The ranges of words that stand in one of two texts only, as (of the older, of the newer), in order."""
    mine, theirs = older.keys, newer.keys
    first, last = _common_ends(mine, theirs)
    ends = len(mine) - last, len(theirs) - last
    blocks = [(first, ends[0], first, ends[1])]
    if (ends[0] - first) * (ends[1] - first) <= _LARGE:
        matcher = SequenceMatcher(None, mine[first : ends[0]], theirs[first : ends[1]], autojunk=False)
        blocks = [
            (first + a, first + b, first + c, first + d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"
        ]
    return _ranges(older, [block[:2] for block in blocks]), _ranges(newer, [block[2:] for block in blocks])


def _common_ends(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """How many words two texts have in common at their beginning, and how many at their end."""
    shorter = min(len(mine), len(theirs))
    first = next((n for n in range(shorter) if mine[n] != theirs[n]), shorter)
    last = next((n for n in range(shorter - first) if mine[-1 - n] != theirs[-1 - n]), shorter - first)
    return first, last


def _ranges(words: Words, blocks: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(words.starts[first], words.ends[end - 1]) for first, end in blocks if end > first)


def pairs(older: Sequence[tuple[str, ...]], newer: Sequence[tuple[str, ...]]) -> tuple[tuple[int, int], ...]:
    """(older, newer) numbers of sentences that belong together, each once: equal ones, then those with most in common.

    Between sentences that have as much in common, those that stand at like places are taken.
    """
    taken = _equal(older, newer)
    done, used = {m for m, _ in taken}, {n for _, n in taken}
    for _, _, m, n in sorted(_chances(older, newer, done, used)):
        if m not in done and n not in used:
            done.add(m)
            used.add(n)
            taken.append((m, n))
    return tuple(sorted(taken, key=lambda pair: pair[1]))


def _chances(
    older: Sequence[tuple[str, ...]], newer: Sequence[tuple[str, ...]], done: set[int], used: set[int]
) -> Iterator[tuple[float, int, int, int]]:
    """(less the likelier, distance, older, newer) of each two sentences that may belong together."""
    bags = {n: _weighty(key) for n, key in enumerate(newer) if n not in used}
    holders: dict[str, list[int]] = defaultdict(list)
    for n, bag in bags.items():
        for word in bag:
            holders[word].append(n)
    for m, key in enumerate(older):
        if m in done:
            continue
        mine = _weighty(key)
        near = {n for word in mine if len(holders.get(word, ())) <= _COMMON for n in holders.get(word, ())}
        for n in near:
            if alike := _alike(len(mine & bags[n]), len(mine), len(bags[n])):
                yield -alike, abs(m - n), m, n


def _equal(older: Sequence[tuple[str, ...]], newer: Sequence[tuple[str, ...]]) -> list[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for m in range(len(older) - 1, -1, -1):
        places[older[m]].append(m)
    return [(places[key].pop(), n) for n, key in enumerate(newer) if places.get(key)]


def _weighty(key: Iterable[str]) -> frozenset[str]:
    words = frozenset(word.casefold() for word in key)
    return words - STOP_WORDS or words


def _alike(shared: int, one: int, other: int) -> float:
    """How likely one sentence says anew what another one said, or 0 where too little speaks for it."""
    like, within = 2 * shared / (one + other), shared / min(one, other)
    return like if like >= _LIKE or within >= _WITHIN and shared >= 3 else 0.0
