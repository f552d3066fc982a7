"""A watched folder: what in it is new or has changed, and what is no longer to be looked at."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from reader import ingest
from reader.core.steps import Failed
from reader.core.watching import Sight, is_whole_name
from reader.services.library import Library
from reader.store import watched


@dataclass(frozen=True, slots=True)
class Look:
    """What one look into a watched folder gave."""

    is_there: bool
    sights: tuple[Sight, ...] = ()
    """Files that are new or have changed since they were last taken in."""
    folders: tuple[str, ...] = ()
    """The folder and those inside it that hold files, in which something may appear."""


def look(library: Library, folder: Path) -> Look:
    """What is new in a folder. Only read: nothing is ever written to it or taken away from it."""
    if not _is_folder(folder):
        return Look(False)
    found = tuple(_sights(folder))
    seen = watched.seen(library.store.db, _beginning(folder))
    folders = dict.fromkeys((str(folder), *(str(Path(sight.path).parent) for sight in found)))
    return Look(True, tuple(sight for sight in found if sight not in seen), tuple(folders))


def begin(library: Library, folder: Path) -> int:
    """Begins to watch a folder: what lies in it already is left as it is. Returns how many files that are."""
    new = look(library, folder).sights
    see(library, new)
    return len(new)


def see(library: Library, sights: Iterable[Sight]) -> None:
    """Notes that these files, as they are, need no looking at any more."""
    noted = tuple(sights)
    if noted:
        with library.store.writing() as db:
            watched.see(db, noted)


def _sights(folder: Path) -> Iterator[Sight]:
    for file in ingest.files([folder]):
        if isinstance(file, Failed) or not is_whole_name(str(file)):
            continue
        try:
            told = file.stat()
        except OSError:  # it went, or is a link to nowhere
            continue
        if stat.S_ISREG(told.st_mode):
            yield Sight(str(file), told.st_size, told.st_mtime_ns)


def _is_folder(folder: Path) -> bool:
    try:
        with os.scandir(folder):
            return True
    except OSError:
        return False


def _beginning(folder: Path) -> str:
    return str(folder).rstrip(os.sep) + os.sep
