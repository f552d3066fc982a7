"""Words that say little in a query, and capitals that say something else than the same letters in small."""

from __future__ import annotations

STOP_WORDS = frozenset(
    "a an and are as at be been but by can did do does for from had has have he her him his how i if in into is it its "
    "may me my no nor not of on or our she so than that the their them then there these they this those to was we were "
    "what when where which while who will with would you your".split()
)
"""Left out of a bag of words, unless there is nothing else. The index knows all of them, for phrases."""

CAPITAL_WORDS = frozenset({"us", "it", "who"})
"""Names in capitals that are common words in small letters."""


def is_common(word: str) -> bool:
    """Whether a word of a query may be left out: "the" and "The", but not "WHO"."""
    small = word.casefold()
    return small in STOP_WORDS and not (small in CAPITAL_WORDS and word.isupper())
