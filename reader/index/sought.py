"""The words of a sorted list that a beginning, a pattern or a slip of the pen means, found by arrays over many at once.

What fits is said by ``core.query_likeness``; this finds the same in a list of hundreds of thousands. A slip is a letter
more, less or other, or two of them swapped ("optimal string alignment": Boytsov, Indexing methods for approximate
dictionary searching, 2011, section 2), counted for all words at once, one cell of the table after the other.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from reader.core.query import WordForm
from reader.core.query_likeness import fits_pattern, slips
from reader.index.analysis import CAPITAL_MARK
from reader.index.keys import Keys
from reader.index.postings import Numbers

Look = Callable[[], None]
"""Raises when the search is to stop."""
AT_ONCE = 200_000
"""Words that are compared between two looks: some milliseconds."""
MATCHED = 10_000
"""Words among which each that holds a part of a pattern is compared with it by itself."""
_MARK = ord(CAPITAL_MARK)
_FOLLOWS = 0x80
"""Two top bits of a byte of UTF-8 that does not begin a letter."""


def fitting_words(words: Keys, sought: str, form: WordForm, look: Look) -> Numbers:
    """The numbers of the words that fit, rising; ``look`` is called every few milliseconds."""
    if form is WordForm.PREFIX:
        span = words.beginning(sought.encode())
        return np.arange(span.start, span.stop)
    if form is WordForm.PATTERN:
        return like_a_pattern(words, sought, look)
    bare = sought.removesuffix(CAPITAL_MARK)
    return within_slips(words, bare, slips(bare), look, begin=bare[:1])


def within_slips(words: Keys, sought: str, most: int, look: Look, *, begin: str = "") -> Numbers:
    """The numbers of the words that begin with ``begin`` and are at most so many slips off; a last ^ is no letter."""
    span = words.beginning(begin.encode()) if begin else range(len(words))
    found = [np.zeros(0, np.int64)]
    for start in range(span.start, span.stop, AT_ONCE):
        look()
        near = _may_be_near(words, range(start, min(start + AT_ONCE, span.stop)), sought, most)
        if len(near):
            letters, bounds = _letters(words.some(near), len(sought) + 2 * most, wide=not sought.isascii())
            sizes = np.diff(bounds) - (letters[bounds[1:] - 1] == _MARK)
            slipped = _slips(letters, bounds[:-1], sizes, [ord(letter) for letter in sought], most)
            found.append(near[slipped <= most])
    return np.concatenate(found)


def _letters(words: Keys, margin: int, *, wide: bool) -> tuple[Numbers, Numbers]:
    """(code points of words, one behind the other between margins of zeros; where each begins, and the end)."""
    data, bounds = words.data, words.offsets.astype(np.int64)
    if wide or (data & _FOLLOWS).any():
        begins = np.zeros(len(data) + 1, np.int64)
        np.cumsum((data & 0xC0) != _FOLLOWS, out=begins[1:])
        data, bounds = np.frombuffer(data.tobytes().decode().encode("utf-32-le"), np.uint32), begins[bounds]
    around = np.zeros(2 * margin + len(data), data.dtype)
    around[margin:-margin] = data
    return around, bounds + margin


def _may_be_near(words: Keys, span: range, sought: str, most: int) -> Numbers:
    """The numbers of the words of a span that hold one of ``most`` + 1 pieces of the word sought near its place.

    A slip touches two neighbours at most, so of pieces with a letter between them as many slips leave one whole.
    """
    bounds = words.offsets[span.start : span.stop + 1].astype(np.int64)
    data = words.data[bounds[0] : bounds[-1]]
    bounds -= bounds[0]
    # A letter takes up to four bytes, so bytes bound the number of letters only from one side.
    sizes, letters = np.diff(bounds), len(sought)
    fits = (sizes >= letters - most) & (sizes <= 4 * (letters + most) + 1)
    size = (letters - most) // (most + 1)
    if size < 1:
        return span.start + np.flatnonzero(fits)
    is_plain = sought.isascii() and not (data & _FOLLOWS).any()
    found = np.zeros(len(sizes), bool)
    for piece in range(most + 1):
        first = piece * (size + 1)
        places = _occurrences(data, sought[first : first + size if piece < most else letters].encode())
        holders = np.searchsorted(bounds, places, "right") - 1
        if is_plain:
            shift = np.abs(places - bounds[holders] - first)
            holders = holders[shift <= (most if piece else 0)]
        found[holders] = True
    return span.start + np.flatnonzero(found & fits)


def _occurrences(data: Numbers, piece: bytes) -> Numbers:
    """Where some bytes stand in others."""
    found = np.flatnonzero(data[: len(data) - len(piece) + 1] == piece[0])
    for at, byte in enumerate(piece[1:], 1):
        found = found[data[found + at] == byte]
    return found


def _slips(letters: Numbers, starts: Numbers, sizes: Numbers, sought: list[int], most: int) -> Numbers:
    """The slips between each word and the one sought; ``most`` + 1 for more.

    Cells more than ``most`` off the diagonal cannot count; each cell is one array, with a number for every word.
    """
    far = np.full(len(starts), most + 1, np.int16)
    found, last = far, len(sought)
    before: dict[int, Numbers] = {}
    row = {column: np.full(len(starts), column, np.int16) for column in range(min(most, last) + 1)}
    same: dict[int, Numbers] = {}
    for line in range(1, last + most + 1):
        older, before, row, earlier = before, row, {}, same
        letter = letters[starts + (line - 1)]
        columns = range(max(0, line - most), min(last, line + most) + 1)
        same = {column: letter == sought[column - 1] for column in range(columns.start - 1, columns.stop) if column > 0}
        for column in columns:
            least = np.minimum(before.get(column, far), row.get(column - 1, far)) + np.int16(1)
            if column:
                least = np.minimum(least, before.get(column - 1, far) + ~same[column])
            if column - 2 in older and column in earlier:
                swapped = same[column - 1] & earlier[column]
                least = np.where(swapped, np.minimum(least, older[column - 2] + np.int16(1)), least)
            row[column] = least
        if last in row:
            found = np.where(sizes == line, row[last], found)
        # A swap reaches back two lines, so both have to be hopeless.
        if line > most and all((cell > most).all() for cells in (before, row) for cell in cells.values()):
            break
    return found


def like_a_pattern(words: Keys, pattern: str, look: Look) -> Numbers:
    """The numbers of the words that are written like a pattern with stars; a last ^ is no letter."""
    first, *inner, last = (part.encode() for part in pattern.split("*"))
    span, found = words.beginning(first) if first else range(len(words)), [np.zeros(0, np.int64)]
    literal = max(inner, key=len, default=b"")
    step = MATCHED if literal else AT_ONCE
    for start in range(span.start, span.stop, step):
        look()
        bounds = words.offsets[start : min(start + step, span.stop) + 1].astype(np.int64)
        data = words.data[bounds[0] : bounds[-1]]
        bounds -= bounds[0]
        ends = bounds[1:] - (data[bounds[1:] - 1] == _MARK)
        fits = ends - bounds[:-1] >= len(first) + len(last)
        for back, byte in enumerate(reversed(last), 1):
            fits &= data[np.maximum(ends - back, 0)] == byte
        numbers = np.flatnonzero(fits)
        if literal:
            numbers = _holding(data.tobytes(), bounds, numbers, literal)
            inside = [fits_pattern(_word(data, bounds[n], ends[n]), pattern) for n in numbers.tolist()]
            numbers = numbers[np.array(inside, bool)]
        found.append(start + numbers)
    return np.concatenate(found)


def _holding(data: bytes, bounds: Numbers, numbers: Numbers, literal: bytes) -> Numbers:
    """Those of some words that hold some bytes, by one search through all of them."""
    places, at = [], data.find(literal)
    while at >= 0:
        places.append(at)
        at = data.find(literal, at + 1)
    holders = np.searchsorted(bounds, np.array(places, np.int64), "right") - 1
    return np.intersect1d(numbers, holders)


def _word(data: Numbers, start: int, end: int) -> str:
    return data[start:end].tobytes().decode()
