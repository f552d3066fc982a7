"""Finds runs of capitalized words, the raw material of names, and the lines in which capitals tell nothing."""

from __future__ import annotations

import re

from reader.language.tokens import Tokens
from reader.language.words import Entry, Words

PARTICLES = frozenset("de van von bin al der den la del da di du dos el ibn ul bint le ter af abu".split())
_CONTRACTED = re.compile(r"[A-Za-z]+['’](?:m|re|ve|ll|d|t)|[A-Z]['’][a-z]{1,2}", re.IGNORECASE)
_FUNCTION = frozenset("opmr")
_LONGEST, _LINE = 12, 60


def titled(tokens: Tokens) -> bytearray:
    """For each token whether its line writes nearly every word with a capital, as some headlines do."""
    flags = bytearray(len(tokens))
    for start, end in tokens.paragraphs:
        long_words = (
            [w for w in tokens.words[start:end] if len(w) > 3 and w[0].isalpha()] if end - start <= _LINE else []
        )
        lower = sum(not w[0].isupper() for w in long_words)
        shouted = sum(w.isupper() for w in long_words)
        headline = 12 * lower <= len(long_words) and tokens.words[end - 1] != "."
        if len(long_words) >= 4 and (headline or 10 * shouted >= 7 * len(long_words)):
            flags[start:end] = b"\1" * (end - start)
    return flags


def is_capital(word: str) -> bool:
    """Whether a word is written like a name: a capital first (or "al-Assad"), and no "I'm" or "Don't"."""
    if word[0].isupper():
        return not (("'" in word or "’" in word) and _CONTRACTED.fullmatch(word))
    return len(word) > 4 and word[:3] in ("al-", "el-", "an-", "as-") and word[3].isupper()


def is_function(words: Words, lower: str) -> bool:
    """Whether a word is grammar ("the", "would", "after") and no name at the start of a sentence."""
    tags = words.lexicon.get(lower)
    return bool(tags) and tags[0] in _FUNCTION if tags else len(lower) == 1


def listed(tokens: Tokens, words: Words, i: int, *, shout: bool = True) -> Entry | None:
    """The longest listed name that begins at token ``i``; a word in capitals alone also fits the usual spelling."""
    word = tokens.words[i]
    for size in words.sizes.get(word, ()):
        name = tuple(tokens.words[i : i + size])
        if name in words.gazetteer:
            return name, words.gazetteer[name]
    if not shout or len(word) < 4 or not word.isupper():
        return None
    for size in words.sizes.get(word.capitalize(), ()):
        name = tuple(w.capitalize() for w in tokens.words[i : i + size])
        if name in words.gazetteer:
            return name, words.gazetteer[name]
    return None


def find_runs(tokens: Tokens, words: Words) -> list[tuple[int, int]]:
    """Runs of capitalized words in order, joined over particles and, behind a head such as "Ministry", over "of"."""
    runs: list[tuple[int, int]] = []
    for start, end in tokens.paragraphs:
        i = start
        while i < end:
            if is_capital(tokens.words[i]):
                j = _run_end(tokens, words, i, end)
                runs.append((i, j))
                i = j
            else:
                i += 1
    return runs


def _run_end(tokens: Tokens, words: Words, i: int, end: int) -> int:
    j = _over_listed(tokens, words, i)
    headed = any(tokens.lowers[k] in words.of_heads for k in range(i, j))
    while j < min(end, i + _LONGEST):
        word = tokens.words[j]
        if is_capital(word) and not (tokens.words[j - 1][-1] == "." and len(tokens.words[j - 1]) > 6):
            headed = headed or tokens.lowers[j] in words.of_heads
            j = _over_listed(tokens, words, j)
        elif word == "of" and tokens.lowers[j - 1] in words.titles and j + 1 < end and is_capital(tokens.words[j + 1]):
            j += 2
        elif headed and (step := _over_of(tokens, words, i, j, end)):
            j += step
        elif (
            (word in PARTICLES or word == "&")
            and j + 1 < end
            and is_capital(tokens.words[j + 1])
            and tokens.lowers[j - 1] not in words.titles
        ):
            j += 2
        elif word in PARTICLES and j + 2 < end and tokens.words[j + 1] in PARTICLES and is_capital(tokens.words[j + 2]):
            j += 3
        elif (
            word.isdigit()
            and len(word) <= 3
            and tokens.lowers[j - 1] not in words.lexicon
            and j == i + 1
            and tokens.words[i].isupper()
        ):
            j += 1
        else:
            break
    return j


def _over_listed(tokens: Tokens, words: Words, i: int) -> int:
    """The token after a word, or after the listed name that begins with it."""
    entry = listed(tokens, words, i)
    return i + len(entry[0]) if entry else i + 1


def _over_of(tokens: Tokens, words: Words, i: int, j: int, end: int) -> int:
    """How many tokens to step over at "of" and "and" inside the name of a body ("Ministry of Trade and Industry")."""
    word = tokens.words[j]
    if word in ("of", "for", "on") and j + 1 < end:
        if is_capital(tokens.words[j + 1]):
            return 2 if word == "of" or tokens.lowers[j - 1] in words.of_heads else 0
        if tokens.words[j + 1] == "the" and j + 2 < end and is_capital(tokens.words[j + 2]) and word == "of":
            return 3
    if word == "and" and j + 1 < end and is_capital(tokens.words[j + 1]) and "of" in tokens.words[i:j]:
        behind = tokens.lowers[j + 1]
        if behind in words.lexicon and behind not in words.titles and j + 2 <= end:
            return 2
    return 0
