"""One index in its folder: opened only when its seal fits, written in whole commits, searched in its newest state."""

from __future__ import annotations

import datetime as dt
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from reader.core.article import ArticleId
from reader.core.query import Query
from reader.index import seal
from reader.index.documents import Answer, Document, IndexBusy, IndexDamaged, Names

PATIENCE = 0.4
"""Seconds for which a seal that does not fit is read again: a commit may be between its files and its seal."""
ASIDE = 2
"""How many folders that were put aside are kept."""


class Index:
    """The articles of one library, searchable. Whoosh's own reader is opened anew when the seal has changed."""

    def __init__(self, folder: Path, library: str, found: seal.Seal) -> None:
        self._folder, self._library, self._seal = folder, library, found
        self._whoosh: Any = None
        self._searcher: Any = None

    @classmethod
    def open(cls, folder: Path, library: str) -> Index:
        """Opens the index in a folder. Raises IndexDamaged: missing, cut, foreign, older, or another library's."""
        index = cls(folder, library, _patiently(folder, library))
        seal.verify(folder, index._seal)
        return index

    @classmethod
    def create(cls, folder: Path, library: str) -> Index:
        """Makes an empty index; what lay there is put aside."""
        from reader.index.engine import FINGERPRINT, schema
        from reader.index.quiet import create_in

        _put_aside(folder)
        folder.mkdir(parents=True)
        create_in(str(folder), schema()).close()
        seal.write(folder, library, FINGERPRINT, 1)
        return cls.open(folder, library)

    def verify(self) -> None:
        """Compares every file with its checksum. Raises IndexDamaged."""
        self._seal = _patiently(self._folder, self._library)
        seal.verify(self._folder, self._seal)

    def replace(self, documents: Iterable[Document], gone: Iterable[ArticleId] = ()) -> None:
        """One commit: documents take the place of those with their id, ``gone`` leave. Raises IndexBusy, OSError."""
        from reader.index.engine import FINGERPRINT, fields_of
        from reader.index.quiet import LockError

        self._renew()
        try:
            writer = self._whoosh.writer(limitmb=64)
        except LockError as error:
            raise IndexBusy from error
        try:
            for id in gone:
                writer.delete_by_term("id", id)
            for document in documents:
                writer.update_document(**fields_of(document))
            writer.commit()
        except BaseException:
            _give_up(writer)
            raise
        seal.write(self._folder, self._library, FINGERPRINT, self._seal.generation + 1)
        self._renew()

    def search(
        self, query: Query, names: Names, *, limit: int, offset: int = 0, sort: str = "relevance"
    ) -> Answer:  # fmt: skip
        """A page of answers; ``sort`` is relevance, newest or oldest."""
        from reader.index.compiling import compile_query

        self._renew()
        order = {} if sort == "relevance" else {"sortedby": "published", "reverse": sort == "newest"}
        asked = max(1, offset + limit)
        found = self._searcher.search(compile_query(query, names), limit=asked, **order)
        page = [found[n] for n in range(offset, min(offset + limit, found.scored_length()))]
        return Answer(len(found), tuple((ArticleId(hit["id"]), float(hit.score or 0.0)) for hit in page))

    def count(self, query: Query, names: Names) -> int:
        """How many articles answer a query."""
        return self.search(query, names, limit=1).total

    def nearest(self, word: str) -> tuple[str, int] | None:
        """The word nearest to one that no article has, and how many articles have it."""
        from reader.index.analysis import fold

        self._renew()
        reader, plain = self._searcher.reader(), fold(word)
        if not any(char.isalnum() for char in plain):
            return None
        near = reader.corrector("plain").suggest(plain, limit=5, maxdist=1 if len(plain) < 5 else 2)
        counted = [(str(found), int(reader.doc_frequency("plain", found))) for found in near if found != plain]
        return counted[0] if counted else None

    def ids(self) -> frozenset[ArticleId]:
        """The ids of all articles in the index."""
        self._renew()
        return frozenset(ArticleId(fields["id"]) for fields in self._searcher.reader().all_stored_fields())

    def _renew(self) -> None:
        """Opens the newest state. Never by refresh(): its forks give old segments twice."""
        found = _patiently(self._folder, self._library)
        if self._searcher is not None and found.generation == self._seal.generation:
            return
        from reader.index.engine import schema
        from reader.index.quiet import open_dir

        self._close()
        self._seal = found
        try:
            self._whoosh = open_dir(str(self._folder), schema=schema())
            self._searcher = self._whoosh.searcher()
        except FileNotFoundError as error:
            raise IndexDamaged("a file went away while it was opened") from error

    def _close(self) -> None:
        if self._searcher is not None:
            self._searcher.close()
            self._whoosh.close()
        self._searcher = self._whoosh = None


def _patiently(folder: Path, library: str) -> seal.Seal:
    from reader.index.engine import FINGERPRINT

    until = time.monotonic() + PATIENCE
    while True:
        try:
            return seal.read(folder, library, FINGERPRINT)
        except IndexDamaged:
            if not folder.is_dir() or not (folder / seal.FILE).exists() or time.monotonic() > until:
                raise
            time.sleep(0.04)


def _give_up(writer: Any) -> None:
    """Frees the lock and drops the half-written segment; Whoosh's cancel() may fail once a commit began."""
    with suppress(Exception):
        writer.cancel()
    with suppress(Exception):
        writer.writelock.release()


def _put_aside(folder: Path) -> None:
    if folder.exists() or folder.is_symlink():
        stamp = dt.datetime.now().strftime("%Y-%m-%dT%H%M%S%f")
        folder.rename(folder.with_name(f"{folder.name}-aside-{stamp}"))
    for old in sorted(folder.parent.glob(f"{folder.name}-aside-*"), reverse=True)[ASIDE:]:
        shutil.rmtree(old, ignore_errors=True)
