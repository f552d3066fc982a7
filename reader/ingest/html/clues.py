"""Clues: what the parts of a page say of its story, each with the place that says it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Generic, TypeVar

from reader.core.article import Published

T = TypeVar("T")


class Where(StrEnum):
    """The parts of a page, in the order in which they are believed."""

    JSON_LD = "JSON-LD"
    META = "meta"
    PAGE = "page"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Clue(Generic[T]):
    """One thing that a page says, where, and under what name (``datePublished``, ``og:title``, ``h1``)."""

    value: T
    where: Where
    name: str


@dataclass(frozen=True, slots=True)
class Clues:
    """All that a page, or one part of it, says of its story; the first of each are believed first."""

    headlines: tuple[Clue[str], ...] = ()
    people: tuple[Clue[str], ...] = ()
    """As printed: "By Ilse Dahl and Tomas Ardell, Staff Writers"."""
    publications: tuple[Clue[str], ...] = ()
    moments: tuple[Clue[Published], ...] = ()
    """When it was published; when it was changed only where nothing else is said."""
    summaries: tuple[Clue[str], ...] = ()
    addresses: tuple[Clue[str], ...] = ()
    languages: tuple[Clue[str], ...] = ()
    captions: tuple[Clue[str], ...] = ()
    bodies: tuple[Clue[str], ...] = ()
    """The words of the whole story, as some pages repeat them for machines."""

    def __add__(self, other: Clues) -> Clues:
        return Clues(**{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)})
