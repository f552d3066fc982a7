"""Finds reporting words outside quotation marks: "said", "told", "called for", "according to"."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.scene import Scene
from reader.language.sentences import Sentence

_BE = frozenset("is are was were be been being 's 're".split())
_HAVE = frozenset("has have had having".split())
_NEGATIVE = frozenset(
    "not n't never didn't doesn't don't won't wouldn't couldn't can't cannot hasn't haven't hadn't"
    " declined refused".split()
)
_MODAL = frozenset("would could might may should can will must to 'll shall".split())
_NOUNISH = frozenset(
    "reports report claims claim states state shows show calls call notes note estimates estimate rules thanks"
    " requests proposes demands reads questions comments suggests pledges promises warning suggestion statement"
    " finding hopes accounts tweets reminds complaints".split()
)
_BEFORE_NOUN = frozenset(
    "the a an this that these those his her their its my our your of in for by with from on to such any no some"
    " many more media news new".split()
)
_PARTICLES = frozenset("for on upon out to of as".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words, tokens ``first`` up to ``last``, and their frame.

    ``say`` takes a clause or words in marks, ``weak`` needs "that" or marks, ``mind`` needs marks, ``tell`` has an
    audience, ``for`` a noun ("called for"), ``judge`` and ``as`` a judgement, ``according`` the speaker behind it.
    """

    first: int
    last: int
    frame: str


def find_cues(scene: Scene, sentence: Sentence) -> list[Cue]:
    """The cues of a sentence, in order."""
    cues: list[Cue] = []
    lowers = scene.tokens.lowers
    i = sentence.first
    while i < sentence.last:
        cue = (
            None
            if scene.passage_at[i] >= 0 or scene.name_at[i] >= 0
            else _cue_at(scene, i, sentence.first, sentence.last)
        )
        if cue:
            cues.append(cue)
            i = cue.last
        else:
            i += 1
    return (
        [c for c in cues if c.frame != "judge" or lowers[c.first] not in ("welcomed", "thanked", "rejected")]
        if len(cues) > 3
        else cues
    )


def _cue_at(scene: Scene, i: int, start: int, end: int) -> Cue | None:
    lowers = scene.tokens.lowers
    low = lowers[i]
    if low == "according" and i + 1 < end and lowers[i + 1] == "to":
        return Cue(i, i + 2, "according")
    if i + 1 < end and lowers[i + 1] in _PARTICLES:
        frame = scene.words.cues.get(f"{low}-{lowers[i + 1]}")
        if frame:
            return Cue(i, i + 2, frame) if _is_verb(scene, i, start) else None
    frame = scene.words.cues.get(low)
    if frame is None:
        return None
    if low == "saying" and i >= start + 2 and lowers[i - 1] == "as" and lowers[i - 2] == "quoted":
        first = i - 3 if i - 3 >= start and lowers[i - 3] in _BE else i - 2
        return Cue(first, i + 1, "say")
    return Cue(i, i + 1, frame) if _is_verb(scene, i, start) else None


def _is_verb(scene: Scene, i: int, start: int) -> bool:
    """Whether a word reports here and now: no infinitive, negation, passive or noun ("its reports")."""
    lowers = scene.tokens.lowers
    if i == start:
        return lowers[i].endswith("ing") and not scene.tokens.begins_line(i) or False
    j = i - 1
    while j > start and (scene.words.lexicon.get(lowers[j], "")[:1] == "r" or lowers[j] in ("also", "then")):
        if lowers[j] in _NEGATIVE:
            return False
        j -= 1
    before = lowers[j]
    if before in _NEGATIVE or before in _MODAL or before in _BE and not lowers[i].endswith("ing"):
        return False
    if before in _HAVE and j > start and lowers[j - 1] in _NEGATIVE:
        return False
    if before == "been":
        return False
    if lowers[i] in _NOUNISH and (before in _BEFORE_NOUN or scene.tag(j) == "j" or before == "'s" or before == "’s"):
        return False
    return not (lowers[i].endswith("ing") and before in ("the", "a", "of", "his", "her", "their", "its", "'s"))
