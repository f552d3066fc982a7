"""Tests of the lines under marks, by their pixels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from reader.gui.look import Theme
from reader.gui.page.lines import LinePainter

INK = QColor("#000000")


def drawn(theme: Theme, family: str, *parts: tuple[float, float], origin: float, thick: float) -> list[str]:
    """Rows of a picture: # where there is ink."""
    picture = QImage(48, 6, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ffffff"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for left, right in parts:
        LinePainter(theme).draw(painter, family, QRectF(left, 1, right - left, thick), INK, origin)
    painter.end()
    return ["".join("#" if picture.pixelColor(x, y).red() < 128 else "." for x in range(48)) for y in range(6)]


@pytest.mark.parametrize(
    ("family", "thick", "row"),
    [
        ("person", 1, "..####################.."),
        ("place", 1, "..######...######...##.."),
        ("group", 2, "..##..##..##..##..##...."),
        ("work", 1, "..#######..##..#######.."),
        ("quantity", 1, "..#...#...#...#...#....."),
    ],
)
def test_each_family_has_its_pattern(theme: Theme, family: str, thick: float, row: str) -> None:
    rows = drawn(theme, family, (2, 22), origin=2, thick=thick)
    assert rows[1][:24] == row
    assert set(rows[0]) == {"."}


def test_organizations_have_two_lines(theme: Theme) -> None:
    rows = drawn(theme, "organization", (2, 22), origin=2, thick=1)
    assert [("#" in row) for row in rows] == [False, True, False, True, False, False]


@pytest.mark.parametrize("family", ["person", "place", "group", "work", "quantity"])
def test_pattern_runs_on_where_a_line_is_cut(theme: Theme, family: str) -> None:
    whole = drawn(theme, family, (2, 40), origin=2, thick=1)
    assert drawn(theme, family, (2, 9), (9, 15), (15, 40), origin=2, thick=1) == whole


def test_dots_are_crisp_where_letters_stand_between_pixels(theme: Theme) -> None:
    assert drawn(theme, "quantity", (2.4, 22.4), origin=2.4, thick=1)[1][:10] == "..#...#..."
