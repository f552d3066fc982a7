import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.store import copies, opening, runs
from reader.store.opening import FILE, Store, open_store
from reader.store.schema import APPLICATION_ID, STEPS


def code(folder: Path) -> str:
    with pytest.raises(Trouble) as caught:
        open_store(folder)
    return caught.value.reason.code


def test_a_missing_library_is_made_and_opens_again(tmp_path: Path) -> None:
    first = open_store(tmp_path / "new" / "library")
    name = first.library_id
    first.close()
    again = open_store(tmp_path / "new" / "library")
    assert again.library_id == name
    again.close()


def test_it_is_a_library_of_ours_in_write_ahead_mode_with_foreign_keys(store: Store) -> None:
    ask = lambda name: store.db.execute(f"PRAGMA {name}").fetchone()[0]  # noqa: E731
    assert ask("application_id") == APPLICATION_ID
    assert ask("user_version") == len(STEPS)
    assert ask("journal_mode") == "wal"
    assert ask("foreign_keys") == 1


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        db.execute("CREATE TABLE theirs (x)")
    before = (tmp_path / FILE).read_bytes()
    assert code(tmp_path) == "foreign-library"
    assert (tmp_path / FILE).read_bytes() == before


def test_a_library_of_a_newer_program_is_not_opened(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        db.execute(f"PRAGMA user_version = {len(STEPS) + 1}")
    assert code(tmp_path) == "newer-library"


def test_a_file_that_is_no_database_is_damaged_and_stays(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"not a database at all" * 500)
    assert code(tmp_path) == "damaged-library"
    assert (tmp_path / FILE).read_bytes().startswith(b"not a database")


def test_a_path_that_is_a_file_cannot_hold_a_library(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code(tmp_path / "file" / "library") == "read-only"


def test_a_folder_without_leave_to_write_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path)
    with store.writing() as db:
        runs.add(db)
    store.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    unwritable = open_store(tmp_path)
    assert unwritable.db.execute("SELECT count(*) FROM run").fetchone() == (1,)
    with pytest.raises(Trouble) as caught, unwritable.writing() as db:
        runs.add(db)
    assert caught.value.reason.code == "read-only"
    unwritable.close()


def test_a_new_library_in_a_folder_without_leave_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert code(tmp_path / "library") == "read-only"


def test_a_failed_transaction_leaves_nothing(store: Store) -> None:
    with pytest.raises(ZeroDivisionError), store.writing() as db:
        runs.add(db)
        raise ZeroDivisionError
    assert store.db.execute("SELECT count(*) FROM run").fetchone() == (0,)


def test_a_second_writer_is_told_after_its_wait(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "WAIT_MS", 50)
    other = open_store(store.folder)
    with store.writing(), pytest.raises(Trouble) as caught, other.writing():
        pass
    other.close()
    assert caught.value.reason.code == "busy"


def test_a_full_disk_is_told_and_nothing_half_is_kept(store: Store) -> None:
    (pages,) = store.db.execute("PRAGMA page_count").fetchone()
    store.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Trouble) as caught, store.writing() as db:
        for _ in range(100):
            db.execute("INSERT INTO original VALUES (hex(randomblob(8)), 1, zeroblob(9000))")
    assert caught.value.reason.code == "disk-full"
    assert store.db.execute("SELECT count(*) FROM original").fetchone() == (0,)


def test_a_migration_is_one_transaction_after_a_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(tmp_path)
    with store.writing() as db:
        runs.add(db)
    store.close()
    monkeypatch.setattr(opening, "STEPS", (*STEPS, "CREATE TABLE later (x);"))
    newer = open_store(tmp_path)
    assert newer.db.execute("SELECT count(*) FROM later").fetchone() == (0,)
    newer.close()
    (copy,) = copies.all_copies(tmp_path)
    assert f"before-{len(STEPS) + 1}" in copy.name
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (len(STEPS),)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(tmp_path).close()
    monkeypatch.setattr(opening, "STEPS", (*STEPS, "CREATE TABLE later (x);\nCREATE TABLE later (x);"))
    with pytest.raises(sqlite3.OperationalError):
        open_store(tmp_path)
    monkeypatch.undo()
    store = open_store(tmp_path)
    assert store.db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'later'").fetchone() == (0,)
    store.close()
