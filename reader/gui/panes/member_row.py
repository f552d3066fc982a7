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
from reader.gui.panes.text import capitalized, clock_time, moment, telling_words


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
    above: ArticleRow | None
    """The article under which it is listed, where it is known."""

    @property
    def words(self) -> str:
        """ "update"."""
        return telling_words(self.telling.version, self.telling.relation)

    def when(self, today: dt.date) -> str:
        """When it was published, as far as the article above it does not say so: the time, or day and time."""
        published, above = self.article.published, self.above.published[:10] if self.above else ""
        if above and published[:10] == above:
            return clock_time(published)
        return moment(published, dt.date.fromisoformat(above) if above else today)

    def named(self, room: int, theme: Theme) -> tuple[str, str]:
        """Its publication and what it is; the latter alone where both have no room and the row above says the first."""
        font = theme.font("small_strong" if self.unread else "small")
        publication, words = self.article.publication or self.article.headline, self.words
        room -= advance("·", theme.font("small")) + advance(words, theme.font("small"))
        repeats = self.above is not None and self.above.publication == publication
        if repeats and advance(publication, font) > room:
            return capitalized(self.words), ""
        return elided(publication, font, room), words

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
    size = theme.size("icon_small") if row.starred else 0
    name, words = member.named(right - left - advance(when, font) - size - 4 * gap.small, theme)
    strong = theme.font("small_strong" if member.unread else "small")
    painter.setFont(strong)
    painter.setPen(theme.colour(state.ink))
    painter.drawText(left, line, name)
    left += advance(name, strong) + gap.small
    painter.setFont(font)
    painter.setPen(theme.colour(state.second_ink))
    for part in ("·", words) if words else ():
        painter.drawText(left, line, part)
        left += advance(part, font) + gap.small
    if row.starred:
        token = state.second_ink if state.selected and state.focused else "star"
        theme.icon("star-filled", token, size).paint(painter, QRect(left, top + (step - size) // 2, size, size))
    if member.unread:
        paint_dot(painter, rect.left() + theme.size("list", "gutter"), top + step / 2, theme)
