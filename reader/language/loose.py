"""Words in marks to which no cue belongs: they go on, follow a subject, or nobody is named. Terms in marks stay out."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.cues import Cue, find_cues
from reader.language.phrases import ending_at
from reader.language.report import Report, trim
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence
from reader.language.subjects import Subject, leading, subject_of

_FEW, _NEAR = 4, 2
_FIRST_PERSONS = frozenset("i we my our us me i'm we're i've we've i'll we'll".split())
_BE = frozenset(
    "is are was were am be been has have had do did does will would can could should must"
    " don't can't won't didn't isn't".split()
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What all passages of a sentence share, found out once: a line may hold thousands."""

    sentence: Sentence
    number: int
    plain: int
    """The first word outside marks, or the sentence's end."""
    announced: tuple[Cue, Subject] | None
    """The cue and subject of a sentence before it that ends with a colon."""

    @staticmethod
    def of(scene: Scene, sentence: Sentence, number: int) -> Setting:
        words = range(sentence.first, sentence.last)
        plain = (i for i in words if not scene.quoted(i) and scene.tokens.words[i][0].isalnum())
        return Setting(sentence, number, next(plain, sentence.last), _announced(scene, number))


def loose(scene: Scene, setting: Setting, passage: Range, last: Report | None) -> Report | None:
    """The attribution of one passage without a cue, or none where it is no speech. ``last`` is the report before it."""
    content = trim(scene, *passage)
    if not content:
        return None
    sentence, number = setting.sentence, setting.number
    if _alone(scene, setting, passage) and (_is_speech(scene, passage) or _is_answer(scene, setting, passage, last)):
        return _standing_alone(scene, setting, passage, content, last)
    if not _is_speech(scene, passage):
        return None
    subject = ending_at(scene, passage[0] - 1, sentence.first) if passage[0] > sentence.first else None
    if subject and _is_verb(scene, passage[0] + 1):
        return Report((content,), None, subject, number, "subject")
    return Report((content,), None, None, number, "unattributed")


def _standing_alone(scene: Scene, setting: Setting, passage: Range, content: Range, last: Report | None) -> Report:
    """The attribution of a sentence that is nothing but words in marks."""
    number = setting.number
    if setting.announced:
        cue, who = setting.announced
        return Report((content,), (cue.first, cue.last), who.span, number, "said-before", who.owner)
    named = _before_colon(scene, setting.sentence, passage)
    if named:
        return Report((content,), None, named, number, "colon")
    if _stays(scene, last, number):
        return Report((content,), None, None, number, "continued", shares=True)
    nearest = _only_one(scene, number)
    return Report((content,), None, None, number, "nearest" if nearest else "unattributed", nearest)


def _announced(scene: Scene, number: int) -> tuple[Cue, Subject] | None:
    """The cue of a sentence that ends with a colon, before a line that is nothing but words in marks."""
    before = scene.sentences.whole[number - 1] if number else None
    if before is None or scene.tokens.words[before.last - 1] != ":" or scene.quoted(before.last - 1):
        return None
    for cue in reversed(find_cues(scene, before)):
        subject = subject_of(scene, cue, before)
        if subject and cue.frame != "according":
            return cue, subject
    return None


def _is_speech(scene: Scene, passage: Range) -> bool:
    """Four words or more, and not written like a title; fewer where somebody says "I" or "we"."""
    inner = [i for i in range(passage[0], min(passage[1], passage[0] + 200)) if scene.tokens.words[i][0].isalnum()]
    if len(inner) < _FEW:
        return len(inner) > 1 and any(scene.tokens.lowers[i] in _FIRST_PERSONS for i in inner)
    capitals = sum(scene.tokens.words[i][0].isupper() for i in inner)
    return capitals * 10 < 7 * len(inner)


def _alone(scene: Scene, setting: Setting, passage: Range) -> bool:
    """Whether a sentence is nothing but words in marks, perhaps behind "Name:"."""
    if setting.plain < min(setting.sentence.last, passage[0]):
        return _before_colon(scene, setting.sentence, passage) is not None
    return not any(
        not scene.quoted(i) and scene.tokens.words[i][0].isalnum()
        for i in range(passage[1], min(setting.sentence.last, passage[1] + 40))
    )


def _is_answer(scene: Scene, setting: Setting, passage: Range, last: Report | None) -> bool:
    """Whether a few words alone in marks are a sentence (``"It's wet."``) that an earlier speaker or a cue leads to."""
    inner = range(passage[0] + 1, min(passage[1], passage[0] + _FEW + 4))
    stops = any(scene.tokens.words[i] in (".", "!", "?") for i in inner)
    words = any(scene.tokens.words[i][0].isalnum() for i in inner)
    return stops and words and (_stays(scene, last, setting.number) or setting.announced is not None)


def _is_verb(scene: Scene, i: int) -> bool:
    """Whether the first word in marks is the verb of the subject before them: ``They "concurred on the need …"``"""
    low = scene.tokens.lowers[i]
    return low not in _BE and (scene.tag(i) in ("v", "d", "m") or not scene.tag(i) and low.endswith("ed"))


def _only_one(scene: Scene, number: int) -> Range | None:
    """The only person whom the sentence before names, as its subject: who speaks where nobody is said to."""
    if not number:
        return None
    before = scene.sentences.whole[number - 1]
    here = scene.sentences.whole[number]
    if here.paragraph - before.paragraph > 1 or before.last - before.first > 120:
        return None
    span = leading(scene, before.first, before.last)
    if not span or not (scene.is_person(span[0]) or scene.tokens.lowers[span[0]] in ("he", "she")):
        return None
    chains = {
        scene.links.of[at]
        for i in range(before.first, before.last)
        if (at := scene.name_at[i]) >= 0 and scene.is_person(i)
    }
    return span if len(chains) <= 1 else None


def _before_colon(scene: Scene, sentence: Sentence, passage: Range) -> Range | None:
    """The speaker in ``Ann Lee: "We will."``"""
    colon = passage[0] - 1
    if colon <= sentence.first or scene.tokens.words[colon] != ":" or colon - sentence.first > 8:
        return None
    span = ending_at(scene, colon - 1, sentence.first)
    return span if span and span[0] == sentence.first else None


def _stays(scene: Scene, last: Report | None, number: int) -> bool:
    """Whether the speaker before goes on: somebody spoke in this paragraph, or at the end of the one before."""
    if last is None:
        return False
    whole = scene.sentences.whole
    gap = whole[number].paragraph - whole[last.sentence].paragraph
    return gap == 0 or gap == 1 and number - last.sentence <= _NEAR
