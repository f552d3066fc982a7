"""Finds what is said in each sentence: content, cue and speaker, before anybody is identified."""

from __future__ import annotations

from reader.language.before import OPENERS, said_before_cue, stands_before
from reader.language.behind import is_chain, said_behind_cue
from reader.language.cues import Cue, find_cues
from reader.language.report import Report, report_of, trim
from reader.language.scene import Scene
from reader.language.sentences import Sentence
from reader.language.subjects import Subject, subject_of

_AHEAD = 20


def reports_in(scene: Scene, sentence: Sentence, number: int) -> list[Report]:
    """The attributions of one sentence that a cue shows, in order."""
    clauses = [(cue, subject) for cue in find_cues(scene, sentence) if (subject := subject_of(scene, cue, sentence))]
    found: list[Report] = []
    free = sentence.first
    for k, (cue, subject) in enumerate(clauses):
        if cue.first < free and not subject.joined:
            continue
        later = clauses[k + 1 : k + 1 + _AHEAD]
        report = _one(scene, sentence, number, cue, subject, later, free)
        if report:
            found.append(report)
            free = max(report.content[-1][1], cue.last, subject.span[1] if subject.span else 0)
    return found


def _one(
    scene: Scene,
    sentence: Sentence,
    number: int,
    cue: Cue,
    subject: Subject,
    later: list[tuple[Cue, Subject]],
    free: int,
) -> Report | None:
    if cue.frame == "according":
        return by_according(scene, sentence, number, cue, subject, free)
    if stands_before(scene, sentence, cue, subject, free):
        return said_before_cue(scene, sentence, number, cue, subject, free)
    if subject.inverted:
        return None
    if is_chain(scene, cue, later):
        return None
    return said_behind_cue(scene, sentence, number, cue, subject, later)


def by_according(scene: Scene, sentence: Sentence, number: int, cue: Cue, subject: Subject, free: int) -> Report | None:
    end = subject.span[1] if subject.span else cue.last
    before = trim(scene, free + (scene.tokens.lowers[free] in OPENERS), cue.first) if cue.first - free > 2 else None
    comma = next((i for i in range(end, min(sentence.last, end + 25)) if scene.tokens.words[i] == ","), sentence.last)
    after = trim(scene, comma, sentence.last) if comma < sentence.last else None
    if (
        before
        and after
        and (
            after[1] - after[0] < 4
            or comma > end + 1
            or scene.tokens.lowers[after[0]] in ("who", "which", "the", "a", "an")
        )
    ):
        after = None
    pieces = tuple(piece for piece in (before, after) if piece)
    return report_of(cue, subject, pieces, number, "according-to") if pieces else None
