"""What is marked in an article: mentions with the look of their kind and the entities behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reader.core.kinds import Form, Kind
from reader.core.rows import EntityRow, Reading
from reader.core.spans import Span
from reader.gui.page.runs import Places

FAMILIES = ("person", "organization", "place", "group", "work", "quantity")
"""The six looks, in the order of the legend."""
QUIET = "quantity"
"""The family that has no entities: it is not hovered and not chosen."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention as the page shows it."""

    span: Span
    family: str
    name: bool
    """Whether it carries its line at rest; nominals and pronouns do not."""
    entities: tuple[int, ...] = ()
    chains: tuple[int, ...] = ()


class Marks:
    """The marks of one article, in order."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self.all = tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
        self.places = Places([mark.span for mark in self.all])
        self._of_entity: dict[int, list[Mark]] = {}
        for mark in self.all:
            for entity in mark.entities:
                self._of_entity.setdefault(entity, []).append(mark)

    def at(self, offset: int, families: frozenset[str]) -> Mark | None:
        """The innermost mark with an entity at an offset, of the families that are shown."""
        found = (self.all[number] for number in self.places.at(offset))
        return next((mark for mark in found if mark.entities and mark.family in families), None)

    def of(self, entity: int) -> tuple[Mark, ...]:
        """Every mark of an entity."""
        return tuple(self._of_entity.get(entity, ()))

    def names(self, families: frozenset[str]) -> tuple[Mark, ...]:
        """The names that the keyboard walks through."""
        return tuple(mark for mark in self.all if mark.name and mark.entities and mark.family in families)

    def counts(self) -> dict[str, int]:
        """How many things of each family the article names; of dates and amounts, how many mentions."""
        things: dict[str, set[tuple[str, int]]] = {family: set() for family in FAMILIES}
        for number, mark in enumerate(self.all):
            if mark.family == QUIET:
                things[QUIET].add(("mark", number))
            elif mark.name:
                known = [("entity", entity) for entity in mark.entities]
                things[mark.family].update(known or [("chain", chain) for chain in mark.chains])
        return {family: len(found) for family, found in things.items()}


def marks_of(reading: Reading, family_of: Callable[[Kind], str]) -> Marks:
    """The marks of what a library knows about an article; none while it is pending."""
    if reading.annotations is None:
        return Marks(())
    families = {kind: family_of(kind) for kind in Kind}
    known: dict[tuple[int, ...], tuple[int, ...]] = {}
    linked = {chain: entity.id for chain, entity in reading.entities}
    marks = []
    for mention in reading.annotations.mentions:
        family = families[mention.kind]
        if family == QUIET:
            marks.append(Mark(mention.span, family, True))
            continue
        chains = mention.chains
        if chains not in known:
            known[chains] = tuple(dict.fromkeys(linked[chain] for chain in chains if chain in linked))
        marks.append(Mark(mention.span, family, mention.form is Form.NAME, known[chains], chains))
    return Marks(marks)


def role_in(reading: Reading, entity: EntityRow) -> str:
    """The role that the article gives an entity, else the newest one that the library knows."""
    chains = {chain for chain, row in reading.entities if row.id == entity.id}
    roles = reading.annotations.roles if reading.annotations else ()
    here = next((role for role in roles if role.chain in chains), None)
    if here is not None:
        return " ".join(here.span.of(reading.article.text).split())
    return entity.roles[0] if entity.roles else ""
