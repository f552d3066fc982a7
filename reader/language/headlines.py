"""Two short forms of reporting: ``Marenko: No plan to close the port`` and ``Asked whether she would stay, …``"""

from __future__ import annotations

from reader.core.kinds import Kind
from reader.language.phrases import ending_at
from reader.language.report import Report, trim
from reader.language.scene import Scene
from reader.language.sentences import Sentence

_EARLY, _SHORT, _NEAR = 3, 30, 8
_QUESTIONS = frozenset("whether if when why how what who where".split())


def by_colon(scene: Scene, sentence: Sentence, number: int) -> Report | None:
    """A headline that gives the speaker before a colon; only in the first lines, and only for a person or body."""
    if (
        sentence.paragraph >= _EARLY
        or sentence.last - sentence.first > _SHORT
        or not scene.tokens.begins_line(sentence.first)
    ):
        return None
    colons = range(sentence.first + 1, min(sentence.last - 2, sentence.first + _NEAR))
    colon = next((i for i in colons if scene.tokens.words[i] == ":"), 0)
    name = scene.name(colon - 1) if colon else None
    if not name or name.kind not in (Kind.PERSON, Kind.ORGANIZATION):
        return None
    span = ending_at(scene, colon - 1, sentence.first)
    content = trim(scene, colon + 1, sentence.last)
    if not span or span[0] != sentence.first or not content or content[1] - content[0] < 3:
        return None
    return Report((content,), None, span, number, "colon")


def asked(scene: Scene, sentence: Sentence, number: int) -> Report | None:
    """The question that opens a sentence; nobody is named who asks it."""
    first = sentence.first
    if (
        sentence.last - first < 5
        or scene.tokens.lowers[first] != "asked"
        or scene.tokens.lowers[first + 1] not in _QUESTIONS
    ):
        return None
    comma = next((i for i in range(first + 2, min(sentence.last, first + 60)) if scene.tokens.words[i] == ","), 0)
    content = trim(scene, first + 1, comma) if comma else None
    return Report((content,), (first, first + 1), None, number, "asked") if content else None
