"""The bytes of one file, or of one member of an archive: what the gate lets in and every parser is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Literal, Protocol, cast

from reader.core.article import Article, Origin
from reader.core.identity import digest_of
from reader.core.lessons import NO_LESSONS, Lessons
from reader.core.steps import Failed
from reader.ingest.encoding import decode

DEEPEST = 3
"""How many archives may lie inside one another."""


class Opens(Protocol):
    """A file, or a member of an archive that is as large as one."""

    def open(self, mode: Literal["rb"]) -> IO[bytes]:
        """All the bytes from their beginning. Raises OSError."""


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes with the place where they lie. A dump or an archive that is too large for memory is read from its file."""

    path: str
    data: bytes = field(repr=False)
    member: str = ""
    """The name inside the archive, "/" between archives that lie in one another; empty for a file by itself."""
    url: str = ""
    """The address at which an archive says that the bytes were found."""
    day: dt.date | None = None
    """The day on which the file was last changed, or its archive says so."""
    file: Opens | None = None
    """Where the bytes are to be read from when ``data`` is only their beginning."""
    depth: int = 0
    """In how many archives this lies."""
    optional: bool = False
    """Whether nothing is lost where this holds no story: a crawler takes along whatever a page names."""
    encoding: str = ""
    """The encoding that an archive tells beside the bytes: the header of a page is not among them."""

    @property
    def name(self) -> str:
        """The file name, for its suffix and as a last resort for a headline."""
        return PurePosixPath(self.member.replace("\\", "/") or Path(self.path).name).name

    @property
    def suffix(self) -> str:
        """The suffix in small letters, with its dot."""
        return PurePosixPath(self.name).suffix.lower()

    def text(self) -> str:
        """The bytes as text, in the encoding that they show, declare, or are told to have."""
        return decode(self.data, self.encoding)

    def open(self) -> BinaryIO:
        """All the bytes, as a file to read. Raises OSError."""
        return cast(BinaryIO, self.file.open("rb")) if self.file is not None else BytesIO(self.data)

    def origin(self, url: str = "") -> Origin:
        """Where an article that is read from these bytes comes from."""
        return Origin(path=self.path, member=self.member, url=url or self.url, digest=digest_of(self.data))

    def within(self, member: str, data: bytes, *, url: str = "", day: dt.date | None = None) -> Original:
        """A member of this archive, to be read as a file of its own."""
        name = f"{self.member}/{member}" if self.member else member
        return Original(self.path, data, name, url, day or self.day, None, self.depth + 1, self.optional)

    def part(self, member: str, data: bytes | None = None) -> Original:
        """One story of a file that holds several; ``data`` where the story has bytes of its own (a line of a dump)."""
        name = f"{self.member}/{member}" if self.member else member
        return replace(self, member=name, data=self.data if data is None else data, file=None)


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the bytes that it was read from; ``article.origin.digest`` is theirs."""

    article: Article
    original: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that a list of feeds names. Nothing is ever fetched from its address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A sign that the reading goes on although nothing came of what was passed over: some archives hold hours of it."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a reading is given beside the bytes."""

    today: dt.date
    """It bounds the years that are inferred: a story is not younger than its import."""
    lessons: Lessons = NO_LESSONS


Read = Found | Failed | Feed | Passed
"""What comes out of the door."""
Parsed = Iterator[Found | Failed | Feed | Passed | Original]
"""What a parser yields; an ``Original`` is a member that is read in its turn."""
