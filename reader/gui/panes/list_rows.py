"""The rows of the article list: each day's heading, its stories, and the members of those that are open, as numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import compress, count, islice
from operator import attrgetter, ne, not_

from reader.core.article import ArticleId
from reader.core.groups import one_of_each
from reader.core.rows import ListEntry


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The heading before the articles of one day."""

    day: str
    """ISO 8601, or empty."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A story whose members are shown below it."""

    article: int
    """Its number."""
    members: tuple[ArticleId, ...]
    first: int
    """The row of the first member."""
    before: int
    """How many members stand above that row."""

    @property
    def last(self) -> int:
        """The row behind its last member."""
        return self.first + len(self.members)


@dataclass(frozen=True, slots=True)
class ListRows:
    """Articles with a heading before each run of one day. A million of them are a tuple of ids and a few numbers."""

    ids: tuple[ArticleId, ...] = ()
    starts: tuple[int, ...] = ()
    """Which article begins each day."""
    days: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()
    """From top to bottom."""

    def __len__(self) -> int:
        return len(self.ids) + len(self.starts) + sum(len(one.members) for one in self.opened)

    @property
    def headings(self) -> tuple[int, ...]:
        """The rows that are headings."""
        return tuple(self._moved(start) + start + number for number, start in enumerate(self.starts))

    @property
    def members(self) -> tuple[int, ...]:
        """The rows that are members of a story."""
        return tuple(row for one in self.opened for row in range(one.first, one.last))

    def row_of(self, article: int) -> int:
        """The row of an article by its number."""
        return article + bisect_right(self.starts, article) + self._moved(article)

    def day_at(self, row: int) -> str | None:
        """The day whose heading stands in a row; none where an article does."""
        place = self._without_members(row)
        day = 0 if place is None else self._days_before(place)
        here = place is not None and day < len(self.starts) and self.starts[day] + day == place
        return self.days[day] if here else None

    def article_at(self, row: int) -> int | None:
        """The number of the article in a row; none for a heading or a member."""
        place = self._without_members(row)
        if place is None or self.day_at(row) is not None:
            return None
        return place - self._days_before(place)

    def member_at(self, row: int) -> tuple[int, ArticleId] | None:
        """The number of the story to which the member in a row belongs, and the member; none for all else."""
        one = self._opened_before(row)
        return (one.article, one.members[row - one.first]) if one is not None and row < one.last else None

    def id_at(self, row: int) -> ArticleId | None:
        """The article in a row, a member as well; none for a heading."""
        member = self.member_at(row)
        if member is not None:
            return member[1]
        number = self.article_at(row)
        return None if number is None else self.ids[number]

    def find(self, id: ArticleId) -> int | None:
        """The number of an article, or none."""
        try:
            return self.ids.index(id)
        except ValueError:
            return None

    def find_row(self, id: ArticleId, groups: Mapping[ArticleId, int]) -> int | None:
        """The row of an article or a member; else of the story that stands for it by the numbers of its group."""
        number = self.find(id)
        if number is not None:
            return self.row_of(number)
        for one in self.opened:
            if id in one.members:
                return one.first + one.members.index(id)
        group = groups.get(id)
        if group is None:
            return None
        number = next((n for n, other in enumerate(self.ids) if groups.get(other) == group), None)
        return None if number is None else self.row_of(number)

    def _days_before(self, place: int) -> int:
        """How many headings stand above a row, members left out."""
        return bisect_left(range(len(self.starts)), place, key=lambda number: self.starts[number] + number)

    def _moved(self, article: int) -> int:
        """How many members stand above an article."""
        above = bisect_left(self.opened, article, key=attrgetter("article"))
        return self.opened[above - 1].before + len(self.opened[above - 1].members) if above else 0

    def _opened_before(self, row: int) -> Opened | None:
        """The story whose members begin last at a row or above it."""
        above = bisect_right(self.opened, row, key=attrgetter("first"))
        return self.opened[above - 1] if above else None

    def _without_members(self, row: int) -> int | None:
        """Where a row would stand if no story were open; none for a member."""
        one = self._opened_before(row)
        if one is None:
            return row
        return None if row < one.last else row - one.before - len(one.members)


NONE_OPEN: Mapping[ArticleId, tuple[ArticleId, ...]] = {}


def arrange(entries: tuple[ListEntry, ...], opened: Mapping[ArticleId, tuple[ArticleId, ...]] = NONE_OPEN) -> ListRows:
    """Puts a heading wherever the day changes, and members below the stories that are open; the order stays."""
    if not entries:
        return ListRows()
    days = tuple(map(attrgetter("day"), entries))
    changes = compress(count(1), map(ne, days, islice(days, 1, None)))  # without a loop of ours: a million in a blink
    starts = (0, *changes)
    ids = tuple(map(attrgetter("id"), entries))
    rows = ListRows(ids, starts, tuple(days[start] for start in starts))
    return ListRows(rows.ids, rows.starts, rows.days, _placed(rows, opened)) if opened else rows


def _placed(closed: ListRows, opened: Mapping[ArticleId, tuple[ArticleId, ...]]) -> tuple[Opened, ...]:
    placed: list[Opened] = []
    before = 0
    for number in compress(count(), map(opened.__contains__, closed.ids)):
        members = opened[closed.ids[number]]
        if members:
            placed.append(Opened(number, members, closed.row_of(number) + 1 + before, before))
            before += len(members)
    return tuple(placed)


def one_row_each(entries: tuple[ListEntry, ...], groups: Mapping[ArticleId, int]) -> tuple[ListEntry, ...]:
    """The entries that are listed: of each group the first one. ``groups`` leads from articles to its number."""
    if not groups:
        return entries
    ids = tuple(map(attrgetter("id"), entries))
    grouped = tuple(filter(groups.__contains__, ids))
    hidden: Collection[ArticleId] = set(grouped).difference(one_of_each(grouped, groups))
    return tuple(compress(entries, map(not_, map(hidden.__contains__, ids)))) if hidden else entries
