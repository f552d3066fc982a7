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
    if not isinstance(tag, str) or tag in _NO_TEXT:
        return True
    if tag in _NEVER_HIDDEN or not element.attrib:
        return False
    found = element.get
    style = found("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    named = found("class")
    if named and _FOR_SCREEN_READERS.search(named):
        return True
    if found("hidden") is not None and found("hidden") != "until-found":
        return True
    return found("aria-hidden") == "true" and len("".join(map(str, element.itertext()))) < _LONGEST_ARIA
