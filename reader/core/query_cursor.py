"""Walks over the pieces of a query and gathers what there is to say about them."""

from __future__ import annotations

from reader.core.query import Note
from reader.core.query_pieces import Piece, Sort
from reader.core.reasons import Reason
from reader.core.spans import Span


class Cursor:
    """Stands before the piece ``at``. While typing, errors are notes; else the first one counts."""

    def __init__(self, typed: str, pieces: list[Piece], *, typing: bool) -> None:
        self.typed, self.pieces, self.typing = typed, pieces, typing
        self.at = 0
        self.notes: list[Note] = []
        self.error: Note | None = None

    def peek(self, *sorts: Sort) -> Piece | None:
        """The next piece when it is one of these sorts, or of any when none is named."""
        piece = self.pieces[self.at] if self.at < len(self.pieces) else None
        return piece if piece and (not sorts or piece.sort in sorts) else None

    def next(self, *sorts: Sort) -> Piece | None:
        """The next piece, gone past, when it is one of these sorts or none is named."""
        piece = self.peek(*sorts)
        self.at += piece is not None
        return piece

    def note(self, span: Span, code: str, *args: str) -> None:
        """Something about a part of the query, which is searched all the same."""
        self.notes.append(Note(span, Reason(code, args)))

    def fail(self, span: Span, code: str, *args: str) -> None:
        """A part that cannot be read."""
        if self.typing:
            self.note(span, code, *args)
        elif self.error is None:
            self.error = Note(span, Reason(code, args))

    def since(self, start: int) -> Span:
        """From a piece to the one before the next."""
        last = max(start, self.at - 1)
        return Span(self.pieces[start].span.start, self.pieces[last].span.end)
