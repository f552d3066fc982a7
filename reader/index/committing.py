"""One commit: Whoosh writes its segment, and the moment at which it counts is that of our seal.

Killed or failed before the seal, the old state stands with all of its files; what was begun is cleared away by the next
commit. Whoosh's own order (table of contents first, then at once removing the old files) would leave a gap.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from reader.core.article import ArticleId
from reader.index import seal
from reader.index.documents import Document, IndexBusy, IndexDamaged
from reader.index.engine import NAME, fields_of, schema, toc
from reader.index.quiet import TOC, FileLock, FileStorage, Searcher, SegmentWriter, query

LOCK = "MAIN_WRITELOCK"
MEGABYTES = 64
"""Postings kept in memory before they are sorted out to a file."""


class _Files(FileStorage):  # type: ignore[misc]
    """Whoosh's folder; it remembers what was opened, because a commit that fails half-way closes nothing."""

    def __init__(self, path: str, opened: list[Any]) -> None:
        super().__init__(path)
        self.opened = opened

    def create_file(self, name: str, *args: Any, **kwargs: Any) -> Any:
        self.opened.append(super().create_file(name, *args, **kwargs))
        return self.opened[-1]

    def open_file(self, name: str, **kwargs: Any) -> Any:
        self.opened.append(super().open_file(name, **kwargs))
        return self.opened[-1]

    def temp_storage(self, name: str) -> Any:
        return _Files(str(Path(self.folder) / name), self.opened).create()


class _Base:
    """What Whoosh's writer asks of its index: where it lies, and the state that is to be changed."""

    indexname = NAME

    def __init__(self, storage: _Files, generation: int) -> None:
        self.storage, self.generation = storage, generation

    def _read_toc(self) -> Any:
        return toc(self.storage, self.generation)


class _Writer(SegmentWriter):  # type: ignore[misc]
    """Whoosh's writer; the lock and the removal of old files are ours."""

    def __init__(self, folder: Path, storage: _Files, before: seal.Seal) -> None:
        self.sealed_folder, self.before = folder, before
        super().__init__(_Base(storage, before.generation), _lk=False, limitmb=MEGABYTES)

    def _commit_toc(self, segments: list[Any]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, NAME)
        names = {f"_{NAME}_{self.generation}.toc", *(n for s in segments for n in s.list_files(self.storage))}
        files = seal.sealed(self.sealed_folder, names, self.before)
        seal.write(self.sealed_folder, seal.Seal(self.before.library, self.generation, files))


def commit(folder: Path, library: str, documents: Iterable[Document], gone: Iterable[ArticleId]) -> None:
    """Puts documents in the place of those with their ids and removes others. Raises IndexBusy, IndexDamaged, OSError.

    When it raises, the state before stands; or the new one, if only making it outlast a power cut failed.
    """
    with _alone(folder):
        before = seal.read(folder, library)
        seal.check(folder, before, frozenset(before.files))
        _clear(folder, before)
        try:
            _write(folder, before, documents, gone)
        finally:
            with suppress(IndexDamaged):
                _clear(folder, seal.read(folder, library))


def take(folder: Path, library: str, other: Path) -> None:
    """One commit in which the files of another index take the place of all that was. Raises as ``commit`` does.

    Segments have names by chance and moving them changes nothing, so the seal is the moment of this commit too.
    """
    with _alone(folder):
        before, taken = seal.read(folder, library), seal.read(other, library)
        seal.check(other, taken)
        _clear(folder, before)
        try:
            _move(folder, before, other, taken)
        finally:
            with suppress(IndexDamaged):
                _clear(folder, seal.read(folder, library))


def _move(folder: Path, before: seal.Seal, other: Path, taken: seal.Seal) -> None:
    opened: list[Any] = []
    try:
        segments = toc(_Files(str(other), opened), taken.generation).segments
        kept = tuple(file for file in taken.files if not file.name.endswith(".toc"))
        for file in kept:
            (other / file.name).rename(folder / file.name)
        generation = before.generation + 1
        TOC(schema(), segments, generation).write(_Files(str(folder), opened), NAME)
        table = seal.sealed(folder, [f"_{NAME}_{generation}.toc"], before)
        seal.flush_folder(folder)
        seal.write(folder, seal.Seal(before.library, generation, (*kept, *table)))
    finally:
        _close(opened)


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


def _write(folder: Path, before: seal.Seal, documents: Iterable[Document], gone: Iterable[ArticleId]) -> None:
    storage = _Files(str(folder), [])
    try:
        writer = _Writer(folder, storage, before)
        newest = {document.id: document for document in documents}
        _delete(writer, {*newest, *gone})
        for document in newest.values():
            writer.add_document(**fields_of(document))
        writer.commit()
    finally:
        _close(storage.opened)


def _delete(writer: Any, ids: Iterable[ArticleId]) -> None:
    searcher = Searcher(writer.reader())
    try:
        for id in ids:
            for number in list(searcher.docs_for_query(query.Term("id", id))):
                writer.delete_document(number)
    finally:
        searcher.close()


def _close(files: Iterable[Any]) -> None:
    """A file that cannot be flushed to a full disk says so again, which is known already."""
    for file in files:
        if not file.is_closed:
            with suppress(OSError):
                file.close()


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
