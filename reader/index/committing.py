"""One commit: new segments are written beside the old ones, and the moment at which they count is that of the seal.

Killed or failed before the seal, the old state stands with all of its files; what was begun is cleared away by the next
commit.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from reader.core.article import ArticleId
from reader.index import merging, seal
from reader.index.batch import ENOUGH, Batch
from reader.index.documents import Document, IndexBusy, IndexDamaged
from reader.index.merging import Size
from reader.index.postings import decode_ids
from reader.index.quiet import FileLock
from reader.index.segments import Segment

LOCK = "MAIN_WRITELOCK"
_FEW_IDS = 64
"""Up to so many ids are looked for one by one; of more, all are compared at once."""

Policy = Callable[[Sequence[Size]], list[list[int]]]


class _Part:
    """A segment while a commit is made: with the documents that are deleted by now."""

    def __init__(self, folder: Path, name: str, sealed: seal.SealedFile | None = None) -> None:
        self.name, self.path, self.sealed = name, folder / name, sealed
        self.segment = Segment(self.path)
        self.deleted = set(sealed.deleted if sealed else ())

    @property
    def size(self) -> Size:
        return Size(self.segment.count - len(self.deleted), self.segment.count)

    def delete(self, ids: Collection[str]) -> None:
        field = self.segment.field("id")
        keys = [id.encode() for id in ids]
        if len(keys) > _FEW_IDS:
            keys = list(set(field.keys.slice(0, len(field.keys))).intersection(keys))
        found = [number for number in map(field.keys.number, keys) if number is not None]
        if found:
            self.deleted.update(decode_ids(self.segment.data, field.terms[found]).tolist())

    def flushed(self) -> seal.SealedFile:
        return seal.flushed(self.path, self.segment.count, tuple(sorted(self.deleted)), self.sealed)


class _Changes:
    """The segments of the state that is being made."""

    def __init__(self, folder: Path, before: seal.Seal) -> None:
        self._folder = folder
        self.parts = [_Part(folder, file.name, file) for file in before.files]
        self._opened = list(self.parts)

    def delete(self, ids: Collection[str]) -> None:
        for part in self.parts if ids else ():
            part.delete(ids)

    def add(self, documents: Iterable[Document]) -> None:
        """Writes documents in as few segments as memory allows; they take the place of those with their ids."""
        batch, ids = Batch(), set[str]()
        for document in documents:
            if document.id in ids or batch.words > ENOUGH:
                self._write(batch, ids)
                batch, ids = Batch(), set()
            batch.add(document)
            ids.add(document.id)
        if ids:
            self._write(batch, ids)

    def _write(self, batch: Batch, ids: set[str]) -> None:
        name = _new_name()
        batch.write(self._folder / name)
        self.delete(ids)
        self.parts.append(self._open(name))

    def merge(self, policy: Policy, look: Callable[[], None] = lambda: None) -> None:
        self.parts = [part for part in self.parts if part.size.alive]
        groups = [[self.parts[number] for number in group] for group in policy([part.size for part in self.parts])]
        for group in groups:
            name = _new_name()
            merging.merge([(part.segment, frozenset(part.deleted)) for part in group], self._folder / name, look)
            self.parts = [part for part in self.parts if part not in group] + [self._open(name)]

    def _open(self, name: str) -> _Part:
        part = _Part(self._folder, name)
        self._opened.append(part)
        return part

    def close(self) -> None:
        """Lets go of all files: what is merged can be removed then, on Windows too."""
        for part in self._opened:
            part.segment.close()

    def seal(self, before: seal.Seal) -> None:
        files = tuple(part.flushed() for part in self.parts)
        seal.write(self._folder, seal.Seal(before.library, before.generation + 1, files))


def _new_name() -> str:
    return f"MAIN_{secrets.token_hex(8)}.seg"


def commit(folder: Path, library: str, documents: Iterable[Document], gone: Iterable[ArticleId]) -> None:
    """Puts documents in the place of those with their ids and removes others. Raises IndexBusy, IndexDamaged, OSError.

    When it raises, the state before stands; or the new one, if only making it outlast a power cut failed.
    """

    def change(changes: _Changes) -> bool:
        changes.delete(set(gone))
        changes.add(documents)
        changes.merge(merging.due)
        return True

    _change(folder, library, change)


class _NotNow(Exception):
    pass


def tidy(folder: Path, library: str, is_wanted: Callable[[], bool]) -> bool:
    """One commit that merges segments, when there are more than need be. Returns whether. Raises as ``commit`` does.

    As soon as ``is_wanted`` says that there is something to do for which somebody waits, all is left as it was.
    """
    if not merging.due_in_idle_time(_sizes(seal.read(folder, library))):
        return False

    def look() -> None:
        if is_wanted():
            raise _NotNow

    def change(changes: _Changes) -> bool:
        changes.merge(merging.due_in_idle_time, look)
        return True

    try:
        return _change(folder, library, change)
    except _NotNow:
        return False


def _sizes(state: seal.Seal) -> list[Size]:
    return [Size(file.documents - len(file.deleted), file.documents) for file in state.files]


def _change(folder: Path, library: str, change: Callable[[_Changes], bool]) -> bool:
    with _alone(folder):
        before = seal.read(folder, library)
        if before.is_stale:
            raise IndexDamaged("what it holds was made by another analysis")
        seal.check(folder, before, frozenset(file.contents for file in before.files))
        _clear(folder, before)
        changes = _Changes(folder, before)
        try:
            done = change(changes)
            changes.seal(before)
        finally:
            changes.close()
            with suppress(IndexDamaged):
                _clear(folder, seal.read(folder, library))
        return done


def take(folder: Path, library: str, other: Path) -> None:
    """One commit in which the files of another index take the place of all that was. Raises as ``commit`` does.

    Segments have names by chance and moving them changes nothing, so the seal is the moment of this commit too.
    """
    with _alone(folder):
        before, taken = seal.read(folder, library), seal.read(other, library)
        seal.check(other, taken)
        _clear(folder, before)
        try:
            for file in taken.files:
                (other / file.name).rename(folder / file.name)
            seal.flush_folder(folder)
            seal.write(folder, seal.Seal(before.library, before.generation + 1, taken.files, taken.analysis))
        finally:
            with suppress(IndexDamaged):
                _clear(folder, seal.read(folder, library))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    held = FileLock(str(folder / LOCK))
    if not folder.is_dir():
        raise IndexDamaged("there is no folder")
    if not held.acquire():
        raise IndexBusy
    try:
        yield
    finally:
        held.release()


def _clear(folder: Path, state: seal.Seal) -> None:
    """Removes what a commit left that did not end, and what the newest one made superfluous.

    Windows removes no file that a reader has open; the next commit tries again.
    """
    kept = {seal.FILE, LOCK, *(file.name for file in state.files)}
    for path in folder.iterdir():
        if path.name in kept or not seal.is_ours(path.name):
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
