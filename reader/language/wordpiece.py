"""Cuts a word into pieces as BERT's uncased vocabulary wants them: no accents, no capitals, the longest piece first.

The library made for it (tokenizers) brings along one that talks to a network; this much of it is all we need.
"""

from __future__ import annotations

import unicodedata

UNKNOWN = "[UNK]"
_LONGEST = 100
"""Letters of a word; a longer one is unknown as a whole."""
_UNSEEN = ("Cc", "Cf", "Co")
"""Categories of Unicode: control characters, formatting, private use."""


def wordpieces(word: str, vocabulary: dict[str, int]) -> list[int]:
    """The numbers of the pieces of a word; none when it holds nothing but what cannot be seen.

    ``vocabulary`` has to hold "[UNK]".
    """
    found: list[int] = []
    for part in _parts(_plain(word)):
        found += _longest_first(part, vocabulary)
    return found


def _plain(word: str) -> str:
    """The word without control characters, accents and capitals, with spaces around Chinese characters."""
    if word.isascii() and word.isalpha():
        return word.lower()
    kept = "".join(_spaced(ch) for ch in word if unicodedata.category(ch) not in _UNSEEN or ch in "\t\n\r")
    letters = (ch for ch in unicodedata.normalize("NFD", kept) if unicodedata.category(ch) != "Mn")
    return "".join(ch.lower() for ch in letters)  # letter by letter: a sigma at the end is like any other


def _spaced(ch: str) -> str:
    return f" {ch} " if _is_chinese(ord(ch)) else ch


def _is_chinese(code: int) -> bool:
    return code >= 0x3400 and (
        code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2A6DF
        or 0x2A700 <= code <= 0x2CEAF
        or 0x2F800 <= code <= 0x2FA1F
    )


def _parts(plain: str) -> list[str]:
    """Cut at spaces; each mark stands alone."""
    return "".join(f" {ch} " if _is_mark(ch) else ch for ch in plain).split()


def _is_mark(ch: str) -> bool:
    return not ch.isalnum() and (ch.isascii() and ch > " " or unicodedata.category(ch).startswith("P"))


def _longest_first(part: str, vocabulary: dict[str, int]) -> list[int]:
    unknown = [vocabulary[UNKNOWN]]
    if len(part) > _LONGEST:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(part):
        before = "##" if start else ""
        for end in range(len(part), start, -1):
            if (number := vocabulary.get(before + part[start:end])) is not None:
                break
        else:
            return unknown
        found.append(number)
        start = end
    return found
