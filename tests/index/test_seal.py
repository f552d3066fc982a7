"""An index folder is opened only when its seal fits; nothing in it is unpickled before."""

import json
import os
import pickle
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reader.index import Index, IndexDamaged, seal
from tests.index.conftest import document, total


def damaged(folder: Path, library: str = "library-1") -> bool:
    try:
        Index.open(folder, library)
    except IndexDamaged:
        return True
    return False


def facts(folder: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((folder / seal.FILE).read_text())
    del found["sum"]
    return found


def reseal(folder: Path, **changed: object) -> None:
    """Writes a seal with other facts, and a sum that fits."""
    new = {**facts(folder), **changed}
    (folder / seal.FILE).write_text(json.dumps({**new, "sum": seal._sum(new)}))


@pytest.mark.parametrize("kind", ["missing", "cut", "longer", "flipped", "zeroed"])
def test_every_file_counts(index: Index, folder: Path, kind: str) -> None:
    index.replace([document("a", "herring")])
    names = [file.name for file in seal.read(folder, "library-1").files]
    assert len(names) == 1
    for name in [*names, seal.FILE]:
        file, whole = folder / name, (folder / name).read_bytes()
        if kind == "missing":
            file.unlink()
        else:
            at = len(whole) // 2
            file.write_bytes(
                {
                    "cut": whole[:-1],
                    "longer": whole + b" 0",
                    "flipped": whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :],
                    "zeroed": whole[:at] + bytes(min(512, len(whole) - at)) + whole[at + 512 :],
                }[kind]
            )
        assert damaged(folder), name
        file.write_bytes(whole)
    assert not damaged(folder)


def test_each_bit_of_the_seal_counts(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    whole = (folder / seal.FILE).read_bytes()
    for at in range(len(whole)):
        (folder / seal.FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 4]) + whole[at + 1 :])
        assert damaged(folder), (at, whole[at : at + 1])


def test_of_a_large_index_the_checksums_are_compared_when_asked(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index.replace([document("a", "herring")])
    monkeypatch.setattr(seal, "MOST_SUMMED", 0)
    (segment,) = folder.glob("*.seg")
    whole = segment.read_bytes()
    segment.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    opened = Index.open(folder, "library-1")
    with pytest.raises(IndexDamaged, match="has changed"):
        opened.verify()


def test_another_librarys_index_is_not_ours(index: Index, folder: Path) -> None:
    assert damaged(folder, "library-2")


def test_an_index_by_another_analysis_answers_and_takes_nothing(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    assert not Index.open(folder, "library-1").is_stale
    reseal(folder, analysis="analysis-0")
    stale = Index.open(folder, "library-1")
    assert stale.is_stale and total(stale) == 1
    with pytest.raises(IndexDamaged):
        stale.replace([document("b", "herring")])
    assert total(stale) == 1


@pytest.mark.parametrize("changed", [{"fingerprint": "segments-0"}, {"format": 1}, {"format": 99}])
def test_an_index_of_another_version_is_not_ours(index: Index, folder: Path, changed: dict[str, object]) -> None:
    reseal(folder)
    assert not damaged(folder)
    reseal(folder, **changed)
    assert damaged(folder)


@pytest.mark.parametrize(
    "changed",
    [
        {"generation": "x"},
        {"files": 5},
        {"files": [["../library.sqlite", 1, 2]]},
        {"files": [[7, 1, 2]]},
        {"files": [["MAIN_a.seg"]]},
        {"files": [["MAIN_1.seg", 10**9, 2, 1, []]]},
        {"files": [["../MAIN_1.seg", 1, 2, 1, []]]},
        {"files": [["MAIN_1.seg", 1, 2, 1, [1]]]},
        {"files": [["MAIN_1.seg", 1, 2, 1, [-1]]]},
    ],
)
def test_a_seal_that_makes_no_sense_is_no_seal(index: Index, folder: Path, changed: dict[str, object]) -> None:
    reseal(folder, **changed)
    assert damaged(folder)


@pytest.mark.parametrize("text", ["", "[]", "5", "null", '{"sum": 0}', "[" * 100_000, '{"format": 2}', "\udcff"])
def test_anything_may_lie_where_the_seal_lies(index: Index, folder: Path, text: str) -> None:
    (folder / seal.FILE).write_bytes(text.encode("utf-8", "surrogatepass"))
    assert damaged(folder)


def test_a_prepared_folder_runs_nothing(folder: Path, tmp_path: Path) -> None:
    class Evil:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "ran"),)

    folder.mkdir()
    (folder / "_MAIN_1.toc").write_bytes(pickle.dumps(Evil()))
    assert damaged(folder)
    index = Index.create(folder, "library-1")
    index.replace([document("a", "herring")])
    (folder / "_MAIN_9.toc").write_bytes(pickle.dumps(Evil()))
    assert total(Index.open(folder, "library-1")) == 1
    index.replace([document("b", "herring")])
    for segment in folder.glob("*.seg"):
        segment.write_bytes(pickle.dumps(Evil()).ljust(segment.stat().st_size, b"\0"))
    assert damaged(folder)
    assert not (tmp_path / "ran").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_folder_is_not_opened(index: Index, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert damaged(tmp_path / "link")


def test_a_file_or_nothing_in_place_of_the_folder_is_no_index(tmp_path: Path) -> None:
    assert damaged(tmp_path / "nowhere")
    (tmp_path / "file").write_text("text")
    assert damaged(tmp_path / "file")


def test_an_index_of_ours_gives_way_to_a_new_one(folder: Path, index: Index) -> None:
    index.replace([document("a", "herring")])
    assert Index.create(folder, "library-1").ids() == frozenset()
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


def test_a_damaged_index_gives_way_too(folder: Path, index: Index) -> None:
    (folder / seal.FILE).write_text("damaged")
    Index.create(folder, "library-1")
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


def test_what_is_no_index_is_put_aside(folder: Path) -> None:
    for name in ("mine", "mine too"):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / name).write_text("keep me")
        Index.create(folder, "library-1")
    assert (folder.parent / "index.old" / "mine").exists()
    assert (folder.parent / "index.old-2" / "mine too").exists()


def test_opening_loads_no_whoosh_and_loading_it_warns_of_nothing(index: Index, folder: Path, tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from reader.core.query import Word
from reader.index import Index
index = Index.open(Path({str(folder)!r}), "library-1")
assert not [name for name in sys.modules if name.startswith("whoosh")]
index.replace([])
assert index.count(Word("herring"), lambda *_: ()) == 0 and index.nearest("herring") is None
"""
    command = [sys.executable, "-W", "error", "-c", script]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=100, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
