"""Places that are sought in the article: those of a search of the library, and over them those of the find bar."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.spans import Span
from reader.gui.page.runs import Places


@dataclass(frozen=True, slots=True)
class Hits:
    """Places in order, and the number of the current one."""

    places: Places
    current: int | None = None

    @classmethod
    def of(cls, spans: tuple[Span, ...], current: int | None = None) -> Hits:
        """Hits out of spans in any order; ``current`` is a number of the sorted ones."""
        places = Places(sorted(spans))
        return cls(places, current if current is not None and current < len(places) else None)

    def stepped(self, back: bool, top: int, *, around: bool) -> Hits | None:
        """At the next or previous place; at the first one from ``top`` on where none is current; None at either end."""
        total = len(self.places)
        if not total:
            return None
        if self.current is None:
            return Hits(self.places, self._from(top, back))
        wanted = self.current + (-1 if back else 1)
        if around:
            wanted %= total
        return Hits(self.places, wanted) if 0 <= wanted < total else None

    def nearest(self, top: int) -> Hits:
        """At the first place from an offset on, else at the first of all."""
        return Hits(self.places, self._from(top, False) if len(self.places) else None)

    @property
    def span(self) -> Span | None:
        """The current place."""
        return self.places.spans[self.current] if self.current is not None else None

    def _from(self, top: int, back: bool) -> int:
        first = self.places.first_from(top)
        if back:
            return (len(self.places) if first is None else first) - 1 if first != 0 else len(self.places) - 1
        return first or 0
