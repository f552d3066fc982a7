"""One analysis for articles, queries and snippets, so that they cannot disagree. It reads the text as it is.

U.S. is US and stays apart from "us"; a possessive 's goes, as do accents; a hyphen separates; other words are cut to
their stems (Porter 1980, as Whoosh has it, ASCII letters alone).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.core.common_words import CAPITAL_WORDS

FINGERPRINT = "analysis-3"
"""Changed whenever the same text would give other words: every index is then made anew."""

_SIGNS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Of Chinese, Japanese and Korean, in which each sign counts as a word."""
_LETTER = rf"[^\W_{_SIGNS}]"
_LETTERS = rf"{_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*"
_WORD = re.compile(
    r"(?P<initials>(?<![\w.])[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?(?:['’ʼ]s(?!\w))?)"
    rf"|(?P<sign>[{_SIGNS}])"
    r"|(?P<number>\d+(?:[.,:]\d+)+(?![^\W_]))"
    rf"|(?P<word>{_LETTERS}(?:['’ʼ]{_LETTERS})*)"
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_OTHER_LETTERS = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


class Found(NamedTuple):
    """A word of a text: its stem, the folded word as written, and where it stands in code points.

    A tuple, because one is made for each word of each article, and a frozen dataclass takes four times as long.
    """

    term: str
    plain: str
    start: int
    end: int


def words(text: str) -> Iterator[Found]:
    """The words of a text, in order."""
    for match in _WORD.finditer(text):
        term, plain = _terms(match[0], match.lastgroup or "word")
        if term:
            yield Found(term, plain, match.start(), match.end())


@lru_cache(maxsize=65536)
def _terms(raw: str, kind: str) -> tuple[str, str]:
    """(stem, folded word) of a word as written."""
    if kind == "number":
        number = _THOUSANDS.sub("", raw).replace(":", ".").replace(",", ".")
        return number, number
    bare = _POSSESSIVE.sub("", raw)
    if kind == "initials":
        bare = bare.replace(".", "")
    plain = fold(bare)
    if plain in CAPITAL_WORDS and (kind == "initials" or bare.isupper()):
        return plain + "^", plain + "^"
    return stem(plain), plain


def fold(word: str) -> str:
    """Small letters without accents and apostrophes: "O’Brien" gives "obrien", "Straße" gives "strasse"."""
    letters = unicodedata.normalize("NFKD", word).casefold().translate(_OTHER_LETTERS)
    return "".join(c for c in letters if not "\u0300" <= c <= "\u036f" and c not in "'’ʼ")


def stem(plain: str) -> str:
    """The stem of a folded word; words with other letters than a to z stay as they are."""
    if not (plain.isascii() and plain.isalpha()):
        return plain
    from whoosh.lang.porter import stem as porter

    return str(porter(plain))
