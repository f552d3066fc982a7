"""What gives way when the window is small: pure arithmetic over the sizes of tokens.json."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MENU_SHORT_BELOW = 900
"""Window width under which "what was removed" and the text size stand behind "…"."""
PANEL_SHARE_BELOW = 900
"""Window height under which the entity panel takes a third of the desk."""


@dataclass(frozen=True, slots=True)
class Widths:
    """The widths that the reader has set, in px; 0 where nothing was set."""

    list: int = 0
    search: int = 0
    quotations: int = 0
    panel: int = 0
    """A height."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How the window is to be laid out."""

    list: int
    list_fits: bool
    quotations: int
    strip: bool
    """Whether the quotations stand as a strip."""
    panel: int
    short_tools: bool


def arrange(width: int, height: int, sizes: Mapping[str, Any], *, searching: bool, wanted: Widths) -> Arrangement:
    """The arrangement for a window of ``width`` × ``height`` px."""
    strip = width < sizes["quotes"]["collapse_below"]
    quotations = _between(wanted.quotations or sizes["quotes"]["width"], sizes["quotes"])
    beside = sizes["quotes"]["strip"] if strip else quotations
    return Arrangement(
        list=_list_width(width, beside, sizes, searching=searching, wanted=wanted),
        list_fits=width >= sizes["list"]["hide_below"],
        quotations=quotations,
        strip=strip,
        panel=_panel_height(height, sizes, wanted.panel),
        short_tools=width < MENU_SHORT_BELOW,
    )


def _list_width(width: int, beside: int, sizes: Mapping[str, Any], *, searching: bool, wanted: Widths) -> int:
    spec = sizes["list"]
    if searching:
        aim = wanted.search or spec["search_width"]
    else:
        aim = wanted.list or min(spec["width"], round(width * spec["share"]))
    room = int(width - beside - sizes["reading"]["minimum"] - 2 * sizes["splitter"])
    return max(int(spec["minimum"]), min(_between(aim, spec), room))


def _panel_height(height: int, sizes: Mapping[str, Any], wanted: int) -> int:
    spec = sizes["panel"]
    desk = height - sizes["menu_bar"] - sizes["tool_bar"] - sizes["status_bar"]
    standard = int(spec["height"]) if height >= PANEL_SHARE_BELOW else desk // 3
    most = int(desk * spec["maximum_share"])
    return max(int(spec["minimum"]), min(wanted or standard, most))


def _between(value: int, spec: Mapping[str, Any]) -> int:
    return int(max(spec["minimum"], min(value, spec["maximum"])))
