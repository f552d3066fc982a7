"""Marked-up text as it may be shown: a strict allow-list, nothing active, and nothing that loads from the network."""

from __future__ import annotations

import re

import nh3

from reader.ingest.markup import guarded

_TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark ol p pre q s samp small span strong sub sup table tbody td tfoot th thead time tr u ul var".split()
)
_EMPTIED = frozenset(
    "applet audio button canvas embed frameset head iframe input math noembed noframes noscript object script select "
    "style svg template textarea title video".split()
)
_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "a": {"href", "title"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
    "time": {"datetime"},
}
# Pictures of pixels that stand in the page itself; SVG can hold scripts.
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif|bmp);base64,[A-Za-z0-9+/=\s%]*", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)[^\x00-\x20]*", re.IGNORECASE)
_LARGEST_PICTURE = 10_000_000  # code points of its address


def safe_html(html: str) -> str:
    """The fragment without scripts, styles, forms, frames, and pictures from elsewhere; links open nothing else."""
    return nh3.clean(
        guarded(html, longest_value=_LARGEST_PICTURE),
        tags=set(_TAGS),
        clean_content_tags=set(_EMPTIED),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel="noopener noreferrer",
    )


def _attribute(_tag: str, name: str, value: str) -> str | None:
    if name == "src":
        return value if _PICTURE.fullmatch(value) else None
    if name == "href":
        return value.strip() if _LINK.fullmatch(value.strip()) else None
    return value
