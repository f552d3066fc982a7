"""Pieces of a story to the text of an article with its blocks and removals: the one place that counts offsets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.core.article import Block, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or a part of one, in order of the page. Its text is canonical and has no space at either end."""

    text: str
    role: BlockRole | None
    """None: it is taken away, for ``reason``."""
    reason: str = ""
    joined: bool = False
    """Whether it stands on the same line as the piece before it."""
    opening: int = 0
    """How many code points of a body piece are its dateline."""


@dataclass(frozen=True, slots=True)
class Assembled:
    """The text of an article with the blocks and removals that count in it."""

    text: str
    blocks: tuple[Block, ...]
    removals: tuple[Removal, ...]


def assemble(pieces: Iterable[Piece]) -> Assembled:
    """Kept lines stand apart by an empty line. All stays in order of the page, so that a removal can be put back.

    A removed line stood where the next block begins (or at the end of the text); a removed end of a line stood where
    the kept part of that line ends.
    """
    parts: list[str] = []
    blocks: list[Block] = []
    placed: list[tuple[Piece, int]] = []
    waiting: list[int] = []
    length, line_has_kept = 0, False
    for piece in pieces:
        line_has_kept = line_has_kept and piece.joined
        if piece.role is None:
            if not line_has_kept:
                waiting.append(len(placed))
            placed.append((piece, length))
            continue
        gap = "" if not parts else " " if line_has_kept else "\n\n"
        start = length + len(gap)
        length = start + len(piece.text)
        parts += (gap, piece.text)
        blocks.append(Block(Span(start, length), piece.role))
        if piece.opening:
            blocks.append(Block(Span(start, start + piece.opening), BlockRole.DATELINE))
        for at in waiting:
            placed[at] = (placed[at][0], start)
        waiting, line_has_kept = [], True
    removals = tuple(Removal(piece.text, Reason(piece.reason), at) for piece, at in placed)
    return Assembled("".join(parts), tuple(blocks), removals)
