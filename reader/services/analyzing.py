"""Reading and annotating without a library: nothing is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader import ingest
from reader.core.annotations import Annotations
from reader.core.article import Article
from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.language import Annotator, load


@dataclass(frozen=True, slots=True)
class Read:
    """What a path gave: articles and failures."""

    path: str
    articles: tuple[Article, ...]
    failures: tuple[Failed, ...]


def read_paths(paths: tuple[str, ...], today: dt.date) -> Iterator[Read]:
    """Reads files and folders; one answer a path, also for each path inside a folder."""
    for path in paths:
        for file in ingest.files([Path(path)]):
            if isinstance(file, Failed):
                yield Read(file.path, (), (file,))
                continue
            found = tuple(ingest.read(file, today=today))
            yield Read(
                str(file),
                tuple(x for x in found if isinstance(x, Article)),
                tuple(x for x in found if isinstance(x, Failed)),
            )


def annotator() -> Annotator:
    """The annotator that the library uses too; made once and used for many texts."""
    return load()


def annotate(by: Annotator, article: Article) -> Annotations:
    """The annotations of a cleaned article."""
    return by.annotate(article.text, article.blocks)


def annotate_raw(by: Annotator, text: str) -> Annotations:
    """The annotations of a text as it is, with no cleaning; offsets count its own code points."""
    return by.annotate(text, ())


def raw_text(path: str) -> str | Failed:
    """A file's text exactly as it is: UTF-8 where it can be, else Windows-1252."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return Failed(path, Reason("missing", (path,)))
    except OSError:
        return Failed(path, Reason("unreadable", (path,)))
    if not data:
        return Failed(path, Reason("empty", (path,)))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
