"""One attribution in tokens, before anybody is identified."""

from __future__ import annotations

from dataclasses import dataclass

from reader.language.cues import Cue
from reader.language.scene import Range, Scene
from reader.language.subjects import Subject


@dataclass(frozen=True, slots=True)
class Report:
    """One attribution in tokens. ``shares`` says that it has the speaker of the report before it."""

    content: tuple[Range, ...]
    cue: Range | None
    speaker: Range | None
    sentence: int
    code: str
    owner: Range | None = None
    shares: bool = False

    @property
    def start(self) -> int:
        return self.content[0][0]


def report_of(cue: Cue, subject: Subject, content: tuple[Range, ...], number: int, code: str) -> Report:
    """The report of a cue and its subject."""
    return Report(content, (cue.first, cue.last), subject.span, number, code, subject.owner, subject.joined)


def trim(scene: Scene, first: int, last: int) -> Range | None:
    """A range without commas and stops at its edges, but for those inside quotation marks."""
    words = scene.tokens.words
    while first < last and not scene.quoted(first) and not words[first][0].isalnum() and words[first] not in "$£€#@([":
        first += 1
    while (
        last > first
        and not scene.quoted(last - 1)
        and not words[last - 1][0].isalnum()
        and words[last - 1] not in "%)]"
    ):
        last -= 1
    return (first, last) if last > first else None
