"""Taking files in: read, store, queue. One step a file."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from reader import ingest
from reader.core.article import Article, ArticleId
from reader.core.lessons import TableRoles
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed, Imported, Known, Step, Updated
from reader.services import importing_runs
from reader.services.grouping import take_in
from reader.services.learning import learn, lessons
from reader.services.library import Library
from reader.services.reading import read_guarded
from reader.services.reading_lines import Taken
from reader.store import articles, runs
from reader.store.lessons import forget_removed
from reader.store.lineage import Added


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
    with closing(_read(found, ingest.Hints(today, lessons(library, tables)))) as answers:
        yield from importing_runs.in_batches(_counted(answers, run), len(found), partial(_keep, library, run))
    yield from importing_runs.end(library, run, len(found))


@dataclass(frozen=True, slots=True)
class _Ready:
    """An article that is ready to be stored, and the file as the reader named it."""

    path: str
    taken: Taken


def _counted(answers: _Steps, run: int) -> Iterator[tuple[list[_Ready | Failed], int]]:
    """What is to be stored, with the number of files that are read to their end by then."""
    done = 0
    for file, answer in answers:
        if isinstance(answer, Taken):
            yield [_Ready(file, answer)], done
        elif isinstance(answer, Failed):
            yield [replace(answer, run=run)], done
        else:
            done += 1
            yield [], done


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


def _keep(library: Library, run: int, batch: list[_Ready | Failed]) -> Iterator[Step]:
    return importing_runs.keep(library, run, batch, partial(_stored, library, run), partial(_unstored, run))


def _stored(library: Library, run: int, one: _Ready | Failed) -> importing_runs.Stored:
    """What became of an article, and the articles that changed by it. Inside a transaction."""
    if isinstance(one, Failed):
        return one, frozenset()
    article = one.taken.article
    added = articles.add(library.store.db, article, one.taken.original, run)
    changed: frozenset[ArticleId] = frozenset()
    if added.stored:
        changed = take_in(library.store, article)
        learn(library.store, article)
    step = _step(one.path, article, run, added)
    return step, changed if isinstance(step, Known) else changed | {step.id}


def _unstored(run: int, one: _Ready | Failed, why: Reason) -> Failed:
    return one if isinstance(one, Failed) else Failed(one.path, why, run, one.taken.article.origin.member)


def _step(path: str, article: Article, run: int, added: Added) -> Imported | Known | Updated:
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
