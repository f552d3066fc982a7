"""A great many lines that were taken away, gathered to few removals, which a window can list and a library can hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reader.ingest.assemble import Piece

MOST_ALONE = 1_000
"""Lines taken from one story up to which each is a removal of its own."""
MOST_LINES = 40
"""In one removal; neighbours that went for the same reason are lines of it."""


def gathered(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces of a story, neighbours joined where over 1,000 lines were taken away."""
    found = list(pieces)
    if sum(piece.role is None for piece in found) <= MOST_ALONE:
        return found
    return list(_joined(found))


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    bunch: list[Piece] = []
    for piece in pieces:
        is_next = piece.role is None and not piece.joined and bunch and bunch[0].reason == piece.reason
        if bunch and not (is_next and len(bunch) < MOST_LINES):
            yield replace(bunch[0], text="\n".join(one.text for one in bunch))
            bunch = []
        if piece.role is None and not piece.joined:
            bunch.append(piece)
        else:
            yield piece
    if bunch:
        yield replace(bunch[0], text="\n".join(one.text for one in bunch))
