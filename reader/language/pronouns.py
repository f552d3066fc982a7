"""Who "he" and "she" are: the one person that fits nearby, or the one of whom the text is speaking."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.scene import Scene

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PREPOSITIONS = frozenset(
    "of for with by to from at in on against about after before over under between than like toward towards".split()
)
_REACH = 3
_MOST = 30


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun at token ``at`` with its chains: several for "they"."""

    at: int
    chains: tuple[int, ...]


@dataclass(slots=True)
class _Person:
    chain: int
    first: int
    subject: bool


def find_pronouns(scene: Scene) -> dict[int, Pronoun]:
    """The pronouns that can be told, by token. Those inside quotation marks are left alone."""
    found: dict[int, Pronoun] = {}
    recent: list[list[_Person]] = []
    last: dict[str, tuple[int, int]] = {}
    for number, sentence in enumerate(scene.sentences.whole):
        here: list[_Person] = []
        for i in range(sentence.first, sentence.last):
            name = scene.name(i)
            if name and name.first == i and name.kind is Kind.PERSON:
                here.append(_Person(scene.links.of[scene.name_at[i]], i, not scene.quoted(i) and _is_subject(scene, i)))
            gender = GENDER.get(scene.tokens.lowers[i]) if not name and not scene.quoted(i) else None
            if gender:
                pronoun = _resolve(scene, i, gender, here, recent, last.get(gender), number)
                if pronoun:
                    found[i] = pronoun
                    last[gender] = (pronoun.chains[0], number)
                    here.append(_Person(pronoun.chains[0], i, scene.tokens.lowers[i] in ("he", "she")))
        recent = [here[-_MOST:], *recent[: _REACH - 1]] if here else recent
    return found


def _is_subject(scene: Scene, i: int) -> bool:
    """Whether a name stands as a subject may: not behind a preposition, and not as an owner."""
    name = scene.names[scene.name_at[i]]
    if name.last < len(scene.tokens) and scene.tokens.lowers[name.last] in ("'s", "’s"):
        return False
    for j in range(i - 1, max(-1, i - 6), -1):
        if scene.tokens.lowers[j] in _PREPOSITIONS:
            return scene.tokens.begins_line(j)
        if not (scene.name_at[j] >= 0 or scene.tokens.lowers[j] in scene.words.titles or scene.tag(j) in ("j", "n")):
            break
    return True


def _resolve(
    scene: Scene,
    i: int,
    gender: str,
    here: list[_Person],
    recent: list[list[_Person]],
    last: tuple[int, int] | None,
    number: int,
) -> Pronoun | None:
    def fits(person: _Person) -> bool:
        return scene.links.chains[person.chain].gender in ("", gender)

    owned = scene.tokens.lowers[i] in ("his", "her")
    earlier = [p for p in here[-_MOST:] if fits(p)]
    for group in ([earlier] if earlier else []) + [[p for p in people if fits(p)] for people in recent]:
        if not group:
            continue
        chains = {p.chain for p in group}
        if len(chains) == 1:
            return Pronoun(i, (group[0].chain,))
        if last and last[0] in chains and number - last[1] <= 1:
            return Pronoun(i, (last[0],))
        subjects = [p for p in group if p.subject]
        best = (subjects[-1] if owned and group is earlier else subjects[0]) if subjects else group[0]
        return Pronoun(i, (best.chain,))
    return None
