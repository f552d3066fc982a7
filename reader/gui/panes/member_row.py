"""A row of the list for another version or copy of the story above it, and how it is painted."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from reader.core.rows import ArticleRow
from reader.core.sameness import Relation
from reader.gui.look import Theme
from reader.gui.panes.article_row import RowState, paint_dot, paint_ground
from reader.gui.panes.lines import advance, baseline, elided
from reader.gui.panes.spaces import spaces
from reader.gui.panes.text import clock_time, moment, telling_words


@dataclass(frozen=True, slots=True)
class Telling:
    """What an article is to the story under which it is listed."""

    version: int
    """Its number, from 1, where it is another version of the article that stands for the story, else 0."""
    relation: Relation | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """An article below the one that stands for its story."""

    article: ArticleRow
    telling: Telling
    beside: str
    """When the article above it was published, ISO 8601, or empty."""

    @property
    def words(self) -> str:
        """ "update"."""
        return telling_words(self.telling.version, self.telling.relation)

    def when(self, today: dt.date) -> str:
        """When it was published, as far as the article above it does not say so: the time, or day and time."""
        published = self.article.published
        if published[:10] == self.beside[:10]:
            return clock_time(published)
        year = dt.date.fromisoformat(self.beside[:10]) if self.beside else today
        return moment(published, year)

    @property
    def unread(self) -> bool:
        """Whether it counts as unread; a version that has a newer one does not."""
        return not self.article.read and not self.telling.version


def paint_member(
    painter: QPainter, rect: QRect, member: MemberRow, when: str, state: RowState, theme: Theme
) -> None:  # fmt: skip
    """Paints publication, what it is and when it was published, indented, in one line."""
    gap, row = spaces(theme), member.article
    paint_ground(painter, rect, state, theme)
    font, step = theme.font("small"), theme.line_height("small")
    top = rect.top() + (rect.height() - step) // 2
    line = round(baseline(font, top, step))
    left, right = rect.left() + theme.size("list", "gutter") + gap.large, rect.right() + 1 - gap.medium
    painter.setFont(font)
    painter.setPen(theme.colour(state.second_ink))
    painter.drawText(right - advance(when, font), line, when)
    words = f"· {member.words}"
    size = theme.size("icon_small") if row.starred else 0
    room = right - left - advance(when, font) - advance(words, font) - size - 3 * gap.small
    strong = theme.font("small_strong" if member.unread else "small")
    publication = elided(row.publication or row.headline, strong, room)
    painter.setFont(strong)
    painter.setPen(theme.colour(state.ink))
    painter.drawText(left, line, publication)
    left += advance(publication, strong) + gap.small
    painter.setFont(font)
    painter.setPen(theme.colour(state.second_ink))
    painter.drawText(left, line, words)
    if row.starred:
        at = left + advance(words, font) + gap.small
        token = state.second_ink if state.selected and state.focused else "star"
        theme.icon("star-filled", token, size).paint(painter, QRect(at, top + (step - size) // 2, size, size))
    if member.unread:
        paint_dot(painter, rect.left() + theme.size("list", "gutter"), top + step / 2, theme)
