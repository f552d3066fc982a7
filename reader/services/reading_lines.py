"""What a child that reads files is asked and what it answers, as lines of JSON, and back."""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import asdict, dataclass
from typing import Any

from reader import ingest
from reader.core.article import Article, ArticleId, Origin
from reader.core.lessons import Lessons, TableRoles
from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.store import records
from reader.store.articles import Packed, pack, unpacked


@dataclass(frozen=True, slots=True)
class Taken:
    """An article out of a file, with the bytes of its original as the library keeps them."""

    article: Article
    original: Packed


Answer = Taken | Failed | ingest.Feed
"""What a file gives."""


@dataclass(frozen=True, slots=True)
class TableQuestion:
    """Which columns a table has, and what becomes of its rows with these roles, or with those that are believed."""

    path: str
    member: str
    """Its name inside an archive, or empty."""
    today: dt.date
    roles: TableRoles | None = None


@dataclass(frozen=True, slots=True)
class Again:
    """An original as the library keeps it, which is to be read anew; the rest is as in ``ingest.Kept``."""

    packed: Packed
    origin: Origin
    publication: str
    language: str
    today: dt.date
    day: dt.date | None

    def kept(self) -> ingest.Kept:
        """The same, unpacked. Raises Trouble("damaged")."""
        data = unpacked(self.packed)
        if data is None:
            raise Trouble("damaged", self.origin.path)
        return ingest.Kept(data, self.origin, self.publication, self.language, self.today, self.day)


@dataclass(frozen=True, slots=True)
class Ended:
    """The file that was being read is read to its end."""


def hints_line(hints: ingest.Hints) -> str:
    """What every file after this line is read with."""
    return json.dumps({"today": hints.today.isoformat(), "lessons": _lessons_out(hints.lessons)})


def path_line(path: str) -> str:
    """A file to be read."""
    return json.dumps({"path": path})


def again_line(again: Again) -> str:
    """An original to be read anew."""
    fields = {name: _whole(getattr(again, name)) for name in ("publication", "language")}
    packed = {"size": again.packed.size, "data": base64.b64encode(again.packed.data).decode("ascii")}
    days = {"today": again.today.isoformat(), "day": again.day.isoformat() if again.day else None}
    return json.dumps({"again": {**fields, **days, "origin": asdict(again.origin), "packed": packed}})


def table_line(question: TableQuestion) -> str:
    """A table of which the columns are to be shown."""
    return json.dumps({"table": {**asdict(question), "today": question.today.isoformat()}})


def asked_in(line: str) -> ingest.Hints | TableQuestion | Again | str:
    """The hints, the path of a file or the original to be read, or the question about a table that a line gives."""
    fields = json.loads(line)
    if "again" in fields:
        return _again_in(fields["again"])
    if "table" in fields:
        table = fields["table"]
        roles = _roles_in(table["roles"]) if table["roles"] else None
        return TableQuestion(table["path"], table["member"], dt.date.fromisoformat(table["today"]), roles)
    if "path" in fields:
        return str(fields["path"])
    return ingest.Hints(dt.date.fromisoformat(fields["today"]), _lessons_in(fields["lessons"]))


def answer_line(found: ingest.Read | Ended) -> str:
    """An answer of the child, one line without its end. A path may hold half characters, as the system gives it."""
    if isinstance(found, Ended):
        return '{"ended": true}'
    if isinstance(found, ingest.Passed):
        return '{"passed": true}'
    if isinstance(found, Failed):
        return json.dumps({"failed": asdict(found)})
    if isinstance(found, ingest.Feed):
        return json.dumps({"feed": asdict(found)})
    article, packed = found.article, pack(found.original)
    return json.dumps(
        {
            "id": article.id,
            "text": _whole(article.text),
            "publication": _whole(article.publication),
            "language": _whole(article.language),
            "origin": {
                **asdict(article.origin),
                "member": _whole(article.origin.member),
                "url": _whole(article.origin.url),
            },
            "facts": _whole(records.facts_out(article)),
            "size": packed.size,
            "original": base64.b64encode(packed.data).decode("ascii"),
        }
    )


def _whole(words: str) -> str:
    """Words that can be stored: half a character out of a broken export becomes "?", one for one, so offsets stay."""
    return words.encode("utf-8", "replace").decode("utf-8")


def answer_in(line: bytes) -> Answer | Ended | ingest.Passed:
    """The answer that ``answer_line`` wrote."""
    fields = json.loads(line)
    if "passed" in fields:
        return ingest.Passed()
    if "ended" in fields:
        return Ended()
    if "failed" in fields:
        failed = fields["failed"]
        reason = Reason(failed["reason"]["code"], tuple(failed["reason"]["args"]))
        return Failed(failed["path"], reason, failed["run"], failed["member"])
    if "feed" in fields:
        return ingest.Feed(**fields["feed"])
    article = Article(
        id=ArticleId(fields["id"]),
        text=fields["text"],
        publication=fields["publication"],
        language=fields["language"],
        origin=Origin(**fields["origin"]),
        **records.facts_in(fields["facts"]),
    )
    return Taken(article, Packed(fields["size"], base64.b64decode(fields["original"])))


def _again_in(fields: dict[str, Any]) -> Again:
    return Again(
        Packed(fields["packed"]["size"], base64.b64decode(fields["packed"]["data"])),
        Origin(**fields["origin"]),
        fields["publication"],
        fields["language"],
        dt.date.fromisoformat(fields["today"]),
        dt.date.fromisoformat(fields["day"]) if fields["day"] else None,
    )


def _roles_in(table: dict[str, Any]) -> TableRoles:
    return TableRoles(tuple(table["columns"]), tuple(table["roles"]), table["day_first"])


def _lessons_out(lessons: Lessons) -> dict[str, Any]:
    lines = {"furniture": lessons.furniture, "kept": lessons.kept, "always_removed": lessons.always_removed}
    named = {name: {at: sorted(keys) for at, keys in listed.items()} for name, listed in lines.items()}
    return {**named, "tables": [asdict(table) for table in lessons.tables]}


def _lessons_in(fields: dict[str, Any]) -> Lessons:
    tables = tuple(map(_roles_in, fields.pop("tables")))
    lines = {name: {at: frozenset(keys) for at, keys in listed.items()} for name, listed in fields.items()}
    return Lessons(tables=tables, **lines)
