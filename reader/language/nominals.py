"""Finds who is meant by a title alone: "the harbor minister", "the two ministers", "the Pentagon chief"."""

from __future__ import annotations

import collections
import itertools
from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.scene import Range, Scene

_DETERMINERS = frozenset("the this that both".split())
_NUMBERS = {"two": 2, "three": 3, "four": 4, "both": 2}
_ONCE = frozenset("former onetime ex".split())
_LEADERS = frozenset("chief leader head boss minister secretary".split())
_LONGEST = 6
_MOST = 100


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase that stands for people named in the text."""

    span: Range
    chains: tuple[int, ...]
    kind: Kind = Kind.PERSON


@dataclass(frozen=True, slots=True)
class _Office:
    chain: int
    words: frozenset[str]
    at: int


_Offices = dict[str, list[_Office]]
"""Offices by each word of their titles."""


def find_nominals(scene: Scene) -> dict[int, Nominal]:
    """The nominals that can be told, by their first token. What stands inside a role is no nominal."""
    offices = _offices(scene)
    found: dict[int, Nominal] = {}
    if not offices:
        return found
    titled = {i: role.last for role in scene.roles for i in range(role.first, role.last)}
    pair: tuple[int, ...] = ()
    joint = _joint(scene)
    i, size = 0, len(scene.tokens)
    while i < size:
        pair = joint.get(i, pair)
        nominal = None
        if scene.tokens.lowers[i] in _DETERMINERS and scene.name_at[i] < 0 and i not in titled:
            nominal = _at(scene, i, offices, pair)
        if nominal and _describes_another(scene, i, nominal):
            nominal = None
        if nominal:
            found[i] = nominal
            pair = nominal.chains if len(nominal.chains) > 1 else pair
        i = nominal.span[1] if nominal else i + 1
    return found


def _describes_another(scene: Scene, i: int, nominal: Nominal) -> bool:
    """Whether a title stands in apposition to somebody else: "Aksel Brandt, the former fisheries minister"."""
    if i < 2 or scene.tokens.words[i - 1] != ",":
        return False
    number = scene.name_at[i - 2]
    return number >= 0 and scene.names[number].kind is Kind.PERSON and scene.links.of[number] not in nominal.chains


def _offices(scene: Scene) -> _Offices:
    """What people are called in their roles."""
    words: dict[int, set[str]] = collections.defaultdict(set)
    first: dict[int, int] = {}
    for role in scene.roles:
        chain = scene.links.of[role.name]
        words[chain].update(scene.tokens.lowers[role.first : role.last])
        first.setdefault(chain, role.first)
    by_word: _Offices = collections.defaultdict(list)
    for chain, found in words.items():
        for word in found:
            by_word[word].append(_Office(chain, frozenset(found), first[chain]))
    return by_word


def _candidates(offices: _Offices, head: str) -> list[_Office]:
    """Those whose titles hold a head noun, or one that leads as it does; few, so that time stays short."""
    found: dict[int, _Office] = {}
    for word in sorted(_LEADERS) if head in _LEADERS else [head]:
        for office in offices.get(word, ())[:_MOST]:
            found.setdefault(office.chain, office)
    return sorted(found.values(), key=lambda o: o.at)


def _joint(scene: Scene) -> dict[int, tuple[int, ...]]:
    """Where two or more people are named together ("Marenko and Ardell"), by the token after them."""
    found: dict[int, tuple[int, ...]] = {}
    people = [k for k, n in enumerate(scene.names) if n.kind is Kind.PERSON]
    for one, two in itertools.pairwise(people):
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


def _at(scene: Scene, i: int, offices: _Offices, pair: tuple[int, ...]) -> Nominal | None:
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
            return _one(scene, (i, _over_of(scene, j + 1, asked)), low, asked, offices)
        if low in scene.words.plural_titles:
            return _several(scene, (i, j + 1), low, asked, number, offices, pair)
        if low in _NUMBERS:
            number = _NUMBERS[low]
        elif (
            scene.tag(j) in ("j", "n")
            or low.isalpha()
            and low not in scene.words.lexicon
            or low in scene.words.modifiers
        ):
            asked.add(low)
        else:
            return None
        j += 1
    return None


def _over_of(scene: Scene, j: int, asked: set[str]) -> int:
    """The end of a nominal that names its body or country: "the president of the Harbor Union"."""
    if j + 1 >= len(scene.tokens) or scene.tokens.lowers[j] != "of":
        return j
    k = j + 1 + (scene.tokens.lowers[j + 1] == "the")
    name = scene.name(k) if k < len(scene.tokens) else None
    if not name or name.first != k:
        return j
    asked.update(low for low in scene.tokens.lowers[name.first : name.last] if low not in ("of", "the", "and"))
    return name.last


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


def _one(scene: Scene, span: Range, head: str, asked: set[str], offices: _Offices) -> Nominal | None:
    fitting = [o for o in _candidates(offices, head) if _fits(scene, o, head, asked)]
    if len(fitting) > 1:  # who bears a title now comes before who bore it once
        fitting = [o for o in fitting if not _ONCE & (o.words - asked)] or fitting
    if len(fitting) > 1:
        fitting = [o for o in fitting if _belongs(scene, o, asked)] or fitting
    if len(fitting) > 1:
        ranked = sorted(fitting, key=lambda o: -len(scene.links.chains[o.chain].places))
        first, second = (len(scene.links.chains[o.chain].places) for o in ranked[:2])
        fitting = ranked[:1] if first >= 2 * second else fitting
    return Nominal(span, (fitting[0].chain,)) if len(fitting) == 1 else None


def _belongs(scene: Scene, office: _Office, asked: set[str]) -> bool:
    """Whether an office is of the country whose body is named: the Pentagon is American."""
    american = {"pentagon", "white house", "state department", "justice department", "treasury"}
    return bool(asked & american) and bool({"u.s.", "us", "american"} & office.words)


def _several(
    scene: Scene, span: Range, head: str, asked: set[str], number: int, offices: _Offices, pair: tuple[int, ...]
) -> Nominal | None:
    single = head.removesuffix("ies") + "y" if head.endswith("ies") else head.removesuffix("s")
    fitting = list(
        dict.fromkeys(
            o.chain for o in _candidates(offices, single) if o.at < span[0] and _fits(scene, o, single, asked)
        )
    )
    if number and len(fitting) == number:
        return Nominal(span, tuple(fitting))
    general = single in ("official", "leader", "chief", "minister", "politician", "diplomat", "lawmaker", "senator")
    if pair and not asked and general and (not number or number == len(pair)):
        return Nominal(span, pair)
    return None
