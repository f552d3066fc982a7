"""An article made anew: with a line given back that cleaning took away, or without a line that it kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from reader.core.article import Article, Block, Removal
from reader.core.identity import article_id
from reader.core.kinds import BlockRole
from reader.ingest.assemble import Piece, assemble
from reader.ingest.tongue import guess_language

_ROLES = {"repeated-caption": BlockRole.CAPTION}


def given_back(article: Article, removal: Removal) -> Article:
    """The article with one of its removals standing as a paragraph where it was; all offsets are counted anew.

    Raises ValueError when the removal is not one of the article's.
    """
    return _made_anew(article, _pieces(article, back=article.removals.index(removal)))


def taken_away(article: Article, block: Block) -> Article:
    """The article without one of its blocks, which is a removal by the reader's rule now; all offsets are counted anew.

    Raises ValueError when the block is not one of the article's, is a dateline (it goes with the block that it opens),
    or is all that the article has.
    """
    if block not in article.blocks or block.role is BlockRole.DATELINE:
        raise ValueError("not a block that can be taken away")
    made = _made_anew(article, _pieces(article, away=block))
    if not made.text:
        raise ValueError("nothing would be left")
    return made


def _made_anew(article: Article, pieces: Iterator[Piece]) -> Article:
    made = assemble(pieces)
    origin = article.origin
    return replace(
        article,
        id=article_id(address=origin.url, digest=origin.digest, text=made.text),
        text=made.text,
        blocks=made.blocks,
        removals=made.removals,
        language=guess_language(made.text),
    )


def _pieces(article: Article, *, back: int | None = None, away: Block | None = None) -> Iterator[Piece]:
    """The article taken apart again, in order of the page, with removal ``back`` kept and block ``away`` removed."""
    waiting = deque(enumerate(article.removals))
    blocks = [block for block in article.blocks if block.role is not BlockRole.DATELINE]
    openings = {b.span.start: len(b.span) for b in article.blocks if b.role is BlockRole.DATELINE}
    end = 0
    for block in blocks:
        while waiting and waiting[0][1].at <= block.span.start and (waiting[0][1].at != end or end == 0):
            yield from _removed(*waiting.popleft(), back)
        joined = end > 0 and "\n" not in article.text[end : block.span.start]
        words = block.span.of(article.text)
        if block == away:
            yield Piece(words, None, "reader-rule", joined=joined)
        else:
            yield Piece(words, block.role, joined=joined, opening=openings.get(block.span.start, 0))
        end = block.span.end
        while waiting and waiting[0][1].at == end and end < len(article.text):
            first, *others = _removed(*waiting.popleft(), back)
            yield from (replace(first, joined=True), *others)
    for number, removal in waiting:
        yield from _removed(number, removal, back)


def _removed(number: int, removal: Removal, back: int | None) -> Iterator[Piece]:
    """A removal as it is, or each of its lines as a paragraph where it is given back."""
    if number != back:
        yield Piece(removal.text, None, removal.reason.code)
        return
    for line in removal.text.split("\n"):
        yield Piece(line, _ROLES.get(removal.reason.code, BlockRole.BODY))
