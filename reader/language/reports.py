"""Gathers the attributions of a whole text: by cue, by short forms, and words in marks alone."""

from __future__ import annotations

import collections
from dataclasses import replace

from reader.language.attribution import reports_in
from reader.language.headlines import asked, by_colon
from reader.language.loose import Setting, loose
from reader.language.report import Report, trim
from reader.language.scene import Range, Scene
from reader.language.sentences import Sentence


def find_reports(scene: Scene) -> list[Report]:
    """Every attribution in order of the text. Paragraphs that reopen a quotation are further pieces of its content."""
    reports: list[Report] = []
    owner: dict[int, int] = {}
    more: dict[int, list[Range]] = collections.defaultdict(list)
    by_sentence = _passages_by_sentence(scene)
    for number, sentence in enumerate(scene.sentences.whole):
        here = _by_cue(scene, sentence, number)
        said = {scene.passage_at[i] for r in here for piece in r.content for i in range(*piece)}
        passages = by_sentence.get(number, ())
        setting = Setting.of(scene, sentence, number) if passages else None
        for index, passage in passages:
            if index in said:
                continue
            if scene.passages[index].reopens and index - 1 in owner:
                owner[index] = owner[index - 1]
                more[owner[index]] += filter(None, [trim(scene, *passage)])
            elif setting and (report := loose(scene, setting, passage, reports[-1] if reports else None)):
                here.append(report)
        for report in sorted(here, key=lambda r: r.start):
            for first, last in report.content:
                owner[scene.passage_at[first]] = owner[scene.passage_at[last - 1]] = len(reports)
            reports.append(report)
    whole = [replace(r, content=(*r.content, *more[n])) if n in more else r for n, r in enumerate(reports)]
    return _without_doubles(whole)


def _by_cue(scene: Scene, sentence: Sentence, number: int) -> list[Report]:
    found = reports_in(scene, sentence, number)
    question = asked(scene, sentence, number)
    if question:
        return [question, *found]
    headline = None if found else by_colon(scene, sentence, number)
    return [headline] if headline else found


def _passages_by_sentence(scene: Scene) -> dict[int, list[tuple[int, Range]]]:
    found: dict[int, list[tuple[int, Range]]] = {}
    number, whole = 0, scene.sentences.whole
    for index, passage in enumerate(scene.passages):
        while number < len(whole) - 1 and whole[number].last <= passage.first:
            number += 1
        found.setdefault(number, []).append((index, (passage.first, passage.last)))
    return found


def _without_doubles(reports: list[Report]) -> list[Report]:
    """Drops reports whose content lies inside an earlier one's."""
    kept: list[Report] = []
    for report in reports:
        inside = any(f <= report.start and report.content[-1][1] <= e for r in kept[-3:] for f, e in r.content[-50:])
        if not inside:
            kept.append(replace(report, shares=report.shares and bool(kept)))
    return kept
