"""Copies of the library: the daily one, one on demand, and going back to one."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

from reader.core.reasons import Trouble
from reader.services.library import INDEX, Library
from reader.store import copies
from reader.store.articles import counts
from reader.store.lane import lane
from reader.store.opening import FILE


def daily_copy(library: Library, today: dt.date) -> Path | None:
    """Makes today's automatic copy when there is none and something to lose. Raises Trouble("damaged-library")."""
    if not copies.is_due(library.folder, today) or not counts(library.store.db).articles:
        return None
    return copies.add(library.store.db, library.folder, "daily")


def backup(library: Library, file: Path) -> Path:
    """Writes the whole library to one file, verified. Raises Trouble("damaged-library" | "cannot-write")."""
    try:
        return copies.write(library.store.db, file)
    except OSError as error:
        raise Trouble("cannot-write", str(file), error.strerror or "") from error


def all_copies(folder: Path) -> tuple[Path, ...]:
    """The automatic copies of a library, newest first."""
    return copies.all_copies(folder)


def newest_good_copy(folder: Path) -> Path | None:
    """The newest automatic copy that verifies, or None."""
    return copies.newest_good(folder)


def restore(folder: Path, copy: Path) -> Path | None:
    """Puts a copy in the place of a library; the library that stood there is set aside, never deleted.

    Returns where it was set aside, or None when there was none. Raises Trouble("missing" | "bad-copy" | "busy").
    """
    if not copy.exists():
        raise Trouble("missing", str(copy))
    if not copies.is_good(copy):
        raise Trouble("bad-copy", str(copy))
    folder.mkdir(parents=True, exist_ok=True)
    with lane(folder):
        new = folder / (FILE + ".new")
        new.write_bytes(copy.read_bytes())
        with new.open("rb") as done:
            os.fsync(done.fileno())
        aside = _set_aside(folder)
        new.replace(folder / FILE)
        # The index belongs to the library that was; the next work on this one makes it anew.
        if (folder / INDEX).exists():
            (folder / INDEX).rename(folder / f"{INDEX}-{_stamp()}")
    return aside


def _set_aside(folder: Path) -> Path | None:
    file, aside = folder / FILE, folder / f"set-aside-{_stamp()}.sqlite"
    for end in ("-wal", "-shm"):
        log = file.with_name(file.name + end)
        if log.exists():
            log.rename(aside.with_name(aside.name + end))
    if not file.exists():
        return None
    file.rename(aside)
    return aside


def _stamp() -> str:
    return dt.datetime.now().strftime("%Y-%m-%dT%H%M%S")
