"""The styles of the page, worked out from a theme: fonts, line steps, the gaps between paragraphs, lines of marks."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from reader.gui.look import Theme

REASON_MARGIN = 190
"""Kept free right of a removal for its reason (window.md, section 4)."""
OVERHANG = 12
"""How far the ground of a removal reaches over the column on each side (window.md, section 4)."""
_NAMES = ("kicker", "headline", "subhead", "byline", "caption", "dateline", "body", "removal", "here")
_HERE_AFTER = 14
"""Under the line that says where something was removed, as under a paragraph."""


@dataclass(frozen=True, slots=True)
class Style:
    """One style of the page; all lengths in px."""

    name: str
    font: QFont
    colour: str
    step: int
    """From one line to the next."""
    percent: float
    """The same as Qt wants it: of the font's own height."""
    cap: float
    """The height of a capital."""
    before: int
    after: int
    pad: int
    """Between the words and the rule or the edge of the ground."""
    rule: int
    gap: int
    """From the baseline to the line of a mark."""
    line: float | None
    """How thick that line is; none for as thick as the family has it."""


class PageStyles:
    """All styles for one theme and text size."""

    def __init__(self, theme: Theme, zoom: int) -> None:
        self._styles = {name: _style(theme, name, zoom) for name in _NAMES}
        metrics = QFontMetricsF(self["body"].font)
        measure = theme.token("measure")
        self.column = math.ceil(metrics.horizontalAdvance(measure["sample"]))
        """The width of the text where there is room."""
        self.side: int = theme.size("reading", "side_minimum")
        self.top: int = theme.size("reading", "top")
        self.bottom: int = theme.token("space")[-1]
        self._close: int = theme.token("space")[0]
        self._blocks: dict[tuple[str, str | None, bool], QTextBlockFormat] = {}
        self._formats = {name: _char_format(style, theme) for name, style in self._styles.items()}

    def __getitem__(self, name: str) -> Style:
        return self._styles[name]

    def char_format(self, name: str) -> QTextCharFormat:
        """How the letters of a style look."""
        return self._formats[name]

    def block_format(self, name: str, below: str | None, *, continued: bool = False) -> QTextBlockFormat:
        """How a paragraph of a style stands above one of another; ``continued`` without a gap."""
        key = (name, name if continued else below, continued)
        if key not in self._blocks:
            format = self._blocks[key] = QTextBlockFormat()
            format.setLineHeight(self[name].percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            format.setBottomMargin(0 if continued else self.gap(name, below))
            if name == "removal":
                format.setRightMargin(REASON_MARGIN)
            elif name == "here":
                format.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return self._blocks[key]

    def gap(self, above: str, below: str | None) -> int:
        """The space between two paragraphs, with pads and rules; below None there is the end of the page."""
        upper = self[above]
        edge = upper.pad + upper.rule
        if below is None:
            return edge + self.bottom
        lower = self[below]
        after = upper.after
        if above == below == "byline":
            after = self._close
        elif below == "removal":
            after = min(after, lower.after)
        return edge + after + lower.before + lower.rule + lower.pad


def _char_format(style: Style, theme: Theme) -> QTextCharFormat:
    format = QTextCharFormat()
    format.setFont(style.font)
    if style.colour != "text":  # the common ink is left to the palette, so that a change of theme leaves it alone
        format.setForeground(theme.colour(style.colour))
    return format


def _style(theme: Theme, name: str, zoom: int) -> Style:
    if name == "here":
        return replace(_style(theme, "small", zoom), name=name, colour="accent_text", after=_HERE_AFTER)
    spec = theme.token("type", name)
    font = theme.font(name, zoom)
    metrics = QFontMetricsF(font)
    step = theme.line_height(name, zoom)
    marks = theme.token("marks")
    gap, line = marks["gap_below_baseline"], None
    if name == "headline":
        gap, line = marks["headline_gap"], marks["headline_width"]
    elif spec["font"] == "ui":
        gap, line = marks["small_gap"], marks["small_text_width"]
    return Style(
        name,
        font,
        spec.get("colour", "text"),
        step,
        percent=100 * step / math.ceil(metrics.ascent() + metrics.descent()),
        cap=metrics.capHeight(),
        before=spec.get("before", 0),
        after=spec.get("after", 0),
        pad=spec.get("pad", 0),
        rule=1 if "rules" in spec else 0,
        gap=gap,
        line=line,
    )
