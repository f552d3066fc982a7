"""Whether a text is English, by its commonest words: a guess that costs nothing, and is silent when unsure."""

from __future__ import annotations

import re

_SAMPLE = 4000
_COMMON = frozenset(
    "the of and to in that is was for on with as at by from said he she it his her has have had were are not".split()
)
_SHARE = 0.18  # English prose has some 40 %, other languages that share a word or two have less than 10 %
_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """ "en" for English, else empty. Texts of under ten words are not judged."""
    words = _WORD.findall(text[:_SAMPLE].lower())
    if len(words) < 10:
        return ""
    return "en" if sum(map(_COMMON.__contains__, words)) >= _SHARE * len(words) else ""
