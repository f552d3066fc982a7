"""Makes what an encoder would say of a text, by naming the parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reader.core.kinds import Kind
from reader.language.encoder import Reading
from reader.language.heads import HEADS, MENTION_KINDS, NAME_KINDS, POINTERS, PRONOUN_KINDS, WIDTH
from reader.language.pieces import Window
from reader.language.tokens import Tokens

SURE, HARDLY = np.log(0.97), np.log(0.001)
NOBODY = tuple(2.0 for _ in POINTERS)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text by its words; ``which`` tells equal parts apart, from 0."""

    text: str
    which: int = 0

    def within(self, tokens: Tokens) -> tuple[int, int]:
        start = -1
        for _ in range(self.which + 1):
            start = tokens.text.index(self.text, start + 1)
        return tokens.at(start), tokens.before(start + len(self.text))


@dataclass(frozen=True, slots=True)
class Said:
    """What the encoder is to say: spans of each head, with a kind where the head has kinds, and what points at what."""

    names: Sequence[tuple[Part, Kind]] = ()
    roles: Sequence[Part] = ()
    nominals: Sequence[tuple[Part, str]] = ()
    pronouns: Sequence[tuple[Part, str]] = ()
    cues: Sequence[Part] = ()
    speakers: Sequence[Part] = ()
    contents: Sequence[Part] = ()
    points: Sequence[tuple[str, Part, Part]] = ()


def reading_of(tokens: Tokens, said: Said) -> Reading:
    """One window over the whole text."""
    tags = {head: np.full((len(tokens), size), HARDLY, dtype=np.float32) for head, size in HEADS.items()}
    for table in tags.values():
        table[:, 0] = SURE
    for part, kind in said.names:
        _tag(tags["name"], part.within(tokens), NAME_KINDS.index(kind.value))
    for part, name in said.nominals:
        _tag(tags["nominal"], part.within(tokens), MENTION_KINDS.index(name))
    for part, name in said.pronouns:
        at = part.within(tokens)[0]
        tags["pronoun"][at] = HARDLY
        tags["pronoun"][at, 1 + PRONOUN_KINDS.index(name)] = SURE
    for head, parts in (("role", said.roles), ("cue", said.cues), ("speaker", said.speakers)):
        for part in parts:
            _tag(tags[head], part.within(tokens), 0)
    for part in said.contents:
        _tag(tags["content"], part.within(tokens), 0)
    vectors = np.zeros((len(tokens), 2 * len(POINTERS), WIDTH), dtype=np.float16)
    for n, (pointer, asking, answering) in enumerate(said.points):
        k = POINTERS.index(pointer)
        vectors[asking.within(tokens)[0], k, n] = 12
        vectors[answering.within(tokens)[0], len(POINTERS) + k, n] = 12
    rows = np.arange(len(tokens), dtype=np.int32)
    return Reading(tags, vectors, rows, [Window(0, len(tokens))], [0] * len(tokens))


def _tag(table: np.ndarray, span: tuple[int, int], kind: int) -> None:
    for i in range(*span):
        table[i] = HARDLY
        table[i, 1 + 2 * kind + (i > span[0])] = SURE


@dataclass(frozen=True, slots=True)
class Scripted:
    """An encoder that says what it is told, whatever it reads."""

    said: Said
    nobody: tuple[float, ...] = NOBODY

    def read(self, tokens: Tokens, sentences: object, features: object) -> Reading:
        return reading_of(tokens, self.said)
