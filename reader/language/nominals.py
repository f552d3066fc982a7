"""Finds who is meant by a title alone: "the harbor minister", "the two ministers", "the Pentagon chief"."""

from __future__ import annotations

import collections
from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.scene import Range, Scene

_DETERMINERS = frozenset("the this that both".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2}
_LEADERS = frozenset("chief leader head boss minister secretary".split())
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase that stands for people named in the text."""

    span: Range
    chains: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Office:
    chain: int
    words: frozenset[str]
    at: int


def find_nominals(scene: Scene) -> dict[int, Nominal]:
    """The nominals that can be told, by their first token."""
    offices = _offices(scene)
    found: dict[int, Nominal] = {}
    if not offices:
        return found
    pair: tuple[int, ...] = ()
    joint = _joint(scene)
    i, size = 0, len(scene.tokens)
    while i < size:
        pair = joint.get(i, pair)
        if scene.tokens.lowers[i] in _DETERMINERS and scene.name_at[i] < 0:
            nominal = _at(scene, i, offices, pair)
            if nominal:
                found[i] = nominal
                pair = nominal.chains if len(nominal.chains) > 1 else pair
                i = nominal.span[1]
                continue
        i += 1
    return found


def _offices(scene: Scene) -> list[_Office]:
    """What each person is called in roles: the words of all of them, in lower case."""
    words: dict[int, set[str]] = collections.defaultdict(set)
    first: dict[int, int] = {}
    for role in scene.roles:
        chain = scene.links.of[role.name]
        words[chain].update(scene.tokens.lowers[role.first : role.last])
        first.setdefault(chain, role.first)
    return [_Office(chain, frozenset(found), first[chain]) for chain, found in words.items()]


def _joint(scene: Scene) -> dict[int, tuple[int, ...]]:
    """Where two or more people are named together ("Marenko and Ardell"), by the token after them."""
    found: dict[int, tuple[int, ...]] = {}
    people = [k for k, n in enumerate(scene.names) if n.kind is Kind.PERSON]
    for one, two in zip(people, people[1:], strict=False):
        gap = range(scene.names[one].last, scene.names[two].first)
        joined = (
            any(scene.tokens.lowers[i] == "and" for i in gap)
            and len(gap) <= 10
            and not any(scene.tokens.words[i] in ",.;:" for i in gap)
        )
        if joined and all(scene.tokens.lowers[i] == "and" or scene.name_at[i] >= 0 or _in_role(scene, i) for i in gap):
            found[scene.names[two].last] = (scene.links.of[one], scene.links.of[two])
    return found


def _in_role(scene: Scene, i: int) -> bool:
    return (
        scene.tokens.lowers[i] in scene.words.titles
        or scene.tag(i) in ("j", "n")
        or scene.tokens.lowers[i] in ("his", "her", "their")
    )


def _at(scene: Scene, i: int, offices: list[_Office], pair: tuple[int, ...]) -> Nominal | None:
    """The nominal that begins with the determiner at ``i``."""
    lowers, j, number, asked = scene.tokens.lowers, i + 1, 0, set[str]()
    number = _NUMBERS.get(lowers[i], 0)
    while j < min(len(scene.tokens), i + _LONGEST):
        name = scene.name(j)
        low = lowers[j]
        if name:
            asked.add(" ".join(lowers[name.first : name.last]))
            j = name.last
            continue
        if low in scene.words.titles and not _more_title(scene, j):
            return _one(scene, (i, j + 1), low, asked, offices)
        if low in scene.words.plural_titles:
            return _several(scene, (i, j + 1), low, asked, number, offices, pair)
        if low in _NUMBERS:
            number = _NUMBERS[low]
        elif scene.tag(j) in ("j", "n") or low in scene.words.modifiers:
            asked.add(low)
        else:
            return None
        j += 1
    return None


def _more_title(scene: Scene, j: int) -> bool:
    """Whether the title goes on ("prime minister", "attorney general") or a name follows (then it is a role)."""
    k = j + 1
    return k < len(scene.tokens) and (
        scene.tokens.lowers[k] in scene.words.titles and not scene.quoted(k) or scene.is_person(k)
    )


def _fits(scene: Scene, office: _Office, head: str, asked: set[str]) -> bool:
    """Whether a person's roles answer the words of a nominal; a body may stand for the words of its head's title."""
    heads = _LEADERS if head in _LEADERS else {head}
    if not heads & office.words:
        return False
    for word in asked - {"former", "new", "top", "senior"}:
        answers = scene.words.offices.get(word, frozenset()) | set(word.split())
        if not answers & office.words:
            return False
    return head in office.words or bool(asked)


def _one(scene: Scene, span: Range, head: str, asked: set[str], offices: list[_Office]) -> Nominal | None:
    fitting = [o for o in offices if _fits(scene, o, head, asked)]
    if len({o.chain for o in fitting}) > 1:
        fitting = [o for o in fitting if _belongs(scene, o, asked)] or fitting
    return Nominal(span, (fitting[0].chain,)) if len({o.chain for o in fitting}) == 1 else None


def _belongs(scene: Scene, office: _Office, asked: set[str]) -> bool:
    """Whether an office is of the country whose body is named: the Pentagon is the defense ministry of the United States."""
    american = {"pentagon", "white house", "state department", "justice department", "treasury"}
    return bool(asked & american) and bool({"u.s.", "us", "american"} & office.words)


def _several(
    scene: Scene, span: Range, head: str, asked: set[str], number: int, offices: list[_Office], pair: tuple[int, ...]
) -> Nominal | None:
    single = head.removesuffix("ies") + "y" if head.endswith("ies") else head.removesuffix("s")
    fitting = list(dict.fromkeys(o.chain for o in offices if o.at < span[0] and _fits(scene, o, single, asked)))
    if number and len(fitting) == number:
        return Nominal(span, tuple(fitting))
    general = single in ("official", "leader", "chief", "minister", "politician", "diplomat", "lawmaker", "senator")
    if (
        pair
        and not asked
        and general
        and (not number or number == len(pair))
        and all(any(o.chain == c for o in offices) for c in pair)
    ):
        return Nominal(span, pair)
    return None
