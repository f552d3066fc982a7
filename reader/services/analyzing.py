"""Reading and annotating without a library: nothing is stored."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader import ingest
from reader.core.annotations import Annotations
from reader.core.article import Article
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.language import Annotator, load
from reader.language.english import language_of
from reader.services.line_up import decoded

if TYPE_CHECKING:
    from reader.services.reading import Answers
    from reader.services.reading_lines import Answer


@dataclass(frozen=True, slots=True)
class Read:
    """What a path gave: articles and failures."""

    path: str
    articles: tuple[Article, ...]
    failures: tuple[Failed, ...]
    feeds: tuple[ingest.Feed, ...] = ()


def read_paths(paths: tuple[str, ...], today: dt.date) -> Iterator[Read]:
    """Reads files and folders; one answer a path, also for each path inside a folder.

    A small plain text by itself is read right here, at once; everything else by a child with limits on time and memory.
    """
    found = [file for path in paths for file in ingest.files([Path(path)])]
    if len(found) == 1 and isinstance(found[0], Path) and ingest.is_light(found[0]):
        yield _read(found[0], str(found[0]), today)
        return
    yield from _guarded(found, ingest.Hints(today))


def _guarded(found: list[Path | Failed], hints: ingest.Hints) -> Iterator[Read]:
    from reader.services.reading import read_guarded  # here, for a small text needs no child and no store

    with closing(read_guarded((file for file in found if isinstance(file, Path)), hints)) as answers:
        for file in found:
            if isinstance(file, Failed):
                yield Read(file.path, (), (file,))
            else:
                yield _gathered(str(file), answers)


def _gathered(name: str, answers: Answers[Path]) -> Read:
    from reader.services.reading_lines import Taken

    gathered: list[Answer] = []
    for _, some, ended in answers:
        gathered += some
        if ended:
            break
    return Read(
        name,
        tuple(one.article for one in gathered if isinstance(one, Taken)),
        tuple(one for one in gathered if isinstance(one, Failed)),
        tuple(one for one in gathered if isinstance(one, ingest.Feed)),
    )


def read_bytes(data: bytes, name: str, today: dt.date) -> Read:
    """Reads what came without a file as the file ``name`` would be read. Raises Trouble("cannot-write")."""
    with tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "input"
        try:
            file.write_bytes(data)
        except OSError as error:
            raise Trouble("cannot-write", folder, error.strerror or "") from error
        if ingest.is_light(file):
            return _read(file, name, today)
        (read,) = _guarded([file], ingest.Hints(today))
        return replace(read, path=name, failures=tuple(_named(failed, file, name) for failed in read.failures))


def _read(file: Path, name: str, today: dt.date) -> Read:
    found = tuple(ingest.read(file, ingest.Hints(today)))
    return Read(
        name,
        tuple(x.article for x in found if isinstance(x, ingest.Found)),
        tuple(_named(x, file, name) for x in found if isinstance(x, Failed)),
        tuple(x for x in found if isinstance(x, ingest.Feed)),
    )


def _named(failed: Failed, file: Path, name: str) -> Failed:
    """The failure with the name that the asker knows."""
    args = tuple(name if arg == str(file) else arg for arg in failed.reason.args)
    return Failed(name, Reason(failed.reason.code, args), failed.run, failed.member)


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
    """A file's text exactly as it is, or why there is none."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError:
        return Failed(path, Reason("missing", (path,)))
    except OSError:
        return Failed(path, Reason("unreadable", (path,)))
    if not data:
        return Failed(path, Reason("empty", (path,)))
    return decoded(data)


__all__ = [
    "Annotator",
    "Read",
    "annotate",
    "annotate_raw",
    "annotator",
    "decoded",
    "language_of",
    "raw_text",
    "read_bytes",
    "read_paths",
]
