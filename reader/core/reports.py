"""What an import run came to: the run itself, and a line for each article and each file that failed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.reasons import Reason

STATUSES = ("imported", "updated", "known", "failed")
"""What can become of an article or file, in the order in which it is counted."""


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import, from the files that were given to how it ended."""

    id: int
    started: dt.datetime
    """UTC."""
    ended: dt.datetime | None
    """UTC; none where it goes on, was stopped, or is older than reports are kept."""
    state: str
    """Of: running, done, stopped (by the reader, or because the program was ended)."""
    undone: bool
    given: tuple[str, ...]
    """The files and folders that were to be imported, absolute."""
    files: int
    """How many files they held; 0 where it was not kept."""
    imported: int = 0
    updated: int = 0
    known: int = 0
    failed: int = 0
    watched: bool = False
    """Whether the files appeared in the watched folder, and nobody asked for them."""
    again: bool = False
    """Whether originals that the library keeps were read anew: what is known is unchanged then."""

    @property
    def seconds(self) -> float | None:
        """How long it took, or None where that is not known."""
        return (self.ended - self.started).total_seconds() if self.ended else None

    @property
    def lines(self) -> int:
        """How many lines its report has."""
        return self.imported + self.updated + self.known + self.failed

    def count(self, status: str) -> int:
        """How many lines have a status."""
        return {"imported": self.imported, "updated": self.updated, "known": self.known, "failed": self.failed}[status]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """What became of one article, or of a file or member that failed."""

    number: int
    """Grows from line to line over all reports of a library; it tells lines apart and gives their order."""
    path: str
    """The file, absolute."""
    member: str
    """What inside it; empty where the file itself is meant."""
    status: str
    """One of STATUSES."""
    reason: Reason | None = None
    """Why it failed."""
    article: ArticleId | None = None
    headline: str = ""
    """Of the article, while the library has it."""
    publication: str = ""
    is_answered: bool = False
    """Whether something of a file that failed was taken in later, as a table is once its columns are told."""

    @property
    def is_there(self) -> bool:
        """Whether the article can be opened."""
        return bool(self.headline)


@dataclass(frozen=True, slots=True)
class Report:
    """A run with its lines, in the order in which they came."""

    run: ImportRun
    lines: tuple[ReportLine, ...]
