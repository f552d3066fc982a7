"""Saved searches and the queries asked last, as they are kept, and a library from before there were any."""

import sqlite3
from contextlib import closing
from pathlib import Path

from reader.store import copies, saved
from reader.store.opening import FILE, Store, open_store
from reader.store.saved import MOST_EARLIER
from reader.store.schema import APPLICATION_ID, STEPS


def test_a_library_of_an_older_program_gets_the_tables_and_keeps_what_it_had(tmp_path: Path) -> None:
    before = STEPS.index(next(step for step in STEPS if "saved_search" in step))
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        for step in STEPS[:before]:
            db.executescript(step)
        db.execute("INSERT INTO meta VALUES ('library', 'x')")
        db.execute("INSERT INTO run (started) VALUES ('2024-03-14T13:02:00+00:00')")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {before}")
        db.commit()
    store = open_store(tmp_path)
    assert store.db.execute("PRAGMA user_version").fetchone() == (len(STEPS),)
    assert store.db.execute("SELECT count(*) FROM run").fetchone() == (1,)
    assert saved.searches(store.db) == () and saved.earlier(store.db, 5) == ()
    with store.writing() as writing:
        saved.add(writing, "Patrols", "{}", tell=True)
        saved.remember(writing, "herring", "2024-03-14T13:02:00+00:00")
    assert [record.name for record in saved.searches(store.db)] == ["Patrols"]
    store.close()
    assert len(copies.all_copies(tmp_path)) == 1


def test_an_id_is_never_given_again(store: Store) -> None:
    with store.writing() as db:
        first = saved.add(db, "Patrols", "{}", tell=True)
        saved.remove(db, first)
        second = saved.add(db, "Harbors", "{}", tell=True)
    assert second > first


def test_a_query_asked_again_comes_first_and_once(store: Store) -> None:
    with store.writing() as db:
        for typed, at in (("cod", "1"), ("eel", "2"), ("cod", "3")):
            saved.remember(db, typed, at)
    assert saved.earlier(store.db, 5) == (("cod", "3"), ("eel", "2"))


def test_only_so_many_queries_are_remembered(store: Store) -> None:
    with store.writing() as db:
        for number in range(MOST_EARLIER + 20):
            saved.remember(db, f"query {number}", "1")
    found = saved.earlier(store.db, 2 * MOST_EARLIER)
    assert len(found) == MOST_EARLIER and found[0][0] == f"query {MOST_EARLIER + 19}"
