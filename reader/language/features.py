"""What the encoder is told of each word beside its letters: its shape, marks around it, and what the rules guess."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.kinds import Kind
from reader.language.nominals import Nominal
from reader.language.pronouns import Pronoun
from reader.language.scene import Scene
from reader.language.speakers import Spoken

KINDS = tuple(Kind)
"""The order of kinds in every table of the encoder."""
CHANNELS = ("shape", "marks", "name", "role", "mention", "cue", "speaker", "content")
SIZES = (10, 5, 2 + 2 * len(KINDS), 4, 6, 4, 4, 4)
"""How many values a channel has. From the third on, 0 says that the rules were not asked, 1 that they found none."""

Features = list[list[int]]
"""A list for each channel, with a value for each word."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the rules found in a text."""

    scene: Scene
    pronouns: dict[int, Pronoun]
    nominals: dict[int, Nominal]
    spoken: list[Spoken]


def features_of(guesses: Guesses) -> Features:
    """The channels of a text, as long as its words."""
    scene = guesses.scene
    size = len(scene.tokens)
    shapes = [shape(word) for word in scene.tokens.words]
    found = [shapes, _marks(scene), *([1] * size for _ in CHANNELS[2:])]
    _, _, names, roles, mentions, cues, speakers, contents = found
    for i, timed in enumerate(scene.timed):
        if timed:
            kind = Kind.DATE if timed == 1 else Kind.MONEY
            begins = i == 0 or scene.timed[i - 1] != timed
            names[i] = tag_of(KINDS.index(kind), begins)
    for name in scene.names:
        _fill(names, name.first, name.last, KINDS.index(name.kind))
    for role in scene.roles:
        _fill(roles, role.first, role.last, 0)
    for nominal in guesses.nominals.values():
        _fill(mentions, *nominal.span, 0 if nominal.kind is Kind.PERSON else 1)
    for at in guesses.pronouns:
        mentions[at] = 4
    for one in guesses.spoken:
        if one.report.cue:
            _fill(cues, *one.report.cue, 0)
        if one.report.speaker:
            _fill(speakers, *one.report.speaker, 0)
        for piece in one.report.content:
            _fill(contents, *piece, 0)
    return found


def tag_of(kind: int, begins: bool) -> int:
    """The value of a word that begins or continues a span of a kind; 0 and 1 are taken."""
    return 2 + 2 * kind + (not begins)


def _fill(channel: list[int], first: int, last: int, kind: int) -> None:
    for i in range(first, last):
        channel[i] = tag_of(kind, i == first)


def _marks(scene: Scene) -> list[int]:
    """0 outside marks, 1 inside, 2 an opening mark, 3 a closing one, 4 the first word of a line outside marks."""
    found = [1 if at >= 0 else 0 for at in scene.passage_at]
    for passage in scene.passages:
        found[passage.first] = 2
        if passage.closed:
            found[passage.last - 1] = 3
    for first, _ in scene.tokens.paragraphs:
        found[first] = found[first] or 4
    return found


def shape(word: str) -> int:
    """How a word is written, from 0: lower, Title, CAPS, one capital, mixed, figures, figures and letters; marks."""
    head = word[0]
    if head.isdigit():
        return 5 if not any(c.isalpha() for c in word) else 6
    if not head.isalpha():
        return 7 if head in ".,;:!?" else 8 if head in "\"'“”‘’„«»" else 9
    if word.islower() or word.lower() == word:
        return 0
    if word.upper() == word:
        return 2 if len(word) > 1 else 3
    return 1 if word[1:].lower() == word[1:] else 4
