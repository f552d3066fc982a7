"""The nearest words that are written in some article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reader.index.analysis import words
from reader.index.sought import within_slips
from reader.index.views import View

_FIELDS = ("text", "headline")
SHORTEST = 3
"""Shorter words are like too many others."""


def near_words(views: Sequence[View], word: str) -> tuple[str, ...]:
    """Words one letter off, else two for longer words; those in most articles first."""
    found = list(words(word))
    if len(found) != 1 or len(found[0].plain) < SHORTEST or not found[0].plain.isalpha():
        return ()
    plain = found[0].plain
    for slips in (1, 2) if len(plain) > 4 else (1,):
        # Two letters off is a guess, so the first letter has to be right.
        near = _within(views, plain, slips, begin=plain[0] if slips > 1 else "")
        near.pop(plain, None)
        if near:
            return tuple(sorted(near, key=lambda word: (-near[word], word)))
    return ()


def _within(views: Sequence[View], plain: str, slips: int, *, begin: str) -> dict[str, int]:
    """The words so many slips off, each with the number of articles that have it."""
    found = {field: Counter[str]() for field in _FIELDS}
    for view in views:
        for field in _FIELDS:
            stored = view.segment.field(field)
            for number in within_slips(stored.written, plain, slips, lambda: None, begin=begin).tolist():
                word = stored.written[number].decode()
                if word.isalpha():
                    found[field][word] += len(stored.documents_with(number))
    return {word: max(each[word] for each in found.values()) for word in set().union(*found.values())}
