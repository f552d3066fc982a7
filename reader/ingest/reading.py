"""Reading one file: the gate, then the parser of its format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from reader.core.article import Article
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.gate import Opened, open_file
from reader.ingest.plain.articles import read_plain


def read(path: Path, *, today: dt.date) -> Iterator[Article | Failed]:
    """The articles of one file, or one ``Failed`` that says why there are none. Never raises for what a file holds.

    ``today`` bounds the years that are inferred: a story is not younger than its import.
    """
    opened = open_file(path)
    if isinstance(opened, Reason):
        yield Failed(str(path), opened)
        return
    try:
        articles = tuple(_parse(opened, path, today))
    except Trouble as trouble:
        yield Failed(str(path), trouble.reason)
        return
    yield from articles
    if not articles:
        yield Failed(str(path), Reason("no-article", (str(path),)))


def _parse(opened: Opened, path: Path, today: dt.date) -> Iterator[Article]:
    if opened.format == "html":
        from reader.ingest.saved_html import read_html  # late: trafilatura and lxml cost half a second

        return read_html(opened.text, path=str(path), digest=opened.digest, today=today)
    return read_plain(opened.text, path=str(path), digest=opened.digest, today=today)
