import json
import os
import pickle
from pathlib import Path

import pytest

from reader.core.query_parser import parse
from reader.index import Index, IndexBusy, IndexDamaged, seal
from tests.index.conftest import document, names

QUERY = parse("herring").query
assert QUERY is not None


def total(index: Index) -> int:
    assert QUERY is not None
    return index.search(QUERY, names, limit=1).total


def damaged(folder: Path, library: str = "library-1") -> bool:
    try:
        Index.open(folder, library)
    except IndexDamaged:
        return True
    return False


def test_what_was_written_is_there_after_opening_again(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    assert total(Index.open(folder, "library-1")) == 1


def test_an_open_index_sees_what_another_wrote(index: Index, folder: Path) -> None:
    other = Index.open(folder, "library-1")
    assert total(other) == 0
    for n in range(12):
        index.replace([document(str(n), "herring")])
        assert total(other) == n + 1


@pytest.mark.parametrize("kind", ["missing", "cut", "flipped"])
def test_every_file_counts(index: Index, folder: Path, kind: str) -> None:
    index.replace([document("a", "herring")])
    names = sorted(json.loads((folder / seal.FILE).read_text())["files"])
    assert len(names) >= 2
    for name in [*names, seal.FILE]:
        file, whole = folder / name, (folder / name).read_bytes()
        if kind == "missing":
            file.unlink()
        elif kind == "cut":
            file.write_bytes(whole[:-1])
        else:
            file.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
        assert damaged(folder), name
        file.write_bytes(whole)
    assert not damaged(folder)


def test_another_librarys_index_is_not_ours(index: Index, folder: Path) -> None:
    assert damaged(folder, "library-2")


def test_an_index_of_another_analysis_is_not_ours(index: Index, folder: Path) -> None:
    text = (folder / seal.FILE).read_text()
    (folder / seal.FILE).write_text(text.replace("analysis-", "analysis-0"))
    assert damaged(folder)


def test_a_prepared_folder_runs_nothing(folder: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "ran"),)

    folder.mkdir()
    (folder / "_MAIN_1.toc").write_bytes(pickle.dumps(Evil()))
    assert damaged(folder)
    (folder / seal.FILE).write_text('{"files": {"../x": [1, 2]}}')
    assert damaged(folder)
    assert not (tmp_path / "ran").exists()


def test_a_linked_folder_is_not_opened(index: Index, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert damaged(tmp_path / "link")


def test_making_anew_puts_the_old_one_aside_and_keeps_few(folder: Path) -> None:
    for _ in range(5):
        Index.create(folder, "library-1")
    assert len(list(folder.parent.glob("index-aside-*"))) == 2
    assert not damaged(folder)


def test_a_failed_commit_leaves_the_old_state_and_frees_the_lock(index: Index) -> None:
    index.replace([document("a", "herring")])

    def broken():  # type: ignore[no-untyped-def]
        yield document("b", "herring")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        index.replace(broken())
    assert total(index) == 1
    index.replace([document("c", "herring")])
    assert total(index) == 2


def test_a_second_writer_is_told(index: Index, folder: Path) -> None:
    class Meanwhile:
        def __iter__(self):  # type: ignore[no-untyped-def]
            with pytest.raises(IndexBusy):
                Index.open(folder, "library-1").replace([document("b", "cod")])
            yield document("a", "herring")

    index.replace(Meanwhile())
    assert total(index) == 1
