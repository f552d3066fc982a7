"""Splits a run of capitalized words into names and guesses the kind of each."""

from __future__ import annotations

import re

from reader.core.kinds import Kind
from reader.language.offices import (
    CLEAR,
    FAIR,
    LEAST,
    Guess,
    after_title,
    inside_title,
    office_end,
    person_end,
    person_here,
    title_end,
)
from reader.language.runs import listed
from reader.language.tokens import Tokens
from reader.language.words import Words

_PLACE_BEFORE = frozenset("in at near from outside across throughout inside around".split())
_NOT_ORGANIZATIONS = frozenset(
    "TV DNA CEO CFO COVID GDP AIDS HIV PhD MD DVD CD ID IQ PM AM EST ET GMT BST EDT PST I A OK VIP IT AI HD PR"
    " FAQ PDF DUI LGBT LGBTQ PTSD ADVERTISEMENT".split()
)
_NO_NAMES = frozenset(
    "Click Copyright Enlarge Slideshow Subscribe Advertisement Image Photo Photos Video Caption Replay God"
    " Newsletter Newsletters No. St.".split()
)
_EASTERN = re.compile(r"[A-Z][a-z]+-[a-z]+")
_OF_PLACES = frozenset(
    "government officials authorities parliament coast waters capital border economy army military navy side troops"
    " forces villagers mayor president police embassy ambassador minister"
    " counterpart delegation negotiators fleet patrol".split()
)
_TRAVEL = frozenset(
    "travel travels traveled travelled traveling trip flight flew fly drive drove sail sailed return returned"
    " went go goes moved move heading headed heads road came come back way ferry visit visits journey".split()
)
_CRAFT = frozenset("trawler ferry ship tanker vessel boat yacht submarine destroyer carrier frigate freighter".split())
_SPEAKS = frozenset("who whose".split())


def split(tokens: Tokens, words: Words, first: int, last: int, opening: bool = False) -> list[Guess]:
    """The names in a run, from left to right."""
    found: list[Guess] = []
    if first > 1 and tokens.words[first - 1] == "of" and tokens.lowers[first - 2] in words.titles:
        after = office_end(tokens, words, first - 1, last)
        found += inside_title(tokens, words, first, after)
        first = after
    while first < last:
        whole = _whole(tokens, words, first, last)
        if whole:
            return [*found, whole]
        entry = listed(tokens, words, first)
        if entry and first + len(entry[0]) <= last:
            end = first + len(entry[0])
            person = (
                person_here(tokens, words, first, last)
                if end < last and entry[1] in (Kind.PLACE, Kind.ORGANIZATION)
                else 0
            )
            if not person:
                found.append(Guess(first, end, entry[1], CLEAR))
                first = end
                continue
        title = title_end(tokens, words, first, last)
        if title:
            found += inside_title(tokens, words, first, title)
            if title < last:
                end = person_end(tokens, words, title, last)
                found.append(Guess(title, end, *after_title(tokens, words, title, end)))
                first = end
                continue
            return found
        later = next(
            (
                i
                for i in range(first + 1, last)
                if (e := listed(tokens, words, i)) and len(e[0]) > 1 and i + len(e[0]) <= last
            ),
            last,
        )
        found += _unlisted(tokens, words, first, later, opening)
        first, opening = later, False
    return found


def in_titled_line(tokens: Tokens, words: Words, first: int, last: int) -> list[Guess]:
    """The names in a line where every word has a capital: listed ones, and first names with what follows."""
    found: list[Guess] = []
    while first < last:
        entry = listed(tokens, words, first)
        end = first + 1
        if entry and first + len(entry[0]) <= last:
            end = first + len(entry[0])
            found.append(Guess(first, end, entry[1], FAIR))
        elif (
            tokens.words[first] in words.first_names
            and first + 1 < last
            and tokens.lowers[first + 1] not in words.lexicon
        ):
            end = first + 2
            if not listed(tokens, words, first + 1):
                found.append(Guess(first, end, Kind.PERSON, LEAST))
        elif words.surnames.get(tokens.words[first].capitalize()):
            found.append(Guess(first, end, Kind.PERSON, LEAST))
        first = end
    return found


