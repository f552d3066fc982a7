"""The table of countries: how each is named, what its people are called, and its capitals."""

from __future__ import annotations

import json
from dataclasses import dataclass

from reader.paths import resource


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. ``names`` are ways to write it, ``name`` is the preferred one."""

    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def spellings(self) -> tuple[str, ...]:
        """The names, also with the apostrophe where hasty writers put it ("Peoples' Republic", "Peoples Republic")."""
        more = [name.replace("'s ", ending) for name in self.names if "'s " in name for ending in ("s' ", "s ")]
        return (*self.names, *more)


def load_countries() -> tuple[Country, ...]:
    """Reads the table, which ``training/make_countries.py`` made."""
    rows = json.loads(resource("language", "countries.json").read_text(encoding="utf-8"))
    return tuple(Country(r["name"], tuple(r["names"]), tuple(r["adjectives"]), tuple(r["capitals"])) for r in rows)


def load_same() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(preferred name, other names) of states and bodies that are written in several ways: "California", "Calif."."""
    lines = resource("language", "same.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return tuple((full, tuple(shorts.split(";"))) for full, shorts in rows)


def plain(name: str) -> str:
    """A name without stops, apostrophes and case, for comparing: "U.S." and "US" are one."""
    return " ".join(name.replace(".", "").replace("'", "").replace("’", "").lower().split())


def by_spelling(countries: tuple[Country, ...]) -> dict[str, str]:
    """For each plain spelling the country's preferred name."""
    return {plain(spelling): country.name for country in countries for spelling in country.spellings}
