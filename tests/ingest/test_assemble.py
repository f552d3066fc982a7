"""Pieces to text, blocks and removals."""

from __future__ import annotations

from reader.core.article import Block, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.ingest.assemble import Piece, assemble


def test_blocks_stand_apart_by_an_empty_line() -> None:
    made = assemble([Piece("Headline", BlockRole.HEADLINE), Piece("Body.", BlockRole.BODY)])
    assert made.text == "Headline\n\nBody."
    assert made.blocks == (Block(Span(0, 8), BlockRole.HEADLINE), Block(Span(10, 15), BlockRole.BODY))


def test_credit_stays_on_the_line_of_its_caption_as_a_block_of_its_own() -> None:
    made = assemble([Piece("Ships.", BlockRole.CAPTION), Piece("Photo by X", BlockRole.CREDIT, joined=True)])
    assert made.text == "Ships. Photo by X"
    assert [block.span.of(made.text) for block in made.blocks] == ["Ships.", "Photo by X"]


def test_dateline_lies_inside_the_block_that_it_opens() -> None:
    made = assemble([Piece("X (Y) -- Z.", BlockRole.BODY, opening=8)])
    assert made.blocks == (Block(Span(0, 11), BlockRole.BODY), Block(Span(0, 8), BlockRole.DATELINE))


def test_removed_line_stood_where_the_next_block_begins() -> None:
    made = assemble([Piece("A.", BlockRole.BODY), Piece("Ad", None, "advertisement"), Piece("B.", BlockRole.BODY)])
    assert made.text == "A.\n\nB."
    assert made.removals == (Removal("Ad", Reason("advertisement"), 4),)


def test_removed_lines_before_and_behind_everything_stood_at_the_ends() -> None:
    made = assemble([Piece("Menu", None, "furniture"), Piece("A.", BlockRole.BODY), Piece("Foot", None, "furniture")])
    assert [removal.at for removal in made.removals] == [0, 2]


def test_removed_end_of_a_line_stood_where_the_kept_part_ends() -> None:
    tail = Piece("| License Photo", None, "furniture", joined=True)
    made = assemble([Piece("Ships.", BlockRole.CAPTION), tail, Piece("A.", BlockRole.BODY)])
    assert made.removals[0].at == 6


def test_removed_beginning_of_a_line_stood_where_the_kept_part_begins() -> None:
    pieces = [
        Piece("H", BlockRole.HEADLINE),
        Piece("1 of 2 |", None, "furniture"),
        Piece("Ships.", BlockRole.CAPTION, joined=True),
    ]
    made = assemble(pieces)
    assert made.text == "H\n\nShips."
    assert made.removals[0].at == 3
