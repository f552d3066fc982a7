"""The rows of the article list: each day's heading and its articles, as numbers alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress, count, islice
from operator import attrgetter, ne

from reader.core.article import ArticleId
from reader.core.rows import ListEntry


@dataclass(frozen=True, slots=True)
class DayHeading:
    """The heading before the articles of one day."""

    day: str
    """ISO 8601, or empty."""


@dataclass(frozen=True, slots=True)
class ListRows:
    """Articles with a heading before each run of one day. A million of them are a tuple of ids and a few numbers."""

    ids: tuple[ArticleId, ...] = ()
    starts: tuple[int, ...] = ()
    """Which article begins each day."""
    days: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.ids) + len(self.starts)

    @property
    def headings(self) -> tuple[int, ...]:
        """The rows that are headings."""
        return tuple(start + number for number, start in enumerate(self.starts))

    def row_of(self, article: int) -> int:
        """The row of an article by its number."""
        return article + bisect_right(self.starts, article)

    def day_at(self, row: int) -> str | None:
        """The day whose heading stands in a row; none where an article does."""
        day = self._days_before(row)
        return self.days[day] if day < len(self.starts) and self.starts[day] + day == row else None

    def article_at(self, row: int) -> int | None:
        """The number of the article in a row; none for a heading."""
        if self.day_at(row) is not None:
            return None
        return row - self._days_before(row)

    def find(self, id: ArticleId) -> int | None:
        """The number of an article, or none."""
        try:
            return self.ids.index(id)
        except ValueError:
            return None

    def _days_before(self, row: int) -> int:
        """How many headings stand above a row."""
        return bisect_left(range(len(self.starts)), row, key=lambda number: self.starts[number] + number)


def arrange(entries: tuple[ListEntry, ...]) -> ListRows:
    """Puts a heading wherever the day changes; the order of the entries stays."""
    if not entries:
        return ListRows()
    days = tuple(map(attrgetter("day"), entries))
    changes = compress(count(1), map(ne, days, islice(days, 1, None)))  # without a loop of ours: a million in a blink
    starts = (0, *changes)
    return ListRows(tuple(map(attrgetter("id"), entries)), starts, tuple(days[start] for start in starts))
