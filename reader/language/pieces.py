"""Cuts words into the pieces that the encoder knows, and a text into windows that it reads at once."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.language.sentences import Sentences
from reader.language.tokens import Tokens
from reader.language.wordpiece import UNKNOWN, wordpieces

if TYPE_CHECKING:
    from pathlib import Path

START, END, MASK = 101, 102, 103
"""The numbers of [CLS], [SEP] and [MASK], behind which the vocabulary's words begin."""
WINDOW = 320
"""The most pieces in a window, its two end marks left out."""
_MOST_PIECES = 12
"""Of one word; what is longer (addresses, letters without end) is cut off."""
_REMEMBERED, _REMEMBERED_LETTERS = 200_000, 40
"""Words, some 40 MB; longer ones (addresses, data) seldom come again."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words from ``first`` up to ``last`` (not included) of a text."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of words, remembered: a news text uses the same words again and again."""

    vocabulary: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    @staticmethod
    def load(file: Path) -> Pieces:
        """Reads vocab.txt, a piece a line, numbered from 0. Raises OSError, and ValueError for another file."""
        lines = file.read_text("utf-8").removesuffix("\n").split("\n")
        vocabulary = {piece: number for number, piece in enumerate(lines)}
        if UNKNOWN not in vocabulary or len(vocabulary) < len(lines):
            raise ValueError(f"{file} is no vocabulary")
        return Pieces(vocabulary)

    def of(self, words: list[str]) -> list[tuple[int, ...]]:
        """The numbers of the pieces of each word; never none."""
        if len(self.known) > _REMEMBERED:
            self.known.clear()
        return [self.known.get(word) or self._cut(word) for word in words]

    def _cut(self, word: str) -> tuple[int, ...]:
        found = tuple(wordpieces(word, self.vocabulary)[:_MOST_PIECES]) or (self.vocabulary[UNKNOWN],)
        if len(word) <= _REMEMBERED_LETTERS:
            self.known[word] = found
        return found


def laid_out(numbers: list[tuple[int, ...]], window: Window) -> tuple[list[int], list[int], list[int]]:
    """A window's pieces between its end marks, where each word's first piece stands there, and each piece's word.

    ``numbers`` holds the pieces of all words of the text; the end marks have no word.
    """
    flat, firsts, owners = [START], [], []
    for i in range(window.first, window.last):
        firsts.append(len(flat))
        flat += numbers[i]
        owners += [i] * len(numbers[i])
    return [*flat, END], firsts, owners


def windows(tokens: Tokens, sentences: Sentences, sizes: list[int], most: int = WINDOW) -> list[Window]:
    """Windows of whole paragraphs, as many as fit; a long paragraph is cut between sentences, a long sentence anywhere.

    ``sizes`` holds the number of pieces of each word.
    """
    before = [0, *itertools.accumulate(sizes)]
    found: list[Window] = []
    begin = 0
    for first, last in tokens.paragraphs:
        if before[last] - before[begin] <= most:
            continue
        if first > begin:
            found.append(Window(begin, first))
            begin = first
        while before[last] - before[begin] > most:
            end = _cut(sentences, before, begin, last, most)
            found.append(Window(begin, end))
            begin = end
    if begin < len(tokens):
        found.append(Window(begin, len(tokens)))
    return found


def _cut(sentences: Sentences, before: list[int], begin: int, last: int, most: int) -> int:
    end = begin + 1
    while end < last and before[end + 1] - before[begin] <= most:
        end += 1
    for i in range(end, begin + (end - begin) // 3, -1):
        if sentences.begins[i]:
            return i
    return end
