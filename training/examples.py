"""Makes windows with their features and the right tags out of annotated texts."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from reader.language.annotator import guess
from reader.language.features import CHANNELS, features_of
from reader.language.heads import HEADS, MENTION_KINDS, NAME_KINDS, PRONOUN_KINDS
from reader.language.pieces import Pieces, laid_out, windows
from reader.language.tokens import Tokens
from reader.language.words import Words
from training.corpora import Sample

UNKNOWN = -100
"""The tag of a word about which the annotation says nothing."""


@dataclass(slots=True)
class Example:
    """A window: pieces, the first piece of each word, features and tags of each word, and what points at what."""

    pieces: list[int]
    firsts: list[int]
    """Where each word's first piece stands in ``pieces``, which begins with the mark [CLS]."""
    features: np.ndarray
    """By piece: channels × pieces."""
    tags: dict[str, list[int]]
    cues: list[tuple[int, int]] = field(default_factory=list)
    """(first word of a cue, first word of its speaker or -1)."""
    contents: list[tuple[int, int, int]] = field(default_factory=list)
    """(first word of a piece of content, of its cue or -1, of its speaker or -1)."""
    referents: list[tuple[int, int, int]] = field(default_factory=list)
    """(first word, last word, number of the thing) of mentions of a single one; numbers count within the window."""
    askers: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)
    """(what asks: 0 pronoun, 1 nominal, 2 content; its first word, numbers of the things that it means).

    -1 is one that is not in the window; none where nobody knows.
    """


def examples(sample: Sample, words: Words, pieces: Pieces) -> list[Example]:
    """The windows of a text."""
    guesses = guess(sample.text, words)
    scene = guesses.scene
    tokens = scene.tokens
    numbers = pieces.of(tokens.words)
    features = np.array(features_of(guesses), dtype=np.int64).reshape(len(CHANNELS), len(tokens))
    tags = _tags(sample, tokens)
    found = []
    for window in windows(tokens, scene.sentences, [len(n) for n in numbers]):
        inner = range(window.first, window.last)
        flat, firsts, owners = laid_out(numbers, window)
        columns = np.zeros((len(CHANNELS), len(flat)), dtype=np.int64)
        columns[:, 1:-1] = features[:, owners]
        one = Example(flat, firsts, columns, {head: [tags[head][i] for i in inner] for head in HEADS})
        _point(one, sample, tokens, window.first, window.last)
        found.append(one)
    return found


def _tags(sample: Sample, tokens: Tokens) -> dict[str, list[int]]:
    layers = {
        "name": "names", "role": "roles", "nominal": "mentions", "pronoun": "mentions",
        "cue": "attributions", "speaker": "attributions", "content": "attributions",
    }  # fmt: skip
    tags = {head: [0 if layers[head] in sample.knows else UNKNOWN] * len(tokens) for head in HEADS}
    for start, end in sample.unsure:
        for i in range(tokens.at(start), tokens.before(end)):
            tags["name"][i] = UNKNOWN
    for mention in sorted(sample.mentions, key=lambda m: m["start"] - m["end"]):
        if mention["kind"] == "role":
            _mark(tags["role"], tokens, mention, 0)
        elif mention["form"] == "name":
            _mark(tags["name"], tokens, mention, NAME_KINDS.index(mention["kind"]))
        elif mention["form"] == "nominal":
            _mark(tags["nominal"], tokens, mention, _index(MENTION_KINDS, mention["kind"]))
        else:
            tags["pronoun"][tokens.at(mention["start"])] = 1 + _index(PRONOUN_KINDS, mention["kind"])
    for one in sample.attributions:
        for head, key in (("cue", "cue"), ("speaker", "speaker"), ("content", "content")):
            for start, end in one[key] or ():
                _mark(tags[head], tokens, {"start": start, "end": end}, 0)
    return tags


def _index(kinds: tuple[str, ...], kind: str) -> int:
    return kinds.index(kind) if kind in kinds else len(kinds) - 1


def _mark(tags: list[int], tokens: Tokens, span: dict[str, int], kind: int) -> None:
    first, last = tokens.at(span["start"]), tokens.before(span["end"])
    for i in range(first, last):
        tags[i] = 1 + 2 * kind + (i > first)


def _point(one: Example, sample: Sample, tokens: Tokens, begin: int, end: int) -> None:
    """What belongs to what inside a window; words count from the window's first."""

    def inside(start: int) -> int:
        at = tokens.at(start)
        return at - begin if begin <= at < end else -1

    if "attributions" not in sample.knows:
        return
    numbers: dict[str, int] = {}
    for mention in sample.mentions:
        at = inside(mention["start"])
        if at < 0 or mention["kind"] == "role" or not mention["ids"]:
            continue
        ids = tuple(numbers.setdefault(i, len(numbers)) for i in mention["ids"])
        last = min(tokens.before(mention["end"]) - begin, end - begin) - 1
        if len(ids) == 1:
            one.referents.append((at, last, ids[0]))
        if mention["form"] != "name":
            one.askers.append((0 if mention["form"] == "pronoun" else 1, at, ids))
    for attribution in sample.attributions:
        cue = inside(attribution["cue"][0][0]) if attribution["cue"] else -1
        speaker = inside(attribution["speaker"][0][0]) if attribution["speaker"] else -1
        if cue >= 0:
            one.cues.append((cue, speaker))
        ids = attribution["speaker_ids"]
        for start, _ in attribution["content"]:
            at = inside(start)
            if at >= 0:
                one.contents.append((at, cue, speaker))
                one.askers.append((2, at, tuple(numbers.get(i, -1) for i in ids)))
