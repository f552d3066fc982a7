"""Comparing store, annotations and index, and repairing what can be made again."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from reader import language
from reader.core.identity import digest_of, text_digest
from reader.core.reasons import Trouble
from reader.core.wording import sentence
from reader.index import IndexDamaged
from reader.services.library import Library, expected
from reader.store import articles, groups, queues, sketches


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. ``detail`` is a short English phrase with numbers."""

    check: str
    ok: bool
    detail: str


def check(library: Library) -> Iterator[Check]:
    """Looks at everything; changes nothing."""
    looks = {
        "database": _database,
        "originals": _originals,
        "texts": _texts,
        "annotator": _annotator,
        "annotations": _annotations,
        "groups": _groups,
        "index": _index,
    }
    for name, look in looks.items():
        try:
            with expected(library.folder):
                found = look(library)
        except Trouble as trouble:
            found = Check(name, False, trouble.reason.code)
        yield found


def _database(library: Library) -> Check:
    (state,) = library.store.db.execute("PRAGMA integrity_check(1)").fetchone()
    broken = library.store.db.execute("PRAGMA foreign_key_check").fetchall()
    detail = "whole" if state == "ok" and not broken else f"{state}, {len(broken)} broken references"
    return Check("database", state == "ok" and not broken, detail)


def _originals(library: Library) -> Check:
    total, wrong = 0, 0
    for digest, packed in library.store.db.execute("SELECT digest, packed FROM original"):
        total += 1
        try:
            wrong += digest_of(zlib.decompress(packed)) != digest
        except zlib.error:
            wrong += 1
    return Check("originals", not wrong, f"{total} originals, {wrong} changed")


def _texts(library: Library) -> Check:
    total, wrong = 0, 0
    for digest, text in library.store.db.execute("SELECT digest, text FROM article"):
        total += 1
        wrong += text_digest(text) != digest
    return Check("texts", not wrong, f"{total} articles, {wrong} changed")


def _annotator(library: Library) -> Check:
    """Whether the annotator can be loaded; ``detail`` is its name, or what is wrong with its model."""
    from reader import language

    try:
        return Check("annotator", True, language.load().name)
    except Trouble as trouble:
        return Check("annotator", False, sentence(trouble.reason))


def _annotations(library: Library) -> Check:
    waiting = queues.waiting(library.store.db)[0]
    (other,) = library.store.db.execute(
        "SELECT count(*) FROM annotation n JOIN article a ON a.row = n.article WHERE n.digest != a.digest"
    ).fetchone()
    stale = other + queues.count_stale(library.store.db, language.name_of())
    return Check("annotations", not waiting and not stale, f"{waiting} pending, {stale} stale")


def _groups(library: Library) -> Check:
    """Whether groups hold two or more articles that there are, all that are related, and no article waits for one."""
    db = library.store.db
    gone, alone, apart = groups.wrong(db)
    waiting = len(sketches.missing(db))
    detail = f"{gone} members gone, {alone} groups of one, {apart} related and apart, {waiting} pending"
    return Check("groups", not (gone or alone or apart or waiting), detail)


def _index(library: Library) -> Check:
    newest = {entry.id for entry in articles.entries(library.store.db)}
    waiting = queues.waiting(library.store.db)[1]
    library.forget_index()
    try:
        index = library.index()
        index.verify()
        indexed = index.ids()
    except IndexDamaged as damage:
        empty = not newest
        return Check("index", empty, "nothing to index" if empty else f"missing or damaged ({damage})")
    missing, extra = len(newest - indexed), len(indexed - newest)
    detail = f"{len(indexed)} articles, {missing} missing, {extra} gone, {waiting} pending"
    return Check("index", not (missing or extra or waiting), detail)
