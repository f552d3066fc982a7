"""What the machine believes about an article: written whole, read whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from reader.core.annotations import Annotations, Chain, Mention, Quotation, Role
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.names import name_key
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.store import records


def replace(
    db: sqlite3.Connection,
    row: int,
    text: str,
    found: Annotations,
    links: Mapping[int, int],
    keys: Mapping[int, str] | None = None,
) -> None:
    """Replaces the annotations of an article; ``links`` leads from chains to entities. Inside a transaction.

    ``keys`` are the keys under which the chains were linked.
    """
    keys = keys or {}
    db.execute("DELETE FROM annotation WHERE article = ?", (row,))
    db.execute("INSERT INTO annotation VALUES (?, ?, ?)", (row, found.digest, found.annotator))
    _add_mentions(db, row, found)
    db.executemany(
        "INSERT INTO chain VALUES (?, ?, ?, ?, ?, (SELECT row FROM entity_key WHERE key = ?))",
        [(row, c.id, c.name, c.kind, links.get(c.id), keys.get(c.id)) for c in found.chains],
    )
    db.executemany(
        "INSERT OR IGNORE INTO role VALUES (?, ?, ?, ?, ?)",
        [(row, r.span.start, r.span.end, r.chain, " ".join(r.span.of(text).split())) for r in found.roles],
    )
    _add_quotations(db, row, found)
    _add_uses(db, row, text, found, links)


def _add_mentions(db: sqlite3.Connection, row: int, found: Annotations) -> None:
    db.executemany(
        "INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?)",
        [(row, n, m.span.start, m.span.end, m.kind, m.form) for n, m in enumerate(found.mentions)],
    )
    db.executemany(
        "INSERT OR IGNORE INTO mention_chain VALUES (?, ?, ?)",
        [(row, chain, n) for n, m in enumerate(found.mentions) for chain in m.chains],
    )


def _add_quotations(db: sqlite3.Connection, row: int, found: Annotations) -> None:
    for n, q in enumerate(found.quotations):
        db.execute(
            "INSERT INTO quotation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (row, n, q.kind, records.packed([[s.start, s.end] for s in q.content]), *_ends(q.cue), *_ends(q.speaker),
             q.confidence, records.packed(records.reason_out(q.why))),
        )  # fmt: skip
        db.executemany(
            "INSERT INTO quotation_speaker VALUES (?, ?, ?, ?)",
            [(row, n, place, chain) for place, chain in enumerate(q.speakers)],
        )


def _add_uses(db: sqlite3.Connection, row: int, text: str, found: Annotations, links: Mapping[int, int]) -> None:
    """How often, and under which names, each entity of the library is mentioned in this article."""
    uses: dict[int, int] = {}
    for mention in found.mentions:
        for entity in {links[chain] for chain in mention.chains if chain in links}:
            uses[entity] = uses.get(entity, 0) + 1
    db.executemany("INSERT INTO entity_article VALUES (?, ?, ?)", [(entity, row, n) for entity, n in uses.items()])
    aliases = {
        (links[chain], " ".join(m.span.of(text).split()))
        for m in found.mentions
        if m.form is Form.NAME and len(m.chains) == 1
        for chain in m.chains
        if chain in links
    }
    db.executemany(
        "INSERT INTO alias VALUES (?, ?, ?, ?)", [(entity, row, name, name_key(name)) for entity, name in aliases]
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def find(db: sqlite3.Connection, row: int) -> Annotations | None:
    """The annotations of an article, or None while it is pending."""
    found = db.execute("SELECT digest, annotator FROM annotation WHERE article = ?", (row,)).fetchone()
    if found is None:
        return None
    roles = db.execute("SELECT start, end, chain FROM role WHERE article = ? ORDER BY start, end DESC", (row,))
    digest, annotator = found
    return Annotations(
        digest,
        annotator,
        mentions=_mentions(db, row),
        chains=tuple(
            Chain(id, name, Kind(kind))
            for id, name, kind in db.execute("SELECT chain, name, kind FROM chain WHERE article = ?", (row,))
        ),
        roles=tuple(Role(Span(start, end), chain) for start, end, chain in roles),
        quotations=_quotations(db, row),
    )


def _mentions(db: sqlite3.Connection, row: int) -> tuple[Mention, ...]:
    chains: dict[int, tuple[int, ...]] = {}
    for n, chain in db.execute("SELECT n, chain FROM mention_chain WHERE article = ? ORDER BY n, chain", (row,)):
        chains[n] = (*chains.get(n, ()), chain)
    found = db.execute("SELECT n, start, end, kind, form FROM mention WHERE article = ? ORDER BY n", (row,))
    return tuple(Mention(Span(s, e), Kind(kind), Form(form), chains.get(n, ())) for n, s, e, kind, form in found)


def _quotations(db: sqlite3.Connection, row: int) -> tuple[Quotation, ...]:
    speakers: dict[int, tuple[int, ...]] = {}
    for n, chain in db.execute("SELECT n, chain FROM quotation_speaker WHERE article = ? ORDER BY n, place", (row,)):
        speakers[n] = (*speakers.get(n, ()), chain)
    found = db.execute(
        """SELECT n, kind, spans, cue_start, cue_end, speaker_start, speaker_end, confidence, why
        FROM quotation WHERE article = ? ORDER BY n""",
        (row,),
    )
    return tuple(
        Quotation(
            QuotationKind(kind), spans_in(spans), span_in(cue, cue_end), span_in(speaker, speaker_end),
            speakers.get(n, ()), confidence, records.reason_in(json.loads(why)) or Reason("unexplained"),
        )
        for n, kind, spans, cue, cue_end, speaker, speaker_end, confidence, why in found
    )  # fmt: skip


def spans_in(text: str) -> tuple[Span, ...]:
    """The spans that were packed into a column."""
    return tuple(Span(start, end) for start, end in json.loads(text))


def span_in(start: int | None, end: int | None) -> Span | None:
    """The span in two columns, or None."""
    return None if start is None or end is None else Span(start, end)


def links(db: sqlite3.Connection, row: int) -> dict[int, int]:
    """From the chains of an article to the entities of the library."""
    found = db.execute("SELECT chain, entity FROM chain WHERE article = ? AND entity IS NOT NULL", (row,))
    return dict(found.fetchall())
