"""Ties the names of one text together: surname and full name, abbreviation and long form, country and table."""

from __future__ import annotations

import bisect
import collections
from dataclasses import dataclass, field

from reader.core.kinds import Kind
from reader.language.countries import plain
from reader.language.names import Name
from reader.language.people import gender_of, given, parts, surname
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


_LATEST = 8
Key = tuple[str, ...]
"""What two names of one thing share: the kind and the plain spelling, for people the first name and surname."""


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
    keys = _join_people(tokens, words, names, keys)
    keys = _join_bodies(tokens, names, keys)
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
            keys.append((Kind.GROUP, words.peoples.get(text) or text.removesuffix("s")))
        else:
            keys.append((name.kind, text))
    return keys


def _join_people(tokens: Tokens, words: Words, names: list[Name], keys: list[Key]) -> list[Key]:
    """Full names first, then lone ones: to the full name with that surname, the last one where several have it."""
    full: dict[str, list[tuple[int, str]]] = collections.defaultdict(list)
    known: dict[tuple[str, str], Key] = {}
    firsts: dict[str, set[Key]] = collections.defaultdict(set)
    lone: list[int] = []
    for i, name in enumerate(names):
        if name.kind is not Kind.PERSON:
            continue
        spelling = name.words(tokens)
        first, last = given(spelling, words), surname(spelling, words)
        if not first:
            lone.append(i)
            continue
        same = next((f for _, f in full[last][-_LATEST:] if _same_first(first, f)), first)
        keys[i] = known.setdefault((same, last), (Kind.PERSON, same, last))
        known[first, last] = keys[i]
        full[last].append((i, first))
        firsts[parts(spelling)[0]].add(keys[i])
    for i in lone:
        keys[i] = _of_lone(tokens, words, names, keys, i, full, firsts)
    return keys


def _of_lone(
    tokens: Tokens,
    words: Words,
    names: list[Name],
    keys: list[Key],
    i: int,
    full: dict[str, list[tuple[int, str]]],
    firsts: dict[str, set[Key]],
) -> Key:
    """The key of a name of one word: that of a full name, or its own."""
    last = parts(names[i].words(tokens))[-1]
    known = full.get(last) or full.get(last.removesuffix("s"))
    if known:
        end = bisect.bisect_left(known, (i, ""))
        before = known[max(0, end - _LATEST) : end] or known[:1]
        honorific = _honorific(tokens, names[i])
        fitting = [j for j, f in before if not honorific or gender_of(f, words) in ("", honorific)]
        return keys[fitting[-1] if fitting else before[-1][0]]
    if len(firsts.get(last, ())) == 1:
        return next(iter(firsts[last]))
    return (Kind.PERSON, last)


def _same_first(one: str, other: str) -> bool:
    """Whether two first names may be the same: equal, or one an initial of the other."""
    a, b = one.rstrip("."), other.rstrip(".")
    return a == b or (len(a) == 1 or len(b) == 1) and a[0] == b[0]


def _honorific(tokens: Tokens, name: Name) -> str:
    before = tokens.lowers[name.first - 1] if name.first else ""
    return "m" if before in ("mr.", "mr", "sir") else "f" if before in ("mrs.", "mrs", "ms.", "ms", "miss") else ""


def _join_bodies(tokens: Tokens, names: list[Name], keys: list[Key]) -> list[Key]:
    """ "International Atomic Energy Agency" and "IAEA"; "Coastline Press" and a later "Press" or "Coastline"."""
    long: dict[str, Key] = {}
    edges: dict[str, set[Key]] = collections.defaultdict(set)
    for i, name in enumerate(names):
        spelling = name.words(tokens)
        if name.kind in (Kind.ORGANIZATION, Kind.WORK, Kind.EVENT, Kind.FACILITY) and len(spelling) > 1:
            capitals = [w for w in spelling if w[0].isupper()]
            long.setdefault("".join(w[0] for w in capitals).lower(), keys[i])
            for word in {spelling[0], spelling[-1]}:
                edges[word].add(keys[i])
    out = list(keys)
    for i, name in enumerate(names):
        spelling = name.words(tokens)
        if name.kind in (Kind.ORGANIZATION, Kind.WORK, Kind.EVENT, Kind.FACILITY) and len(spelling) == 1:
            short = plain(spelling[0])
            if spelling[0].replace(".", "").isupper() and len(short) > 1 and short in long:
                out[i] = long[short]
            elif len(edges.get(spelling[0], ())) == 1 and not spelling[0].isupper():
                out[i] = next(iter(edges[spelling[0]]))
    return out


def _join_said_to_be_same(tokens: Tokens, names: list[Name], keys: list[Key]) -> list[Key]:
    """What the story itself says: "X is the official name of Y", "X, formerly known as Y"."""
    instead: dict[Key, Key] = {}
    for i in range(len(names) - 1):
        one, two = names[i], names[i + 1]
        if one.kind is not two.kind or two.first - one.last > 6:
            continue
        if tuple(tokens.lowers[one.last : two.first]) in _SAME and keys[i] != keys[i + 1]:
            instead[keys[i]] = instead.get(keys[i + 1], keys[i + 1])
    return [instead.get(key, key) for key in keys]


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
        sex = gender_of(given(name.words(tokens), words), words)
        if sex:
            seen[sex] += 2
        for j in range(max(0, name.first - 2), name.first):
            low = tokens.lowers[j]
            if low in words.male or low in words.female:
                seen["m" if low in words.male else "f"] += 1 + 2 * (j == name.first - 1)
    return seen.most_common(1)[0][0] if seen else ""
