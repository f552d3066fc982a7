"""Sketches: 64 numbers that stand for the words of a text, so that texts which share words are found without reading.

A shingle is a run of five words. Of all shingles' hashes the lowest are kept (bottom-k, Broder 1997): what two texts
share of them tells how much they share in all, also where a short text stands within a long one.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from bisect import bisect_right
from dataclasses import dataclass

RULE = 1
"""To be raised with every change of what a sketch is made of: libraries then sketch their articles anew."""
WIDTH = 5
"""Words in a shingle. In scripts without spaces each character counts as a word."""
SIZE = 64
KEYS = 16
"""How many of the lowest hashes find candidates. Texts that share a quarter of their words share one in 99 of 100."""
LONGEST = 300_000
"""Code points of a text that are looked at: some 50,000 words. More tell nothing more, and would take long."""

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_WITHIN = re.compile("['’ʼ\u00ad]")
"""Apostrophes and soft hyphens, which do not end a word."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """The lowest hashes of a text's shingles, ascending, with the number of its words and of its shingles."""

    words: int
    shingles: int
    hashes: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        """The hashes that find candidates."""
        return self.hashes[:KEYS]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How many shingles two texts have, and how many they share: counted, or reckoned from sketches."""

    shared: float
    one: int
    other: int

    @property
    def of_smaller(self) -> float:
        """The share of the shorter text that stands in the longer one too, from 0 to 1."""
        least = min(self.one, self.other)
        return min(1.0, self.shared / least) if least else 0.0

    @property
    def of_both(self) -> float:
        """The share of all shingles that stand in both (Jaccard's resemblance), from 0 to 1."""
        union = self.one + self.other - self.shared
        return min(1.0, self.shared / union) if union > 0 else 0.0


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text without case and punctuation; each character is one in scripts without spaces."""
    even = unicodedata.normalize("NFKC", text[:LONGEST])[:LONGEST]  # one letter may become eighteen
    return tuple(_WORD.findall(_WITHIN.sub("", even).casefold()))


def shingles(words: tuple[str, ...]) -> frozenset[int]:
    """The hashes of all runs of five words; fewer words than that are one run.

    CRC-32 is no defence against somebody who means to deceive. It is quick, and the same on every machine.
    """
    if len(words) <= WIDTH:
        return frozenset({zlib.crc32(_packed(words))} if words else ())
    coded = tuple(word.encode("utf-8", "surrogatepass") for word in words)
    return frozenset(zlib.crc32(b" ".join(coded[i : i + WIDTH])) for i in range(len(coded) - WIDTH + 1))


def _packed(words: tuple[str, ...]) -> bytes:
    return " ".join(words).encode("utf-8", "surrogatepass")


def sketch(words: tuple[str, ...], found: frozenset[int]) -> Sketch:
    """The sketch of a text out of its words and shingles."""
    return Sketch(len(words), len(found), tuple(sorted(found)[:SIZE]))


def key(*parts: str) -> int:
    """A key by which articles are found that have something else in common than words: a headline, say.

    It lies above all hashes of shingles, which have 32 bits.
    """
    return zlib.crc32(_packed(parts)) | 1 << 32


def counted(one: frozenset[int], other: frozenset[int]) -> Overlap:
    """How much two texts share, exactly."""
    return Overlap(len(one & other), len(one), len(other))


def reckoned(one: Sketch, other: Sketch) -> Overlap:
    """How much two texts share, by their sketches: both know every hash up to the lesser of their greatest ones."""
    bounds = [s.hashes[-1] for s in (one, other) if s.shingles > len(s.hashes)]
    bound = min(bounds, default=1 << 32)
    mine = set(one.hashes[: bisect_right(one.hashes, bound)])
    theirs = set(other.hashes[: bisect_right(other.hashes, bound)])
    union = len(mine | theirs)
    alike = len(mine & theirs) / union if union else 0.0
    return Overlap(alike * (one.shingles + other.shingles) / (1 + alike), one.shingles, other.shingles)