def _whole(tokens: Tokens, words: Words, first: int, last: int) -> Guess | None:
    """A run that ends in (or is built around) the head of a body, a building, an event … is one name."""
    if last - first < 2:
        return None
    lowers = tokens.lowers
    entry = listed(tokens, words, first)
    if entry and len(entry[0]) == last - first:
        return Guess(first, last, entry[1], CLEAR)
    if lowers[first] in words.titles and last - first > 2 and tokens.words[first + 1] == "of":
        return None
    behind = first + len(entry[0]) if entry and entry[1] in (Kind.PLACE, Kind.GROUP) else first
    of = next((i for i in range(behind + 1, last - 1) if tokens.words[i] in ("of", "for", "on")), 0)
    kind = _headed(tokens, words, of, last) or (None if of else words.fronts.get(lowers[first]))
    if not kind or lowers[last - 1] in words.titles and not of:
        return None
    before = of or last
    if _has_title(tokens, words, first, before - 1):
        return None
    return Guess(first, last, kind, FAIR if before - first < 3 else CLEAR)


def _headed(tokens: Tokens, words: Words, of: int, last: int) -> Kind | None:
    """The kind that the head of a run gives it: the word before "of", else the last word."""
    kind = words.heads.get(tokens.lowers[last - 1])
    if of:
        head = tokens.lowers[of - 1]
        kind = words.heads.get(head) or kind or (Kind.ORGANIZATION if head in words.of_heads else None)
    return kind


def _has_title(tokens: Tokens, words: Words, first: int, last: int) -> bool:
    """Whether a run has an abbreviated title, so that a person follows ("Sen. Ann House")."""
    return any(
        tokens.lowers[i] in words.abbreviated or tokens.lowers[i] in words.honorifics for i in range(first, last)
    )


def _unlisted(tokens: Tokens, words: Words, first: int, last: int, opening: bool) -> list[Guess]:
    """A run without a listed beginning and without a head."""
    size = last - first
    word = tokens.words[first]
    if size > 1 and tokens.words[last - 1] in _NO_NAMES:
        return split(tokens, words, first, last - 1, opening)
    before = tokens.lowers[first - 1] if first else ""
    if size == 1:
        return _single(tokens, words, first, opening, before)
    if word in words.first_names or len(word.rstrip(".")) == 1:
        end = person_end(tokens, words, first, last)
        return [Guess(first, end, Kind.PERSON, CLEAR), *split(tokens, words, end, last)]
    if size < 5 and _in_byline(tokens, first):
        return [Guess(first, last, Kind.PERSON, CLEAR)]
    common = sum(tokens.lowers[i] in words.lexicon for i in range(first, last))
    if size == 2 and _EASTERN.fullmatch(tokens.words[last - 1]):
        return [Guess(first, last, Kind.PERSON, CLEAR)]
    if tokens.words[last - 1] in words.surnames and not common and size < 4:
        return [Guess(first, last, Kind.PERSON, FAIR + 1)]
    if _acts_like_place(tokens, words, last) and size < 4 and common < size:
        return [Guess(first, last, Kind.PLACE, FAIR)]
    if _acts_like_person(tokens, words, last) and size < 5 and common < size:
        return [Guess(first, last, Kind.PERSON, FAIR + 1)]
    if before in _PLACE_BEFORE and size < 4 and not common:
        return [Guess(first, last, Kind.PLACE, FAIR)]
    if not common and size in (2, 3):
        return [Guess(first, last, Kind.PERSON, FAIR)]
    if opening and common == size:
        return []
    return [Guess(first, last, Kind.ORGANIZATION, LEAST)]


