"""A commit is whole or it is not: failed, killed, on a full disk, or beside another writer."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.index import Document, Index, IndexBusy, seal
from tests.full_disk import can_make_one, small_disk
from tests.index.conftest import document, total


def test_what_was_written_is_there_after_opening_again(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    assert total(Index.open(folder, "library-1")) == 1


def test_an_open_index_sees_what_another_wrote(index: Index, folder: Path) -> None:
    other = Index.open(folder, "library-1")
    assert total(other) == 0
    for n in range(12):
        index.replace([document(str(n), "herring")])
        assert total(other) == n + 1


def test_an_open_index_sees_one_that_was_made_anew(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    assert total(index) == 1
    Index.create(folder, "library-1").replace([document("b", "herring"), document("c", "herring")])
    assert total(index) == 2


def test_the_old_index_answers_until_one_made_aside_is_taken(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring"), document("b", "herring")])
    reading = Index.open(folder, "library-1")
    fresh = Index.aside(folder, "library-1")
    for id in "cde":
        fresh.replace([document(id, "herring")])
        assert (total(reading), Index.open(folder, "library-1").ids()) == (2, {"a", "b"})
    index.take(fresh)
    assert (total(reading), total(index), index.ids()) == (3, 3, {"c", "d", "e"})
    index.verify()
    index.replace([document("f", "herring")], [document("c", "").id])
    assert reading.ids() == {"d", "e", "f"}
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


def test_an_empty_index_is_taken_too(index: Index, folder: Path) -> None:
    index.replace([document("a", "herring")])
    index.take(Index.aside(folder, "library-1"))
    assert (total(index), index.ids()) == (0, frozenset())


def test_what_was_being_made_aside_is_cleared_away(index: Index, folder: Path) -> None:
    Index.aside(folder, "library-1").replace([document("a", "herring")])
    assert Index.aside(folder, "library-1").ids() == frozenset()
    Index.clear_aside(folder)
    assert [path.name for path in folder.parent.iterdir()] == ["index"]


def test_of_two_documents_with_one_id_the_last_counts(index: Index) -> None:
    index.replace([document("a", "cod"), document("a", "herring")])
    assert (total(index), index.ids()) == (1, {"a"})


def test_only_the_files_of_the_newest_state_remain(index: Index, folder: Path) -> None:
    for n in range(9):
        index.replace([document(str(n), "herring")], [document(str(n - 2), "").id])
    assert index.ids() == {"7", "8"}
    sealed = {file.name for file in seal.read(folder, "library-1").files}
    assert {path.name for path in folder.glob("*.*")} == sealed | {seal.FILE}


def test_a_failed_commit_leaves_the_old_state_and_frees_the_lock(index: Index) -> None:
    index.replace([document("a", "herring")])

    def broken() -> Iterator[Document]:
        yield document("b", "herring")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        index.replace(broken())
    assert total(index) == 1
    index.replace([document("c", "herring")])
    assert total(index) == 2


def test_a_second_writer_is_told(index: Index, folder: Path) -> None:
    def meanwhile() -> Iterator[Document]:
        with pytest.raises(IndexBusy):
            Index.open(folder, "library-1").replace([document("b", "cod")])
        yield document("a", "herring")

    index.replace(meanwhile())
    assert total(index) == 1


def test_the_lock_of_a_dead_writer_holds_nobody_up(index: Index, folder: Path) -> None:
    script = f"""
import os
from pathlib import Path
from reader.index import Index
def dying():
    os._exit(9)
    yield
Index.open(Path({str(folder)!r}), "library-1").replace(dying())
"""
    assert subprocess.run([sys.executable, "-c", script], timeout=100).returncode == 9
    index.replace([document("a", "herring")])
    assert total(index) == 1


@pytest.mark.skipif(os.name == "nt", reason="has no fork")
@pytest.mark.parametrize("how", ["fail", "kill", "fail-taking", "kill-taking"])
@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_a_commit_that_is_cut_leaves_the_old_state_or_the_new(tmp_path: Path, how: str, every: int) -> None:
    script = Path(__file__).with_name("cut_commits.py")
    command = [sys.executable, "-X", "dev", "-W", "error", str(script), how, str(every), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=110)
    assert (done.returncode, done.stderr) == (0, "")
    assert {"cut old", "done new"} <= set(done.stdout.splitlines())


WRITER = """
import sys
from itertools import count
from pathlib import Path
from reader.index import Index
from tests.index.conftest import document
folder, first, anew_every = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
index = Index.open(folder, "library-1")
for n in count(first):
    if anew_every and n % anew_every == 0:
        index = Index.create(folder, "library-1")
    index.replace([document(str(n), "herring")], [str(n - 20)])
    print(n, flush=True)
"""


def writer(folder: Path, first: int, anew_every: int = 0) -> subprocess.Popen[str]:
    """A process that writes an article a commit, keeps twenty, and prints each that is written."""
    command = [sys.executable, "-c", WRITER, str(folder), str(first), str(anew_every)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_searching_goes_on_while_another_writes_and_makes_anew(index: Index, folder: Path) -> None:
    child = writer(folder, 1, anew_every=7)
    assert child.stdout is not None
    child.stdout.readline()
    seen = set()
    until = time.monotonic() + 1
    while time.monotonic() < until:
        seen |= {total(index), len(Index.open(folder, "library-1").ids())}
    child.kill()
    child.wait(timeout=60)
    child.stdout.close()
    assert len(seen) > 2
    assert max(seen) <= 7


@pytest.mark.parametrize("kills", [3, pytest.param(60, marks=pytest.mark.slow)])
def test_killed_at_any_moment_nothing_is_lost_that_was_reported(index: Index, folder: Path, kills: int) -> None:
    n = 0
    for kill in range(kills):
        child = writer(folder, n)
        assert child.stdout is not None
        first = int(child.stdout.readline())
        time.sleep((kill * 37 % 100) / 250)
        child.kill()
        last = [first, *map(int, child.stdout.read().split())][-1]
        child.wait(timeout=60)
        child.stdout.close()
        opened = Index.open(folder, "library-1")
        opened.verify()
        newest = max(int(id) for id in opened.ids())
        assert newest in (last, last + 1)
        assert opened.ids() == {str(id) for id in range(max(0, newest - 19), newest + 1)}
        n = newest + 1


@pytest.mark.skipif(not can_make_one(), reason="cannot make a small disk here")
def test_on_a_full_disk_the_old_state_stays_and_it_goes_on_when_there_is_room(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 2) as disk:
        index = Index.create(disk.folder / "index", "library-1")
        done = 0
        with pytest.raises(OSError, match="No space"):
            for done in range(100):
                index.replace([document("a" * done, " ".join(f"herring{n}x{done}" for n in range(1000)))])
        assert done > 1
        index.verify()
        assert len(index.ids()) == done
        disk.grow(50)
        index.replace([document("more", "herring")])
        assert len(index.ids()) == done + 1
        index.close()
