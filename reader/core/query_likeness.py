"""Whether a word fits a pattern with stars, and whether two words are a slip of the pen apart; both in linear time."""

from __future__ import annotations

LONG = 8
"""From so many letters on a word may have two slips, else one."""


def slips(word: str) -> int:
    """How many slips are forgiven in a word; its first letter always has to be right."""
    return 2 if len(word) >= LONG else 1


def fits_pattern(word: str, pattern: str) -> bool:
    """Whether a word is written like a pattern in which each * stands for any letters, or none."""
    first, *rest = pattern.split("*")
    if not rest:
        return word == pattern
    *inner, last = rest
    if len(word) < len(first) + len(last) or not (word.startswith(first) and word.endswith(last)):
        return False
    at, end = len(first), len(word) - len(last)
    for part in inner:
        at = word.find(part, at, end)
        if at < 0:
            return False
        at += len(part)
    return True


def is_like(word: str, sought: str) -> bool:
    """Whether a word is the sought one with few slips: a letter more, less or other, or two of them swapped."""
    most = slips(sought)
    if word[:1] != sought[:1] or abs(len(word) - len(sought)) > most:
        return False
    return word == sought or _distance(word, sought, most) <= most


def _distance(one: str, other: str, most: int) -> int:
    """Slips between two words of nearly one length (optimal string alignment); more than ``most`` where it is more.

    Only cells at most ``most`` off the diagonal can count, so the time grows with the length alone.
    """
    far = most + 1
    before, row = dict[int, int](), {column: column for column in range(far)}
    for line, letter in enumerate(one, 1):
        older, before, row = before, row, {}
        for column in range(max(0, line - most), min(len(other), line + most) + 1):
            least = before.get(column, far) + 1
            if column:
                swap = before.get(column - 1, far) + (letter != other[column - 1])
                least = min(least, row.get(column - 1, far) + 1, swap)
            if line > 1 and column > 1 and letter == other[column - 2] and one[line - 2] == other[column - 1]:
                least = min(least, older.get(column - 2, far) + 1)
            row[column] = least
        if min(row.values()) > most:
            return far
    return row.get(len(other), far)
