"""An article: one text, one set of offsets, and what was published around it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NewType

from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span

ArticleId = NewType("ArticleId", str)
"""Sixteen hexadecimal digits, known at birth (``core.identity``)."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from. The library keeps the original's bytes under ``digest``."""

    path: str
    member: str = ""
    url: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published. A bare date is no midnight: without a time it never moves to another day."""

    date: dt.date
    time: dt.time | None = None
    offset: int | None = None
    """Minutes east of UTC, or none where the story does not say."""
    inferred: bool = False
    why: Reason | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 with exactly the precision that is known: a date, a local time, or a time with offset."""
        if self.time is None:
            return self.date.isoformat()
        stamp = f"{self.date.isoformat()}T{self.time.isoformat(timespec='minutes')}"
        if self.offset is None:
            return stamp
        sign, minutes = ("-", -self.offset) if self.offset < 0 else ("+", self.offset)
        return f"{stamp}{sign}{minutes // 60:02d}:{minutes % 60:02d}"


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, agency and date that open a wire story, as written ("SEOUL", "UPI", "Jan. 31")."""

    place: str = ""
    agency: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text with a role. Blocks do not overlap, but a dateline lies inside the body block it opens."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True)
class Removal:
    """What cleaning took away, why, and the offset in ``Article.text`` at which it stood."""

    text: str
    reason: Reason
    at: int


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one story. ``text`` is canonical (``core.text``) and never changes; all else points into it."""

    id: ArticleId
    text: str
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...] = ()
    publication: str = ""
    byline: tuple[str, ...] = ()
    dateline: Dateline | None = None
    published: Published | None = None
    language: str = ""
    """ISO 639-1, or empty where it is not known."""
    flags: tuple[str, ...] = ()
    """Of: correction, update, refile, advisory."""
    origin: Origin = Origin("")

    def texts(self, role: BlockRole) -> tuple[str, ...]:
        """The words of every block with this role, in order."""
        return tuple(b.span.of(self.text) for b in self.blocks if b.role is role)

    @property
    def headline(self) -> str:
        """The headline in one line, or the first words of the first line where a story has none."""
        found = self.texts(BlockRole.HEADLINE)
        return " ".join(found[0].split()) if found else " ".join(self.text.partition("\n")[0][:120].split())

    @property
    def lede(self) -> str:
        """The first body paragraph without the dateline that opens it."""
        body = next((b.span for b in self.blocks if b.role is BlockRole.BODY), None)
        if body is None:
            return ""
        opening = next((b.span for b in self.blocks if b.role is BlockRole.DATELINE and body.contains(b.span)), None)
        return self.text[opening.end if opening else body.start : body.end].strip(" -–—")
