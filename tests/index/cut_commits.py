"""Cuts a commit at one file operation after the other and prints what came out: ``cut_commits.py HOW EVERY DIR``."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import reader.index.committing  # loaded before the first cut
from reader.index import Index, seal
from tests.index.conftest import document

OPERATIONS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "mmap.__new__")
MOST = 400
AFTER = ("new", *"023456789", "10", "11")
"""What the index holds after a commit that came to its end."""


class Cut:
    """Counts file operations and ends the commit at the one that is due."""

    def __init__(self, how: str) -> None:
        self.how, self.seen, self.due = how, 0, 0

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if (
            not self.due
            or event not in OPERATIONS
            or (self.how.startswith("fail") and event == "open" and not writes(args))
        ):
            return
        self.seen += 1
        if self.seen == self.due:
            self.due = 0
            if self.how.startswith("kill"):
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(28, "No space left on device")


def writes(args: tuple[object, ...]) -> bool:
    """Whether a file is opened to be written; only that fails on a full disk."""
    return bool(isinstance(args[1], str) and set(args[1]) & set("wa+"))


def attempt(folder: Path, cut: Cut, due: int) -> bool:
    """Whether the commit came to its end."""
    index = Index.open(folder, "library-1")
    index.ids()
    taking = cut.how.endswith("taking")
    if taking:
        fresh = Index.aside(folder, "library-1")
        fresh.replace([document(id, "herring") for id in AFTER])
    cut.seen, cut.due = 0, due
    try:
        if taking:
            index.take(fresh)
        else:
            index.replace([document("new", "herring"), document("0", "changed")], [document("1", "").id])
    except OSError:
        return False
    finally:
        cut.due = 0
        index.close()
    return True


def attempt_in_child(folder: Path, cut: Cut, due: int) -> bool:
    child = os.fork()
    if not child:
        attempt(folder, cut, due)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def outcome(folder: Path, done: bool, before: frozenset[str]) -> str:
    """What the index holds, after all that must hold in any case was looked at."""
    index = Index.open(folder, "library-1")
    index.verify()
    found = index.ids()
    assert found in (before, set(AFTER))
    index.replace([document("again", "cod")])
    assert index.ids() == found | {"again"}
    names = {file.name for file in seal.read(folder, "library-1").files}
    assert {path.name for path in folder.iterdir()} == names | {seal.FILE, reader.index.committing.LOCK}
    index.close()
    return f"{'done' if done else 'cut'} {'new' if 'new' in found else 'old'}"


def main(how: str, every: int, folder: Path) -> None:
    index = Index.create(folder / "start", "library-1")
    for n in range(6):
        index.replace([document(str(2 * n), "herring"), document(str(2 * n + 1), "cod")])
    before = index.ids()
    index.close()
    cut = Cut(how)
    sys.addaudithook(cut)
    for due in range(1, MOST, every):
        shutil.copytree(folder / "start", folder / "work")
        done = (attempt_in_child if how.startswith("kill") else attempt)(folder / "work", cut, due)
        sys.stdout.write(outcome(folder / "work", done, frozenset(before)) + "\n")
        shutil.rmtree(folder / "work")
        if done:
            return


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
