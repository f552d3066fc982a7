"""The bodies that agencies send (NITF, XHTML, or either by halves) to lines with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from lxml import etree

from reader.ingest.html.fragments import fragment_lines
from reader.ingest.making import RoledLine
from reader.ingest.xml import elements, local_name, words

# What NITF calls by names of its own. An element that stands in neither list leaves its words behind.
_NITF = {
    "block": "div",
    "body.content": "div",
    "body.end": "div",
    "bq": "blockquote",
    "hedline": "div",
    "hl1": "h2",
    "hl2": "h3",
    "note": "div",
    "nitf-table": "div",
    "tagline": "p",
    "credit": "p",
    "fn": "p",
}
_HTML = frozenset(
    "p div br h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr th td figure "
    "figcaption section article aside hr em strong a b i u sub sup q".split()
)
_NO_WORDS = frozenset(
    "body.head docdata media-object media-metadata media-reference nitf-table-metadata nitf-table-summary script style "
    "head title img object video audio iframe".split()
)
# dpa sends them as sections of the page.
_FOR_EDITORS = re.compile(r"\b(?:notepad|note-?to-?editors?)\b", re.IGNORECASE)
_MEDIA = ("media-caption", "caption", "media-producer")


def lines_of_body(*roots: etree._Element) -> tuple[RoledLine, ...]:
    """The lines of elements that hold a story, in order."""
    return fragment_lines("".join(f"<div>{''.join(_written(root))}</div>" for root in roots))


def _written(element: etree._Element) -> Iterator[str]:
    """The content of an element as HTML without attributes. At most 250 elements deep (``reader.ingest.xml``)."""
    yield escape(element.text or "", quote=False)
    for child in element:
        yield from _child(child)
        yield escape(child.tail or "", quote=False)


def notes_in(root: etree._Element) -> tuple[str, ...]:
    """The lines of what a page keeps for editors: where to look a fact up, whom to call."""
    found = [one for one in root.iter(etree.Element) if _FOR_EDITORS.search(one.get("class") or "")]
    known = set(found)
    outer = [one for one in found if not any(above in known for above in one.iterancestors())]
    return tuple(text for one in outer for _, text in fragment_lines("".join(_written(one))))


def _child(element: etree._Element) -> Iterator[str]:
    name = local_name(element)
    if _FOR_EDITORS.search(element.get("class") or ""):
        return
    if name == "media":
        yield f"<figcaption>{escape(_caption(element), quote=False)}</figcaption>"
    elif name == "br":
        yield "<br>"
    elif name not in _NO_WORDS and name:
        tag = _NITF.get(name, name if name in _HTML else "")
        yield f"<{tag}>" if tag else ""
        yield from _written(element)
        yield f"</{tag}>" if tag else ""


def _caption(media: etree._Element) -> str:
    """The caption of a picture with who made it, where the caption does not say so itself."""
    captions = [words(found) for found in elements(media, *_MEDIA[:2])]
    makers = [maker for found in elements(media, _MEDIA[2]) if (maker := words(found))]
    caption = " ".join(dict.fromkeys(filter(None, captions)))
    return " ".join([caption, *(f"({maker})" for maker in makers if maker not in caption)]) if caption else ""
