"""Small builders of rows out of the mock-ups' coast."""

from __future__ import annotations

import datetime as dt

from reader.core.article import ArticleId
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.rows import ArticleRow, ConcordanceLine, EntityRef, EntityRow, ListEntry, QuotationRow
from reader.core.search import Hit, Snippet
from reader.core.spans import Span

TODAY = dt.date(2024, 3, 14)
MARENKO = EntityRef(1, "Ilse Marenko")
ARDELL = EntityRef(2, "Tomas Ardell")


def today() -> dt.date:
    """The day on which these tests are looked at."""
    return TODAY


def id_of(number: int) -> ArticleId:
    """The id of an invented article."""
    return ArticleId(f"{number:016x}")


def entry(number: int, day: str = "2024-03-12") -> ListEntry:
    """An article of a list."""
    return ListEntry(id_of(number), day)


def row(number: int, headline: str = "Ministers sail to Meresund", *, read: bool = True, **more: object) -> ArticleRow:
    """An article as it is painted."""
    known: dict[str, object] = {
        "publication": "Coastline Press", "published": "2024-03-12T16:40", "lede": "The crews wait.", "starred": False,
    }  # fmt: skip
    return ArticleRow(id=id_of(number), headline=headline, read=read, **(known | more))  # type: ignore[arg-type]


def hit(number: int, snippet: str = "", *marks: str) -> Hit:
    """A hit whose snippet has some words marked."""
    spans = tuple(Span(snippet.index(mark), snippet.index(mark) + len(mark)) for mark in marks)
    return Hit(id_of(number), 1.0, row(number), (Snippet(snippet, 0, spans),) if snippet else ())


def quotation(words: str = "“We sail at dawn,”", *speakers: EntityRef, **more: object) -> QuotationRow:
    """A quotation of the article 1."""
    known: dict[str, object] = {
        "article": id_of(1), "headline": "Ministers sail", "publication": "Coastline Press", "published": "2024-03-12",
        "kind": QuotationKind.DIRECT, "spans": (Span(10, 20),), "cue": "said", "speaker_text": None,
        "confidence": 0.9, "where": "3",
    }  # fmt: skip
    return QuotationRow(content=words, speakers=speakers, **(known | more))  # type: ignore[arg-type]


def line(number: int, sentence: str, *, where: str = "2", published: str = "2024-03-09") -> ConcordanceLine:
    """A concordance line; its mention stands between bars in ``sentence``."""
    before, mention, after = sentence.split("|")
    span = Span(100 + len(before), 100 + len(before) + len(mention))
    return ConcordanceLine(
        id_of(number), "Herring stock stronger than feared", published, span, Form.NAME,
        before + mention + after, 100, where,
    )  # fmt: skip


def entity(kind: Kind = Kind.PERSON, name: str = "Ilse Marenko") -> EntityRow:
    """An entity that the library knows."""
    return EntityRow(1, name, kind, ("Marenko",), ("Fisheries Minister",), 41, 18, "2023-10-04", "2024-03-12")
