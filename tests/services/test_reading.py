"""Files that hang, die or eat all memory: each is one failure, and the others are read."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader import ingest
from reader.core.lessons import Lessons, TableRoles
from reader.core.reasons import Trouble
from reader.core.steps import Failed, Imported
from reader.services import importing, reading
from reader.services.library import Library
from reader.services.reading import read_guarded
from reader.services.reading_lines import Taken, asked_in, hints_line
from reader.services.workers import environment
from tests import stories

HINTS = ingest.Hints(dt.date(2026, 6, 1))
CHILD = """
import os, sys, time
from reader import ingest, worker
honest = ingest.read
def read(path, hints):
    yield from honest(path, hints)
    if path.name.startswith("hang"):
        time.sleep(600)
    if path.name.startswith("passing"):
        for _ in range(8):
            time.sleep(0.5)
            yield ingest.Passed()
    if path.name.startswith("die"):
        os._exit(3)
    if path.name.startswith("greedy"):
        raise MemoryError
    if path.name.startswith("mistake"):
        raise ValueError("a mistake of ours")
ingest.read = read
sys.exit(worker.read())
"""


@pytest.fixture
def naughty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that does what the names of the files say after it has read them."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}

    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", CHILD], env=environment(), **pipes)  # type: ignore[call-overload]

    monkeypatch.setattr(reading, "start_reader", start)
    monkeypatch.setattr(reading, "PATIENCE", 3.0)


def written(folder: Path, *names: str) -> list[Path]:
    """A story of its own a file."""
    return [Path(stories.write(folder, name, stories.SOUND.replace("Nobody", name))) for name in names]


@pytest.mark.usefixtures("naughty")
def test_child_that_passes_over_much_is_not_given_up(tmp_path: Path) -> None:
    paths = written(tmp_path, "passing.txt", "good.txt")
    assert results(paths) == {"passing.txt": ["article"], "good.txt": ["article"]}


def results(paths: list[Path]) -> dict[str, list[str]]:
    """What each file gave, in order of the files."""
    found: dict[str, list[str]] = {}
    for path, answers, _ in read_guarded(paths, HINTS):
        gave = ["article" if isinstance(a, Taken) else a.reason.code for a in answers]  # type: ignore[union-attr]
        found.setdefault(path.name, []).extend(gave)
    return found


def test_articles_come_in_order_with_their_originals(tmp_path: Path) -> None:
    paths = written(tmp_path, *(f"{n:02}.txt" for n in range(12)))
    taken = [(path, answer) for path, answers, _ in read_guarded(paths, HINTS) for answer in answers]
    assert [path for path, _ in taken] == paths
    for path, answer in taken:
        assert isinstance(answer, Taken)
        (found,) = ingest.read(path, HINTS)
        assert isinstance(found, ingest.Found)
        assert answer.article == found.article
        assert answer.original.size == path.stat().st_size


@pytest.mark.usefixtures("naughty")
@pytest.mark.parametrize(
    ("bad", "code"), [("hang.txt", "too-slow"), ("die.txt", "reader-died"), ("greedy.txt", "too-much-memory")]
)
def test_a_bad_file_is_one_failure_and_what_it_gave_is_kept(tmp_path: Path, bad: str, code: str) -> None:
    paths = written(tmp_path, "a.txt", bad, "c.txt", "d.txt")
    assert results(paths) == {"a.txt": ["article"], bad: ["article", code], "c.txt": ["article"], "d.txt": ["article"]}


@pytest.mark.logs_errors
@pytest.mark.usefixtures("naughty")
def test_a_mistake_of_ours_costs_one_file(tmp_path: Path) -> None:
    paths = written(tmp_path, "mistake.txt", "b.txt")
    assert results(paths) == {"mistake.txt": ["article", "own-mistake"], "b.txt": ["article"]}


def test_a_child_makes_room_for_a_new_one_after_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started = []
    honest = reading.start_reader
    monkeypatch.setattr(reading, "MOST", 3)
    monkeypatch.setattr(reading, "start_reader", lambda: started.append(1) or honest())
    paths = written(tmp_path, *(f"{n}.txt" for n in range(8)))
    assert list(results(paths)) == [path.name for path in paths]
    assert len(started) == 3


def test_no_child_is_a_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> subprocess.Popen[bytes]:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(reading, "start_reader", refuse)
    with pytest.raises(Trouble) as caught:
        list(read_guarded(written(tmp_path, "a.txt"), HINTS))
    assert caught.value.reason.code == "no-reader"


@pytest.mark.usefixtures("naughty")
def test_an_import_goes_on_behind_a_file_that_hangs(library: Library, tmp_path: Path) -> None:
    written(tmp_path / "in", "a.txt", "hang.txt", "z.txt")
    steps = list(importing.import_paths(library, [str(tmp_path / "in")], HINTS.today))
    assert len([s for s in steps if isinstance(s, Imported)]) == 3
    (failed,) = (s for s in steps if isinstance(s, Failed))
    assert (failed.path, failed.reason.code) == (str(tmp_path / "in" / "hang.txt"), "too-slow")


def test_hints_travel_whole() -> None:
    lessons = Lessons(
        furniture={"Coastline Press": frozenset({"sign up"})},
        kept={"Coastline Press": frozenset({"photo"})},
        tables=(TableRoles(("a", "b"), ("headline", ""), day_first=False),),
    )
    assert asked_in(hints_line(ingest.Hints(HINTS.today, lessons))) == ingest.Hints(HINTS.today, lessons)


def test_half_characters_of_a_broken_export_hold_up_nothing(library: Library, tmp_path: Path) -> None:
    row = {"title": "Ferry \ud83d aground", "publication": "The \ud800 Times", "text": "The ferry \udc00 ran aground."}
    row["url"] = "https://coast.example/\ud801/ferry"
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="ascii")
    stories.write(tmp_path, "z.txt", stories.SOUND)
    steps = list(importing.import_paths(library, [str(tmp_path)], HINTS.today))
    assert len([s for s in steps if isinstance(s, Imported)]) == 2
