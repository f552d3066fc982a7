"""Titles and people's names inside a run of capitalized words: where the office ends and the person begins."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.people import SUFFIXES
from reader.language.runs import PARTICLES, listed
from reader.language.tokens import Tokens
from reader.language.words import Words

LEAST, FAIR, CLEAR, SURE = 1, 20, 50, 200
"""How strongly a place speaks for a kind; many of the least do not outweigh one that is fair."""

_OF_STATES = frozenset("minister ministers king queen ambassador premier chancellor lawmaker lawmakers".split())


@dataclass(frozen=True, slots=True)
class Guess:
    """A name with the kind that one place suggests, and how strongly."""

    first: int
    last: int
    kind: Kind
    weight: int


def title_end(tokens: Tokens, words: Words, first: int, last: int) -> int:
    """The token after the last title word of a run, or 0."""
    for i in range(last - 1, first - 1, -1):
        low = tokens.lowers[i]
        if low in words.titles or low in words.honorifics:
            surname = (
                i == last - 1
                and i > first
                and tokens.words[i - 1] in words.first_names
                and low not in words.abbreviated
            )
            if not surname:
                return office_end(tokens, words, i + 1, last)
    return 0


def office_end(tokens: Tokens, words: Words, i: int, last: int) -> int:
    """Behind "Secretary": over "of State", "of Health and Human Services", "of Texas"."""
    if i >= last or tokens.words[i] != "of":
        return i
    i += 1
    while i < last and tokens.words[i] not in words.first_names:
        entry = listed(tokens, words, i)
        if entry:
            i += len(entry[0])
        elif tokens.lowers[i] in words.lexicon:
            i += 1
        else:
            break
    return min(i, last)


def inside_title(tokens: Tokens, words: Words, first: int, end: int) -> list[Guess]:
    """The bodies and places that an office names: "White House Press Secretary"."""
    found: list[Guess] = []
    while first < end:
        entry = listed(tokens, words, first)
        if entry and first + len(entry[0]) <= end:
            found.append(Guess(first, first + len(entry[0]), entry[1], CLEAR))
            first += len(entry[0])
        elif (
            tokens.words[first].isupper()
            and 2 < len(tokens.words[first]) < 6
            and tokens.lowers[first] not in words.titles
        ):
            found.append(Guess(first, first + 1, Kind.ORGANIZATION, FAIR))
            first += 1
        else:
            if first + 1 < end and _is_unknown(tokens, words, first):
                of_state = any(low in _OF_STATES for low in tokens.lowers[first + 1 : end])
                found.append(Guess(first, first + 1, Kind.PLACE, FAIR if of_state else LEAST))
            first += 1
    return found


def _is_unknown(tokens: Tokens, words: Words, i: int) -> bool:
    """Whether a word of an office is a name that no list has: "Karelund" in "Karelund Prime Minister"."""
    low = tokens.lowers[i]
    listed_word = low in words.lexicon or low in words.titles or low in words.heads or low in words.modifiers
    return tokens.words[i][0].isupper() and low.isalpha() and not listed_word


def after_title(tokens: Tokens, words: Words, first: int, end: int) -> tuple[Kind, int]:
    entry = listed(tokens, words, first)
    if entry and len(entry[0]) == end - first and entry[1] is not Kind.PLACE:
        return entry[1], CLEAR
    if (
        end - first == 1
        and tokens.lowers[first] in words.lexicon
        and tokens.lowers[first - 1] not in words.honorifics | words.abbreviated
    ):
        return Kind.PERSON, FAIR
    return Kind.PERSON, CLEAR if end - first == 1 else SURE


def person_here(tokens: Tokens, words: Words, first: int, last: int) -> int:
    """The end of a person's name that begins with a first name, or 0."""
    if tokens.words[first] not in words.first_names or last - first < 2:
        return 0
    end = person_end(tokens, words, first, last)
    return end if end - first > 1 and tokens.lowers[first + 1] not in words.heads else 0


def person_end(tokens: Tokens, words: Words, first: int, last: int) -> int:
    """Where a person's name ends: four words, particles and "Jr." not counted."""
    count, i = 0, first
    while i < last and (count < 4 or tokens.words[i] in SUFFIXES):
        if (
            tokens.words[i] in ("of", "for", "on", "&", "and")
            or count > 1
            and listed(tokens, words, i)
            and tokens.words[i] not in words.surnames
        ):
            break
        count += (
            tokens.words[i] not in PARTICLES
            and tokens.words[i] not in SUFFIXES
            and len(tokens.words[i].rstrip(".")) > 1
        )
        i += 1
    return max(i, first + 1)
