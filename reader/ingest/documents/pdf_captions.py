"""Captions and credits of printed pictures: small type right below a picture, no wider than it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.core.kinds import BlockRole
from reader.ingest.documents.pdf_paragraphs import Paragraph
from reader.ingest.documents.pdf_records import Box, Page
from reader.ingest.plain.bylines import read_byline
from reader.ingest.plain.classes import ends_as_sentence

_SMALLER = 0.97  # of the size of the text
_NEAR = 1.2  # heights of a line between a picture and its caption
_SLACK = 5.0  # points by which a caption may be wider
_LONGEST, _LONGEST_CREDIT = 400, 60  # code points
_CREDIT = re.compile(
    r"(?:photo|foto|picture|image|bild|crédit|credit)\w{0,8}\b.{0,50}|[^.]{2,40}\s?/\s?[^.]{2,40}", re.IGNORECASE
)


def roles_under_pictures(paragraphs: Sequence[Paragraph], pages: Sequence[Page], usual: float) -> dict[int, BlockRole]:
    """Which paragraphs are captions and credits, by their number. ``usual`` is the size of the text."""
    pictures = {page.number: page.pictures for page in pages}
    found: dict[int, BlockRole] = {}
    captioned: set[Box] = set()
    small = [at for at, paragraph in enumerate(paragraphs) if _may_be(paragraph, usual)]
    for at in sorted(small, key=lambda at: -paragraphs[at].top):
        paragraph = paragraphs[at]
        credits = [
            paragraphs[other].top - paragraphs[other].size
            for other, role in found.items()
            if role is BlockRole.CREDIT and paragraphs[other].page == paragraph.page
        ]
        for box in [box for box in pictures.get(paragraph.page, ())[:_MOST] if box not in captioned]:
            edges = [box.bottom, *(edge for edge in credits if 0 <= box.bottom - edge < 2 * usual)]
            if _is_within(paragraph, box) and any(_is_below(paragraph, edge) for edge in edges):
                found[at] = BlockRole.CREDIT if _is_credit(paragraph.text) else BlockRole.CAPTION
                if found[at] is BlockRole.CAPTION:  # what stands below it may be a byline
                    captioned.add(box)
                break
    return found


_MOST = 100  # pictures of a page


def _may_be(found: Paragraph, usual: float) -> bool:
    is_small = found.size <= _SMALLER * usual and len(found.text) <= _LONGEST
    return is_small and (read_byline(found.text) is None or _is_credit(found.text))


def _is_within(found: Paragraph, box: Box) -> bool:
    return box.left - _SLACK <= found.left and found.right <= box.right + _SLACK


def _is_below(found: Paragraph, edge: float) -> bool:
    return -_NEAR / 2 * found.size < edge - found.top < _NEAR * found.size


def _is_credit(words: str) -> bool:
    is_short = len(words) <= _LONGEST_CREDIT and not ends_as_sentence(words)
    return is_short and (_CREDIT.fullmatch(words) is not None or words.isupper())
