"""The steps that long work reports, one a file or a batch."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.reasons import Reason


@dataclass(frozen=True, slots=True)
class Imported:
    """An article that the library did not have."""

    path: str
    id: ArticleId
    run: int
    member: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the library has already, word for word."""

    path: str
    id: ArticleId
    run: int
    member: str = ""


@dataclass(frozen=True, slots=True)
class Updated:
    """A newer version of an article that the library has; ``older`` is the one it follows."""

    path: str
    id: ArticleId
    run: int
    older: ArticleId
    member: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """A file or member that could not be taken in."""

    path: str
    reason: Reason
    run: int = 0
    member: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that the reader should know although nothing failed: an index that was made anew, say."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage of the work has come: ``done`` of ``total`` (0 where it is not known)."""

    stage: str
    """Of: import, annotate, index, group (finding copies), batch (lines of a batch search)."""
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What a piece of work changed; each screen decides whether to care."""

    articles: tuple[ArticleId, ...] = ()
    """Articles added, removed, or changed in marks, annotations or text."""
    entities: bool = False
    """Whether entities or their links may have changed."""
    index: bool = False
    """Whether searches may now answer otherwise."""


Step = Imported | Known | Updated | Failed | Noted | Progress | Changes
