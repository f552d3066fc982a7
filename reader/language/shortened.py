"""Ties short forms of bodies, events and works to the long ones: abbreviations, first or last words, no "Corp."."""

from __future__ import annotations

import collections
import unicodedata

from reader.core.kinds import Kind
from reader.language.countries import plain
from reader.language.names import Name
from reader.language.tokens import Tokens

_KINDS = frozenset((Kind.ORGANIZATION, Kind.WORK, Kind.EVENT, Kind.FACILITY, Kind.PRODUCT))
_LEGAL = frozenset(
    "inc inc. corp corp. co co. ltd ltd. llc llp plc ag sa s.a. se nv n.v. gmbh bhd sdn pty pte spa ,".split()
)
_TURNED = frozenset(("department", "ministry"))
_COUNTRY = (("u.s.",), ("us",), ("united", "states"))
_CHAMBERS = frozenset(("house", "senate", "congress", "parliament", "assembly", "cabinet"))
_OF_CHAMBERS = frozenset("u.s. us united states of representatives".split())
_PARTS = frozenset(
    "act affairs assembly association board bureau command commission committee council department directorate division"
    " institute office school union".split()
)
"""Last words of bodies that belong to the one named before: "State Department Correspondents Association"."""
_LONGEST = 12
Key = tuple[str, ...]


def body_words(spelling: tuple[str, ...]) -> tuple[str, ...]:
    """The words that tell a body: without "The" and "Inc."; "Ministry of Trade" is "Trade Ministry"."""
    kept = list(spelling)
    if len(kept) > 1 and kept[0].lower() == "the":
        del kept[0]
    while len(kept) > 1 and kept[-1].lower() in _LEGAL:
        del kept[-1]
    if len(kept) > 1 and kept[0] in ("U.S.", "US") and (len(kept) > 2 or kept[1].lower() in _CHAMBERS):
        del kept[0]
    if len(kept) > 2 and kept[0].lower() in _TURNED and kept[1] == "of":
        kept = [*kept[2:], kept[0]]
    return tuple(w.removeprefix("@") or w for w in kept)


def join_short_forms(tokens: Tokens, names: list[Name], keys: list[Key]) -> list[Key]:
    """ "International Atomic Energy Agency" and "IAEA"; "Coastline Press" and a later "Press" or "Coastline"."""
    whole = {keys[i]: n.words(tokens) for i, n in enumerate(names) if n.kind in _KINDS}
    spellings = {keys[i]: body_words(n.words(tokens)) for i, n in enumerate(names) if n.kind in _KINDS}
    others = {w for n in names if n.kind in (Kind.PERSON, Kind.PLACE) for w in n.words(tokens)}
    headline = tokens.paragraphs[0][1] if len(tokens.paragraphs) > 1 else 0
    firsts = {keys[i]: n.first for i, n in reversed(list(enumerate(names)))}
    acronyms = _acronyms(whole) | _acronyms(spellings)
    edges = _edges(spellings)
    instead = _in_brackets(tokens, names, keys)
    for key, spelling in spellings.items():
        if key in instead:
            continue
        short = plain("".join(spelling)).replace("&", "")
        is_acronym = len(spelling) == 1 and len(short) > 1 and spelling[0].replace(".", "").isupper()
        if is_acronym and short in acronyms and acronyms[short] != key:
            instead[key] = acronyms[short]
            continue
        longs = {
            long
            for long in edges.get(plain(" ".join(spelling)), ())
            if long[0] == key[0] and (firsts[long] < firsts[key] or firsts[key] < headline)
        }
        if len(longs) == 1 and not is_acronym and not (len(spelling) == 1 and spelling[0] in others):
            instead[key] = next(iter(longs))
    return [last_of(instead, key) for key in keys]


def _acronyms(spellings: dict[Key, tuple[str, ...]]) -> dict[str, Key]:
    """For the initials of names of several words the name: of all words, and of those with a capital."""
    found: dict[str, Key] = {}
    for key, spelling in spellings.items():
        named = _without_country(spelling)[:_LONGEST]
        if named[-1].lower() in _TURNED:
            named = (named[-1], "of", *named[:-1])
        parts = [part for word in named for part in word.split("-") if part[:1].isalpha()]
        shorter = parts[:-2] if parts[-2:-1] == ["and"] else parts
        for some in (parts, shorter) if len(parts) > 1 else ():
            for initials in ([p[0] for p in some if p[0].isupper()], [p[0] for p in some]):
                found.setdefault("".join(initials).lower(), key)
    return found


def _edges(spellings: dict[Key, tuple[str, ...]]) -> dict[str, set[Key]]:
    """For the first and the last words of longer names these names."""
    found: dict[str, set[Key]] = collections.defaultdict(set)
    for key, spelling in spellings.items():
        size = len(spelling)
        if size > 1:
            found[plain("".join(spelling))].add(key)
        for n in range(1, min(size, _LONGEST)):
            is_part = n > 1 and spelling[-1].lower() in _PARTS
            for some in (spelling[-n:], *((spelling[:n],) if not is_part else ())):
                if n > 1 or some[0].lower() not in _CHAMBERS:
                    found[plain(" ".join(some))].add(key)
        if _is_chamber(spelling):
            found[next(w.lower() for w in spelling if w.lower() in _CHAMBERS)].add(key)
    return found


def _is_chamber(spelling: tuple[str, ...]) -> bool:
    """Whether a name says no more than a chamber and whose it is: "U.S. House of Representatives"."""
    rest = [w.lower() for w in spelling if w.lower() not in _OF_CHAMBERS]
    return len(spelling) > 1 and len(rest) == 1 and rest[0] in _CHAMBERS


def _without_country(spelling: tuple[str, ...]) -> tuple[str, ...]:
    lowers = tuple(w.lower() for w in spelling)
    front = next((len(c) for c in _COUNTRY if lowers[: len(c)] == c and len(lowers) > len(c) + 1), 0)
    return spelling[front:]


def _in_brackets(tokens: Tokens, names: list[Name], keys: list[Key]) -> dict[Key, Key]:
    """What a text itself abbreviates: "Palang Party (PPRP)"; also what it writes in another script."""
    found: dict[Key, Key] = {}
    for i in range(len(names) - 1):
        one, two = names[i], names[i + 1]
        if one.kind is not two.kind or tokens.words[one.last : two.first] not in (["("], ["（"]):
            continue
        if tokens.words[two.last : two.last + 1] not in ([")"], ["）"]) and not _is_foreign(tokens.words[two.first]):
            continue
        if keys[i] == keys[i + 1] or keys[i + 1] in found:
            continue
        if (
            _is_foreign(tokens.words[two.first])
            or one.kind in _KINDS
            and _abbreviates(two.words(tokens), one.words(tokens))
        ):
            found[keys[i + 1]] = keys[i]
        elif one.kind in _KINDS and _abbreviates(one.words(tokens), two.words(tokens)) and keys[i] not in found:
            found[keys[i]] = keys[i + 1]
    return found


def _abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and (len(long) > 2 or len(long) > 1 and sum(c.isupper() for c in short[0]) > 1)


def _is_foreign(word: str) -> bool:
    """Whether a word is written in another script."""
    return word[0].isalpha() and not unicodedata.name(word[0], "").startswith("LATIN")


def last_of(instead: dict[Key, Key], key: Key) -> Key:
    """What stands in a key's place in the end, however many names it goes through."""
    seen = {key}
    while key in instead and instead[key] not in seen:
        key = instead[key]
        seen.add(key)
    return key
