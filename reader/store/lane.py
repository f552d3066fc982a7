"""The one lane for long work on a library: imports, annotating and writing the index never run twice at once.

A file of its own that SQLite locks: every system frees such a lock when its process dies, however it dies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.store.opening import WAIT_MS, expected

FILE = "writer.lock"


@contextmanager
def lane(folder: Path, wait_ms: int = WAIT_MS) -> Iterator[None]:
    """Holds the lane of a library. Raises Trouble("busy") when another process holds it for longer than ``wait_ms``."""
    with expected(folder):
        lock = sqlite3.connect(folder / FILE, timeout=wait_ms / 1000, isolation_level=None)
        try:
            lock.execute("PRAGMA journal_mode = MEMORY")
            lock.execute("BEGIN EXCLUSIVE")
            yield
        finally:
            lock.close()
