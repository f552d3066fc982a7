"""An article as HTML, made from its blocks alone: whatever the saved page held, nothing active can be in it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby

from reader.core.article import Article, Block
from reader.core.kinds import BlockRole

_TAGS = {
    BlockRole.HEADLINE: "h1",
    BlockRole.SUBHEAD: "h2",
    BlockRole.QUOTE: "blockquote",
    BlockRole.CAPTION: "figcaption",
    BlockRole.LIST: "li",
}


def html_of(article: Article) -> str:
    """The blocks as HTML 5, a tag a block in order of the text; a dateline is part of its paragraph."""
    blocks = [block for block in article.blocks if block.role is not BlockRole.DATELINE]
    return "\n".join(_runs(article.text, blocks))


def _runs(text: str, blocks: list[Block]) -> Iterator[str]:
    for is_list, run in groupby(blocks, lambda block: block.role is BlockRole.LIST):
        if is_list:
            yield "<ul>"
        for block in run:
            tag = _TAGS.get(block.role, "p")
            yield f"<{tag}>{escape(block.span.of(text), quote=False)}</{tag}>"
        if is_list:
            yield "</ul>"
