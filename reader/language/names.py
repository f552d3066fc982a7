"""Finds the names of a text and the kind of each: by lists, by neighbours, by what the rest of the text shows."""

from __future__ import annotations

import collections
import itertools
from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language import kinds
from reader.language.offices import CLEAR, FAIR, LEAST, SURE, Guess
from reader.language.runs import find_runs, is_capital, is_function, listed, titled
from reader.language.sentences import dateline_end
from reader.language.tokens import Tokens
from reader.language.words import Words

_MOST = 50
_QUANTIFIERS = frozenset(
    "many several some most all few other more both two three four five hundreds thousands".split()
)
_PEOPLE = ("ers", "er", "ians", "ian", "ans", "an", "ese", "is")
Votes = dict[tuple[str, ...], "collections.Counter[Kind]"]


@dataclass(frozen=True, slots=True)
class Name:
    """A name: the tokens from ``first`` up to ``last`` (not included)."""

    first: int
    last: int
    kind: Kind

    def words(self, tokens: Tokens) -> tuple[str, ...]:
        return tuple(tokens.words[self.first : self.last])


def find_names(tokens: Tokens, words: Words, begins: bytearray, taken: bytearray) -> list[Name]:
    """All names in order of the text. ``taken`` marks the tokens of dates and measures, which are no names."""
    shouting = titled(tokens)
    guesses: list[Guess] = []
    for start, end in find_runs(tokens, words):
        for first, last in _cut_at(start, end, taken):
            if shouting[first]:
                guesses += kinds.in_titled_line(tokens, words, first, last)
            else:
                guesses += kinds.split(
                    tokens, words, _skip_opening(tokens, words, begins, first, last), last, bool(begins[first])
                )
    return _agree(tokens, words, _with_datelines(tokens, guesses), shouting)


def _with_datelines(tokens: Tokens, guesses: list[Guess]) -> list[Guess]:
    """What stands first in a dateline is a place, whatever it looks like."""
    places: set[int] = set()
    for start, end in tokens.paragraphs:
        dash = dateline_end(tokens, start, end)
        bracket = next((i for i in range(start, dash) if tokens.words[i] == "("), dash)
        places.update(range(start, bracket))
    return [Guess(g.first, g.last, Kind.PLACE, SURE) if g.first in places else g for g in guesses]


def _beside_places(tokens: Tokens, guesses: list[Guess], votes: Votes) -> None:
    """Votes for what is joined to a place: "Karelund and Vasmark" are of one kind where nothing better is known."""
    for one, two in itertools.pairwise(guesses):
        if two.first != one.last + 1 or tokens.lowers[one.last] not in ("and", "or"):
            continue
        for known, other in ((one, two), (two, one)):
            spelling = tuple(tokens.words[known.first : known.last])
            if votes[spelling].most_common(1)[0][0] is Kind.PLACE and other.weight == LEAST:
                votes[tuple(tokens.words[other.first : other.last])][Kind.PLACE] += FAIR


def _cut_at(start: int, end: int, taken: bytearray) -> list[tuple[int, int]]:
    parts, first = [], start
    for i in range(start, end):
        if taken[i]:
            if i > first:
                parts.append((first, i))
            first = i + 1
    if end > first:
        parts.append((first, end))
    return parts


def _skip_opening(tokens: Tokens, words: Words, begins: bytearray, first: int, last: int) -> int:
    """Where a run really begins: a sentence's first word has its capital from the sentence."""
    if not begins[first] or listed(tokens, words, first, shout=False):
        return first
    lower = tokens.lowers[first]
    if is_function(words, lower) or lower in _QUANTIFIERS:
        return first + 1
    tags = words.lexicon.get(lower, "")
    verbal = tags[:1] in ("v", "g", "d") and tokens.words[first] not in words.first_names
    plain = tags and last == first + 1 and tokens.words[first] not in words.first_names
    return first + 1 if verbal or plain else first


