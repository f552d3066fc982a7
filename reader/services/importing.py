"""Taking files in: read, store, queue. One step a file."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader import ingest
from reader.core.article import Article, ArticleId
from reader.core.identity import digest_of
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
            for article in _read(file, today):
                if isinstance(article, Failed):
                    yield Failed(str(file), article.reason, run, article.member)
                else:
                    batch.append((str(file), *article))
        if time.monotonic() - since > BATCH_SECONDS or done == len(found):
            yield from _keep(library, batch, run)
            batch.clear()
            yield Progress("import", done, len(found))
            since = time.monotonic()


def _files(path: str) -> Iterator[Path | Failed]:
    return ingest.files([Path(path)])


def _read(file: Path, today: dt.date) -> Iterator[tuple[Article, bytes] | Failed]:
    """The articles of a file, each with the bytes of the original."""
    # The same file by another way (a link, ..) is the same origin.
    place = Path(os.path.realpath(file))
    data: bytes | None = None
    for found in ingest.read(place, today=today):
        if isinstance(found, Failed):
            yield Failed(found.path, _named(found.reason, place, file), member=found.member)
            continue
        data = _original(place) if data is None else data
        # An original that is not what was read would be worse than none: the file is still being written, say.
        if data is None or digest_of(data) != found.origin.digest:
            yield Failed(str(file), Reason("changed", (str(file),)))
            return
        yield found, data


def _original(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None


def _named(reason: Reason, place: Path, file: Path) -> Reason:
    """The reason with the path as the reader gave it."""
    return Reason(reason.code, tuple(str(file) if arg == str(place) else arg for arg in reason.args))


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
