"""Automatic copies of the library: made with SQLite's own backup, verified when written, seven kept."""

from __future__ import annotations

import datetime as dt
import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from reader.core.reasons import Trouble
from reader.store.schema import APPLICATION_ID, STEPS
from reader.store.trouble import expected

KEPT = 7
FOLDER = "copies"
_PATTERN = "library-*.sqlite"


def add(db: sqlite3.Connection, folder: Path, why: str) -> Path:
    """Copies an open library into its folder of copies and lets go of the oldest ones. Returns the new copy.

    ``why`` becomes part of the name ("daily", "before-2"). Raises Trouble("damaged-library") when the copy does not
    verify: then it is taken away again, and no older copy is.
    """
    into = folder / FOLDER
    into.mkdir(exist_ok=True)
    for part in into.glob("*.part"):  # of a copy that was cut short
        part.unlink(missing_ok=True)
    stamp = dt.datetime.now().strftime("%Y-%m-%dT%H%M%S")
    copy = write(db, folder, into / f"library-{stamp}-{why}.sqlite")
    for old in all_copies(folder)[KEPT:]:
        old.unlink(missing_ok=True)
    return copy


def write(db: sqlite3.Connection, folder: Path, file: Path) -> Path:
    """Writes the whole library of a folder to one file, verified before it gets its name.

    Raises Trouble("damaged-library" | "disk-full"), and OSError where the file cannot be written.
    """
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(file.parent))
    part = file.with_name(file.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with expected(folder), closing(sqlite3.connect(part)) as target:
            db.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        if not is_good(part):
            raise Trouble("damaged-library", str(folder))
        with part.open("rb") as done:
            os.fsync(done.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return file


def is_good(file: Path) -> bool:
    """Whether a file is a whole, undamaged library that this program can open."""
    try:
        with closing(sqlite3.connect(file.absolute().as_uri() + "?mode=ro&immutable=1", uri=True)) as db:
            (application,) = db.execute("PRAGMA application_id").fetchone()
            (version,) = db.execute("PRAGMA user_version").fetchone()
            (state,) = db.execute("PRAGMA quick_check(1)").fetchone()
            return bool(application == APPLICATION_ID and version <= len(STEPS) and state == "ok")
    except sqlite3.Error:
        return False


def all_copies(folder: Path) -> tuple[Path, ...]:
    """The automatic copies of a library, newest first."""
    return tuple(sorted((folder / FOLDER).glob(_PATTERN), reverse=True))


def newest_good(folder: Path) -> Path | None:
    """The newest copy that verifies, or None."""
    return next((copy for copy in all_copies(folder) if is_good(copy)), None)


def is_due(folder: Path, today: dt.date) -> bool:
    """Whether no copy was made today."""
    return not any(copy.name.startswith(f"library-{today.isoformat()}T") for copy in all_copies(folder))
