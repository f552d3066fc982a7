"""Words in quotation marks to which no cue belongs: they go on, follow a subject, or nobody is named. Terms in marks stay out."""

from __future__ import annotations

from dataclasses import replace

from reader.language.attribution import Report, extended, reports_in, trim
from reader.language.cues import Cue, find_cues
from reader.language.headlines import asked, by_colon
from reader.language.phrases import ending_at
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence
from reader.language.subjects import Subject, leading, subject_of

_FEW = 4
NEAR = 2
_FIRST_PERSONS = frozenset("i we my our us me i'm we're i've we've i'll we'll".split())
_BE = frozenset(
    "is are was were am be been has have had do did does will would can could should must don't can't won't didn't isn't".split()
)


def find_reports(scene: Scene) -> list[Report]:
    """Every attribution of the text in order: by cue, and in marks alone."""
    reports: list[Report] = []
    covered: dict[int, int] = {}
    by_sentence = _passages_by_sentence(scene)
    for number, sentence in enumerate(scene.sentences.whole):
        here = reports_in(scene, sentence, number)
        question = asked(scene, sentence, number)
        if question:
            here = [question, *here]
        elif not here and (headline := by_colon(scene, sentence, number)):
            here = [headline]
        for index, passage in by_sentence.get(number, ()):
            if not any(first < passage[1] and passage[0] < last for r in here for first, last in r.content):
                here += _loose(scene, sentence, number, index, passage, reports, covered)
        for report in sorted(here, key=lambda r: r.start):
            for first, last in report.content:
                for at in {scene.passage_at[first], scene.passage_at[last - 1]}:
                    covered[at] = len(reports)
            reports.append(report)
    return reports


def _passages_by_sentence(scene: Scene) -> dict[int, list[tuple[int, Range]]]:
    found: dict[int, list[tuple[int, Range]]] = {}
    number, whole = 0, scene.sentences.whole
    for index, passage in enumerate(scene.passages):
        while number < len(whole) - 1 and whole[number].last <= passage.first:
            number += 1
        found.setdefault(number, []).append((index, (passage.first, passage.last)))
    return found


def _loose(
    scene: Scene,
    sentence: Sentence,
    number: int,
    index: int,
    passage: Range,
    reports: list[Report],
    covered: dict[int, int],
) -> list[Report]:
    """The attribution of one passage without a cue, if it is speech at all."""
    reopened = scene.passages[index].reopens and covered.get(index - 1)
    if reopened is not False and reopened is not None:
        piece = trim(scene, *passage)
        if piece:
            reports[reopened] = extended(reports[reopened], piece)
            covered[index] = reopened
        return []
    content = trim(scene, *passage)
    if not content or not _is_speech(scene, passage):
        return []
    if _alone(scene, sentence, passage):
        announced = _announced(scene, number)
        if announced:
            cue, who = announced
            return [Report((content,), (cue.first, cue.last), who.span, number, "said-before", who.owner)]
        named = _before_colon(scene, sentence, passage)
        if named:
            return [Report((content,), None, named, number, "colon")]
        if _stays(scene, reports, number):
            return [Report((content,), None, None, number, "continued", shares=True)]
        nearest = _only_one(scene, number)
        return [Report((content,), None, None, number, "nearest" if nearest else "unattributed", nearest)]
    subject = ending_at(scene, passage[0] - 1, sentence.first) if passage[0] > sentence.first else None
    if subject and _is_verb(scene, passage[0] + 1):
        return [Report((content,), None, subject, number, "subject")]
    return [Report((content,), None, None, number, "unattributed")]


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


def _alone(scene: Scene, sentence: Sentence, passage: Range) -> bool:
    """Whether a sentence is nothing but words in marks, perhaps behind "Name:"."""
    for i in range(sentence.first, min(sentence.last, passage[0])):
        if not scene.quoted(i) and scene.tokens.words[i][0].isalnum():
            return _before_colon(scene, sentence, passage) is not None
    return not any(
        not scene.quoted(i) and scene.tokens.words[i][0].isalnum()
        for i in range(passage[1], min(sentence.last, passage[1] + 40))
    )


def _is_verb(scene: Scene, i: int) -> bool:
    """Whether the first word in marks is the verb of the subject before them: ``The ministers "concurred on the need …"``"""
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
    chains = {scene.links.of[at] for i in range(before.first, before.last) if (at := scene.name_at[i]) >= 0 and scene.is_person(i)}
    return span if len(chains) <= 1 else None


def _before_colon(scene: Scene, sentence: Sentence, passage: Range) -> Range | None:
    """The speaker in ``Ann Lee: "We will."``"""
    colon = passage[0] - 1
    if colon <= sentence.first or scene.tokens.words[colon] != ":" or colon - sentence.first > 8:
        return None
    span = ending_at(scene, colon - 1, sentence.first)
    return span if span and span[0] == sentence.first else None


def _stays(scene: Scene, reports: list[Report], number: int) -> bool:
    """Whether the speaker before goes on: somebody spoke in this paragraph, or at the end of the one before."""
    if not reports:
        return False
    whole = scene.sentences.whole
    earlier = reports[-1].sentence
    gap = whole[number].paragraph - whole[earlier].paragraph
    return gap == 0 or gap == 1 and number - earlier <= NEAR


def without_doubles(reports: list[Report]) -> list[Report]:
    """Later reports whose content lies inside an earlier one's are dropped; ``shares`` still points to the one before."""
    kept: list[Report] = []
    for report in reports:
        inside = any(f <= report.start and report.content[-1][1] <= e for r in kept[-3:] for f, e in r.content)
        if not inside:
            kept.append(replace(report, shares=report.shares and bool(kept)))
    return kept
