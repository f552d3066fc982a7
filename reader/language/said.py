"""Pronouns inside quotation marks: "I" is the speaker, "he" and "she" are somebody else."""

from __future__ import annotations

import bisect

from reader.core.kinds import Kind
from reader.language.pronouns import GENDER, Pronoun
from reader.language.scene import Scene
from reader.language.speakers import Spoken

_SPEAKER = frozenset("i me my mine myself".split())
_BACK, _FAR = 6, 150


def find_said_pronouns(scene: Scene, spoken: list[Spoken]) -> dict[int, Pronoun]:
    """The pronouns of all content in marks that can be told, by token."""
    people = [number for number, name in enumerate(scene.names) if name.kind is Kind.PERSON]
    starts = [scene.names[number].first for number in people]
    found: dict[int, Pronoun] = {}
    for one in spoken:
        speaker = one.chains[0] if len(one.chains) == 1 else -1
        person = speaker >= 0 and scene.links.chains[speaker].kind is Kind.PERSON
        for i in (i for piece in one.report.content for i in range(*piece)):
            low = scene.tokens.lowers[i]
            if i in found or scene.name_at[i] >= 0 or not scene.quoted(i):
                continue
            if low in _SPEAKER and person:
                found[i] = Pronoun(i, (speaker,))
            elif low in GENDER:
                chain = _another(scene, people, starts, i, speaker)
                if chain >= 0:
                    found[i] = Pronoun(i, (chain,))
    return found


def _another(scene: Scene, people: list[int], starts: list[int], i: int, speaker: int) -> int:
    """The only other person named shortly before, or -1."""
    end = bisect.bisect_left(starts, i)
    chains: set[int] = set()
    for k in range(end - 1, max(-1, end - 1 - _BACK), -1):
        if i - starts[k] > _FAR:
            break
        chain = scene.links.of[people[k]]
        if chain != speaker and scene.links.chains[chain].gender in ("", GENDER[scene.tokens.lowers[i]]):
            chains.add(chain)
    return chains.pop() if len(chains) == 1 else -1
