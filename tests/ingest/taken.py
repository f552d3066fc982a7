"""What tests ask of the door: the articles and failures of a file or of a text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from reader.core.article import Article
from reader.core.steps import Failed
from reader.ingest import Found, Hints, read
from reader.ingest.original import Original
from reader.ingest.plain.articles import read_plain


def taken(path: Path, today: dt.date) -> list[Article | Failed]:
    """The articles and failures of a file."""
    return [found.article if isinstance(found, Found) else found for found in read(path, Hints(today)) if _told(found)]


def taken_text(text: str, today: dt.date, path: str = "a.txt") -> list[Article]:
    """The articles of a plain text."""
    original = Original(path, text.encode("utf-8", "surrogatepass"))
    return [found.article for found in read_plain(original, Hints(today))]


def _told(found: object) -> bool:
    return isinstance(found, (Found, Failed))
