"""Annotating what waits in the queue, and linking it to the entities of the library."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator

from reader.core.annotations import Annotations
from reader.core.article import Article, ArticleId
from reader.core.identity import text_digest
from reader.core.steps import Changes, Progress, Step
from reader.language import Annotator
from reader.services import linking
from reader.services.library import Library
from reader.store import articles, machine, queues

BATCH = 16
BATCH_SECONDS = 0.2
"""How long annotations are gathered before they are written. The window's writes wait for the writing alone."""


def annotate_pending(library: Library, annotator: Annotator) -> Iterator[Step]:
    """Annotates every article in the queue, newest first. Killed at any line, the rest is still in the queue."""
    with library.store.writing() as db:
        total = queues.stale_to_annotate(db, annotator.name)
    done = 0
    while rows := queues.to_annotate(library.store.db, BATCH):
        yield from _batch(library, annotator, rows)
        done += len(rows)
        yield Progress("annotate", done, max(total, done))


def _batch(library: Library, annotator: Annotator, rows: tuple[int, ...]) -> Iterator[Step]:
    ready: list[tuple[int, Article, Annotations]] = []
    since = time.monotonic()
    for row in rows:
        article = articles.find(library.store.db, articles.row_id(library.store.db, row))
        if article is not None:
            ready.append((row, article, _annotated(annotator, article)))
        if time.monotonic() - since > BATCH_SECONDS:
            yield _keep(library, ready)
            ready, since = [], time.monotonic()
    if ready:
        yield _keep(library, ready)


def _annotated(annotator: Annotator, article: Article) -> Annotations:
    """The annotations of an article. One that defeats the annotator must not keep all the others from their turn."""
    try:
        return annotator.annotate(article.text, article.blocks)
    except Exception:  # barrier: one article
        logging.getLogger("dateline.annotate").exception("article %s could not be annotated", article.id)
        return Annotations(text_digest(article.text), annotator.name)


def _keep(library: Library, ready: list[tuple[int, Article, Annotations]]) -> Changes:
    ids: list[ArticleId] = []
    with library.store.writing() as db:
        for row, article, found in ready:
            # An article that was taken back meanwhile must not come half back.
            if articles.find_row(db, article.id) != row:
                continue
            machine.replace(db, row, article.text, found, linking.link(library.store, article.id, found))
            queues.annotated(db, row)
            queues.index(db, [article.id])
            ids.append(article.id)
    return Changes(tuple(ids), entities=True)
