"""Our fields and our words in the form in which Whoosh asks for them, and its readers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reader.index.analysis import words
from reader.index.documents import Document
from reader.index.quiet import TOC, FileIndex, Token, fields

NAME = "MAIN"
"""With this the names of Whoosh's files begin."""
GAP = 100
"""Positions left empty between two quotations, so that no phrase reaches from one into the next."""
BREAK = "\u2029"
"""Parts quotations in the field that holds them all; no article's text has this sign."""


class Words:
    """Our words as Whoosh's tokens: stems, or words as written."""

    def __init__(self, *, written: bool = False) -> None:
        self.written = written

    def __call__(self, value: str, positions: bool = False, mode: str = "", **_: Any) -> Iterator[Any]:
        token = Token(positions, removestops=True, mode=mode)
        token.boost, token.stopped, token.pos = 1.0, False, -1
        for part in value.split(BREAK):
            for word in words(part):
                token.text = word.plain if self.written else word.term
                token.pos += 1
                yield token
            token.pos += GAP


def schema() -> Any:
    """The fields. Nothing is stored but the id: the store supplies the words.

    ``_written`` holds the different words of a field without stems, for beginnings of words and for spelling.
    """
    stems, written = Words(), Words(written=True)
    stemmed = {name: fields.TEXT(analyzer=stems) for name in ("headline", "body", "quote")}
    as_written = {f"{name}_written": fields.ID(analyzer=written) for name in stemmed}
    names = {name: fields.TEXT(analyzer=written) for name in ("publication", "byline")}
    marks = {name: fields.KEYWORD(scorable=False) for name in ("entity", "speaker", "about", "has")}
    id, published = fields.ID(unique=True, stored=True), fields.ID(sortable=True)
    return fields.Schema(id=id, row=fields.ID(), published=published, **stemmed, **as_written, **names, **marks)


def fields_of(document: Document) -> dict[str, Any]:
    """A document as Whoosh takes it. The headline is a part of the text, and no part of the body.

    The body is analysed once; Whoosh takes lists of words as they are.
    """
    headline, body = document.parts()
    found = list(words(body))
    return {
        "id": document.id,
        "row": str(document.row),
        "headline": headline,
        "headline_written": headline,
        "body": [word.term for word in found],
        "body_written": list({word.plain for word in found}),
        "quote": BREAK.join(document.quotes),
        "quote_written": BREAK.join(document.quotes),
        "publication": document.publication,
        "byline": BREAK.join(document.byline),
        "published": document.published or None,
        "entity": " ".join(map(str, document.entities)),
        "speaker": " ".join(map(str, document.speakers)),
        "about": " ".join(map(str, document.about)),
        "has": " ".join(document.has),
    }


def toc(storage: Any, generation: int) -> Any:
    """The list of segments of a sealed generation; an index that was just made has none, and no file."""
    return TOC.read(storage, NAME, generation, schema()) if generation else TOC(schema(), [], 0)


def reader(storage: Any, generation: int) -> Any:
    """A reader of a sealed generation. Nothing of an older reader is used: forks of Whoosh give segments twice then."""
    state = toc(storage, generation)
    return FileIndex._reader(storage, state.schema, state.segments, generation)
