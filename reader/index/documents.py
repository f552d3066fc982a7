"""What goes into the index and what comes out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reader.core.article import ArticleId

Names = Callable[[str, str], tuple[int, ...]]
"""(field, name as typed) gives the ids of the entities that are meant."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as the index takes it; ids of entities are the library's."""

    id: ArticleId
    text: str
    headline: str
    published: str
    """ISO 8601 day, with the minute where it is known ("2024-03-12T10:02"), or empty."""
    publication: str
    byline: tuple[str, ...]
    quotes: tuple[str, ...]
    entities: tuple[int, ...]
    speakers: tuple[int, ...]
    about: tuple[int, ...]
    """Entities that are mentioned inside quotations."""
    has: tuple[str, ...]
    """Of: quote, unknown-speaker."""
    language: str = ""
    """As of ``Article.language`` ("en", "pt-br"), or empty."""
    kinds: tuple[str, ...] = ()
    """Kinds of entities that are mentioned, and of quotations."""
    cues: tuple[str, ...] = ()
    """The reporting words of the quotations, as written."""
    flags: tuple[str, ...] = ()
    row: int = 0
    """The store's number of the article: the bridge to what changes too often to be written into an index."""

    def parts(self) -> tuple[str, str]:
        """Headline and body. An article without a headline is called by its first letters, which stay in the body."""
        if self.headline and self.text.startswith(f"{self.headline}\n"):
            return self.headline, self.text[len(self.headline) :]
        words = r"\s+".join(map(re.escape, self.headline.split()))
        found = re.search(rf"{words}(?!\w)", self.text) if words else None
        if found is None:
            return "", self.text
        return self.headline, f"{self.text[: found.start()]}\n{self.text[found.end() :]}"


@dataclass(frozen=True, slots=True)
class Answer:
    """How many articles answer a query, and the page of them that was asked for, each with its score."""

    total: int
    ids: tuple[tuple[ArticleId, float], ...]
    whole: bool = True
    """False when time ran out before all of the index was searched."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a search may take, and whether somebody waits for it no more; both are looked at often."""

    seconds: float | None = None
    is_stopped: Callable[[], bool] = lambda: False


UNBOUNDED = Bounds()


class Stopped(Exception):
    """Nobody waits for the answer any more."""


class IndexDamaged(Exception):
    """The folder holds no index that may be trusted; it is to be made anew. The text says why, for the log."""


class IndexBusy(Exception):
    """Another process is writing to the index."""
