import datetime as dt
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.services import browsing, copying, importing
from reader.services.library import Library, open_library
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


def test_a_backup_into_a_missing_folder_is_told(library: Library, tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        copying.backup(library, tmp_path / "no" / "folder" / "x")
    assert caught.value.reason.code == "cannot-write"
