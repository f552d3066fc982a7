"""The index while it is made: what answers meanwhile, and what is left to do when the work is cut anywhere."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reader.core.steps import Noted
from reader.index import seal
from reader.services import browsing, indexing
from reader.services.indexing import index_pending, rebuild
from reader.services.library import Library, open_library
from reader.services.searching import search
from reader.store import queues
from tests import stories
from tests.services.test_searching import finish, take_in


class Killed(BaseException):
    """Ends the work where it stands."""


@pytest.fixture
def behind(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    """Two stories that are indexed, and a third that is annotated and waits."""
    monkeypatch.setattr(indexing, "CHUNK", 1)
    take_in(library, tmp_path, sound=stories.SOUND, storm=stories.STORM)
    finish(library)
    take_in(library, tmp_path, third=stories.STORM.replace("Storm", "Second storm").replace("wall", "herring crates"))
    from reader import language
    from reader.services.annotating import annotate_pending

    list(annotate_pending(library, language.load()))
    return library


def whole(library: Library) -> bool:
    """Whether the index knows exactly the articles that the queue does not name."""
    waiting = {id for id, _ in queues.to_index(library.store.db, -1)}
    newest = {entry.id for entry in browsing.article_ids(library)}
    return newest - waiting <= library.index().ids() <= newest


def test_while_the_index_is_made_anew_the_old_one_answers(behind: Library) -> None:
    with open_library(behind.folder) as reader:
        totals, pending = [], []
        for _ in rebuild(behind):
            page = search(reader, "herring")
            totals.append(page.total)
            pending.append(page.pending)
    assert totals[:4] == [1, 1, 1, 2] and set(totals[4:]) <= {2}
    assert pending[:4] == [1, 1, 1, 0] and not any(pending[4:])
    assert whole(behind)
    assert not list(behind.folder.glob("index?*"))


def test_an_index_by_an_older_analysis_answers_until_it_is_made_anew(behind: Library) -> None:
    list(index_pending(behind))
    behind.forget_index()
    folder, id = behind.folder / "index", behind.store.library_id
    seal.write(folder, replace(seal.read(folder, id), analysis="analysis-0"))
    with open_library(behind.folder) as reader:
        assert reader.index().is_stale
        totals, noted = [], []
        for step in index_pending(behind):
            totals.append(search(reader, "herring").total)
            noted += [step.reason.code] if isinstance(step, Noted) else []
        assert set(totals) == {2} and noted == ["index-rebuilt"]
        assert not reader.index().is_stale
        assert list(index_pending(behind)) == []


@pytest.mark.parametrize(
    "where",
    [
        "reader.index.Index.aside",
        "reader.index.Index.take",
        "reader.store.queues.indexed",
        "reader.services.indexing._write",
    ],
)
def test_a_rebuild_that_is_killed_loses_nothing(behind: Library, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def die(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(where, die)
        with pytest.raises(Killed):
            list(rebuild(behind))
    assert whole(behind)
    assert search(behind, "herring").total + search(behind, "herring").pending >= 2
    list(index_pending(behind))
    assert search(behind, "herring").total == 2
    assert whole(behind) and not list(behind.folder.glob("index?*"))


def test_an_article_that_changes_during_a_rebuild_stays_in_the_queue(behind: Library) -> None:
    (first, *_) = behind.index().ids()
    steps = rebuild(behind)
    next(steps)
    with behind.store.writing() as db:
        queues.index(db, [first])
    while search(behind, "herring").total == 1:
        next(steps)
    assert [id for id, _ in queues.to_index(behind.store.db, 9)] == [first]
    list(steps)
    assert browsing.counts(behind).pending == 0


def test_a_damaged_index_is_searchable_while_it_is_made_anew(behind: Library) -> None:
    behind.forget_index()
    for file in (behind.folder / "index").iterdir():
        file.write_bytes(b"")
    with open_library(behind.folder) as reader:
        left = [search(reader, "storm OR herring").pending for _ in rebuild(behind)]
    assert left == sorted(left, reverse=True)
    assert left[0] == 2 and left[-1] == 0
    assert whole(behind)
