"""Files to articles: the door through which every saved story comes in.

``files`` walks folders, ``read`` reads one file. Nothing that a file holds makes them raise: what cannot be read is a
``Failed`` with its reason. Parsers are imported when the first file needs them.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from reader.core.lessons import TableRoles
from reader.ingest.again import given_back, taken_away
from reader.ingest.gate import is_light
from reader.ingest.kept import Kept, read_kept
from reader.ingest.original import Feed, Found, Hints, Passed, Read
from reader.ingest.plain.keys import key as line_key
from reader.ingest.reading import read
from reader.ingest.walk import files

if TYPE_CHECKING:
    from reader.ingest.tables.preview import TablePreview

__all__ = [
    "Feed", "Found", "Hints", "Kept", "Passed", "Read", "files", "given_back", "is_light", "line_key", "read",
    "read_kept", "table_preview", "taken_away",
]  # fmt: skip


def table_preview(path: Path, roles: TableRoles | None = None, *, today: dt.date, member: str = "") -> TablePreview:
    """The columns of a CSV, JSON or JSON Lines file, its first rows, and what becomes of them with these roles.

    ``member`` is its name where it lies in an archive. The whole file is read to count its rows. Raises Trouble where
    it cannot be read or is no table.
    """
    from reader.ingest.tables.preview import table_preview as preview

    return preview(path, roles, today=today, member=member)
