"""Whom pronouns, nominals and words without a speaker mean, by what the encoder points at."""

from __future__ import annotations

import bisect
from dataclasses import dataclass, field

from reader.core.kinds import Kind
from reader.language.encoder import Reading
from reader.language.heads import POINTERS
from reader.language.pronouns import GENDER
from reader.language.scene import Range, Scene

FIRST_PERSONS = frozenset("i me my mine myself".split())
PLURAL = frozenset("they them their theirs themselves we us our ours ourselves".split())
_SEVERAL = frozenset("two three four five both pair couple duo trio brothers men women people parents".split())
_SURE, _SHARE, _ALONE = 0.5, 0.15, 0.75
"""The least share of the probability that one chain needs, as one of several, and to be all that a plural means."""


@dataclass(slots=True)
class Trail:
    """What is known so far of who is where: the first word of each mention and its chain, in order of the text."""

    scene: Scene
    reading: Reading
    nobody: tuple[float, ...]
    at: list[int] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    named: list[bool] = field(default_factory=list)

    @staticmethod
    def begin(scene: Scene, reading: Reading, nobody: tuple[float, ...]) -> Trail:
        """The names alone."""
        trail = Trail(scene, reading, nobody)
        for n, name in enumerate(scene.names):
            trail.at.append(name.first)
            trail.chain.append(scene.links.of[n])
            trail.named.append(True)
        return trail

    def add(self, at: int, chain: int) -> None:
        """A pronoun or nominal that is known from now on."""
        place = bisect.bisect_right(self.at, at)
        self.at.insert(place, at)
        self.chain.insert(place, chain)
        self.named.insert(place, False)

    def chances(self, pointer: str, asking: int, inside: Range | None = None, later: bool = False) -> dict[int, float]:
        """How probable each chain is that is mentioned in the window of a word; what is left over is nobody's.

        ``inside`` is the asking mention, whose own names do not answer; ``later`` lets pronouns behind it answer.
        """
        window = self.reading.windows[self.reading.window_of[asking]]
        low, high = bisect.bisect_left(self.at, window.first), bisect.bisect_left(self.at, window.last)
        able = [
            k
            for k in range(low, high)
            if (later or self.named[k] or self.at[k] < asking) and not (inside and inside[0] <= self.at[k] < inside[1])
        ]
        if not able:
            return {}
        found = self.reading.chances(pointer, asking, [self.at[k] for k in able], self.nobody[POINTERS.index(pointer)])
        sums: dict[int, float] = {}
        for k, chance in zip(able, found[1:], strict=True):
            sums[self.chain[k]] = sums.get(self.chain[k], 0.0) + float(chance)
        return sums


def best(chances: dict[int, float], least: float = _SURE) -> tuple[int, float]:
    """The most probable chain and its probability; -1 where none is probable enough."""
    if not chances:
        return -1, 0.0
    chain = max(chances, key=lambda c: chances[c])
    return (chain, chances[chain]) if chances[chain] >= least else (-1, chances[chain])


def meant_by(chances: dict[int, float], least: float, plural: bool) -> tuple[tuple[int, ...], float]:
    """The chains that a mention means, and how probable they are together; none where that is less than ``least``.

    The pointer of a plural shares its probability among the several that it means; no other mention means several.
    """
    several = sorted((c for c in chances if chances[c] >= _SHARE), key=lambda c: -chances[c])
    together = sum(chances[c] for c in several)
    if plural and len(several) > 1 and chances[several[0]] < _ALONE and together >= least:
        return tuple(several), together
    chain, sure = best(chances, least)
    return ((chain,) if chain >= 0 else ()), sure


def is_plural(scene: Scene, first: int, last: int) -> bool:
    """Whether a nominal stands for several: "the two", "both leaders", "the pair"."""
    lowers = scene.tokens.lowers
    head = lowers[last - 1]
    return head in _SEVERAL or lowers[first] in _SEVERAL or head.endswith("s") and not head.endswith("ss")


def bare(low: str) -> str:
    """The pronoun of a contraction: "I'm" is "I"."""
    return low.split("'")[0]


def fitting(scene: Scene, at: int, kind: Kind, chances: dict[int, float]) -> dict[int, float]:
    """The chains that a pronoun can mean: he and she a person of that gender, it something else."""
    gender = GENDER.get(bare(scene.tokens.lowers[at]), "")
    drafts = scene.links.chains

    def fits(chain: int) -> bool:
        if kind is Kind.PERSON:
            return drafts[chain].kind is Kind.PERSON and (not gender or drafts[chain].gender in ("", gender))
        return drafts[chain].kind is not Kind.PERSON

    return {chain: chance for chain, chance in chances.items() if fits(chain)}
