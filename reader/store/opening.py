"""Opening a library: made when it is missing, brought up to date, never touched when it is damaged or newer."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.core.reasons import Trouble
from reader.store import copies
from reader.store.schema import APPLICATION_ID, STEPS
from reader.store.trouble import expected

FILE = "library.sqlite"
WAIT_MS = 5000
"""How long a write waits for another writer, in milliseconds (the contract of the command line)."""


@dataclass(frozen=True, slots=True)
class Store:
    """An open library. It belongs to the thread that opened it."""

    db: sqlite3.Connection
    folder: Path

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all is kept, or nothing. Raises Trouble (busy, disk-full, read-only, damaged-library)."""
        with expected(self.folder):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield self.db
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    def check_writable(self) -> None:
        """Raises Trouble as ``writing`` does; of a file without leave to write only a first change finds that out."""
        with self.writing() as db:
            db.execute("DELETE FROM meta WHERE false")

    @property
    def library_id(self) -> str:
        """A name that no other library has; the index is made for it."""
        (value,) = self.db.execute("SELECT value FROM meta WHERE key = 'library'").fetchone()
        return str(value)

    def close(self) -> None:
        """Lets go of the file."""
        self.db.close()


def open_store(folder: Path) -> Store:
    """Opens the library in a folder, making it when there is none.

    Raises Trouble: busy, disk-full, read-only, damaged-library, newer-library, foreign-library.
    """
    file = folder / FILE
    with expected(folder):
        if _is_missing(file):
            _make_folder(folder)
        elif not os.access(folder, os.W_OK):
            return _open_unwritable(file, folder)
        db = _connect(file.as_uri())
        try:
            _prepare(db, file)
        except BaseException:
            db.close()
            raise
        return Store(db, folder)


def _is_missing(file: Path) -> bool:
    """Whether there is no library yet. One that left copies behind was lost, and an empty one must not hide that."""
    try:
        missing = not file.exists() or not file.stat().st_size
    except OSError as error:
        raise Trouble("read-only", str(file.parent)) from error
    if missing and copies.all_copies(file.parent):
        raise Trouble("damaged-library", str(file.parent))
    return missing


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble("read-only", str(folder)) from error
    if not os.access(folder, os.W_OK):
        raise Trouble("read-only", str(folder))


def _connect(uri: str) -> sqlite3.Connection:
    db = sqlite3.connect(uri, uri=True, timeout=WAIT_MS / 1000, isolation_level=None)
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _open_unwritable(file: Path, folder: Path) -> Store:
    """A library in a folder that cannot be written can still be read, as long as nothing waits in a log beside it."""
    wal = file.with_name(FILE + "-wal")
    if wal.exists() and wal.stat().st_size:
        raise Trouble("read-only", str(folder))
    db = _connect(file.as_uri() + "?mode=ro&immutable=1")
    _check_ours(db, file)
    return Store(db, folder)


def _prepare(db: sqlite3.Connection, file: Path) -> None:
    version = _check_ours(db, file)
    db.execute("PRAGMA journal_mode = WAL")
    # An article that was reported as imported must outlive a power cut, hence FULL and not NORMAL.
    db.execute("PRAGMA synchronous = FULL")
    if version < len(STEPS):
        _migrate(db, file)


def _check_ours(db: sqlite3.Connection, file: Path) -> int:
    """The schema version of a library of ours, 0 for an empty file; Trouble for any other file."""
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (tables or version):
        raise Trouble("foreign-library", str(file))
    if version > len(STEPS):
        raise Trouble("newer-library", str(version))
    return int(version)


def _migrate(db: sqlite3.Connection, file: Path) -> None:
    """Takes the missing steps in one transaction, after a copy when there is something to lose."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version:
        copies.add(db, file.parent, f"before-{version + 1}")
    db.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken the steps while this one waited for the lock.
        (version,) = db.execute("PRAGMA user_version").fetchone()
        for step in STEPS[version:]:
            for statement in _statements(step):
                db.execute(statement)
        if version == 0:
            db.execute("INSERT INTO meta VALUES ('library', ?)", (secrets.token_hex(8),))
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(STEPS)}")
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """The statements of a step, each of which ends its line.

    ``executescript`` would commit before each script and break the one transaction.
    """
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
