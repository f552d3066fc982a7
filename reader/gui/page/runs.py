"""Spans that overlap: which of them touch a place, and the flat runs into which they cut a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch that the same spans cover from end to end."""

    span: Span
    under: tuple[int, ...]
    """The numbers of those spans, in the order in which they were given."""


def flat_runs(spans: Sequence[Span]) -> tuple[Run, ...]:
    """Cuts what the spans cover at every edge of any of them. What no span covers is left out."""
    if all(len(span) for span in spans) and all(one.end <= other.start for one, other in pairwise(spans)):
        return tuple(Run(span, (number,)) for number, span in enumerate(spans))  # most paragraphs, and quicker
    opening: dict[int, set[int]] = {}
    closing: dict[int, set[int]] = {}
    for number, span in enumerate(spans):
        if len(span):
            opening.setdefault(span.start, set()).add(number)
            closing.setdefault(span.end, set()).add(number)
    runs: list[Run] = []
    under: set[int] = set()
    for start, end in pairwise(sorted({*opening, *closing})):
        under = (under - closing.get(start, set())) | opening.get(start, set())
        if under:
            runs.append(Run(Span(start, end), tuple(sorted(under))))
    return tuple(runs)


class Places:
    """Spans in the order of their beginnings, asked again and again which of them touch a stretch."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """``spans`` must be sorted by their beginnings; they may overlap and contain each other."""
        self.spans = tuple(spans)
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def __len__(self) -> int:
        return len(self.spans)

    def touching(self, span: Span) -> tuple[int, ...]:
        """The numbers of those that share at least one code point with a stretch, in order."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return tuple(number for number in range(first, last) if self.spans[number].end > span.start)

    def at(self, offset: int) -> tuple[int, ...]:
        """The numbers of those that hold an offset, the shortest first."""
        found = self.touching(Span(offset, offset + 1))
        return tuple(sorted(found, key=lambda number: len(self.spans[number])))

    def first_from(self, offset: int) -> int | None:
        """The number of the first one that begins at or after an offset."""
        number = bisect_left(self._starts, offset)
        return number if number < len(self.spans) else None
