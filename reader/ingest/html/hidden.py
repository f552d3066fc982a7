"""Which elements of a page no reader sees, or sees as no text: scripts, buttons, preheaders, texts read aloud."""

from __future__ import annotations

import re

from lxml import etree

_NO_TEXT = frozenset(
    "applet area audio base button canvas col colgroup datalist embed frame frameset head iframe img input link map "
    "meta noembed noframes noscript object param progress rp rt script select source style svg template textarea title "
    "track video wbr".split()
)
# A body or an article that a page hides until its scripts have run is what the reader came for.
_NEVER_HIDDEN = frozenset(("html", "body", "main", "article"))
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_FOR_SCREEN_READERS = re.compile(
    r"(?:^|\s)(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden|visuallyhidden|a11y-hidden|preheader)(?:\s|$)",
    re.IGNORECASE,
)
_LONGEST_ARIA = 300  # a page that shows a dialog hides all the rest of itself from screen readers


def is_hidden(element: etree._Element) -> bool:
    """Whether an element is not shown, or shown as no text. Comments and processing instructions are not."""
    tag = element.tag
    return not isinstance(tag, str) or is_hidden_by(tag, attributes_of(element), element)


def attributes_of(element: etree._Element) -> dict[str, str]:
    """The attributes of an element, fetched at once: asking the tree for one after another takes most of a reading."""
    return dict(element.items())  # type: ignore[arg-type]


def is_hidden_by(tag: str, attributes: dict[str, str], element: etree._Element) -> bool:
    """As ``is_hidden``, for who has the tag and the attributes of an element at hand."""
    if tag in _NO_TEXT:
        return True
    if tag in _NEVER_HIDDEN or not attributes:
        return False
    found = attributes.get
    style = found("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    named = found("class")
    if named and _FOR_SCREEN_READERS.search(named):
        return True
    if found("hidden", "until-found") != "until-found":
        return True
    return found("aria-hidden") == "true" and len("".join(map(str, element.itertext()))) < _LONGEST_ARIA
