import datetime as dt
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.store import copies, runs
from reader.store.opening import FILE, Store


def test_a_copy_holds_what_was_committed_and_is_good(store: Store) -> None:
    with store.writing() as db:
        runs.add(db)
    copy = copies.add(store.db, store.folder, "daily")
    assert copies.is_good(copy)
    assert copies.newest_good(store.folder) == copy


def test_seven_are_kept(store: Store) -> None:
    for n in range(9):
        copies.add(store.db, store.folder, f"n{n}")
    kept = copies.all_copies(store.folder)
    assert len(kept) == copies.KEPT
    assert kept[0].name.endswith("n8.sqlite")


def test_one_a_day_is_due(store: Store) -> None:
    today = dt.date.today()
    assert copies.is_due(store.folder, today)
    copies.add(store.db, store.folder, "daily")
    assert not copies.is_due(store.folder, today)
    assert copies.is_due(store.folder, today + dt.timedelta(1))


def test_a_cut_copy_is_not_good_and_an_older_one_is_offered(store: Store) -> None:
    good = copies.add(store.db, store.folder, "a")
    bad = copies.add(store.db, store.folder, "b")
    bad.write_bytes(bad.read_bytes()[:5000])
    assert not copies.is_good(bad)
    assert copies.newest_good(store.folder) == good


def test_a_copy_that_does_not_verify_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "is_good", lambda _: False)
    with pytest.raises(Trouble):
        copies.add(store.db, store.folder, "daily")
    assert list((store.folder / copies.FOLDER).iterdir()) == []


def test_a_file_of_another_kind_is_not_good(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("nothing")
    assert not copies.is_good(tmp_path / FILE)
