"""Finds titles and descriptions beside people's names: "Harbor Minister", "a spokeswoman for the port"."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.names import Name
from reader.language.tokens import Tokens
from reader.language.words import Words

_DETERMINERS = frozenset("a an the".split())
_POSSESSIVES = frozenset("his her their its my our".split())
_ENDS = frozenset('.;:!?)(—–"“”') | {
    "--",
    "who",
    "whose",
    "which",
    "said",
    "says",
    "told",
    "was",
    "is",
    "has",
    "had",
    "were",
    "and",
    "but",
    "while",
    "when",
}
_LINKS = frozenset("of for at in to from on with the a an and 's &".split()) | {"’s"}


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """The tokens of a role and the index of the name it belongs to."""

    first: int
    last: int
    name: int


def find_roles(tokens: Tokens, words: Words, names: list[Name]) -> list[RoleSpan]:
    """Every role in order of the text."""
    inside = {i: number for number, n in enumerate(names) for i in range(n.first, n.last)}
    found: list[RoleSpan] = []
    for number, name in enumerate(names):
        if name.kind is not Kind.PERSON:
            continue
        before = _before(tokens, words, names, inside, name)
        if before < name.first:
            found.append(RoleSpan(before, name.first, number))
        after = _after(tokens, words, names, inside, name)
        if after:
            found.append(RoleSpan(*after, number))
    return [r for i, r in enumerate(found) if not i or r.first >= found[i - 1].last]


def _before(tokens: Tokens, words: Words, names: list[Name], inside: dict[int, int], name: Name) -> int:
    """The first token of the role in front of a name; the name's own first token where there is none."""
    i = name.first - 1
    if i < 0 or tokens.begins_line(i + 1) or not _titles(tokens, words, inside, i):
        return _over_office(tokens, words, names, inside, name)
    return _leftwards(tokens, words, names, inside, i)


def _over_office(tokens: Tokens, words: Words, names: list[Name], inside: dict[int, int], name: Name) -> int:
    """ "Secretary of State Ann Lee": the title stands before "of"."""
    for i in range(name.first - 1, max(-1, name.first - 7), -1):
        if tokens.words[i] == "of" and i and _titles(tokens, words, inside, i - 1) and tokens.words[i - 1][0].isupper():
            return _leftwards(tokens, words, names, inside, i - 1)
        if not (tokens.words[i][0].isupper() or tokens.words[i] in ("of", "and", "the")):
            break
    return name.first


def _titles(tokens: Tokens, words: Words, inside: dict[int, int], i: int) -> bool:
    low = tokens.lowers[i]
    return i not in inside and (low in words.titles or low.rpartition("-")[2] in words.titles)


def _leftwards(tokens: Tokens, words: Words, names: list[Name], inside: dict[int, int], i: int) -> int:
    """From the title word to the left over adjectives, places and bodies; "his" belongs to it, "the" does not."""
    first = i
    while first > 0 and i - first < 12 and not tokens.begins_line(first):
        left = first - 1
        low = tokens.lowers[left]
        if left in inside:
            other = names[inside[left]]
            if other.kind is Kind.PERSON and tokens.lowers[first] not in ("'s", "’s"):
                break
            first = other.first
        elif low in ("'s", "&") or low == "and" and left and _titles(tokens, words, inside, left - 1):
            first = left
        elif low in _POSSESSIVES:
            return left
        elif tokens.words[left][0].isalpha() and _modifies(tokens, words, left):
            first = left
        else:
            break
    while tokens.lowers[first] in ("'s", "’s", "&", "and") and first < i:
        first += 1
    return first


def _modifies(tokens: Tokens, words: Words, i: int) -> bool:
    low = tokens.lowers[i]
    if low in words.modifiers or low in words.titles and low not in words.honorifics:
        return True
    tags = words.lexicon.get(low, "")
    if tokens.words[i][0].isupper():
        return not tags or tags[0] in "nj"
    return tags[:1] in ("j", "n") and low not in (
        "year",
        "years",
        "day",
        "week",
        "month",
        "that",
        "other",
        "such",
        "more",
    )


def _after(
    tokens: Tokens, words: Words, names: list[Name], inside: dict[int, int], name: Name
) -> tuple[int, int] | None:
    """The apposition behind a name: ", 34, a spokeswoman for the port," or "(R-Ky.)"."""
    i, size = name.last, len(tokens)
    if (
        i + 2 < size
        and tokens.words[i] == "("
        and tokens.words[i + 1] in ("R", "D", "I")
        and tokens.words[i + 2] in ("-", "–", "—")
    ):
        return (i + 1, i + 4) if i + 3 < size else None
    if i >= size or tokens.words[i] != ",":
        return None
    i += 1
    if i + 1 < size and tokens.words[i].isdigit() and tokens.words[i + 1] == ",":
        i += 2
    if i < size and tokens.words[i] in ("R", "D", "I") and i + 2 < size and tokens.words[i + 1] in ("-", "–", "—"):
        return i, i + 3
    return _apposition(tokens, words, names, inside, i)


def _apposition(
    tokens: Tokens, words: Words, names: list[Name], inside: dict[int, int], i: int
) -> tuple[int, int] | None:
    first, headed, linked = i, False, False
    while i < min(len(tokens), first + 18) and not (i > first and tokens.begins_line(i)):
        low = tokens.lowers[i]
        if i in inside:
            i = names[inside[i]].last
            continue
        if (
            low == ","
            or low in _ENDS
            and not (low == "and" and headed and i + 1 < len(tokens) and _titles(tokens, words, inside, i + 1))
        ):
            break
        linked = linked or low in ("of", "for", "at", "in", "with", "from")
        if not linked and (low in words.titles or low.rpartition("-")[2] in words.titles):
            headed = True
        if not headed and not (
            low in _DETERMINERS or low in _POSSESSIVES or low == "'s" or _modifies(tokens, words, i)
        ):
            return None
        if (
            headed
            and tokens.lowers[i] not in _LINKS
            and words.lexicon.get(low, "n")[0] in "vdgom"
            and low not in words.titles
        ):
            break
        i += 1
    while i > first and tokens.lowers[i - 1] in _LINKS:
        i -= 1
    closed = i < len(tokens) and (
        tokens.words[i] in ",.;:)—–" or tokens.lowers[i] in _ENDS or tokens.words[i] in ('"', "”")
    )
    return (first, i) if headed and closed and i > first else None
