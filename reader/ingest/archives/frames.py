"""The frames of a saved page put in their places: each at most once, so that no page can hold itself."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from urllib.parse import urljoin

_FRAME = re.compile(r"<i?frame\b([^<>]{0,5000})>(?:\s{0,100}</i?frame\s{0,100}>)?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"""\bsrc\s{0,10}=\s{0,10}(?:"([^"]{1,4000})"|'([^']{1,4000})'|([^\s"'>]{1,4000}))""", re.IGNORECASE
)
_FRAMESET = re.compile(r"<(/?)(?:frameset|noframes)\b[^<>]{0,5000}>", re.IGNORECASE)
_DEEPEST = 5


def with_frames(page: str, address: str, frames: Mapping[str, str]) -> str:
    """The page with the text of its frames; ``frames`` by their addresses ("cid:…" and "https://…")."""
    return _filled(page, address, frames, {address}, 0)


def _filled(page: str, address: str, frames: Mapping[str, str], used: set[str], depth: int) -> str:
    def frame(tag: re.Match[str]) -> str:
        found = _ADDRESS.search(tag[1])
        named = html.unescape(next(filter(None, found.groups()), "")) if found is not None else ""
        target = named if named in frames else _joined(address, named)
        if target not in frames or target in used or depth >= _DEEPEST:
            return " "
        used.add(target)
        return f"<div>{_filled(frames[target], target, frames, used, depth + 1)}</div>"

    return _FRAME.sub(frame, _FRAMESET.sub(r"<\1div>", page))


def _joined(address: str, named: str) -> str:
    try:
        return urljoin(address, named)
    except ValueError:
        return named
