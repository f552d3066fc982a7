"""An article made anew with a line given back that cleaning took away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reader.core.article import Article, Removal
from reader.core.identity import article_id
from reader.core.kinds import BlockRole
from reader.ingest.assemble import Piece, assemble
from reader.ingest.tongue import guess_language

_ROLES = {"repeated-caption": BlockRole.CAPTION}


def given_back(article: Article, removal: Removal) -> Article:
    """The article with one of its removals standing as a paragraph where it was; all offsets are counted anew.

    Raises ValueError when the removal is not one of the article's.
    """
    number = article.removals.index(removal)
    made = assemble(_pieces(article, number))
    origin = article.origin
    return replace(
        article,
        id=article_id(address=origin.url, digest=origin.digest, member=origin.member, text=made.text),
        text=made.text,
        blocks=made.blocks,
        removals=made.removals,
        language=guess_language(made.text),
    )


def _pieces(article: Article, back: int) -> Iterator[Piece]:
    """The article taken apart again, in order of the page, with removal number ``back`` kept."""
    waiting = list(enumerate(article.removals))
    blocks = [block for block in article.blocks if block.role is not BlockRole.DATELINE]
    openings = {b.span.start: len(b.span) for b in article.blocks if b.role is BlockRole.DATELINE}
    end = 0
    for block in blocks:
        while waiting and waiting[0][1].at <= block.span.start and (waiting[0][1].at != end or end == 0):
            yield _removed(*waiting.pop(0), back)
        joined = end > 0 and "\n" not in article.text[end : block.span.start]
        yield Piece(block.span.of(article.text), block.role, joined=joined, opening=openings.get(block.span.start, 0))
        end = block.span.end
        while waiting and waiting[0][1].at == end and end < len(article.text):
            yield replace(_removed(*waiting.pop(0), back), joined=True)
    for number, removal in waiting:
        yield _removed(number, removal, back)


def _removed(number: int, removal: Removal, back: int) -> Piece:
    if number == back:
        return Piece(removal.text, _ROLES.get(removal.reason.code, BlockRole.BODY))
    return Piece(removal.text, None, removal.reason.code)
