"""Words in byte order, as they lie in a segment: found by their first letters, and several lists made one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

import numpy as np

from reader.index.postings import Numbers, runs

LEAP = 32
"""Words from one to the next that is compared by its first letters alone; between the two any may be looked at."""
AT_ONCE = 50_000
"""Words of the longest of several lists that are compared together."""


class Keys:
    """Words in byte order: word n is the bytes of ``data`` from ``offsets[n]`` up to ``offsets[n + 1]``."""

    def __init__(self, data: Numbers, offsets: Numbers) -> None:
        self.data, self.offsets = data, offsets
        self._data, self._offsets = memoryview(data.data), memoryview(offsets.data)

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> bytes:
        return bytes(self._data[self._offsets[index] : self._offsets[index + 1]])

    def slice(self, start: int, end: int) -> list[bytes]:
        """The words from one number up to another."""
        bounds = self._offsets[start : end + 1].tolist()
        data = bytes(self._data[bounds[0] : bounds[-1]])
        return [data[a - bounds[0] : b - bounds[0]] for a, b in pairwise(bounds)]

    @cached_property
    def _heads(self) -> Numbers:
        """The first eight bytes of every LEAPth word as one number; numbers sort as such bytes do."""
        starts = self.offsets[:-1:LEAP].astype(np.int64)
        sizes = self.offsets[1::LEAP].astype(np.int64) - starts
        heads = np.zeros(len(starts), np.uint64)
        for byte in range(8):
            inside = np.flatnonzero(sizes > byte)
            heads[inside] |= self.data[starts[inside] + byte].astype(np.uint64) << np.uint64(56 - 8 * byte)
        return heads

    def some(self, numbers: Numbers) -> Keys:
        """The list of some of the words, by their numbers, rising."""
        starts, ends = self.offsets[numbers].astype(np.int64), self.offsets[numbers + 1].astype(np.int64)
        offsets = np.zeros(len(numbers) + 1, "<u4")
        np.cumsum(ends - starts, out=offsets[1:])
        return Keys(self.data[runs(starts, ends - starts)], offsets)

    def find(self, key: bytes) -> int:
        """The number of the first word that is not below ``key``."""
        head = np.uint64(int.from_bytes(key[:8].ljust(8, b"\0"), "big"))
        low = max(0, (int(self._heads.searchsorted(head)) - 1) * LEAP)
        high = min(len(self), int(self._heads.searchsorted(head, "right")) * LEAP)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self[middle] < key else (low, middle)
        return low

    def number(self, key: bytes) -> int | None:
        """The number of a word, or None."""
        at = self.find(key)
        return at if at < len(self) and self[at] == key else None

    def beginning(self, start: bytes) -> range:
        """The numbers of the words that begin so; 0xff is above each byte of UTF-8."""
        return range(self.find(start), self.find(start + b"\xff"))


def packed(words: Iterable[bytes]) -> Keys:
    """A list of words in byte order."""
    listed = list(words)
    offsets = np.fromiter(accumulate(map(len, listed), initial=0), "<u4", len(listed) + 1)
    return Keys(np.frombuffer(b"".join(listed), np.uint8), offsets)


def joined(lists: Sequence[Keys]) -> Keys:
    """Lists of which each goes on where the one before ends."""
    sizes = np.concatenate([np.zeros(1, np.int64), *(np.diff(each.offsets.astype(np.int64)) for each in lists)])
    return Keys(np.concatenate([each.data for each in lists]), np.cumsum(sizes).astype("<u4"))


def numbered(lists: Sequence[Keys]) -> tuple[Keys, list[Numbers]]:
    """(the words of all lists, each once; of each list the numbers of its words among them).

    Only some thousands are objects of Python at a time, for millions of them take a gigabyte.
    """
    longest = max(lists, key=len)
    found, numbers, count = list[Keys](), [np.zeros(len(each), np.uint32) for each in lists], 0
    at = [0] * len(lists)
    for bound in [*(longest[n] for n in range(AT_ONCE, len(longest), AT_ONCE)), None]:
        ends = [len(each) if bound is None else each.find(bound) for each in lists]
        own = [each.slice(a, b) for each, a, b in zip(lists, at, ends, strict=True)]
        words = sorted(set().union(*own))
        number = {word: n for n, word in enumerate(words, count)}
        for each, some, a, b in zip(numbers, own, at, ends, strict=True):
            each[a:b] = [number[word] for word in some]
        found.append(packed(words))
        count, at = count + len(words), ends
    return joined(found), numbers