def _in_byline(tokens: Tokens, first: int) -> bool:
    """Whether a run stands behind "By", alone or behind other names: "By Maja Lind and Per Hallberg"."""
    for i in range(first - 1, max(-1, first - 12), -1):
        word = tokens.words[i]
        if word == "By":
            return True
        if not (word in ("and", ",", "&") or word[0].isupper()):
            return False
    return False


def _single(tokens: Tokens, words: Words, i: int, opening: bool, before: str) -> list[Guess]:
    word, lower = tokens.words[i], tokens.lowers[i]
    if word in _NO_NAMES or opening and lower.endswith("ly"):
        return []
    if len(word) == 1:
        return (
            [Guess(i, i + 1, Kind.GROUP, CLEAR)]
            if word in "RDI" and tokens.words[i + 1 : i + 2] in (["-"], ["–"], ["—"]) and before in ("(", ",")
            else []
        )
    if before in words.honorifics or before in words.abbreviated:
        return [Guess(i, i + 1, Kind.PERSON, CLEAR)]
    if before in _CRAFT or before == "the" and _is_craft(tokens, words, i):
        return [Guess(i, i + 1, Kind.PRODUCT, FAIR)]
    if words.surnames.get(word) and lower not in words.lexicon:
        return [Guess(i, i + 1, Kind.PERSON, CLEAR)]
    if (
        word.isupper()
        and 2 <= len(word) <= 6
        and word.isalpha()
        and word not in _NOT_ORGANIZATIONS
        and (len(word) < 4 or lower not in words.lexicon)
    ):
        return [Guess(i, i + 1, Kind.ORGANIZATION, FAIR)]
    if lower in words.lexicon or len(word) < 2:
        return [Guess(i, i + 1, words.heads[lower], 0)] if lower in words.heads else []
    if word in words.first_names or word in words.surnames:
        return [Guess(i, i + 1, Kind.PERSON, FAIR)]
    two_before = tokens.lowers[i - 2] if i > 1 else ""
    if before in _PLACE_BEFORE or before == "to" and two_before in _TRAVEL or _acts_like_place(tokens, words, i + 1):
        return [Guess(i, i + 1, Kind.PLACE, FAIR)]
    if _acts_like_person(tokens, words, i + 1):
        return [Guess(i, i + 1, Kind.PERSON, LEAST)]
    return [Guess(i, i + 1, Kind.ORGANIZATION, LEAST)]


def _is_craft(tokens: Tokens, words: Words, i: int) -> bool:
    """Whether a word behind "the" names a ship: "aboard the Sigrun", or a person's name before no noun of its own."""
    if i > 1 and tokens.lowers[i - 2] == "aboard":
        return True
    if tokens.words[i] not in words.first_names and tokens.words[i] not in words.surnames or i + 1 >= len(tokens):
        return False
    behind = tokens.words[i + 1]
    return not (behind[0].isupper() or set(words.lexicon.get(behind.lower(), "")) & set("nj"))


def _acts_like_place(tokens: Tokens, words: Words, i: int) -> bool:
    """Whether what follows a name fits a place: "'s prime minister", "officials", "waters"."""
    if i + 1 >= len(tokens):
        return False
    if tokens.lowers[i] not in ("'s", "’s"):
        return tokens.lowers[i] in _OF_PLACES
    return any(low in _OF_PLACES or low in words.titles for low in tokens.lowers[i + 1 : i + 4])


def _acts_like_person(tokens: Tokens, words: Words, i: int) -> bool:
    """Whether what follows a name fits a person: a reporting word, "who", an age."""
    if i + 1 >= len(tokens):
        return False
    low = tokens.lowers[i]
    if low == "," and i + 2 < len(tokens):
        return (
            tokens.words[i + 1].isdigit()
            and len(tokens.words[i + 1]) == 2
            and tokens.words[i + 2] in (",", ".")
            or tokens.lowers[i + 1] in _SPEAKS
        )
    return low in _SPEAKS or words.cues.get(low) in ("say", "tell")
