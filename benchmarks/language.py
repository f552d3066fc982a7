"""Quality and speed side by side: the trained annotator, the rules, and for names spaCy's small pipeline."""

from __future__ import annotations

import importlib
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import spacy_small
from benchmarks.rows import Row
from benchmarks.spacy_spans import mentions
from dev_tools.errors import read_gold
from reader import language, paths
from reader.cli import shapes
from reader.core.reasons import Trouble
from reader.core.wording import sentence

SAMPLE = Path(__file__).resolve().parent.parent / "seeds" / "sample" / "gold"
NAMES = {"all kinds": "ALL"} | {
    kind: kind for kind in ("person", "place", "organization", "group", "date", "facility", "event", "work", "product")
}
SPOKEN = {
    "quotations in marks, right speaker": ("quotations in marks found with the right speaker", "percent", "%"),
    "all attributions, right speaker": ("all attributions found with the right speaker", "percent", "%"),
    "indirect and mixed, content F1": ("indirect and mixed, overlap", "f1", "%"),
    "whole attribution F1": ("whole attribution: content by overlap, its cue and speaker exact", "f1", "%"),
    "wrong speakers in 100": ("wrong speakers per 100 attributions", "", ""),
}
"""What is shown: the scorer's table, its column, the unit. A figure that the gold does not allow is left out."""
PACE, TURNS = 3500, 3
"""Words per CPU-second to reach, and how often each reads everything, by turns: others use the machine as well, and the
fastest turn is the one that they disturbed least.
"""
AIM = f"{PACE:,} and ahead of the peer"


@dataclass(frozen=True, slots=True)
class Measured:
    """What one annotator reached: the scorer's figures, and words per CPU-second."""

    figures: dict[str, Any]
    pace: float
    """One text at a time, one thread; the first text, which loads, is not counted. The fastest of TURNS."""
    more: dict[str, float] = field(default_factory=dict)
    """Further paces, by what was left out."""


def rows(count: int | None, data: Path | None = None) -> list[Row]:
    """The first ``count`` gold articles of ``data``, or all. Who cannot be measured is said and left out."""
    gold = read_gold(data or SAMPLE)[:count]
    if not gold:
        print(f'There are no gold articles in "{data}".')
        return []
    print(f"{len(gold)} articles, {_words(gold):,} words of {data or SAMPLE}", flush=True)
    annotators = {"rules": language.load("rules")}
    chosen = paths.chosen_model()
    try:
        annotators["trained"] = language.load(chosen if chosen and chosen != "rules" else "trained")
    except Trouble as trouble:
        print(f"Without the trained annotator. {sentence(trouble.reason)}")
    measured = {name: _ours(annotator, gold) for name, annotator in annotators.items()}
    try:
        measured["spaCy small"] = _peer(gold)
    except spacy_small.Unavailable as why:
        print(f"Without spaCy small. {why}")
    for _ in range(TURNS - 1):
        for name, one in measured.items():
            again = _ours(annotators[name], gold) if name in annotators else _peer(gold)
            measured[name] = max(one, again, key=lambda turn: turn.pace)
    return side_by_side(measured)


def side_by_side(measured: dict[str, Measured]) -> list[Row]:
    """Names and speed beside spaCy small, speech beside the rules; each where it was measured."""
    rules, trained, peer = (measured.get(name) for name in ("rules", "trained", "spaCy small"))
    ours = {name: one for name, one in (("trained", trained), ("rules", rules)) if one}
    found = []
    for what, kind in NAMES.items():
        for name, one in ours.items():
            found += _row(f"names, {what}, F1: {name}", one, peer, ("names", kind, "f1"), "%")
    for what, (table, column, unit) in SPOKEN.items():
        first = "trained" if trained else "rules"
        path = (table, column) if column else (table,)
        found += _row(f"{what}: {first}", trained or rules, rules if trained else None, path, unit)
    for name, one in ours.items():
        beside = peer.pace if peer else None
        met = one.pace >= PACE and one.pace > beside if beside and name == "trained" else None
        aim = AIM if name == "trained" else ""
        found.append(Row(f"speed, whole work: {name}", one.pace, "words/CPU s", beside, aim, met))
    if peer:
        found.append(Row("speed, whole pipeline: spaCy small", peer.pace, "words/CPU s"))
        found += [Row(f"speed, {what}: spaCy small", pace, "words/CPU s") for what, pace in peer.more.items()]
    return found


def _row(name: str, one: Measured | None, beside: Measured | None, path: tuple[str, ...], unit: str) -> list[Row]:
    value = _figure(one, path)
    return [] if value is None else [Row(name, value, unit, _figure(beside, path))]


def _figure(one: Measured | None, path: tuple[str, ...]) -> float | None:
    found: Any = one.figures if one else None
    for key in path:
        found = found.get(key) if found else None
    return None if found is None else float(found)


def _ours(annotator: language.Annotator, gold: list[dict[str, Any]]) -> Measured:
    annotator.annotate(gold[0]["text"], ())
    since = time.process_time()
    found = [annotator.annotate(article["text"], ()) for article in gold]
    seconds = time.process_time() - since
    answers = {a["id"]: shapes.annotated(a["text"], one) for a, one in zip(gold, found, strict=True)}
    return Measured(_score(gold, answers), _words(gold) / seconds)


def _peer(gold: list[dict[str, Any]]) -> Measured:
    """Names alone: it knows no quotations. Raises Unavailable."""
    told = spacy_small.run([article["text"] for article in gold])
    answers = {
        article["id"]: {"mentions": mentions(article["text"], spans)}
        for article, spans in zip(gold, told.spans, strict=True)
    }
    names = {"names": _score(gold, answers).get("names", {})}
    return Measured(names, _words(gold) / told.whole, {"names alone": _words(gold) / told.names})


def _score(gold: list[dict[str, Any]], answers: dict[str, Any]) -> dict[str, Any]:
    scorer: Any = importlib.import_module("tests.scorers.score")
    return dict(scorer.score(gold, answers))


def _words(gold: list[dict[str, Any]]) -> int:
    return sum(len(article["text"].split()) for article in gold)
