"""Import reports: every step of a run, written in the transaction that stores the article.

So a report is whole whenever the process dies: it never names an article that the library does not have, and misses
none that it has. A run that nobody ended is *open*; whoever works alone in the library next closes it as stopped.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable
from typing import Any

from reader.core.article import ArticleId
from reader.core.filenames import given, stored
from reader.core.reasons import Reason
from reader.core.reports import STATUSES, ImportRun, ReportLine
from reader.core.steps import Failed, Imported, Known, Updated

Outcome = Imported | Known | Updated | Failed
"""The steps that a report keeps."""

_STATUS: dict[type[Outcome], str] = {Imported: "imported", Known: "known", Updated: "updated", Failed: "failed"}
_RUN = f"""SELECT r.id, r.started, r.ended, r.state, r.undone, r.given, r.files, r.watched, r.again,
    {", ".join(f"(SELECT count(*) FROM run_line l WHERE l.run = r.id AND l.status = '{each}')" for each in STATUSES)}
    FROM run r"""
_WAITS = '["which-column"'
"""What the reason of a table begins with that waits until its columns are told."""


def begin(
    db: sqlite3.Connection,
    run: int,
    paths: tuple[str, ...],
    files: int,
    *,
    watched: bool = False,
    again: bool = False,
) -> None:
    """Says what a new run is to import: paths as given, absolute, that hold so many files.

    Of a ``watched`` folder the path is its own, and the files are those that appeared in it. Of a run that reads
    ``again`` the files are originals that the library keeps.
    """
    sql = "UPDATE run SET state = 'open', given = ?, files = ?, watched = ?, again = ? WHERE id = ?"
    db.execute(sql, (json.dumps(paths), files, watched, again, run))


def add(db: sqlite3.Connection, run: int, outcomes: Iterable[Outcome]) -> None:
    """Adds what became of articles and files; their paths are absolute, so that they can be read again."""
    db.executemany(
        "INSERT INTO run_line (run, path, member, status, reason, article) VALUES (?, ?, ?, ?, ?, ?)",
        (_row(run, outcome) for outcome in outcomes),
    )


def end(db: sqlite3.Connection, run: int) -> None:
    """The run has come to its end by itself."""
    db.execute("UPDATE run SET state = 'done', ended = ? WHERE id = ?", (dt.datetime.now(dt.UTC).isoformat(), run))


def stop_open(db: sqlite3.Connection) -> None:
    """Closes the runs that were cut off. To be called by whoever is alone in the library."""
    db.execute("UPDATE run SET state = 'stopped' WHERE state = 'open'")


def any_open(db: sqlite3.Connection) -> bool:
    """Whether a run was not ended."""
    return db.execute("SELECT 1 FROM run WHERE state = 'open'").fetchone() is not None


def runs(db: sqlite3.Connection, limit: int) -> tuple[ImportRun, ...]:
    """The last imports, newest first. An open one is said to be running.

    A run that was given nothing and has no lines is none: the reader gave a line back.
    """
    imports = "r.given != '[]' OR r.again OR EXISTS (SELECT 1 FROM run_line l WHERE l.run = r.id)"
    return tuple(map(_run, db.execute(f"{_RUN} WHERE {imports} ORDER BY r.id DESC LIMIT ?", (limit,))))


def find(db: sqlite3.Connection, run: int) -> ImportRun | None:
    """A run, or None."""
    found = db.execute(f"{_RUN} WHERE r.id = ?", (run,)).fetchone()
    return _run(found) if found else None


def lines(db: sqlite3.Connection, run: int, *, after: int = 0) -> tuple[ReportLine, ...]:
    """The lines of a run with numbers above ``after``, in the order in which they came."""
    found = db.execute(
        """SELECT l.row, l.path, l.member, l.status, l.reason, l.article, coalesce(a.headline, ''),
        coalesce(a.publication, '') FROM run_line l LEFT JOIN article a ON a.id = l.article AND l.article != ''
        WHERE l.run = ? AND l.row > ? ORDER BY l.row""",
        (run, after),
    ).fetchall()
    since = _taken_in(db, {path for _, path, _, _, reason, *_ in found if reason.startswith(_WAITS)})
    return tuple(
        ReportLine(
            number, given(path), given(member), status, _reason(reason), ArticleId(article) if article else None,
            headline, publication, reason.startswith(_WAITS) and _is_since(number, member, since.get(path, ())),
        )
        for number, path, member, status, reason, article, headline, publication in found
    )  # fmt: skip


def _taken_in(db: sqlite3.Connection, paths: set[str]) -> dict[str, list[tuple[int, str]]]:
    """What the library has of some files: by their paths, the number of each line and what it names inside."""
    if not paths:
        return {}
    found: dict[str, list[tuple[int, str]]] = {}
    for path, row, member in db.execute(
        """SELECT l.path, max(l.row), l.member FROM run_line l JOIN article a ON a.id = l.article
        WHERE l.path IN (SELECT value FROM json_each(?)) GROUP BY l.path, l.member""",
        (json.dumps(sorted(paths)),),
    ):
        found.setdefault(path, []).append((row, member))
    return found


def _is_since(number: int, member: str, lines: Iterable[tuple[int, str]]) -> bool:
    return any(row > number and inside.startswith(member) for row, inside in lines)


def failed_paths(db: sqlite3.Connection, run: int) -> tuple[str, ...]:
    """The files of a run that failed, or of which a member did, each once."""
    found = db.execute(
        "SELECT path FROM run_line WHERE run = ? AND status = 'failed' GROUP BY path ORDER BY min(row)", (run,)
    )
    return tuple(given(path) for (path,) in found)


def _row(run: int, outcome: Outcome) -> tuple[int, str, str, str, str, str]:
    reason, article = "", ""
    if isinstance(outcome, Failed):
        # escapes keep the names of files that are no text (core.filenames)
        reason = json.dumps([outcome.reason.code, *outcome.reason.args])
    else:
        article = outcome.id
    return run, stored(outcome.path), stored(outcome.member), _STATUS[type(outcome)], reason, article


def _reason(text: str) -> Reason | None:
    if not text:
        return None
    code, *args = json.loads(text)
    return Reason(code, tuple(args))


def _run(row: tuple[Any, ...]) -> ImportRun:
    id, started, ended, state, undone, paths, files, watched, again, *counts = row
    return ImportRun(
        id,
        dt.datetime.fromisoformat(started),
        dt.datetime.fromisoformat(ended) if ended else None,
        "running" if state == "open" else state,
        bool(undone),
        tuple(json.loads(paths)),
        files,
        **dict(zip(STATUSES, counts, strict=True)),
        watched=bool(watched),
        again=bool(again),
    )
