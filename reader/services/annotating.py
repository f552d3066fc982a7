"""Annotating what waits in the queue, and linking it to the entities of the library."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import replace

from reader.core.annotations import Annotations
from reader.core.article import Article, ArticleId
from reader.core.identity import text_digest
from reader.core.linking import Known
from reader.core.steps import Changes, Progress, Step
from reader.language import Annotator
from reader.services import linking
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.store import articles, machine, queues

BATCH = 16
BATCH_SECONDS = 0.2
"""How long annotations are gathered before they are written. The window's writes wait for the writing alone."""
MOST = 1_000_000
"""Code points of an article that are annotated, 170,000 words: the annotator keeps 1.5 KB a word in memory."""
STALE_CHUNK = 200
"""Stale articles between two looks at which were read last; the index follows after each."""


def annotate_pending(library: Library, annotator: Annotator) -> Iterator[Step]:
    """Annotates every article that never was, newest first. Killed at any line, the rest is still in the queue."""
    known = linking.load_known()
    if moved := linking.come_over(library.store, known):
        yield Changes(_ids(library, moved), entities=True)
    with library.store.writing() as db:
        total = queues.missing_to_annotate(db)
    done = 0
    while rows := queues.to_annotate(library.store.db, BATCH):
        yield from _batch(library, annotator, rows, known)
        done += len(rows)
        yield Progress("annotate", done, max(total, done))


def annotate_stale(library: Library, annotator: Annotator) -> Iterator[Step]:
    """Annotates anew what another annotator annotated, and indexes it: what was read last first, then newest first.

    Nothing is queued: an article is stale until its annotations are replaced, so work that was cut goes on next time.
    To be called in the lane.
    """
    known, seen = linking.load_known(), set[int]()
    while left := [row for row in queues.stale(library.store.db, annotator.name) if row not in seen]:
        for start in range(0, min(len(left), STALE_CHUNK), BATCH):
            rows = tuple(left[start : min(start + BATCH, STALE_CHUNK)])
            yield from _batch(library, annotator, rows, known)
            seen.update(rows)
            yield Progress("annotate", len(seen), len(seen) + len(left) - start - len(rows))
        # How far the index has come is no news here; what it can find now is.
        yield from (step for step in index_pending(library) if not isinstance(step, Progress))


def _batch(library: Library, annotator: Annotator, rows: tuple[int, ...], known: Known) -> Iterator[Step]:
    ready: list[tuple[int, Article, Annotations]] = []
    since = time.monotonic()
    for row in rows:
        article = articles.find(library.store.db, articles.row_id(library.store.db, row))
        if article is not None:
            ready.append((row, article, _annotated(annotator, article)))
        if time.monotonic() - since > BATCH_SECONDS:
            yield _keep(library, ready, known)
            ready, since = [], time.monotonic()
    if ready:
        yield _keep(library, ready, known)


def _annotated(annotator: Annotator, article: Article) -> Annotations:
    """The annotations of an article. One that defeats the annotator must not keep all the others from their turn."""
    part = annotated_part(article.text)
    blocks = tuple(block for block in article.blocks if block.span.end <= len(part))
    try:
        found = annotator.annotate(part, blocks)
        return found if part is article.text else replace(found, digest=text_digest(article.text))
    except Exception:  # barrier: one article
        logging.getLogger("dateline.annotate").exception("article %s could not be annotated", article.id)
        return Annotations(text_digest(article.text), annotator.name)


def annotated_part(text: str) -> str:
    """The text, or of one that is longer than MOST its whole paragraphs up to there."""
    if len(text) <= MOST:
        return text
    end = text.rfind("\n", 0, MOST)
    return text[: end if end > 0 else MOST].rstrip()


def _keep(library: Library, ready: list[tuple[int, Article, Annotations]], known: Known) -> Changes:
    changed: dict[ArticleId, None] = {}
    with library.store.writing() as db:
        for row, article, found in ready:
            # An article that was taken back meanwhile must not come half back.
            if articles.find_row(db, article.id) != row:
                continue
            linked = linking.link(library.store, row, article, found, known)
            machine.replace(db, row, article.text, found, linked.links, linked.keys)
            queues.annotated(db, row)
            changed.update(dict.fromkeys((article.id, *(articles.row_id(db, other) for other in linked.elsewhere))))
        queues.index(db, changed)
    return Changes(tuple(changed), entities=True)


def _ids(library: Library, rows: tuple[int, ...]) -> tuple[ArticleId, ...]:
    return tuple(articles.row_id(library.store.db, row) for row in rows)
