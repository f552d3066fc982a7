"""The standfirst of a story: the sentence or two between headline and story that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.judging import LEAST
from reader.ingest.html.page_lines import PageLine, letters_of
from reader.ingest.plain.classes import LineClass, classify

_STANDFIRST = re.compile(
    r"standfirst|stand-first|sub-?_?(?:title|head|headline)|\bdeck\b|\bdek\b|summary|\blead\b|\blede\b|intro|teaser-?text|abstract"
    r"|chapo|chapeau|accroche|sapo|ingress|manchet|perex|vorspann|anrei(?:ss|ß)er|entradilla|bajada|copete|subtitulo|sommario"
    r"|occhiello|sottotitolo|excerpt|description|spot|preamble|underrubrik|\blid\b|zajawka|lead-?text|article-?lead",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{1,200}>")
_SHORTEST = 15  # code points
_CLASSES = (LineClass.PROSE, LineClass.SHORT, LineClass.LIST)
_HEADINGS = ("h2", "h3", "h4", "h5")
_POINTS = re.compile(
    r"key-?_?(?:points?|takeaways?|facts?)|takeaways|bullets?\b|bullet-?(?:points|list)|highlights|summary|at-?a-?glance|sumario"
    r"|essentiel|en-?bref|auf-?einen-?blick|nutshell",
    re.IGNORECASE,
)
_BOX = 5  # elements around a key point, one of which is called so
_NEAR = 3  # lines below the headline


def is_standfirst(line: PageLine, at: int, top: int, summaries: Sequence[str]) -> bool:
    """Whether a line is one: the head repeats it, its element is called so, or it is a heading below the headline.

    ``at`` and ``top`` are the places of the line and of the headline (-1 where there is none).
    """
    if _is_repeated(line, summaries):
        return True
    is_below = line.block.tag in _HEADINGS and 0 <= top < at <= top + _NEAR and len(line.text) >= LEAST
    if not is_below and (len(line.text) < _SHORTEST or not _is_called_so(line.block)):
        return False
    return classify(line.text) in _CLASSES


def is_key_point(line: PageLine) -> bool:
    """Whether a line is of the list above a story that gives its points; some pages set it in a box."""
    if line.role is not BlockRole.LIST:
        return False
    around = (line.block, *(above for above, _ in zip(line.block.iterancestors(), range(_BOX), strict=False)))
    return any(_POINTS.search(f"{e.get('class', '')} {e.get('id', '')} {e.get('data-testid', '')}") for e in around)


def _is_repeated(line: PageLine, summaries: Sequence[str]) -> bool:
    letters = letters_of(line.text)
    if len(letters) < LEAST:
        return False
    known = (letters_of(_TAG.sub(" ", summary)) for summary in summaries)
    return any(len(k) >= LEAST and (letters.startswith(k) or k.startswith(letters)) for k in known)


def _is_called_so(block: etree._Element) -> bool:
    element: etree._Element | None = block
    for _ in range(2):
        if element is None or element.tag in ("body", "article", "main"):
            return False
        if _STANDFIRST.search(f"{element.get('class', '')} {element.get('id', '')} {element.get('itemprop', '')}"):
            return True
        element = element.getparent()
    return False
