"""What lies over the text at the moment: everything that a repaint alone changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.core.spans import Span
from reader.gui.page.marks import FAMILIES, Mark, Marks
from reader.gui.page.quotes import Quotes
from reader.gui.page.runs import Places


@dataclass(slots=True)
class Layers:
    """The one record that changes; the overlay reads it, the page writes it."""

    marks: Marks = field(default_factory=lambda: Marks(()))
    quotes: Quotes = field(default_factory=lambda: Quotes(()))
    families: frozenset[str] = frozenset(FAMILIES)
    quotations: bool = True
    """Whether bands and bars are shown."""
    chosen: int | None = None
    """The id of the chosen entity."""
    hovered: Mark | None = None
    """Under the pointer."""
    focused: Mark | None = None
    """Where the keyboard is."""
    hits: Places = field(default_factory=lambda: Places(()))
    hit: int | None = None
    """The number of the current hit."""
    quotation: int | None = None
    """The number of the current quotation."""
    flash: Span | None = None
    glow: float = 0.0
    """How much of the flash is left, from 1 to 0."""
    removal: int | None = None
    """The number of the current removal."""
    offers: bool = False
    """Whether removals can be given back here."""
    place: Span | None = None
    """Where the reader was last sent to."""

    def shows(self, mark: Mark) -> bool:
        """Whether the family of a mark is switched on."""
        return mark.family in self.families

    def is_chosen(self, mark: Mark) -> bool:
        """Whether it mentions the chosen entity."""
        return self.chosen is not None and self.chosen in mark.entities

    def is_hovered(self, mark: Mark) -> bool:
        """Whether it mentions what the pointer or the keyboard is on."""
        if self.hovered is None and self.focused is None:
            return False
        here = [entity for at in (self.hovered, self.focused) if at is not None for entity in at.entities]
        return any(entity in here for entity in mark.entities)

    def is_lit(self, mark: Mark) -> bool:
        """Whether it has fill and line because its entity is hovered or chosen."""
        return self.is_chosen(mark) or self.is_hovered(mark)
