"""What a page of a PDF holds: runs of letters with their places, and tags."""

from __future__ import annotations

from dataclasses import dataclass

NO_MARK = -1
"""The mark of what belongs to no element: the program's own running heads, mostly."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that stand in one line side by side. Places count points from the lower left corner of the page."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    mark: int = NO_MARK
    """The number of the tagged content of which it is a part."""
    is_bold: bool = False
    linked: float = 0.0
    """Which part of its width leads somewhere."""

    @property
    def size(self) -> float:
        """The height of its line in points."""
        return self.top - self.bottom


@dataclass(frozen=True, slots=True)
class Element:
    """A tag: its type ("P", "H1", "Link") and what it holds, elements and the numbers of marks, in order."""

    kind: str
    parts: tuple[Element | int, ...]
    language: str = ""


@dataclass(frozen=True, slots=True)
class Box:
    """Where a picture stands. Places count points from the lower left corner of the page."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Page:
    """The runs of a page in the order in which they are drawn, which mostly is that in which they are read."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    tags: tuple[Element, ...] = ()
    hosts: tuple[str, ...] = ()
    """The sites to which its links lead, one a link."""
    pictures: tuple[Box, ...] = ()
