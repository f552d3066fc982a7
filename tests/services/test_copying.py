import datetime as dt
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Imported, Noted
from reader.services import browsing, copying, importing, marking, working
from reader.services.library import Library, open_library
from reader.services.lines import ImportJob, PendingJob
from reader.store.opening import FILE
from tests import stories

TODAY = dt.date.today()


def take_in(library: Library, folder: Path) -> None:
    list(importing.import_paths(library, [stories.write(folder, "a.txt", stories.SOUND)], TODAY))


def test_an_empty_library_needs_no_copy(library: Library) -> None:
    assert copying.daily_copy(library, TODAY) is None


def test_one_copy_a_day(library: Library, tmp_path: Path) -> None:
    take_in(library, tmp_path)
    assert copying.daily_copy(library, TODAY) is not None
    assert copying.daily_copy(library, TODAY) is None


def test_a_damaged_library_names_its_newest_good_copy_and_can_go_back_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copy = copying.daily_copy(library, TODAY)
    (folder / FILE).write_bytes(b"damaged" * 1000)
    with pytest.raises(Trouble) as caught:
        open_library(folder)
    assert caught.value.reason.code == "damaged-with-copy"
    assert caught.value.reason.args == (str(copy),)
    assert copy is not None
    aside = copying.restore(folder, copy)
    assert aside is not None and aside.read_bytes().startswith(b"damaged")
    with open_library(folder) as library:
        assert browsing.counts(library).articles == 1


def test_a_backup_is_restored_elsewhere(library: Library, tmp_path: Path) -> None:
    take_in(library, tmp_path)
    copying.backup(library, tmp_path / "all.dateline")
    assert copying.restore(tmp_path / "other", tmp_path / "all.dateline") is None
    with open_library(tmp_path / "other") as other:
        assert browsing.counts(other).articles == 1


def test_a_file_that_is_no_copy_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("no")
    with pytest.raises(Trouble) as caught:
        copying.restore(tmp_path / "library", tmp_path / "x")
    assert caught.value.reason.code == "bad-copy"
    assert not (tmp_path / "library" / FILE).exists()


def test_a_copy_that_is_not_there_is_missing_however_long_its_name(tmp_path: Path) -> None:
    for name in ("x", "x" * 300):
        with pytest.raises(Trouble) as caught:
            copying.restore(tmp_path / "library", tmp_path / name)
        assert caught.value.reason.code == "missing"


def test_a_backup_into_a_missing_folder_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        copying.backup(library, tmp_path / "no" / "folder" / "x")
    assert caught.value.reason.code == "cannot-write"


def starred(folder: Path) -> int:
    with open_library(folder) as library:
        return len(browsing.article_ids(library, browsing.ListFilter.STARRED))


def test_what_waits_in_the_log_is_set_aside_with_its_library(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copying.backup(library, tmp_path / "all.dateline")
        marking.mark(library, [entry.id for entry in browsing.article_ids(library)], starred=True)
    aside = copying.restore(folder, tmp_path / "all.dateline")
    assert starred(folder) == 0
    assert aside is not None
    copying.restore(folder, aside)
    assert starred(folder) == 1


def test_a_library_that_somebody_has_open_is_not_replaced(library: Library, tmp_path: Path) -> None:
    take_in(library, tmp_path)
    copying.backup(library, tmp_path / "all.dateline")
    with pytest.raises(Trouble) as caught:
        copying.restore(library.folder, tmp_path / "all.dateline")
    assert caught.value.reason.code == "in-use"
    marking.mark(library, [entry.id for entry in browsing.article_ids(library)], starred=True)
    library.close()
    assert starred(library.folder) == 1


def test_a_restored_library_is_indexed_anew_without_an_alarm(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copying.backup(library, tmp_path / "all.dateline")
    copying.restore(folder, tmp_path / "all.dateline")
    steps = list(working.work(folder, PendingJob()))
    assert not [step for step in steps if isinstance(step, Noted)]
    with open_library(folder) as library:
        assert len(library.index().ids()) == 1


def test_a_copy_by_a_newer_program_is_refused_before_anything_moves(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copying.backup(library, tmp_path / "newer.dateline")
    with closing(sqlite3.connect(tmp_path / "newer.dateline")) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(Trouble) as caught:
        copying.restore(folder, tmp_path / "newer.dateline")
    assert caught.value.reason.code == "bad-copy"
    with open_library(folder) as library:
        assert browsing.counts(library).articles == 1


def test_a_relative_path_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_library(Path("library")) as library:
        take_in(library, tmp_path)
        copying.backup(library, Path("all.dateline"))
    assert copying.restore(Path("other"), Path("all.dateline")) is None


def test_the_library_is_no_place_for_its_own_backup(library: Library, tmp_path: Path) -> None:
    take_in(library, tmp_path)
    with pytest.raises(Trouble) as caught:
        copying.backup(library, library.folder / FILE)
    assert caught.value.reason.code == "cannot-write"
    assert browsing.counts(library).articles == 1


@pytest.mark.parametrize("state", ["empty", "gone"])
def test_a_library_that_was_lost_is_not_made_anew_over_its_copies(tmp_path: Path, state: str) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copying.daily_copy(library, TODAY)
    if state == "empty":
        (folder / FILE).write_bytes(b"")
    else:
        (folder / FILE).unlink()
    with pytest.raises(Trouble) as caught:
        open_library(folder)
    assert caught.value.reason.code == "damaged-with-copy"
    copying.restore(folder, copying.copy_of_damaged(folder))
    with open_library(folder) as library:
        assert browsing.counts(library).articles == 1


def test_a_sound_library_does_not_go_back_by_itself(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copying.daily_copy(library, TODAY)
    with pytest.raises(Trouble) as caught:
        copying.copy_of_damaged(folder)
    assert caught.value.reason.code == "not-damaged"


def test_damage_that_shows_late_names_the_copy_and_stops_the_work(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)
        copy = copying.daily_copy(library, TODAY)
    assert copy is not None
    copy = copy.rename(copy.with_name("library-2000-01-01T000000-daily.sqlite"))  # so that one is due again
    file = folder / FILE
    data = bytearray(file.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    file.write_bytes(data)
    with pytest.raises(Trouble) as caught:
        list(working.work(folder, ImportJob((stories.write(tmp_path, "b.txt", stories.STORM),))))
    assert caught.value.reason.code == "damaged-with-copy"
    assert copying.all_copies(folder) == (copy,)


def test_a_copy_without_room_is_noted_and_the_work_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "library"
    with open_library(folder) as library:
        take_in(library, tmp_path)

    def full(*_: object) -> None:
        raise Trouble("disk-full")

    monkeypatch.setattr(working, "daily_copy", full)
    steps = list(working.work(folder, ImportJob((stories.write(tmp_path, "b.txt", stories.STORM),))))
    assert [step.reason.code for step in steps if isinstance(step, Noted)] == ["copy-failed"]
    assert [step for step in steps if isinstance(step, Imported)]
