"""Copies of the library: the daily one, one on demand, and going back to one."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import shutil
from pathlib import Path

from reader.core.reasons import Trouble
from reader.services.library import INDEX, Library, open_library
from reader.store import copies, exclusive, queues
from reader.store.articles import counts
from reader.store.lane import lane
from reader.store.opening import FILE


def daily_copy(library: Library, today: dt.date) -> Path | None:
    """Makes today's automatic copy when there is none and something to lose. Raises Trouble("damaged-library")."""
    if not copies.is_due(library.folder, today) or not counts(library.store.db).articles:
        return None
    return copies.add(library.store.db, library.folder, "daily")


def backup(library: Library, file: Path) -> Path:
    """Writes the whole library to one file, verified. Raises Trouble: damaged-library, disk-full, cannot-write."""
    if file.resolve() == (library.folder / FILE).resolve():
        raise Trouble("cannot-write", str(file), "it is the library itself")
    try:
        return copies.write(library.store.db, library.folder, file)
    except OSError as error:
        raise Trouble("cannot-write", str(file), error.strerror or "") from error


def all_copies(folder: Path) -> tuple[Path, ...]:
    """The automatic copies of a library, newest first."""
    return copies.all_copies(folder)


def copy_of_damaged(folder: Path) -> Path:
    """The copy to which a damaged library is to go back. Raises Trouble("not-damaged" | "no-copy")."""
    try:
        open_library(folder).close()
    except Trouble as trouble:
        if not trouble.reason.code.startswith("damaged"):
            raise
        copy = copies.newest_good(folder)
        if copy is None:
            raise Trouble("no-copy") from trouble
        return copy
    if copies.is_good(folder / FILE):
        raise Trouble("not-damaged")
    copy = copies.newest_good(folder)
    if copy is None:
        raise Trouble("no-copy")
    return copy


def restore(folder: Path, copy: Path) -> Path | None:
    """Puts a copy in the place of a library; the library that stood there is set aside, never deleted.

    Returns where it was set aside, or None when there was none. Raises Trouble: missing, bad-copy, busy, in-use,
    cannot-write. Nothing is moved before the copy lies whole beside the library.
    """
    if not os.path.lexists(copy):  # which says no, too, of a name that no file can have
        raise Trouble("missing", str(copy))
    if not copies.is_good(copy):
        raise Trouble("bad-copy", str(copy))
    new = folder / (FILE + ".new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with lane(folder):
            shutil.copyfile(copy, new)
            with new.open("rb+") as done:
                os.fsync(done.fileno())
            return _put_in_place(folder, new)
    except OSError as error:
        raise Trouble("cannot-write", str(folder), error.strerror or "") from error
    finally:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)


def _put_in_place(folder: Path, new: Path) -> Path | None:
    file, stamp = folder / FILE, dt.datetime.now().strftime("%Y-%m-%dT%H%M%S")
    if file.exists() and not exclusive.settle(file):
        raise Trouble("in-use")
    # The index goes first: whatever happens then, it cannot be taken for the index of another state.
    if (folder / INDEX).exists():
        (folder / INDEX).rename(folder / f"{INDEX}-{stamp}")
    aside = None
    if file.exists():
        aside = folder / f"set-aside-{stamp}.sqlite"
        file.rename(aside)
        for end in ("-wal", "-shm"):  # there are some only where the library was damaged
            log = file.with_name(file.name + end)
            if log.exists():
                log.rename(aside.with_name(aside.name + end))
    new.replace(file)
    _begin_index(folder)
    return aside


def _begin_index(folder: Path) -> None:
    """Everything that came back is to be indexed, without an alarm about an index that is missing."""
    with open_library(folder) as library:
        with library.store.writing() as db:
            queues.all_to_index(db)
        library.new_index()
