"""Saved searches say what came since the last look, survive what cannot be read, and the history keeps queries."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from reader import language
from reader.core.reasons import Trouble
from reader.services import importing
from reader.services import saved_searches as searches
from reader.services.annotating import annotate_pending
from reader.services.indexing import index_pending
from reader.services.library import Library
from reader.services.marking import mark
from tests import stories

TODAY = dt.date(2024, 3, 14)


def take_in(library: Library, folder: Path, **texts: str) -> None:
    paths = [stories.write(folder / "in", f"{name}.txt", text) for name, text in texts.items()]
    list(importing.import_paths(library, paths, TODAY))


def finish(library: Library) -> None:
    list(annotate_pending(library, language.load()))
    list(index_pending(library))


@pytest.fixture
def full(library: Library, tmp_path: Path) -> Library:
    take_in(library, tmp_path, sound=stories.SOUND)
    finish(library)
    return library


def now(library: Library, id: int) -> tuple[int, int]:
    found = searches.find(library, id)
    return found.new, found.total


def test_nothing_is_new_when_a_search_is_saved(full: Library) -> None:
    kept = searches.save(full, "Harbors", "harbor")
    assert (kept.name, kept.query, kept.new, kept.total) == ("Harbors", "harbor", 0, 1)
    assert searches.saved(full) == (kept,)


def test_what_comes_is_new_until_the_reader_looks(full: Library, tmp_path: Path) -> None:
    kept = searches.save(full, "Harbors", "harbor")
    take_in(full, tmp_path, storm=stories.STORM)
    finish(full)
    assert now(full, kept.id) == (1, 2)
    new, seen = searches.entries(full, kept.id)
    assert [entry.day for entry in new] == ["2024-03-02"] and [entry.day for entry in seen] == ["2024-03-12"]
    searches.look_at(full, kept.id)
    assert now(full, kept.id) == (0, 2)
    assert searches.entries(full, kept.id)[0] == ()


def test_what_was_still_on_its_way_at_the_last_look_is_new_when_it_arrives(full: Library, tmp_path: Path) -> None:
    kept = searches.save(full, "Harbors", "harbor")
    take_in(full, tmp_path, storm=stories.STORM)
    searches.look_at(full, kept.id)
    assert now(full, kept.id) == (0, 1)
    finish(full)
    assert now(full, kept.id) == (1, 2)


def test_reading_an_article_does_not_make_it_old(full: Library, tmp_path: Path) -> None:
    kept = searches.save(full, "", "harbor")
    take_in(full, tmp_path, storm=stories.STORM)
    finish(full)
    mark(full, [searches.entries(full, kept.id)[0][0].id], read=True)
    assert now(full, kept.id) == (1, 2)


def test_a_search_that_shall_not_tell_has_nothing_new(full: Library, tmp_path: Path) -> None:
    kept = searches.save(full, "Harbors", "harbor", tell=False)
    take_in(full, tmp_path, storm=stories.STORM)
    finish(full)
    assert now(full, kept.id) == (0, 2)
    assert searches.entries(full, kept.id)[0] == ()
    searches.tell(full, kept.id, True)
    assert now(full, kept.id) == (1, 2)


def test_a_search_is_renamed_edited_removed_and_put_back(full: Library) -> None:
    kept = searches.save(full, "", "harbor  -cannery")
    assert kept.name == "harbor -cannery"
    searches.rename(full, kept.id, "  Quiet   harbors ")
    searches.edit(full, kept.id, "herring")
    assert (searches.find(full, kept.id).name, searches.find(full, kept.id).query) == ("Quiet harbors", "herring")
    record = searches.remove(full, kept.id)
    assert searches.saved(full) == ()
    searches.put_back(full, record)
    assert searches.find(full, kept.id).name == "Quiet harbors"


def test_a_query_of_another_program_is_told_and_can_be_edited(full: Library) -> None:
    kept = searches.save(full, "Desk", "harbor")
    tree = {"v": 1, "query": {"field": "desk", "query": {"word": "foreign"}}}
    for text, query in ((json.dumps(tree), "desk:foreign"), ("{", ""), ("null", "")):
        full.store.db.execute("UPDATE saved_search SET query = ?", (text,))
        found = searches.find(full, kept.id)
        assert found.problem and found.problem.code.startswith("saved-") and found.query == query
        with pytest.raises(Trouble):
            searches.entries(full, kept.id)
        searches.look_at(full, kept.id)
    searches.edit(full, kept.id, "harbor")
    assert searches.find(full, kept.id).problem is None


@pytest.mark.parametrize("typed", ["", "  ", "date:yesterday", '""'])
def test_what_is_no_query_is_not_saved(full: Library, typed: str) -> None:
    with pytest.raises(Trouble):
        searches.save(full, "Nothing", typed)
    assert searches.saved(full) == ()


def test_a_search_that_is_gone_is_told(full: Library) -> None:
    for use in (searches.find, searches.remove, searches.look_at, searches.entries):
        with pytest.raises(Trouble, match="no-such-search"):
            use(full, 99)


def test_queries_are_remembered_once_and_forgotten_when_asked(full: Library) -> None:
    for typed in ("harbor", "herring ", "date:yesterday", "", "harbor"):
        searches.remember(full, typed)
    assert [one.typed for one in searches.history(full)] == ["harbor", "herring"]
    searches.forget(full, "harbor")
    assert [one.typed for one in searches.history(full)] == ["herring"]
    searches.forget_history(full)
    assert searches.history(full) == ()


def test_half_a_character_that_was_pasted_does_no_harm(full: Library) -> None:
    searches.remember(full, "harbor \ud83d")
    assert [one.typed for one in searches.history(full)] == ["harbor ?"]
    kept = searches.save(full, "Harbors \ud83d", "harbor \ud83d")
    assert (kept.name, kept.total) == ("Harbors ?", 1)


def test_without_an_index_a_saved_search_has_no_counts(library: Library) -> None:
    kept = searches.save(library, "Harbors", "harbor")
    assert (kept.new, kept.total, kept.problem) == (0, 0, None)
    assert searches.entries(library, kept.id) == ((), ())
