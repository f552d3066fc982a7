"""The questions, drawn from the articles that are searched, so that every class finds what its name says."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, pairwise

from benchmarks.search.corpus import COMMON, OUTLETS, Made

SAMPLE, EACH, MOST_TYPED = 5_000, 20, 150
_WORD = re.compile("[a-z]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """A class of questions: what an engine is asked to do, with what, and how slow ours may be."""

    name: str
    kind: str
    values: tuple[str, ...]
    times: float
    """At most so many times the time of Tantivy, at the 95th percentile."""
    most: float | None = None
    """And at most so many milliseconds."""


def questions(articles: Iterable[Made], seed: int = 3) -> tuple[Asked, ...]:
    """The classes, in the order of the table; words of a question are parted by spaces."""
    chance = random.Random(seed)
    texts = [_WORD.findall(article.text.lower()) for article in islice(articles, SAMPLE)]
    count, small = len(texts), frozenset(COMMON)
    often = Counter(word for words in texts for word in set(words))
    beside = Counter(pair for words in texts for pair in set(pairwise(words)) if small.isdisjoint(pair))
    known = sorted(word for word in often if len(word) > 3 and word not in small)

    def between(low: float, high: float) -> list[str]:
        return [word for word in known if low * count <= often[word] < high * count]

    def some(words: list[str], many: int = EACH) -> tuple[str, ...]:
        return tuple(chance.sample(words, min(many, len(words))))

    common, rare, middle = some(between(0.06, 0.4)), some(between(0.0008, 0.004)), between(0.004, 0.1)
    three = tuple(" ".join(_together(chance, texts, frozenset(between(0.02, 0.15)), 3)) for _ in range(EACH))
    two = tuple(" ".join(_together(chance, texts, frozenset(between(0.02, 0.15)), 2)) for _ in range(EACH))
    pairs = some([" ".join(pair) for pair, many in sorted(beside.items()) if many >= 0.002 * count])
    long = [word for word in middle if len(word) > 6]
    typed = [text[:n] for text in pairs[: EACH // 2] for n in range(2, len(text) + 1) if text[n - 1] != " "]
    ranges = tuple(_in_a_quarter(chance, word, number) for number, word in enumerate(common))
    return (
        Asked("a common word", "word", common, 2.5),
        Asked("a rare word", "word", rare, 2.5),
        Asked("three words", "all", three, 2.5),
        Asked("any of three words", "any", three, 3.5),
        Asked("a phrase", "phrase", pairs, 3.5),
        Asked("a beginning", "prefix", tuple(word[:4] for word in some(middle)), 3.5),
        Asked("a pattern", "pattern", tuple(f"{word[:3]}*{word[-2:]}" for word in some(long)), 8, 10),
        Asked("a slip of the pen", "slip", tuple(_misspelt(chance, word) for word in some(long)), 8, 10),
        Asked("a range of days", "days", ranges, 2.5),
        Asked("sorted by date", "newest", common, 2.5),
        Asked("counts of names", "counts", common, 1),
        Asked("ten snippets", "snippets", two, 2.5),
        Asked("number of hits", "total", three, 2.5),
        Asked("each key while typing", "typing", tuple(typed[:MOST_TYPED]), 1),
    )


def _together(chance: random.Random, texts: list[list[str]], among: frozenset[str], many: int) -> list[str]:
    """Words that stand in one article."""
    while True:
        found = [word for word in dict.fromkeys(chance.choice(texts)) if word in among]
        if len(found) >= many:
            return chance.sample(found, many)


def _misspelt(chance: random.Random, word: str) -> str:
    at, letter = chance.randrange(1, len(word) - 1), chance.choice("aeinrst")
    return chance.choice(
        (word[:at] + word[at + 1 :], word[:at] + letter + word[at:], word[:at] + letter + word[at + 1 :])
    )


def _in_a_quarter(chance: random.Random, word: str, number: int) -> str:
    """A word, the first day and the day after the last; every second with a publication."""
    year, month = chance.randint(2014, 2022), chance.randint(1, 9)
    outlet = f" {OUTLETS[number % len(OUTLETS)]}" if number % 2 else ""
    return f"{word} {year}-{month:02d}-01 {year}-{month + 3:02d}-01{outlet}"
