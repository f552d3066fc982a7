"""Names of what lies in one file, no two of them the same: the second of a name is called "name (2)"."""

from __future__ import annotations

from pathlib import PurePosixPath


class Distinct:
    """The names that are taken in one file."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def name(self, wanted: str, suffix: str = "") -> str:
        """The name, or the next one that is free; a number stands before the suffix, which tells of a format."""
        stem = wanted.removesuffix(suffix)
        number = self._given.get(wanted, 0) + 1
        name = wanted if number == 1 else f"{stem} ({number}){suffix}"
        while number > 1 and name in self._given:
            number += 1
            name = f"{stem} ({number}){suffix}"
        self._given[wanted] = number
        if number > 1:
            self._given[name] = 1
        return name

    def file(self, wanted: str) -> str:
        """The name of a file."""
        return self.name(wanted, PurePosixPath(wanted).suffix)
