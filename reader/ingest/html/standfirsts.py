"""The standfirst of a story: the sentence or two between headline and story that say what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from reader.ingest.html.judging import LEAST, letters_of
from reader.ingest.html.page_lines import PageLine
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
