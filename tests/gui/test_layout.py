"""Tests of what gives way in a small window."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.gui.layout import Arrangement, Widths, arrange
from reader.paths import resource

SIZES: dict[str, Any] = json.loads(resource("design", "tokens.json").read_text("utf-8"))["sizes"]


def arranged(width: int, height: int = 800, *, searching: bool = False, **wanted: int) -> Arrangement:
    return arrange(width, height, SIZES, searching=searching, wanted=Widths(**wanted))


def test_a_large_window_has_everything_at_its_own_size() -> None:
    found = arranged(1440, 900)
    assert (found.list, found.quotations, found.panel) == (336, 304, 304)
    assert found.list_fits and not found.strip and not found.short_tools


def test_at_1024_by_700_the_quotations_are_a_strip_and_the_panel_a_third_of_the_desk() -> None:
    found = arranged(1024, 700)
    assert (found.list, found.strip, found.panel) == (266, True, 200)


@pytest.mark.parametrize(("width", "strip"), [(1180, False), (1179, True)])
def test_quotations_become_a_strip_below_1180(width: int, strip: bool) -> None:
    assert arranged(width).strip is strip


@pytest.mark.parametrize(("width", "short"), [(900, False), (899, True)])
def test_tools_go_behind_dots_below_900(width: int, short: bool) -> None:
    assert arranged(width).short_tools is short


@pytest.mark.parametrize(("width", "fits"), [(860, True), (859, False)])
def test_the_list_goes_below_860(width: int, fits: bool) -> None:
    assert arranged(width).list_fits is fits


def test_hits_have_a_width_of_their_own() -> None:
    assert arranged(1440, searching=True, list=300).list == 400
    assert arranged(1440, searching=True, list=300, search=450).list == 450


def test_what_the_reader_has_dragged_is_kept() -> None:
    found = arranged(1440, 900, list=300, quotations=260, panel=250)
    assert (found.list, found.quotations, found.panel) == (300, 260, 250)


@given(
    st.integers(820, 4000),
    st.integers(560, 2400),
    st.booleans(),
    st.builds(Widths, *(st.integers(0, 3000) for _ in range(4))),
)
def test_the_text_keeps_its_least_width_whatever_was_dragged(
    width: int, height: int, searching: bool, wanted: Widths
) -> None:
    found = arrange(width, height, SIZES, searching=searching, wanted=wanted)
    beside = SIZES["quotes"]["strip"] if found.strip else found.quotations
    assert width - found.list - beside - 2 >= SIZES["reading"]["minimum"]
    assert found.panel <= (height - 98) * 0.6 or found.panel == SIZES["panel"]["minimum"]
