"""Where an entity is mentioned, and what was said: the rows behind concordance lines and cards."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from reader.core.article import ArticleId, Block
from reader.core.kinds import Form, QuotationKind
from reader.core.rows import EntityRef
from reader.core.spans import Span
from reader.store.machine import span_in, spans_in
from reader.store.records import blocks_in


@dataclass(frozen=True, slots=True)
class Place:
    """An article as far as a line about it needs it."""

    id: ArticleId
    headline: str
    publication: str
    published: str
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class QuotationRecord:
    """A quotation as it is stored, with the entities that speak."""

    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Span | None
    confidence: float
    speakers: tuple[EntityRef, ...]
    role: str


def of_entity(
    db: sqlite3.Connection, entity: int, first: ArticleId | None, limit: int | None
) -> Iterator[tuple[Place, Span, Form]]:
    """The mentions of an entity: those of the article ``first`` first, then newest article first."""
    found = db.execute(
        """SELECT DISTINCT a.row, m.start, m.end, m.form FROM chain c
        JOIN mention_chain mc ON mc.article = c.article AND mc.chain = c.chain
        JOIN mention m ON m.article = c.article AND m.n = mc.n
        JOIN article a ON a.row = c.article AND (a.newest OR a.id = :first)
        WHERE c.entity = :entity ORDER BY a.id != :first, a.sort DESC, a.row DESC, m.start LIMIT :limit""",
        {"entity": entity, "first": first or "", "limit": -1 if limit is None else limit},
    ).fetchall()
    row, place = -1, None
    for number, start, end, form in found:
        if place is None or number != row:
            row, place = number, _place(db, number)
        yield place, Span(start, end), Form(form)


def _place(db: sqlite3.Connection, row: int) -> Place:
    id, headline, publication, published, text, facts = db.execute(
        "SELECT id, headline, publication, published, text, facts FROM article WHERE row = ?", (row,)
    ).fetchone()
    return Place(ArticleId(id), headline, publication, published, text, blocks_in(json.loads(facts)))


def quotations(
    db: sqlite3.Connection,
    *,
    speaker: int | None = None,
    about: int | None = None,
    article: int | None = None,
    kind: QuotationKind | None = None,
    unknown_speaker: bool = False,
    limit: int | None = None,
) -> Iterator[tuple[Place, QuotationRecord]]:
    """Quotations that fit everything asked for, newest article first, in order of the text; ``article`` is a row."""
    wheres, values = ["a.newest" if article is None else "q.article = :article"], {"article": article}
    if speaker is not None:
        wheres.append(
            """EXISTS (SELECT 1 FROM chain c JOIN quotation_speaker s ON s.article = c.article AND s.chain = c.chain
            WHERE c.entity = :speaker AND c.article = q.article AND s.n = q.n)"""
        )
        wheres.append("q.article IN (SELECT article FROM entity_article WHERE entity = :speaker)")
    if about is not None:
        wheres.append("q.article IN (SELECT article FROM entity_article WHERE entity = :about)")
        wheres.append(_ABOUT)
    if kind is not None:
        wheres.append("q.kind = :kind")
    if unknown_speaker:
        wheres.append("q.speaker_start IS NULL")
        wheres.append("NOT EXISTS (SELECT 1 FROM quotation_speaker s WHERE s.article = q.article AND s.n = q.n)")
    found = db.execute(
        f"""SELECT q.article, q.n, q.kind, q.spans, q.cue_start, q.cue_end, q.speaker_start, q.speaker_end, q.confidence
        FROM quotation q JOIN article a ON a.row = q.article WHERE {" AND ".join(wheres)}
        ORDER BY a.sort DESC, a.row DESC, q.n LIMIT :limit""",
        {**values, "speaker": speaker, "about": about, "kind": kind, "limit": -1 if limit is None else limit},
    ).fetchall()
    row, place = -1, None
    for record in found:
        if place is None or record[0] != row:
            row, place = record[0], _place(db, record[0])
        yield place, _record(db, record)


_ABOUT = """EXISTS (SELECT 1 FROM chain c JOIN mention_chain mc ON mc.article = c.article AND mc.chain = c.chain
    JOIN mention m ON m.article = mc.article AND m.n = mc.n, json_each(q.spans) s
    WHERE c.entity = :about AND c.article = q.article
    AND m.start >= json_extract(s.value, '$[0]') AND m.end <= json_extract(s.value, '$[1]'))"""


def _record(db: sqlite3.Connection, row: tuple[Any, ...]) -> QuotationRecord:
    article, n, kind, spans, cue, cue_end, speaker, speaker_end, confidence = row
    speakers = db.execute(
        """SELECT DISTINCT e.id, e.name FROM quotation_speaker s
        JOIN chain c ON c.article = s.article AND c.chain = s.chain
        JOIN entity e ON e.id = c.entity WHERE s.article = ? AND s.n = ? ORDER BY s.place""",
        (article, n),
    ).fetchall()
    return QuotationRecord(
        QuotationKind(kind), spans_in(spans), span_in(cue, cue_end), span_in(speaker, speaker_end), confidence,
        tuple(EntityRef(id, name) for id, name in speakers), _role(db, article, speakers[0][0]) if speakers else "",
    )  # fmt: skip


def _role(db: sqlite3.Connection, article: int, entity: int) -> str:
    """The first role of an entity in an article, else the newest one in the library."""
    found = db.execute(
        """SELECT r.text FROM chain c JOIN role r ON r.article = c.article AND r.chain = c.chain
        JOIN article a ON a.row = c.article WHERE c.entity = ?
        ORDER BY c.article != ?, a.sort DESC, r.start LIMIT 1""",
        (entity, article),
    ).fetchone()
    return str(found[0]) if found else ""
