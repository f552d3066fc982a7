"""Where in an article an offset lies, in words that can be cited."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import Block
from reader.core.kinds import BlockRole

NUMBERED = frozenset({BlockRole.BODY, BlockRole.LIST, BlockRole.TABLE, BlockRole.QUOTE})
"""Roles of blocks that count as paragraphs."""


def where(blocks: Iterable[Block], at: int) -> str:
    """The role of the block that holds the offset; for a paragraph its number from 1; empty between blocks."""
    number = 0
    for block in blocks:
        if block.role is BlockRole.DATELINE:
            continue
        number += block.role in NUMBERED
        if block.span.start <= at < block.span.end:
            return str(number) if block.role in NUMBERED else str(block.role)
    return ""
