"""Whoosh's schema and our analyser in the form that Whoosh asks for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from reader.index.analysis import FINGERPRINT as ANALYSIS
from reader.index.analysis import words
from reader.index.documents import Document
from reader.index.quiet import Analyzer, Token, fields

FINGERPRINT = f"whoosh-2.7.4 schema-1 {ANALYSIS}"

GAP = 100
"""Positions left empty between two quotations, so that no phrase reaches from one into the next."""
BREAK = "\u2029"
"""Parts quotations in the field that holds them all."""


class NewsAnalyzer(Analyzer):  # type: ignore[misc]
    """Our words as Whoosh's tokens; ``plain`` gives words as written instead of stems."""

    def __init__(self, plain: bool = False) -> None:
        self.plain = plain

    def __call__(
        self, value: str, positions: bool = False, chars: bool = False, start_pos: int = 0, start_char: int = 0,
        mode: str = "", **kwargs: Any,
    ) -> Iterator[Token]:  # fmt: skip
        token = Token(positions, chars, removestops=True, mode=mode)
        at = start_pos
        last_end = 0
        for word in words(value):
            at += GAP if BREAK in value[last_end : word.start] else 0
            last_end = word.end
            token.text = token.original = word.plain if self.plain else word.term
            token.boost, token.stopped = 1.0, False
            token.pos, token.startchar, token.endchar = at, start_char + word.start, start_char + word.end
            at += 1
            yield token


def schema() -> Any:
    """The fields. Nothing is stored but the id: the store supplies the words."""
    stems, plain = NewsAnalyzer(), NewsAnalyzer(plain=True)
    ids = {name: fields.KEYWORD(scorable=False) for name in ("entity", "speaker", "about", "has")}
    return fields.Schema(
        id=fields.ID(unique=True, stored=True),
        text=fields.TEXT(stems),
        headline=fields.TEXT(stems),
        body=fields.TEXT(stems),
        quote=fields.TEXT(stems),
        plain=fields.TEXT(plain, phrase=False),
        publication=fields.TEXT(stems),
        byline=fields.TEXT(plain),
        published=fields.NUMERIC(int, sortable=True, default=0),
        **ids,
    )


def fields_of(document: Document) -> dict[str, Any]:
    """A document as Whoosh takes it. The text is analysed once; Whoosh takes lists of words as they are."""
    found = list(words(document.text))
    body_at = len(document.headline) if document.text.startswith(document.headline) else 0
    return {
        "id": document.id,
        "text": [word.term for word in found],
        "headline": document.headline,
        "body": [word.term for word in found if word.start >= body_at],
        "quote": BREAK.join(document.quotes),
        "plain": list({word.plain for word in found}),
        "publication": document.publication,
        "byline": BREAK.join(document.byline),
        "published": day_number(document.published),
        "entity": " ".join(map(str, document.entities)),
        "speaker": " ".join(map(str, document.speakers)),
        "about": " ".join(map(str, document.about)),
        "has": " ".join(document.has),
    }


def day_number(day: str) -> int:
    """A day as a number that sorts: 2024-03-12 gives 20240312; no day gives 0."""
    if not day:
        return 0
    date = dt.date.fromisoformat(day[:10])
    return date.year * 10_000 + date.month * 100 + date.day
