"""One quotation as a card: measured by a pure function, painted by another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFont, QPainter

from reader.core.rows import QuotationRow
from reader.gui.look import Theme
from reader.gui.panes.article_row import RowState
from reader.gui.panes.head import paint_ring
from reader.gui.panes.lines import Lines, advance, baseline, elided, lay_out
from reader.gui.panes.spaces import headline_width, spaces
from reader.gui.panes.text import capitalized, place_words, short_day, translate


@dataclass(frozen=True, slots=True)
class CardForm:
    """How cards are shown in one view."""

    width: int
    """Of the pane, in px."""
    most_lines: int
    today: dt.date
    dated: bool = False
    """Cards out of many articles say when and where they were published."""


@dataclass(frozen=True, slots=True)
class Name:
    """A speaker's name on a card."""

    text: str
    place: QRect
    """Counted from the card's upper left corner."""
    entity: int | None
    """What a click on it opens."""


@dataclass(frozen=True, slots=True)
class Card:
    """A measured card. Places are counted from its upper left corner."""

    names: tuple[Name, ...]
    note: str
    """The role, or "not named"."""
    note_left: int
    words: Lines
    foot: str
    where: str
    day: str
    headline: str
    headline_left: int
    right: int
    """The end of the text."""
    height: int

    def entity_at(self, at: QPoint) -> int | None:
        """The speaker under a point, or none."""
        return next((name.entity for name in self.names if name.place.contains(at)), None)


def speaker_words(row: QuotationRow) -> tuple[tuple[tuple[str, int | None], ...], str]:
    """Each speaker with its entity, and what is said of them: a role, or that they have no name."""
    if row.speakers:
        return tuple((speaker.name, speaker.id) for speaker in row.speakers), row.role
    if row.speaker_text:
        return ((capitalized(row.speaker_text), None),), translate("panes", "not named")
    return ((translate("panes", "Speaker unknown"), None),), ""


def kind_words(row: QuotationRow) -> str:
    """ "mixed · said"."""
    names = {
        "direct": translate("panes", "direct"),
        "mixed": translate("panes", "mixed"),
        "indirect": translate("panes", "indirect"),
    }
    return " · ".join(part for part in (names[row.kind], row.cue) if part)


def measure_card(row: QuotationRow, form: CardForm, theme: Theme, *, opened: bool = False) -> Card:
    """A card with at most ``form.most_lines`` lines of words, or all of them when it is opened."""
    down, across = theme.size("quotes", "card_pad")
    gap, right = spaces(theme), form.width - across
    small, day, headline, headline_left = theme.font("small"), "", "", right
    if form.dated:
        day = short_day(row.published, form.today)
        column = right - theme.size("panel", "date")
        headline_left = column - headline_width(form.width, theme) + gap.gutter
        column = min(column, right - advance(day, small) - gap.medium)  # a day with its year is wider
        headline = elided(row.headline, small, column - headline_left)
        headline_left = min(headline_left, column)
    names, note, note_left = _speakers(row, theme, (across, down, headline_left - gap.small))
    step = theme.line_height("card_words")
    most = 0 if opened else form.most_lines
    width = min(right - across, longest_line(theme))
    words = lay_out(row.content, theme.font("card_words"), width, step, most=most)
    height = 2 * down + theme.line_height("ui") + 2 * gap.tight + words.height + theme.line_height("small")
    where, foot = place_words(row.where), kind_words(row)
    if form.dated and row.publication:
        foot = f"{row.publication} · {foot}"
    foot = elided(foot, small, right - across - advance(where, small) - gap.small)
    return Card(names, note, note_left, words, foot, where, day, headline, headline_left, right, height)


def longest_line(theme: Theme) -> int:
    """How wide words may run, however wide the pane is."""
    measure = theme.token("measure")
    line = advance(measure["sample"], theme.font("card_words"))
    return round(line * float(measure["max_letters"]) / float(measure["letters"]))


def speaker_font(theme: Theme, *, named: bool) -> QFont:
    """600 for a name, italics for one that the story does not give."""
    font = theme.font("ui_strong" if named else "ui")
    font.setItalic(not named)
    return font


def _speakers(row: QuotationRow, theme: Theme, box: tuple[int, int, int]) -> tuple[tuple[Name, ...], str, int]:
    left, top, end = box
    speakers, note = speaker_words(row)
    font, step = speaker_font(theme, named=bool(row.speakers)), theme.line_height("ui")
    names, at = [], left
    for number, (speaker, entity) in enumerate(speakers):
        comma = ", " if number + 1 < len(speakers) else ""
        text = elided(speaker, font, end - at - advance(comma, font))
        width = advance(text, font)
        names.append(Name(text + comma, QRect(at, top, width, step), entity))
        at += advance(text + comma, font)
    at += spaces(theme).small
    note = elided(note, theme.font("small"), end - at)
    return tuple(names), "" if note == "…" else note, at


def paint_card(painter: QPainter, rect: QRect, card: Card, state: RowState, theme: Theme, over: QPoint | None) -> None:
    """Paints a measured card; ``state.selected`` says that its quotation is in view, ``over`` is the pointer."""
    origin = rect.topLeft()
    ground = "raised" if state.selected else "hover" if state.hovered else None
    if ground:
        painter.fillRect(rect, theme.colour(ground))
    if state.selected:
        bar = QRect(rect.left(), rect.top(), theme.size("list", "selection_bar"), rect.height() - 1)
        painter.fillRect(bar, theme.colour("accent_text"))
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
    _paint_speakers(painter, origin, card, theme, over)
    down, across = theme.size("quotes", "card_pad")
    top = origin.y() + down + theme.line_height("ui") + spaces(theme).tight
    card.words.draw(painter, origin.x() + across, top, theme.colour("text"))
    top += card.words.height + spaces(theme).tight
    _paint_foot(painter, origin.x(), top, card, theme)
    if state.focused:
        paint_ring(painter, rect.adjusted(0, 0, 0, -1), theme)


def _paint_speakers(painter: QPainter, origin: QPoint, card: Card, theme: Theme, over: QPoint | None) -> None:
    named = any(name.entity is not None for name in card.names)
    top, step = origin.y() + theme.size("quotes", "card_pad")[0], theme.line_height("ui")
    for name in card.names:
        font = speaker_font(theme, named=named)
        font.setUnderline(name.entity is not None and over is not None and name.place.contains(over))
        painter.setFont(font)
        painter.setPen(theme.colour("text" if named else "text_secondary"))
        painter.drawText(origin.x() + name.place.left(), round(baseline(font, top, step)), name.text)
    small = theme.font("small")
    line = round(baseline(theme.font("ui"), top, step))
    painter.setFont(small)
    painter.setPen(theme.colour("text_secondary"))
    painter.drawText(origin.x() + card.note_left, line, card.note)
    painter.drawText(origin.x() + card.headline_left, line, card.headline)
    painter.drawText(origin.x() + card.right - advance(card.day, small), line, card.day)


def _paint_foot(painter: QPainter, left: int, top: int, card: Card, theme: Theme) -> None:
    small = theme.font("small")
    line = round(baseline(small, top, theme.line_height("small")))
    painter.setFont(small)
    painter.setPen(theme.colour("text_secondary"))
    painter.drawText(left + theme.size("quotes", "card_pad")[1], line, card.foot)
    painter.drawText(left + card.right - advance(card.where, small), line, card.where)
