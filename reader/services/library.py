"""An open library: its store, and its index where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from reader.core.reasons import Trouble
from reader.index import Index, IndexDamaged
from reader.store import copies, trouble
from reader.store.lane import lane
from reader.store.opening import Store, open_store

INDEX = "index"


@dataclass(slots=True)
class Library:
    """A library as one thread sees it. Cheap to open; the index is opened when something is first sought."""

    store: Store
    folder: Path
    _index: Index | None = field(default=None, repr=False)

    def index(self) -> Index:
        """The index of this library. Raises IndexDamaged when it is missing, damaged, older or another's."""
        if self._index is None:
            self._index = Index.open(self.folder / INDEX, self.store.library_id)
        return self._index

    def new_index(self) -> Index:
        """An empty index in place of the old one; to be called in the lane."""
        self.forget_index()
        self._index = Index.create(self.folder / INDEX, self.store.library_id)
        return self._index

    def index_aside(self) -> Index:
        """An empty index beside the old one, which goes on to answer; to be called in the lane."""
        return Index.aside(self.folder / INDEX, self.store.library_id)

    def clear_aside(self) -> None:
        """Removes an index that was being made aside when its process died; to be called in the lane."""
        Index.clear_aside(self.folder / INDEX)

    def was_indexed(self) -> bool:
        """Whether something was ever written to an index of this library."""
        (known,) = self.store.db.execute(
            "SELECT EXISTS (SELECT 1 FROM article WHERE newest AND id NOT IN (SELECT id FROM index_queue))"
        ).fetchone()
        return bool(known) or (self.folder / INDEX).exists()

    def forget_index(self) -> None:
        """Lets go of the index's files; it is opened anew when it is next asked for."""
        if self._index is not None:
            self._index.close()
        self._index = None

    def close(self) -> None:
        """Lets go of all files."""
        self.forget_index()
        self.store.close()

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_library(folder: Path) -> Library:
    """Opens the library in a folder; it is made when there is none.

    Raises Trouble: busy, disk-full, read-only, damaged-library, newer-library, foreign-library.
    """
    folder = folder.absolute()
    with expected(folder):
        return Library(open_store(folder), folder)


@contextmanager
def expected(folder: Path) -> Iterator[None]:
    """Turns what SQLite says into Trouble; of a damaged library the newest good copy is named, where there is one."""
    try:
        with trouble.expected(folder):
            yield
    except Trouble as found:
        copy = copies.newest_good(folder) if found.reason.code == "damaged-library" else None
        if copy is None:
            raise
        raise Trouble("damaged-with-copy", str(copy)) from found


def lane_is_free(library: Library) -> bool:
    """Whether no other process is at long work in a library. Raises Trouble("read-only") where none could be."""
    try:
        with lane(library.folder, wait_ms=0):
            return True
    except Trouble as trouble:
        if trouble.reason.code != "busy":
            raise
        return False


@contextmanager
def alone(library: Library) -> Iterator[None]:
    """Holds the lane for long work. Raises Trouble("busy") when another process is at work for over 5 seconds."""
    with lane(library.folder):
        yield


__all__ = ["IndexDamaged", "Library", "alone", "expected", "lane_is_free", "open_library"]
