"""Groups: the articles of a library that tell one story, for lists that show one row for all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.sameness import Relation


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a group, in its newest version."""

    id: ArticleId
    relation: Relation | None
    """What it is to the older articles of its group; None for one that is older than all it resembles."""
    publication: str
    published: str
    """ISO 8601 as ``Published.iso``, or empty."""
    headline: str


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that tell one story, newest first; the first of them stands for all."""

    number: int
    """Known to the library alone; it may change when articles come or go."""
    members: tuple[Member, ...]

    @property
    def newest(self) -> ArticleId:
        """The article that stands for the group."""
        return self.members[0].id


def one_of_each(ids: Iterable[ArticleId], numbers: Mapping[ArticleId, int]) -> Iterator[ArticleId]:
    """The first article of each group, and every article without one, in the order given.

    ``numbers`` leads from articles to the number of their group.
    """
    seen: set[int] = set()
    for id in ids:
        number = numbers.get(id)
        if number is None or number not in seen:
            yield id
        if number is not None:
            seen.add(number)
