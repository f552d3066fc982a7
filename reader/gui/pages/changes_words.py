"""A quotation or sentence of two versions, in the words that the page shows: what differs is marked. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.core.changes import Change, Passage, Sign, Speaker
from reader.core.spans import Span
from reader.gui.panes.text import capitalized, translate

_EDGES = " \n\t,;:."
_CUT = " … "


@dataclass(frozen=True, slots=True)
class Written:
    """Words, and the spans of them that the other side lacks, which are set in 600."""

    text: str
    strong: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SideWords:
    """What stands on one side of a row."""

    speaker: Written | None
    """Who said it and how it was told; None for a sentence."""
    words: Written

    @property
    def plain(self) -> str:
        """All of it in one line."""
        return f"{self.speaker.text}: {self.words.text}" if self.speaker else self.words.text


def side(text: str, change: Change, passage: Passage | None) -> SideWords | None:
    """How a passage of ``text`` is shown; None where this side lacks it."""
    if passage is None:
        return None
    words = _joined([_cut_out(text, span, passage.marks) for span in passage.spans], " ")
    if passage.speaker is None:
        return SideWords(None, words)
    is_other = change.other_speaker and passage is change.newer
    return SideWords(_told(text, passage, passage.speaker, is_other), words)


def _told(text: str, passage: Passage, speaker: Speaker, is_other: bool) -> Written:
    """ "Ilse Marenko told reporters": the name, and what the sentence says around the quotation without it."""
    name = capitalized(speaker.name) or translate("pages", "Speaker unknown")
    note = ""
    if is_other:
        note = translate("pages", "another speaker")
    elif speaker.name and not speaker.named:
        note = translate("pages", "not named")
    around = [piece for span in passage.around for piece in _without_speaker(text, span, speaker)]
    told = _joined([_cut_out(text, span, passage.marks) for span in around], _CUT)
    head = _joined([[(name, True)], *([[(note, False)]] if note else [])], " ")
    return _joined([_parts(head), *([_parts(told)] if told.text else [])], " · " if note else " ")


def _without_speaker(text: str, span: Span, speaker: Speaker) -> Iterator[Span]:
    """What is left of a range without the words that name the speaker, and without marks at its ends."""
    hole = speaker.span
    if hole is None or not hole.overlaps(span):
        at = text.find(speaker.name, span.start, span.end) if speaker.name else -1
        hole = Span(at, at + len(speaker.name)) if at >= 0 else Span(span.end, span.end)
    for start, end in ((span.start, min(hole.start, span.end)), (max(hole.end, span.start), span.end)):
        words = text[start : max(start, end)]
        inner = words.strip(_EDGES)
        if inner:
            begin = start + words.index(inner)
            yield Span(begin, begin + len(inner))


def _cut_out(text: str, span: Span, marks: Iterable[Span]) -> list[tuple[str, bool]]:
    """The words of a range in one line, in pieces that are marked or not."""
    pieces, at = [], span.start
    for mark in (mark for mark in marks if mark.overlaps(span)):
        start, end = max(mark.start, at), min(mark.end, span.end)
        pieces += [(_flat(text[at:start]), False), (_flat(text[start:end]), True)]
        at = max(at, end)
    return [*pieces, (_flat(text[at : span.end]), False)]


def _flat(words: str) -> str:
    return words.replace("\n", " ").replace("\t", " ")


def _parts(written: Written) -> list[tuple[str, bool]]:
    return _cut_out(written.text, Span(0, len(written.text)), written.strong)


def _joined(groups: list[list[tuple[str, bool]]], between: str) -> Written:
    """Pieces put together, with ``between`` between the groups of them."""
    text, strong = "", []
    for number, group in enumerate(groups):
        text += between if number else ""
        for words, is_strong in group:
            if is_strong and words:
                strong.append(Span(len(text), len(text) + len(words)))
            text += words
    return Written(text, tuple(strong))


def sign_words(sign: Sign) -> str:
    """What a sign says, in a word."""
    return {
        Sign.CHANGED: translate("pages", "Changed"),
        Sign.ADDED: translate("pages", "Added"),
        Sign.GONE: translate("pages", "Gone"),
        Sign.SAME: translate("pages", "The same"),
    }[sign]
