"""The quotations of one article as the page shows them: which stand where, and which one is being read."""

from __future__ import annotations

from collections.abc import Sequence

from reader.core.annotations import Quotation
from reader.core.kinds import QuotationKind
from reader.core.rows import Reading
from reader.core.spans import Span
from reader.gui.page.runs import Places


class Quotes:
    """Quotations in order of the text, by the number of each."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self.all = tuple(sorted((q for q in quotations if q.content), key=lambda q: q.content[0]))
        contents = sorted((span, number) for number, quotation in enumerate(self.all) for span in quotation.content)
        self.contents = Places([span for span, _ in contents])
        self._numbers = [number for _, number in contents]

    def touching(self, span: Span) -> tuple[tuple[int, Span], ...]:
        """(number of the quotation, content span) for all content that touches a stretch."""
        return tuple((self._numbers[at], self.contents.spans[at]) for at in self.contents.touching(span))

    def has_band(self, number: int) -> bool:
        """Whether its words stand on a ground of their own; indirect speech has the bar alone."""
        return self.all[number].kind is not QuotationKind.INDIRECT


def quotes_of(reading: Reading) -> Quotes:
    """The quotations of what a library knows about an article; none while it is pending."""
    return Quotes(reading.annotations.quotations if reading.annotations else ())


def being_read(tops: Sequence[tuple[int, float]], reading_line: float) -> int | None:
    """Of the quotations in view, (number, top) in order, the last one that begins above the line where one reads."""
    if not tops:
        return None
    above = [number for number, top in tops if top <= reading_line]
    return above[-1] if above else tops[0][0]
