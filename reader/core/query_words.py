"""One word of a query without the signs around it: what is sought, and in which form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from reader.core.common_words import is_common
from reader.core.query import WordForm

LONGEST_PARTICLE = 3
"""Letters of a small word inside a name: "von", "de", "bin"."""
LONGEST_TITLE = 5
"""Letters of an abbreviation inside a name, with its full stop: "Prof."."""
_OPERATORS = ("AND", "OR", "NOT")
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class BareWord:
    """A word of a query; ``text`` is empty where no letter or digit was typed."""

    text: str
    form: WordForm = WordForm.PLAIN
    sign: str = ""
    """What was left out of the signs at the end, because it means nothing ("2" of "fish~2")."""
    alone: str = ""
    """A * or ~ that has no letter to stand on."""


def bare(typed: str) -> BareWord:
    """Takes the signs off a word: "(“storm*,”" gives "storm", as a beginning."""
    word = unicodedata.normalize("NFC", typed)
    letters = [n for n, sign in enumerate(word) if sign.isalnum()]
    if not letters:
        return BareWord("", alone=next((sign for sign in word if sign in "*~"), ""))
    word, near = _without_tilde(word, letters)
    letters = [n for n in letters if n < len(word)]
    head, core, tail = word[: letters[0]], word[letters[0] : letters[-1] + 1], word[letters[-1] + 1 :]
    if "*" in head or "*" in core:
        text = ("*" if "*" in head else "") + _STARS.sub("*", core) + ("*" if "*" in tail else "")
        return BareWord(text, WordForm.PATTERN, near)
    if "*" in tail:
        return BareWord(core, WordForm.PREFIX, near)
    # The last full stop of "U.S." belongs to the word.
    if tail.startswith(".") and "." in core:
        core += "."
    if near:
        return BareWord(core, WordForm.FUZZY, near[1:])
    return BareWord(core.lower() if core in _OPERATORS else core)


def _without_tilde(word: str, letters: list[int]) -> tuple[str, str]:
    """A word without the ~ and the digits at its end, and these; a ~ before letters or a * is a sign like any other."""
    last = max((n for n in letters if word[n] not in "0123456789"), default=letters[0])
    at = word.find("~", last + 1)
    if at < 0 or "*" in word[at:]:
        return word, ""
    return word[:at], "~" + "".join(sign for sign in word[at:] if sign.isdigit())


def goes_on(name: str, follows: Sequence[str]) -> int:
    """How many of the words that follow the first word of a name seem to belong to it: "Lee", "Jong-sup", "resigns".

    They begin with capitals; short small words may stand between: "Ursula", "von", "der", "Leyen".
    """
    if not (name[:1].isupper() and _may_be_followed(name)):
        return 0
    count = 0
    for n, word in enumerate(follows, 1):
        if not word[:1].isalpha() or "*" in word or "~" in word:
            break
        if word[:1].isupper() or not word[:1].islower():
            count = n
        elif len(word) > LONGEST_PARTICLE or is_common(word):
            break
        if not _may_be_followed(word):
            break
    return count


def _may_be_followed(word: str) -> bool:
    """Whether a name may go on behind a word: behind a letter, or the full stop of "Sen." and "J."."""
    return word[-1:].isalnum() or (word.endswith(".") and len(word) <= LONGEST_TITLE)


def one_line(typed: str) -> str:
    """The words of a phrase or name, composed and with single spaces; empty where it holds no letter or digit."""
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    return text if any(sign.isalnum() for sign in text) else ""
