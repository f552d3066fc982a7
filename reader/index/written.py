"""Which words as written fit what is sought, and whether words stand near each other; needs nothing of Whoosh."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reader.core.query import Near, WordForm
from reader.core.query_likeness import fits_pattern, is_like
from reader.index.analysis import Found, fold, words

_HYPHENATED = re.compile(r"(?=.*[^\W\d_])[^\W_]+(?:[-‐‑][^\W_]+)+")
_HYPHENS = re.compile("[-‐‑]")
_NO_WORD = re.compile(r"[^\w*'’ʼ]+|_+")


def fitting(pattern: str) -> tuple[str, ...]:
    """The parts of a pattern, each for one folded word: "Long-t*m" gives "long" and "t*m"."""
    parts = ("*".join(map(fold, part.split("*"))) for part in _NO_WORD.split(pattern))
    return tuple(part for part in parts if part.strip("*"))


def joined(text: str) -> Found | None:
    """A word with hyphens written as one: "e-mail" is "email" as well; None for other words."""
    if not _HYPHENATED.fullmatch(text):
        return None
    found = tuple(words(_HYPHENS.sub("", text)))
    return found[0] if len(found) == 1 else None


def fits(word: str, sought: str, form: WordForm) -> bool:
    """Whether a folded word fits the folded beginning, pattern or word that is sought."""
    if form is WordForm.PREFIX:
        return word.startswith(sought)
    # Capitals that are names of their own bear a sign: "us^".
    plain = word.removesuffix("^")
    if form is WordForm.PATTERN:
        return fits_pattern(plain, sought)
    return is_like(plain, sought.removesuffix("^"))


def are_near(places: dict[str, list[int]], terms: Sequence[str], within: int) -> bool:
    """Whether all terms stand in a stretch with at most ``within`` other words; a term named twice stands there twice.

    ``places`` leads from each term to its positions, counted in words.
    """
    wanted = Counter(terms)
    order = sorted((at, term) for term, found in places.items() for at in found)
    first, inside, lacking = 0, Counter[str](), len(terms)
    for at, term in order:
        lacking -= inside[term] < wanted[term]
        inside[term] += 1
        while inside[order[first][1]] > wanted[order[first][1]]:
            inside[order[first][1]] -= 1
            first += 1
        if not lacking and at - order[first][0] + 1 - len(terms) <= within:
            return True
    return False


def stands_near(text: str, near: Near) -> bool:
    """Whether a text holds words near each other."""
    sought = [word.term for word in words(near.text)]
    places: dict[str, list[int]] = {term: [] for term in sought}
    for at, word in enumerate(words(text)):
        if word.term in places:
            places[word.term].append(at)
    return bool(sought) and are_near(places, sought, near.within)
