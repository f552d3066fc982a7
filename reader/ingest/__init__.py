"""Files to articles: the door through which every saved story comes in.

``files`` walks folders, ``read`` reads one file. Nothing that a file holds makes them raise: what cannot be read is a
``Failed`` with its reason. Parsers are imported when the first file needs them.
"""

from __future__ import annotations

from reader.ingest.again import given_back
from reader.ingest.gate import is_light
from reader.ingest.original import Feed, Found, Hints, Read
from reader.ingest.plain.classes import key as line_key
from reader.ingest.reading import read
from reader.ingest.walk import files

__all__ = ["Feed", "Found", "Hints", "Read", "files", "given_back", "is_light", "line_key", "read"]
