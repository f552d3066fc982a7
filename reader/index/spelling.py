"""The nearest words that are written in some article."""

from __future__ import annotations

from typing import Any

from reader.index.analysis import words

_FIELDS = ("body_written", "headline_written")
SHORTEST = 3
"""Shorter words are like too many others."""


def near_words(reader: Any, word: str) -> tuple[str, ...]:
    """Words one letter off, else two for longer words; those in most articles first."""
    found = list(words(word))
    if len(found) != 1 or len(found[0].plain) < SHORTEST or not found[0].plain.isalpha():
        return ()
    plain = found[0].plain
    for distance in (1, 2) if len(plain) > 4 else (1,):
        # Two letters off is a guess, so the first letter has to be right.
        near = {w for field in _FIELDS for w in reader.terms_within(field, plain, distance, prefix=distance - 1)}
        near = {str(w) for w in near if str(w).isalpha() and w != plain}
        if near:
            return tuple(sorted(near, key=lambda w: (-_frequency(reader, w), w)))
    return ()


def _frequency(reader: Any, word: str) -> int:
    return max(int(reader.doc_frequency(field, word)) for field in _FIELDS)
