"""The words by which two lines are compared, in any script."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]{4,}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]+")
_STEM = 5  # letters by which words are compared: "bridge" and "bridges", "Brücke" and "Brücken"
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
"""One sign of a script that sets no spaces between words, or few."""


def stems(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text; pairs of signs where words are not divided."""
    found: set[str] = set()
    for word in _WORD.findall(text.casefold()):
        if EAST_ASIAN.match(word):
            found.update(word[at : at + 2] for at in range(len(word) - 1))
        else:
            found.add(word[:_STEM])
    return frozenset(found)


def holds_one(text: str, hints: Iterable[str]) -> bool:
    """Whether a text holds one of some strings: the cheap test before a dear pattern."""
    for hint in hints:  # noqa: SIM110 - a generator costs more than the search
        if hint in text:
            return True
    return False
