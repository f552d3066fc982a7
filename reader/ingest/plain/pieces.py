"""The lines of a structured page cut to pieces: a caption and its credit, a paragraph and the credits that close it."""

from __future__ import annotations

from collections.abc import Iterator

from reader.core.kinds import BlockRole
from reader.ingest.assemble import Piece
from reader.ingest.plain.bylines import trailing_credit
from reader.ingest.plain.captions import caption_of
from reader.ingest.plain.classes import LONG, end_mark
from reader.ingest.plain.datelines import Opening, read_dateline
from reader.ingest.plain.structure import Structure


def dateline_of(story: Structure) -> Opening | None:
    """The dateline that opens the lede, or None."""
    return read_dateline(story.lines[story.lede].text) if story.lede >= 0 else None


def pieces_of(story: Structure) -> Iterator[Piece]:
    """Every line of the page as one piece or more, kept or taken away; nothing is left out."""
    opening = dateline_of(story)
    owed = ""  # a dateline that stands on a line of its own opens the paragraph below it
    for at, (line, fate) in enumerate(zip(story.lines, story.fates, strict=True)):
        if fate.role is None:
            yield Piece(line.text, None, fate.reason)
        elif fate.role is BlockRole.CAPTION:
            yield from _caption(line.text)
        elif at == story.lede and opening is not None:
            if opening.length == len(line.text) and _is_body(story, at + 1):
                owed = line.text
            else:
                yield from _paragraph(line.text, opening.length)
        elif owed:
            yield from _paragraph(f"{owed} {line.text}", len(owed))
            owed = ""
        elif fate.role is BlockRole.BODY:
            yield from _paragraph(line.text, 0)
        else:
            yield Piece(line.text, fate.role)


def _is_body(story: Structure, at: int) -> bool:
    return at < len(story.fates) and story.fates[at].role is BlockRole.BODY


def _caption(line: str) -> Iterator[Piece]:
    found = caption_of(line)
    parts: list[tuple[str, BlockRole | None]] = [(found.words, BlockRole.CAPTION), (found.credit, BlockRole.CREDIT)]
    if found.credit_first:
        parts.reverse()
    ordered = [(found.counter, None), *parts, (found.tail, None)]
    yield from _joined([(text, role) for text, role in ordered if text])


def _paragraph(line: str, opening: int) -> Iterator[Piece]:
    """A paragraph without what closes a story: "(Reporting by …)", "Enditem"."""
    if len(line) > LONG and not line.endswith((")", ").", "m", "-", "#")):
        yield Piece(line, BlockRole.BODY, opening=opening)
        return
    end = end_mark(line)
    credit = trailing_credit(line[:end])
    if credit <= opening:
        credit = end
    parts: list[tuple[str, BlockRole | None]] = [
        (line[:credit].rstrip(), BlockRole.BODY),
        (line[credit:end].strip(), BlockRole.CREDIT),
        (line[end:].strip(), None),
    ]
    yield from _joined([(text, role) for text, role in parts if text], opening)


def _joined(parts: list[tuple[str, BlockRole | None]], opening: int = 0) -> Iterator[Piece]:
    for at, (text, role) in enumerate(parts):
        is_body = role is BlockRole.BODY
        yield Piece(text, role, "" if role else "furniture", joined=at > 0, opening=opening if is_body else 0)
