"""What a library has learned about the lines of its publications, and hands to every import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from reader.core.kinds import BlockRole

LONGEST = 200
"""Code points; a longer line is never learned as furniture, however often it is printed."""
SEEN_OFTEN = 3
"""A line that so many articles of one publication repeat is furniture."""


CAN_GO = (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST, BlockRole.CAPTION, BlockRole.CREDIT, BlockRole.QUOTE)
"""The roles of lines that a rule of the reader can take away; headline, byline and dateline are what a story is."""


@dataclass(frozen=True, slots=True)
class TableRoles:
    """Which column of a table is which, for every file with exactly these columns."""

    columns: tuple[str, ...]
    roles: tuple[str, ...]
    """For each column: headline, byline, published, publication, body, url, summary, tags, language, or empty."""
    day_first: bool = True
    """How 04.10.2023 is to be read."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Lines by publication, in the form in which they are compared (``ingest.plain.classes.key``)."""

    furniture: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Lines that one publication prints again and again."""
    kept: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Lines that the reader always keeps, whatever any rule says."""
    always_removed: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    """Lines that the reader always removes."""
    tables: tuple[TableRoles, ...] = ()

    def speaks_of(self, publication: str) -> bool:
        """Whether anything is known of the lines of a publication."""
        return any(publication in known for known in (self.furniture, self.kept, self.always_removed))

    def keeps(self, publication: str, line: str) -> bool:
        """Whether the reader wants this line of a publication kept."""
        return line in self.kept.get(publication, ())

    def reason_to_remove(self, publication: str, line: str) -> str:
        """The code of the reason for which a line goes that no fixed rule removes, or empty."""
        if line in self.always_removed.get(publication, ()):
            return "reader-rule"
        if len(line) <= LONGEST and line in self.furniture.get(publication, ()):
            return "learned-furniture"
        return ""


NO_LESSONS = Lessons()
