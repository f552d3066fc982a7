"""One analysis for articles, queries and snippets, so that they cannot disagree. It reads the text as it is.

U.S. is US and stays apart from "us"; a possessive 's goes, as do accents; a hyphen separates; other words are cut to
their stems (Porter 1980, as Whoosh has it, ASCII letters alone). Scripts that put no spaces between words (Chinese,
Japanese, Thai …) and Korean give a word for each sign. What a word becomes is found out once and remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from reader.core.common_words import CAPITAL_WORDS

FINGERPRINT = "analysis-4"
"""Changed whenever the same text would give other words: every index is then made anew."""

CAPITAL_MARK = "^"
"""Ends the words that are names when they are written in capitals: "us^" is the country."""

_SIGNS = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
"""Of Thai, Lao, Burmese, Khmer, Japanese, Chinese and Korean: each counts as a word."""
_MARKS = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
)
"""Accents, and the vowel signs of Hebrew and Arabic, written or left out: they part no word and are dropped."""
_INDIAN = "\u0900-\u0963\u0966-\u0dff"
"""Letters and vowel signs of the scripts of India; the signs are parts of the word, and stay."""
_LETTER = rf"[^\W_{_SIGNS}]"
_LETTERS = rf"{_LETTER}++(?:[{_MARKS}{_INDIAN}]++{_LETTER}*+)*+"
_WORD = re.compile(
    r"[a-zA-Z]{2,}+(?=[ ,.\n])"  # most words: what the last line below finds as well, in half the time
    r"|(?<![\w.])[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?(?:['’ʼ]s(?!\w))?"  # U.S.  U.N.'s
    rf"|\d++(?:[.,:]\d++)++{_LETTER}*"  # 1,200  3.5m  10:30
    rf"|[{_SIGNS}]"
    rf"|{_LETTERS}(?:['’ʼ]{_LETTERS})*"  # O'Brien  don't
)
_POSSESSIVE = re.compile(r"['’ʼ]s$", re.IGNORECASE)
_THOUSANDS = re.compile(r",(?=\d{3}(?:\D|$))")
_DROPPED = re.compile(rf"[{_MARKS}\u0640'’ʼ]")
_OTHER_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ı": "i"} | {"ى": "ي", "ة": "ه"}
)
"""Letters that are no letter with an accent to Unicode, and are written without it. Of Arabic: final letters that
writers mix up (as Lucene's Arabic analysis has them)."""

_MOST_KNOWN = 400_000
"""Different words that are remembered: some 60 MB."""


class Found(NamedTuple):
    """A word of a text: its stem, the folded word as written, and where it stands in code points.

    A tuple, because one is made for each word of each article, and a frozen dataclass takes four times as long.
    """

    term: str
    plain: str
    start: int
    end: int


class _Known(dict[str, tuple[str, str]]):
    """(stem, folded word) of each word as written, found out when it is first met."""

    def __missing__(self, raw: str) -> tuple[str, str]:
        if len(self) >= _MOST_KNOWN:
            self.clear()
        found = self[raw] = _term(raw)
        return found


_known = _Known()
_NOTHING = ("", "")
"""What becomes of signs that are written and mean nothing by themselves."""


def words(text: str) -> Iterator[Found]:
    """The words of a text, in order."""
    for match in _WORD.finditer(text):
        term, plain = _known[match[0]]
        if term:
            yield Found(term, plain, match.start(), match.end())


class Tokens:
    """The words of a text as ``words`` gives them, in a third of the time, for most are never asked where they stand.

    Every letter, digit and sign belongs to a word, and words begin with one: between two words there is none, so the
    next place with the characters of a word is its own.
    """

    def __init__(self, text: str) -> None:
        self._text, self._places = text, list[int]()
        self._raw = _WORD.findall(text)
        self.words = list(map(_known.__getitem__, self._raw))
        """(stem, folded word) of each."""
        if _NOTHING in self.words:
            self._raw = [raw for raw, known in zip(self._raw, self.words, strict=True) if known != _NOTHING]
            self.words = [known for known in self.words if known != _NOTHING]

    def start(self, number: int) -> int:
        """Where a word begins, in code points."""
        places, find = self._places, self._text.index
        if number >= len(places):
            at = places[-1] + len(self._raw[len(places) - 1]) if places else 0
            for raw in self._raw[len(places) : number + 1]:
                at = find(raw, at)
                places.append(at)
                at += len(raw)
        return places[number]

    def end(self, number: int) -> int:
        """Where a word ends, in code points."""
        return self.start(number) + len(self._raw[number])


def pairs(text: str) -> list[tuple[str, str]]:
    """(stem, folded word) of each word of a text, in order: as ``words``, without places."""
    if text.isascii() and text.isalpha():
        return [_known[text]]
    return [found for found in map(_known.__getitem__, _WORD.findall(text)) if found[0]]


def pieces(text: str) -> list[str]:
    """A text in pieces of about one word, cut only where no word goes on and none would be another one: the words of a
    text are those of its pieces.

    Cutting so takes a tenth of the time that finding the words takes, and each different piece need be looked at once.
    """
    for mark in '“”"()-–—/;!?':
        text = text.replace(mark, " ")
    return text.replace(". ", " ").replace(", ", " ").replace(".\n", "\n").split()


def _term(raw: str) -> tuple[str, str]:
    """(stem, folded word) of a word as written."""
    if raw.isascii() and raw.isalpha():
        plain = raw.lower()
        name = plain in CAPITAL_WORDS and raw.isupper()
        return (plain + CAPITAL_MARK,) * 2 if name else (_porter()(plain), plain)
    if raw[0].isdigit() and not raw.isalnum():
        number = fold(_THOUSANDS.sub("", raw).replace(":", ".").replace(",", "."))
        return number, number
    bare = _POSSESSIVE.sub("", raw)
    dotted = "." in bare
    plain = fold(bare.replace(".", ""))
    if plain in CAPITAL_WORDS and (dotted or bare.isupper()):
        return plain + CAPITAL_MARK, plain + CAPITAL_MARK
    return stem(plain), plain


def fold(word: str) -> str:
    """Small letters without accents and apostrophes: "O’Brien" gives "obrien", "Straße" gives "strasse"."""
    if word.isascii():
        return word.lower().replace("'", "")
    letters = unicodedata.normalize("NFKD", word).casefold().translate(_OTHER_LETTERS)
    # Put together again, for では is not ては, and a Korean sign is one word.
    return unicodedata.normalize("NFC", _DROPPED.sub("", letters))


def stem(plain: str) -> str:
    """The stem of a folded word; words with other letters than a to z stay as they are."""
    return _porter()(plain) if plain.isascii() and plain.isalpha() else plain


@cache
def _porter() -> Callable[[str], str]:
    from whoosh.lang.porter import stem as porter

    return porter  # type: ignore[no-any-return]
