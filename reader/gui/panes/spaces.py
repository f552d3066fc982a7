"""The distances of the panes, by name, out of the one scale in tokens.json."""

from __future__ import annotations

from dataclasses import dataclass

from reader.gui.look import Theme


@dataclass(frozen=True, slots=True)
class Spaces:
    """Logical pixels, from a hair to a page's margin."""

    hair: int
    tight: int
    small: int
    medium: int
    large: int
    wide: int
    gutter: int
    margin: int
    page: int


FULL_WIDTH, LEAST_WIDTH = 900, 720
"""Panels narrower than these give less room to headlines, then none (window.md, section 5)."""
NARROW_HEADLINE = 200


def headline_width(width: int, theme: Theme) -> int:
    """How much of a panel the column of headlines gets."""
    if width < LEAST_WIDTH:
        return 0
    return int(theme.size("panel", "headline")) if width >= FULL_WIDTH else NARROW_HEADLINE


def spaces(theme: Theme) -> Spaces:
    """The scale of a theme."""
    return Spaces(*theme.token("space"))
