"""Tables of which nobody could tell which column is which: shown to the reader, in a child with limits as any file."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from reader import ingest
from reader.core.article import Article
from reader.core.lessons import TableRoles
from reader.core.reasons import Trouble
from reader.services.pipes import LineReader, ready
from reader.services.reading_lines import TableQuestion, table_line
from reader.services.workers import start_reader

PATIENCE = 30.0
"""Seconds after which a table is given up."""
_LEDE = 400
"""Code points of the lede that are shown."""


@dataclass(frozen=True, slots=True)
class FirstRow:
    """What the first row of a table becomes, as a row of the article list shows it."""

    headline: str
    lede: str
    publication: str
    published: str
    """ISO 8601 with the precision that is known, or empty."""
    is_bookmark: bool


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as the question which column is which shows it; ``ingest.table_preview`` says what the fields mean."""

    path: str
    member: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    roles: TableRoles
    sureness: tuple[float, ...]
    unclear_date: str
    count: int
    without_headline: int
    letters: str
    first: FirstRow | None


def preview(path: str, member: str = "", roles: TableRoles | None = None, *, today: dt.date) -> TableView:
    """The columns of a table and what becomes of its rows with these roles, or with those that are believed.

    A ``member`` is a table inside an archive. Raises Trouble where it cannot be read, is no table, or takes too long.
    """
    try:
        child = start_reader()
    except OSError as error:
        raise Trouble("no-reader") from error
    asked, answers = cast(BinaryIO, child.stdin), LineReader(cast(BinaryIO, child.stdout), "the reader")
    try:
        with contextlib.suppress(OSError):  # a dead child is noticed where its answer is missing
            asked.write(table_line(TableQuestion(path, member, today, roles)).encode("ascii") + b"\n")
            asked.flush()
        while not answers.ended:
            if not ready([answers], PATIENCE):
                raise Trouble("too-slow", path)
            for line in answers.take():
                return _view_in(line)
    finally:
        child.kill()
        child.wait()
        for pipe in (asked, answers.stream):
            with contextlib.suppress(OSError):
                pipe.close()
    raise Trouble("reader-died", path)


def answer(question: TableQuestion) -> str:
    """What the child answers, one line without its end. Raises Trouble."""
    found = ingest.table_preview(Path(question.path), question.roles, today=question.today, member=question.member)
    wide = len(found.roles.roles)  # no table of stories has as many columns as are left out here
    view = TableView(
        question.path,
        question.member,
        found.columns[:wide],
        tuple(row[:wide] for row in found.rows),
        found.roles,
        found.sureness,
        found.unclear_date,
        found.count,
        found.without_headline,
        found.letters,
        _first(found.first) if found.first is not None else None,
    )
    return json.dumps({"view": asdict(view)})


def _first(article: Article) -> FirstRow:
    return FirstRow(
        article.headline,
        article.lede[:_LEDE],
        article.publication,
        article.published.iso if article.published else "",
        "bookmark" in article.flags,
    )


def _view_in(line: bytes) -> TableView:
    fields: dict[str, Any] = json.loads(line)
    if "reason" in fields:
        raise Trouble(fields["reason"]["code"], *fields["reason"]["args"])
    view = fields["view"]
    roles, first = view["roles"], view["first"]
    view["roles"] = TableRoles(tuple(roles["columns"]), tuple(roles["roles"]), roles["day_first"])
    view["first"] = FirstRow(**first) if first else None
    for name in ("columns", "sureness"):
        view[name] = tuple(view[name])
    view["rows"] = tuple(map(tuple, view["rows"]))
    return TableView(**view)


__all__ = ["FirstRow", "TableView", "answer", "preview"]