def _agree(tokens: Tokens, words: Words, guesses: list[Guess], shouting: bytearray) -> list[Name]:
    """One kind for each spelling: what its clearest places say. Then lone parts of people's names."""
    votes: Votes = collections.defaultdict(collections.Counter)
    for g in guesses:
        spelling = tuple(tokens.words[g.first : g.last])
        votes[spelling][g.kind] += g.weight
        if g.kind is Kind.PLACE and g.weight == SURE:
            votes[tuple(word.capitalize() for word in spelling)][g.kind] += g.weight
    _beside_places(tokens, guesses, votes)
    demonyms = _demonyms(votes)
    sure, people = _parts_of_people(tokens, guesses, votes)
    names: list[Name] = []
    for g in guesses:
        spelling = tuple(tokens.words[g.first : g.last])
        kind, weight = votes[spelling].most_common(1)[0]
        if spelling in demonyms and weight < CLEAR:
            kind = Kind.GROUP
        part = len(spelling) == 1 and g.kind is not Kind.GROUP and g.weight < SURE and not _placed(tokens, g)
        if part and (spelling[0] in sure or spelling[0] in people and g.weight <= FAIR):
            kind, weight = Kind.PERSON, CLEAR
        if weight >= LEAST or shouting[g.first] and weight:
            names.append(Name(g.first, g.last, kind if g.weight < SURE else g.kind))
    return [_with_body(tokens, n) for n in _with_known(tokens, names, votes, sure)]


def _with_body(tokens: Tokens, name: Name) -> Name:
    """ "Marenko administration", "Vasmark police": a lower-case word makes the name that of a body."""
    following = tokens.lowers[name.last] if name.last < len(tokens) else ""
    if name.kind is Kind.PERSON and name.last == name.first + 1 and following in ("administration", "campaign"):
        return Name(name.first, name.last + 1, Kind.ORGANIZATION)
    if name.kind is Kind.PLACE and following == "police":
        return Name(name.first, name.last + 1, Kind.ORGANIZATION)
    return name


def _demonyms(votes: Votes) -> set[tuple[str, ...]]:
    """Words made of a place of the text: "Karelunders" where Karelund is one."""
    places = {s[0] for s, kinds in votes.items() if len(s) == 1 and kinds.most_common(1)[0][0] is Kind.PLACE}
    return {
        spelling
        for spelling in votes
        if len(spelling) == 1
        and any(spelling[0].removesuffix(end) in places for end in _PEOPLE if spelling[0].endswith(end))
    }


def _parts_of_people(tokens: Tokens, guesses: list[Guess], votes: Votes) -> tuple[frozenset[str], frozenset[str]]:
    """The words by which people named in full may be called later: of those that are clear, and of all."""
    found: dict[bool, set[str]] = {True: set(), False: set()}
    for g in guesses:
        spelling = tuple(tokens.words[g.first : g.last])
        kind, weight = votes[spelling].most_common(1)[0]
        if len(spelling) > 1 and kind is Kind.PERSON:
            parts = found[weight > FAIR]
            parts.update(w for w in (spelling[0], spelling[-1], spelling[-2]) if len(w) > 1 and w[0].isupper())
            parts.update(w.upper() for w in (spelling[0], spelling[-1]))
    never = {"Jr.", "Sr.", "II", "III", "IV"}
    return frozenset(found[True] - never), frozenset(found[True] | found[False] - never)


def _placed(tokens: Tokens, g: Guess) -> bool:
    """Whether a word stands where a place stands: "in Austin", "Austin, Texas" is told by the list."""
    return (
        g.kind is Kind.PLACE
        and g.first > 0
        and tokens.lowers[g.first - 1] in ("in", "at", "near", "from", "outside", "across")
    )


def _with_known(
    tokens: Tokens,
    names: list[Name],
    votes: Votes,
    people: frozenset[str],
) -> list[Name]:
    """Adds names in titled lines and at openings of sentences that the rest of the text knows."""
    covered = bytearray(len(tokens))
    known: dict[str, list[tuple[tuple[str, ...], Kind]]] = collections.defaultdict(list)
    for n in names:
        covered[n.first : n.last] = b"\1" * (n.last - n.first)
    for spelling in {n.words(tokens) for n in names}:
        kind, weight = votes[spelling].most_common(1)[0]
        if weight >= CLEAR:
            known[spelling[0]].append((spelling, kind))
    for word in people:
        known[word].append(((word,), Kind.PERSON))
    for entries in known.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
        del entries[_MOST:]
    added: list[Name] = []
    for i, word in enumerate(tokens.words):
        if covered[i] or word not in known or not is_capital(word):
            continue
        for spelling, kind in known[word]:
            if tuple(tokens.words[i : i + len(spelling)]) == spelling and not any(covered[i : i + len(spelling)]):
                added.append(Name(i, i + len(spelling), kind))
                covered[i : i + len(spelling)] = b"\1" * len(spelling)
                break
    return sorted(names + added, key=lambda n: n.first)
