"""Tests of the page: geometry."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

from reader.gui.page.geometry import Heights, parted
from reader.gui.page.hovercard import placed
from reader.gui.page.quotes import being_read
from reader.gui.page.ruler import scaled, thinned


def test_bars_that_share_a_line_do_not_cover_each_other() -> None:
    assert parted([(0, 52), (26, 78)]) == ((0, 26), (26, 78))
    assert parted([(0, 26), (0, 52)]) == ((0, 26), (26, 52))


def test_bars_apart_are_left_alone() -> None:
    assert parted([(0, 26), (40, 66)]) == ((0, 26), (40, 66))


def test_card_goes_below_the_name_where_there_is_room() -> None:
    assert placed(QRect(100, 50, 80, 20), QSize(304, 90), QSize(770, 500), 8) == QPoint(100, 78)


def test_card_goes_above_the_name_at_the_bottom() -> None:
    assert placed(QRect(100, 450, 80, 20), QSize(304, 90), QSize(770, 500), 8) == QPoint(100, 352)


def test_card_stays_inside_at_the_right() -> None:
    assert placed(QRect(700, 50, 60, 20), QSize(304, 90), QSize(770, 500), 8).x() == 770 - 304 - 8


def test_quotation_above_the_reading_line_is_being_read() -> None:
    assert being_read([(3, -40.0), (4, 120.0), (5, 300.0)], 200) == 4


def test_first_quotation_in_view_is_being_read_when_all_are_below() -> None:
    assert being_read([(3, 400.0), (4, 500.0)], 200) == 3
    assert being_read([], 200) is None


def test_ruler_is_the_article_made_small() -> None:
    assert scaled(500, 2000, 400) == 100
    assert scaled(500, 0, 400) == 0


def test_ruler_draws_no_more_than_can_be_told_apart() -> None:
    assert len(thinned(range(100_000), 2000)) <= 2000
    assert list(thinned(range(5), 2000)) == [0, 1, 2, 3, 4]


def test_heights_rise_evenly_from_line_to_line() -> None:
    heights = Heights([0, 10, 12, 112], [36.0, 36.0, 90.0, 190.0])
    assert [heights.top(at) for at in (0, 5, 12, 62, 112)] == [36.0, 36.0, 90.0, 140.0, 190.0]


def test_text_that_is_not_laid_out_has_no_height() -> None:
    assert Heights([0, 10], [36.0, 36.0]).top(11) is None
    assert Heights([], []).top(0) is None
