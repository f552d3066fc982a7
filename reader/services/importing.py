"""Taking files in: read, store, queue. One step a file."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader import ingest
from reader.core.article import Article, ArticleId
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Changes, Failed, Imported, Known, Progress, Step, Updated
from reader.services.library import Library
from reader.store import articles, runs

BATCH_SECONDS = 0.04
"""How long articles are gathered before one transaction takes them in: the window's writes wait no longer than this."""


def import_paths(library: Library, paths: Iterable[str], today: dt.date) -> Iterator[Step]:
    """Imports files and folders in a new run; an article is reported when it is safely stored.

    Raises Trouble (busy, read-only) when the library cannot be written; what was reported is kept. On a full disk each
    article that could not be stored is a failure of its own.
    """
    hints = ingest.Hints(today)
    found = [file for path in paths for file in _files(path)]
    with library.store.writing() as db:
        run = runs.add(db)
    yield Progress("import", 0, len(found))
    batch: list[tuple[str, Article, bytes]] = []
    since = time.monotonic()
    for done, file in enumerate(found, 1):
        if isinstance(file, Failed):
            yield Failed(file.path, file.reason, run, file.member)
        else:
            for read in _read(file, hints):
                if isinstance(read, Failed):
                    yield Failed(read.path, read.reason, run, read.member)
                else:
                    batch.append((str(file), read.article, read.original))
        if time.monotonic() - since > BATCH_SECONDS or done == len(found):
            yield from _keep(library, batch, run)
            batch.clear()
            yield Progress("import", done, len(found))
            since = time.monotonic()


def _files(path: str) -> Iterator[Path | Failed]:
    return ingest.files([Path(path)])


def _read(file: Path, hints: ingest.Hints) -> Iterator[ingest.Found | Failed]:
    """The articles of a file, each with the bytes of its original."""
    # The same file by another way (a link, ..) is the same origin.
    place = Path(os.path.realpath(file))
    for found in ingest.read(place, hints):
        if isinstance(found, Failed):
            yield Failed(str(file), _named(found.reason, place, file), member=found.member)
        elif isinstance(found, ingest.Found):
            yield found


def _named(reason: Reason, place: Path, file: Path) -> Reason:
    """The reason with the path as the reader gave it."""
    given, real = str(file), str(place)
    return Reason(
        reason.code, tuple(given + arg.removeprefix(real) if arg.startswith(real) else arg for arg in reason.args)
    )


def _keep(library: Library, batch: list[tuple[str, Article, bytes]], run: int) -> Iterator[Step]:
    """Stores a batch in one transaction, then reports each of its articles."""
    if not batch:
        return
    steps: list[Step] = []
    try:
        with library.store.writing() as db:
            for path, article, data in batch:
                steps.append(_step(path, article, run, articles.add(db, article, data, run)))
    except Trouble as trouble:
        if trouble.reason.code != "disk-full":
            raise
        yield from (Failed(path, trouble.reason, run, article.origin.member) for path, article, _ in batch)
        return
    yield from steps
    yield Changes(tuple(step.id for step in steps if isinstance(step, (Imported, Updated))))


def _step(path: str, article: Article, run: int, added: articles.Added) -> Step:
    member = article.origin.member
    if added.known:
        return Known(path, article.id, run, member)
    if added.older:
        return Updated(path, article.id, run, added.older, member)
    return Imported(path, article.id, run, member)


def undo(library: Library, run: int) -> tuple[ArticleId, ...]:
    """Takes an import run back and returns the ids of what was removed. Raises Trouble("no-such-run")."""
    with library.store.writing() as db:
        if not runs.exists(db, run):
            raise Trouble("no-such-run", str(run))
        return runs.undo(db, run)
