"""Taking files in: read, store, queue. One step a file."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from reader import ingest
from reader.core.article import Article, ArticleId
from reader.core.lessons import TableRoles
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Changes, Failed, Imported, Known, Progress, Step, Updated
from reader.services import importing_runs
from reader.services.grouping import take_in
from reader.services.learning import learn, lessons
from reader.services.library import Library
from reader.services.reading import read_guarded
from reader.services.reading_lines import Taken
from reader.store import articles, reports, runs
from reader.store.lessons import forget_removed
from reader.store.lineage import Added

BATCH_SECONDS = 0.04
"""How long articles are gathered before one transaction takes them in: the window's writes wait no longer than this."""


def import_paths(
    library: Library, paths: Iterable[str], today: dt.date, watched: str = "", tables: tuple[TableRoles, ...] = ()
) -> Iterator[Step]:
    """Imports files and folders in a new run; an article is reported when it is safely stored.

    ``watched`` is the folder in which they appeared by themselves; ``tables`` says which column is which, this once.

    Raises Trouble (busy, read-only) when the library cannot be written; what was reported is kept. On a full disk each
    article that could not be stored is a failure of its own.
    """
    given = tuple(paths)
    found = [file for path in given for file in ingest.files([Path(path)])]
    run = importing_runs.begin(library, (watched,) if watched else given, len(found), watched=bool(watched))
    yield Progress("import", 0, len(found))
    batch: list[_Ready | Failed] = []
    since, done = time.monotonic(), 0
    with closing(_read(found, ingest.Hints(today, lessons(library, tables)))) as answers:
        for file, answer in answers:
            if isinstance(answer, Taken):
                batch.append(_Ready(file, answer))
            elif isinstance(answer, Failed):
                batch.append(replace(answer, run=run))
            else:
                done += 1
            if time.monotonic() - since > BATCH_SECONDS or done == len(found):
                yield from _keep(library, batch, run)
                batch.clear()
                if done < len(found):
                    yield Progress("import", done, len(found))
                since = time.monotonic()
    importing_runs.end(library, run)
    yield Progress("import", len(found), len(found))


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article that is ready to be stored, and the file as the reader named it."""

    path: str
    taken: Taken


_Steps = Generator[tuple[str, Taken | Failed | None], None, None]


def _read(found: Iterable[Path | Failed], hints: ingest.Hints) -> _Steps:
    """(file, what came of it), None when a file is read to its end; first the paths that are no files."""
    files = []
    for file in found:
        if isinstance(file, Failed):
            yield file.path, file
            yield file.path, None
        else:
            files.append(file)
    # The same file by another way (a link, ..) is the same origin.
    places = [Path(os.path.realpath(file)) for file in files]
    names = iter(files)
    file, feeds, articles = next(names, Path()), 0, 0
    with closing(read_guarded(places, hints)) as answers:
        for place, found_here, ended in answers:
            for answer in found_here:
                if isinstance(answer, ingest.Feed):
                    feeds += 1
                else:
                    articles += 1
                    yield str(file), _as_named(answer, place, file)
            if ended:
                if feeds and not articles:
                    yield str(file), Failed(str(file), Reason("feed-list", (str(file), str(feeds))))
                yield str(file), None
                file, feeds, articles = next(names, file), 0, 0


def _as_named(answer: Taken | Failed, place: Path, file: Path) -> Taken | Failed:
    if isinstance(answer, Taken):
        return answer
    return Failed(str(file), _named(answer.reason, place, file), member=answer.member)


def _named(reason: Reason, place: Path, file: Path) -> Reason:
    """The reason with the path as the reader gave it."""
    given, real = str(file), str(place)
    return Reason(
        reason.code, tuple(given + arg.removeprefix(real) if arg.startswith(real) else arg for arg in reason.args)
    )


def _keep(library: Library, batch: list[_Ready | Failed], run: int) -> Iterator[Step]:
    """Stores a batch and its part of the import report in one transaction, then reports each article and failure."""
    if not batch:
        return
    steps: list[reports.Outcome] = []
    regrouped: set[ArticleId] = set()
    try:
        with library.store.writing() as db:
            for one in batch:
                if isinstance(one, Failed):
                    steps.append(one)
                    continue
                added = articles.add(db, one.taken.article, one.taken.original, run)
                steps.append(_step(one.path, one.taken.article, run, added))
                if added.stored:
                    regrouped |= take_in(library.store, one.taken.article)
                    learn(library.store, one.taken.article)
            importing_runs.note(library, run, steps)
    except Trouble as trouble:
        if trouble.reason.code != "disk-full":
            raise
        unstored = [_unstored(one, trouble.reason, run) for one in batch]
        yield from importing_runs.keep_failures(library, unstored, run)
        return
    yield from steps
    yield Changes(tuple(regrouped | {step.id for step in steps if isinstance(step, (Imported, Updated))}))


def _unstored(one: _Ready | Failed, why: Reason, run: int) -> Failed:
    return one if isinstance(one, Failed) else Failed(one.path, why, run, one.taken.article.origin.member)


def _step(path: str, article: Article, run: int, added: Added) -> reports.Outcome:
    member = article.origin.member
    if added.known:
        return Known(path, added.id, run, member)
    if added.older:
        return Updated(path, added.id, run, added.older, member)
    return Imported(path, added.id, run, member)


def undo(library: Library, run: int) -> tuple[ArticleId, ...]:
    """Takes an import run back and returns the ids of what was removed. Raises Trouble("no-such-run")."""
    with library.store.writing() as db:
        if not runs.exists(db, run):
            raise Trouble("no-such-run", str(run))
        removed = runs.undo(db, run)
        forget_removed(db)
        return removed
