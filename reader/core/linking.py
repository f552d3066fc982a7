"""Which chains of different articles are one entity: thinking only, nothing is read or written here.

A chain has a key; chains with one key are one entity. Some articles say besides that a shorter name is short for a
longer one ("Alpha Beta Council (ABC)"; "John F. Kerry" for "John Kerry"). A short name leads to the entity of the
longer one as long as all such articles agree on which that is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reader.core.annotations import Annotations, Chain, Mention
from reader.core.article import ArticleId
from reader.core.kinds import Form, Kind
from reader.core.names import name_key, person_name, without_legal_form

Known = Mapping[tuple[bool, str], str]
"""Other names of places (True) and of the rest but people (False): (True, "us") gives "united states"."""

_ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][\w.&-]{1,11}")
_OPEN, _CLOSE = re.compile(r"\s*\(\s*"), re.compile(r"\s*\)")


@dataclass(frozen=True, slots=True)
class Naming:
    """How the library knows a chain: its key, and keys that its article says to be short for it."""

    key: str
    shorts: tuple[str, ...] = ()


def namings(found: Annotations, text: str, article: ArticleId, known: Known) -> dict[int, Naming]:
    """For each chain that is an entity, how the library knows it."""
    brackets = _bracketed(found.mentions, text)
    named = {}
    for chain in found.chains:
        if not chain.kind.names_an_entity or not name_key(chain.name):
            continue
        key = key_of(chain, article, known)
        shorts = {_keyed(chain.kind, name_key(short)) for short in brackets.get(chain.id, ())}
        named[chain.id] = Naming(key, (*shorts_of(chain, key), *sorted(shorts - {key})))
    return named


def shorts_of(chain: Chain, key: str) -> tuple[str, ...]:
    """What is short for a person's name with middle initials or a nickname, by the name alone."""
    if chain.kind is not Kind.PERSON or not (name := person_name(chain.name)).is_full:
        return ()
    short = _keyed(chain.kind, name.plain)
    return (short,) if short != key else ()


def key_of(chain: Chain, article: ArticleId, known: Known) -> str:
    """The key of a chain.

    People share a key by their full name only: a surname by itself stays with its article, since two stories may mean
    two people. Things of different kinds never share one.
    """
    key = name_key(chain.name)
    if chain.kind is Kind.PERSON:
        name = person_name(chain.name)
        return _keyed(chain.kind, name.key) + ("" if name.is_full else f"|{article}")
    key = known.get((chain.kind is Kind.PLACE, key), key)
    if chain.kind is Kind.ORGANIZATION:
        key = without_legal_form(key)
    if chain.kind is Kind.GROUP and len(key) > 3:
        key = key.removesuffix("s")
    return _keyed(chain.kind, key)


def _keyed(kind: Kind, name: str) -> str:
    return f"{kind}|{name}"


def _bracketed(mentions: Iterable[Mention], text: str) -> dict[int, set[str]]:
    """For each chain the acronyms that its text sets in brackets behind its name, or explains in brackets."""
    names = [m for m in mentions if m.form is Form.NAME and len(m.chains) == 1 and m.kind is not Kind.PERSON]
    shorts: dict[int, set[str]] = {}
    for one, two in itertools.pairwise(names):
        between, behind = text[one.span.end : two.span.start], text[two.span.end : two.span.end + 2]
        if one.chains != two.chains or not _OPEN.fullmatch(between) or not _CLOSE.match(behind):
            continue
        first, second = one.span.of(text), two.span.of(text)
        for long, short in ((first, second), (second, first)):
            if _ACRONYM.fullmatch(short) and len(long.split()) > 1:
                shorts.setdefault(one.chains[0], set()).add(short)
    return shorts


def full_of(claimants: Collection[str]) -> str | None:
    """The one key that a short name is short for; None where articles contradict each other, or none says so.

    "George Bush" is nobody in particular once the library knows "George W." and "George H.W. Bush".
    """
    return next(iter(claimants)) if len(claimants) == 1 else None


def components(keys: Collection[str], full: Mapping[str, str | None]) -> tuple[frozenset[str], ...]:
    """The keys of one entity, in groups that still belong together by what is short for what (``full_of`` of each)."""
    groups = {key: frozenset((key,)) for key in keys}
    for key in keys:
        longer = full[key]
        if longer in groups and longer not in groups[key]:
            joined = groups[key] | groups[longer]
            groups.update(dict.fromkeys(joined, joined))
    return tuple(dict.fromkeys(groups.values()))


def quieter(one: str, other: str) -> str:
    """The name to show of two with one key: the one there is, unless only the other is no headline, or has accents."""
    if _loud(one) != _loud(other):
        return other if _loud(one) else one
    return other if _accented(other) and not _accented(one) else one


def _loud(name: str) -> bool:
    return name.isupper() and " " in name


def _accented(name: str) -> bool:
    return any(c.isalpha() and not c.isascii() for c in name)


def better_name(kind: Kind, one: str, other: str) -> str:
    """The name to show where one is short for the other: people without initials, all else in full."""
    shorter, longer = sorted((one, other), key=lambda name: (len(name.split()), len(name)))
    return quieter(shorter, longer) if kind is Kind.PERSON else quieter(longer, shorter)
