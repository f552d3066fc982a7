"""One word of a query without the signs around it: what is sought, and whether only its beginning is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_OPERATORS = ("AND", "OR", "NOT")
_NEARNESS = re.compile(r"~[\d\W_]*$")


@dataclass(frozen=True, slots=True)
class BareWord:
    """A word of a query; ``text`` is empty where no letter or digit was typed."""

    text: str
    prefix: bool = False
    star_inside: bool = False
    """A * stands where it means nothing."""
    sign: str = ""
    """A sign that was left out, because it means nothing here ("~2")."""


def bare(typed: str) -> BareWord:
    """Takes the signs off a word: "(“storm*,”" gives "storm", as a beginning."""
    word = unicodedata.normalize("NFC", typed)
    near = _NEARNESS.search(word)
    if near and "*" not in near.group():
        word = word[: near.start()]
    letters = [n for n, sign in enumerate(word) if sign.isalnum()]
    if not letters:
        return BareWord("", star_inside="*" in word)
    core, tail = word[letters[0] : letters[-1] + 1], word[letters[-1] + 1 :]
    if "*" in word[: letters[-1]]:
        return BareWord(core, star_inside=True)
    prefix = "*" in tail
    # The last full stop of "U.S." belongs to the word.
    if not prefix and tail.startswith(".") and "." in core:
        core += "."
    return BareWord(core.lower() if core in _OPERATORS else core, prefix, sign="~" if near else "")


def one_line(typed: str) -> str:
    """The words of a phrase or name, composed and with single spaces; empty where it holds no letter or digit."""
    text = " ".join(unicodedata.normalize("NFC", typed).split())
    return text if any(sign.isalnum() for sign in text) else ""
