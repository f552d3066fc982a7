"""Which body "the company", "the ministry" or "it" means: the one of that sort, or the only one named nearby."""

from __future__ import annotations

import collections

from reader.core.kinds import Kind
from reader.language.nominals import Nominal
from reader.language.scene import Scene

_DETERMINERS = frozenset("the this that".split())
_NEAR = 2
_MOST = 30
_ONLY_BY_NAME = frozenset("military police government administration parliament office".split())


def find_bodies(scene: Scene) -> dict[int, Nominal]:
    """The nominals of bodies that can be told, by their first token."""
    found: dict[int, Nominal] = {}
    heads: dict[str, int] = {}
    recent: collections.deque[set[int]] = collections.deque(maxlen=_NEAR + 1)
    for sentence in scene.sentences.whole:
        here: set[int] = set()
        recent.append(here)
        for i in range(sentence.first, sentence.last):
            name = scene.name(i)
            if name and name.kind is Kind.ORGANIZATION and name.first == i:
                chain = scene.links.of[scene.name_at[i]]
                here.add(chain)
                heads[scene.tokens.lowers[name.last - 1]] = chain
                heads[scene.tokens.lowers[i]] = chain
            elif not name and scene.tokens.lowers[i] in _DETERMINERS and i + 1 < sentence.last:
                chain = _meant(scene, i + 1, heads, recent)
                if chain >= 0:
                    found[i] = Nominal((i, i + 2), (chain,), Kind.ORGANIZATION)
    return found


def _meant(scene: Scene, i: int, heads: dict[str, int], recent: collections.deque[set[int]]) -> int:
    """The chain that a common noun at ``i`` means, or -1."""
    low = scene.tokens.lowers[i]
    if low not in scene.words.bodies or low in scene.words.documents or scene.name_at[i] >= 0:
        return -1
    following = scene.tokens.lowers[i + 1] if i + 1 < len(scene.tokens) else ""
    if (
        following == "of"
        or scene.name_at[min(i + 1, len(scene.tokens) - 1)] >= 0
        or scene.tag(min(i + 1, len(scene.tokens) - 1)) == "n"
    ):
        return -1
    if low in heads:
        return heads[low]
    if low in _ONLY_BY_NAME:
        return -1
    if sum(map(len, recent)) > _MOST:
        return -1
    near = set().union(*recent)
    return next(iter(near)) if len(near) == 1 else -1
