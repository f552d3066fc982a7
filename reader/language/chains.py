"""Ties the names of one text together: surname and full name, abbreviation and long form, country and table."""

from __future__ import annotations

import collections
from dataclasses import dataclass, field

from reader.core.kinds import Kind
from reader.language.countries import plain
from reader.language.names import Name
from reader.language.namesakes import join_people
from reader.language.people import gender_of, person_name
from reader.language.shortened import body_words, join_short_forms, last_of
from reader.language.tokens import Tokens
from reader.language.words import Words

_SAME = (
    ("is", "the", "official", "name", "of"),
    ("is", "the", "formal", "name", "of"),
    ("is", "the", "full", "name", "of"),
    (",", "also", "known", "as"),
    (",", "formerly", "known", "as"),
    ("also", "known", "as"),
    (",", "known", "as"),
    (",", "officially"),
    (",", "formally"),
    (",", "formerly"),
)
_PARTIES = {"r": "republican", "d": "democrat", "dem": "democrat", "dems": "democrat"}
"""How those of a party are abbreviated behind the names of politicians."""
Key = tuple[str, ...]
"""What two names of one thing share: the kind and the plain spelling, for people the number of the person."""


@dataclass(slots=True)
class Draft:
    """A chain in the making. ``places`` are indexes of names."""

    kind: Kind
    title: str = ""
    gender: str = ""
    places: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Links:
    """``of`` gives for each name the index of its chain."""

    of: tuple[int, ...]
    chains: tuple[Draft, ...]


def link(tokens: Tokens, words: Words, names: list[Name]) -> Links:
    """Chains for all names, in order of their first mention."""
    keys = _keys(tokens, words, names)
    keys = join_people(tokens, words, names, keys)
    keys = join_short_forms(tokens, names, keys)
    keys = _join_said_to_be_same(tokens, names, keys)
    numbers: dict[Key, int] = {}
    drafts: list[Draft] = []
    of: list[int] = []
    for i, name in enumerate(names):
        number = numbers.setdefault(keys[i], len(numbers))
        if number == len(drafts):
            drafts.append(Draft(name.kind))
        drafts[number].places.append(i)
        of.append(number)
    for draft in drafts:
        _finish(tokens, words, names, draft)
    return Links(tuple(of), tuple(drafts))


def _keys(tokens: Tokens, words: Words, names: list[Name]) -> list[Key]:
    """What makes two names the same at first sight: kind and plain spelling, or the country."""
    keys: list[Key] = []
    for name in names:
        text = plain(" ".join(name.words(tokens)).replace(" 's", "'s"))
        text = words.same.get(text, text).removeprefix("the ")
        if name.kind is Kind.PLACE:
            keys.append((Kind.PLACE, words.spelled.get(text, text)))
        elif name.kind is Kind.GROUP:
            text = _PARTIES.get(text, text)
            keys.append((Kind.GROUP, words.peoples.get(text) or text.removesuffix("s")))
        elif name.kind is Kind.PERSON:
            keys.append((name.kind, text))
        else:
            text = plain(" ".join(body_words(name.words(tokens))).replace(" 's", "'s"))
            keys.append((name.kind, words.same.get(text, text)))
    return keys


def _join_said_to_be_same(tokens: Tokens, names: list[Name], keys: list[Key]) -> list[Key]:
    """What the story itself says: "X is the official name of Y", "X, formerly known as Y"."""
    instead: dict[Key, Key] = {}
    for i in range(len(names) - 1):
        one, two = names[i], names[i + 1]
        if one.kind is not two.kind or two.first - one.last > 6:
            continue
        if tuple(tokens.lowers[one.last : two.first]) in _SAME and keys[i] != keys[i + 1]:
            instead[last_of(instead, keys[i])] = last_of(instead, keys[i + 1])
    return [last_of(instead, key) for key in keys]


def _finish(tokens: Tokens, words: Words, names: list[Name], draft: Draft) -> None:
    """Kind by majority, the name to show, and for people the gender."""
    draft.kind = collections.Counter(names[i].kind for i in draft.places).most_common(1)[0][0]
    spellings = list(
        dict.fromkeys(
            " ".join(tokens.text[tokens.starts[names[i].first] : tokens.ends[names[i].last - 1]].split())
            for i in draft.places
        )
    )
    quiet = [s for s in spellings if not (s.isupper() and len(s) > 5)] or spellings
    if draft.kind is Kind.PLACE:
        draft.title = next((words.spelled[plain(s)] for s in spellings if plain(s) in words.spelled), quiet[0])
    elif draft.kind is Kind.GROUP:
        draft.title = quiet[0]
    else:
        draft.title = max(quiet, key=lambda s: (len(s.split()), len(s) if len(s) < 60 else 0))
    if draft.kind is Kind.PERSON:
        draft.gender = _gender(tokens, words, names, draft)


def _gender(tokens: Tokens, words: Words, names: list[Name], draft: Draft) -> str:
    seen: collections.Counter[str] = collections.Counter()
    for i in draft.places:
        name = names[i]
        sex = gender_of(person_name(name.words(tokens), words).first, words)
        if sex:
            seen[sex] += 2
        for j in range(max(0, name.first - 2), name.first):
            low = tokens.lowers[j]
            if low in words.male or low in words.female:
                seen["m" if low in words.male else "f"] += 1 + 2 * (j == name.first - 1)
    return seen.most_common(1)[0][0] if seen else ""
