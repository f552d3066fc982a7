"""Where words stand together: phrases, and words near each other in any order, for all documents at once.

A spot is (number of a document among some << 32) + place, one 64-bit number, so that one sorted array holds all of
them and those of two words are compared by binary search.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import reduce

import numpy as np

from reader.index.postings import Numbers, Term, first_of_runs, runs, starts_of

MUCH_LONGER = 8
"""How many times as long a list is in which each number is looked up by itself."""
_NOWHERE = np.iinfo(np.int64).max


def find(wanted: Numbers, among: Numbers) -> tuple[Numbers, Numbers]:
    """(which of some numbers are in a list, and where in it); both rise."""
    if not len(among):
        return np.zeros(len(wanted), bool), np.zeros(len(wanted), np.int64)
    places = np.searchsorted(among, wanted)
    places[places == len(among)] = 0
    return among[places] == wanted, places


def common(one: Numbers, other: Numbers) -> tuple[Numbers, Numbers]:
    """(where in one list, where in the other) is what both hold; both rise. The shorter is looked up in the longer."""
    if len(one) > len(other):
        there, here = common(other, one)
        return here, there
    inside, places = find(one, other)
    return np.flatnonzero(inside), places[inside]


def both(one: Numbers, other: Numbers) -> Numbers:
    """What two rising lists hold, no number twice in a list."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) * MUCH_LONGER < len(longer):
        return shorter[find(shorter, longer)[0]]
    # Two rising lists, which a stable sort merges as they are: what both hold stands there twice.
    merged = np.concatenate((shorter, longer))
    merged.sort(kind="stable")
    return np.asarray(merged[:-1][merged[1:] == merged[:-1]])


def in_all(lists: Sequence[Numbers]) -> Numbers:
    """What all of some rising lists hold; the shortest goes first."""
    return reduce(both, sorted(lists, key=len))


def side_by_side(terms: Sequence[Term]) -> Numbers:
    """The documents in which terms stand one behind the other, in this order."""
    common = in_all([term.ids for term in terms])
    rarest_first = sorted(range(len(terms)), key=lambda n: _total(terms[n]))
    begins: Numbers | None = None
    for n in rarest_first:
        here = spots(terms[n], common) - n
        begins = here if begins is None else both(begins, here)
    assert begins is not None, "a phrase has words"
    # No phrase begins before a text does: such a spot would be one at the end of the document before.
    documents = (begins >> 32)[begins & 0xFFFFFFFF < 0xFFFFFFFF - len(terms)]
    return np.asarray(common[documents[first_of_runs(documents)]])


def close_by(
    terms: Sequence[Term], keys: Sequence[bytes], within: int, look: Callable[[], None] = lambda: None
) -> Numbers:
    """The documents where all terms stand in a stretch with at most ``within`` other words.

    A key that is named twice stands there twice. For every spot at which a stretch may begin, the next spot of each
    other term is looked up.
    """
    wanted = Counter(keys)
    each = dict(zip(keys, terms, strict=True))
    common = in_all([term.ids for term in each.values()])
    if not len(common):
        return common
    places = {key: spots(term, common) for key, term in each.items()}
    beyond = {key: np.append(places[key], np.full(many, _NOWHERE)) for key, many in wanted.items()}
    found = np.zeros(len(common), bool)
    for begins in places.values():
        look()
        ends = begins
        for other, many in wanted.items():
            # Of the word with which it begins the first is there already.
            ends = np.maximum(ends, beyond[other][np.searchsorted(places[other], begins) + many - 1])
        found[(begins >> 32)[ends - begins + 1 - len(keys) <= within]] = True
    return np.asarray(common[found])


def spots(term: Term, documents: Numbers) -> Numbers:
    """(number in ``documents`` << 32) + place, for all places of a term in some documents that have it."""
    if term.places is None:
        return np.zeros(0, np.int64)
    at = np.searchsorted(term.ids, documents)
    if term.freqs is None:
        return (np.arange(len(documents), dtype=np.int64) << 32) + term.places[at]
    counts = term.freqs[at].astype(np.int64)
    flat = runs(starts_of(term.freqs)[at], counts)
    return np.asarray((np.repeat(np.arange(len(documents), dtype=np.int64), counts) << 32) + term.places[flat])


def _total(term: Term) -> int:
    return 0 if term.places is None else len(term.places)
