"""Finding the very words in a text, without regard to case, accents and the shape of quotation marks."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right

from reader.core.spans import Span

_PLAIN = {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "\n": " "}


def find(text: str, words: str) -> tuple[Span, ...]:
    """Where the words stand in a text, in order and not overlapping; nowhere if there are none."""
    return FoldedText(text).find(words)


class FoldedText:
    """A text in the form in which it is compared, with the way back to its offsets. Made once an article."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._fold = _Fold()
        self._folded = text.translate(self._fold)
        self._froms, self._offsets = self._jumps()

    def find(self, words: str) -> tuple[Span, ...]:
        """Where the words stand in the text."""
        wanted = words.translate(self._fold)
        found: list[Span] = []
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            end = at + len(wanted)
            found.append(Span(self._offset(at), self._end(self._offset(end - 1) + 1)))
            at = self._folded.find(wanted, end)
        return tuple(found)

    def _jumps(self) -> tuple[list[int], list[int]]:
        """Places of the folded text from which offsets run beside it letter by letter."""
        odd = {char for char in set(self._text) if len(self._fold[ord(char)]) != 1}
        froms, offsets, place = [0], [0], 0
        if not odd:
            return froms, offsets
        for offset, char in enumerate(self._text):
            length = len(self._fold[ord(char)])
            if char in odd:
                for step in range(length):  # each letter of an expanded one stands at its offset
                    froms.append(place + step)
                    offsets.append(offset)
                froms.append(place + length)
                offsets.append(offset + 1)
            place += length
        return froms, offsets

    def _offset(self, place: int) -> int:
        at = bisect_right(self._froms, place) - 1
        return self._offsets[at] + place - self._froms[at]

    def _end(self, offset: int) -> int:
        """The end moved behind the accents that belong to the last letter."""
        while offset < len(self._text) and not self._fold[ord(self._text[offset])]:
            offset += 1
        return offset


class _Fold(dict[int, str]):
    """What each letter counts as, worked out the first time it is met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKD", _PLAIN.get(char, char)).casefold()
        folded = "".join(letter for letter in plain if not unicodedata.combining(letter))
        self[code] = folded
        return folded
