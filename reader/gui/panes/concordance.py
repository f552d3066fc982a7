"""The rows of the entity panel: two headings and the mentions below them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reader.core.article import ArticleId
from reader.core.rows import ConcordanceLine
from reader.gui.panes.text import place_words, short_day, translate


@dataclass(frozen=True, slots=True)
class LineHeading:
    """A heading between the lines."""

    here: bool
    """Over the lines of the open article, else over all others."""


@dataclass(frozen=True, slots=True)
class NumberedLine:
    """A concordance line with its number among all lines."""

    number: int
    line: ConcordanceLine
    here: bool


def arrange_lines(lines: tuple[ConcordanceLine, ...], here: ArticleId | None) -> tuple[LineHeading | NumberedLine, ...]:
    """The lines of the article ``here`` under one heading, all others under another; each keeps its number."""
    mine = [NumberedLine(n, line, here=True) for n, line in enumerate(lines) if line.article == here]
    others = [NumberedLine(n, line, here=False) for n, line in enumerate(lines) if line.article != here]
    rows: list[LineHeading | NumberedLine] = []
    for group, is_here in ((mine, True), (others, False)):
        if group:
            rows += [LineHeading(is_here), *group]
    return tuple(rows)


def heading_words(heading: LineHeading) -> str:
    """What a heading says."""
    return translate("panes", "This article") if heading.here else translate("panes", "Other articles")


def right_words(item: NumberedLine, today: dt.date) -> str:
    """What stands at the right of a line: the place in this article, the day of another."""
    return place_words(item.line.where) if item.here else short_day(item.line.published, today)


def spoken(item: LineHeading | NumberedLine, today: dt.date) -> tuple[str, str]:
    """A row as a screen reader says it, and where its mention stands."""
    if isinstance(item, LineHeading):
        return heading_words(item), ""
    where = right_words(item, today)
    return " ".join(item.line.sentence.split()), where if item.here else f"{item.line.headline}, {where}"
