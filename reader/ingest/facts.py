"""What a page, a format or a text tells of its story, apart from the words of the story itself."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from reader.core.article import Dateline, Published


@dataclass(frozen=True, slots=True)
class Facts:
    """The fields of an article, each empty where nothing gives it."""

    headline: str = ""
    byline: tuple[str, ...] = ()
    publication: str = ""
    dateline: Dateline | None = None
    published: Published | None = None
    flags: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    """ISO 639-1."""

    def over(self, other: Facts) -> Facts:
        """Each field from here where it says something, else from ``other``; a bare day gives way to its own time."""
        joined = Facts(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})
        mine, theirs = self.published, other.published
        if mine and theirs and mine.time is None and theirs.time is not None and mine.date == theirs.date:
            return replace(joined, published=theirs)
        if mine and mine.inferred and theirs and not theirs.inferred:
            return replace(joined, published=theirs)
        return joined
