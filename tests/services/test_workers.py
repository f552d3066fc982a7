import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Changes, Failed, Imported, Progress
from reader.services import browsing
from reader.services.library import open_library
from reader.services.workers import ImportJob, PendingJob, Worker, command, environment
from tests import stories


@pytest.fixture
def worker(tmp_path: Path):  # type: ignore[no-untyped-def]
    made = Worker(tmp_path / "library")
    yield made
    made.stop()
    made.close()


def test_one_worker_does_job_after_job(worker: Worker, tmp_path: Path) -> None:
    first = list(worker.run(ImportJob((stories.write(tmp_path, "a.txt", stories.SOUND),))))
    pid = worker.pid
    second = list(worker.run(ImportJob((stories.write(tmp_path, "b.txt", stories.STORM), "/nothing/here"))))
    assert worker.pid == pid
    assert [type(s) for s in first if not isinstance(s, Progress | Changes)] == [Imported]
    assert {type(s) for s in second if not isinstance(s, Progress | Changes)} == {Imported, Failed}
    with open_library(tmp_path / "library") as library:
        assert browsing.counts(library).pending == 0


def test_stopping_keeps_what_was_reported_and_the_rest_is_done_later(worker: Worker, tmp_path: Path) -> None:
    paths = tuple(
        stories.write(tmp_path / "in", f"{n}.txt", stories.SOUND.replace("Nobody", f"Crew {n}")) for n in range(60)
    )
    reported = []
    for step in worker.run(ImportJob(paths)):
        if isinstance(step, Imported):
            reported.append(step.id)
            worker.stop()
    assert reported
    assert worker.pid is None
    assert list(worker.run(PendingJob()))
    with open_library(tmp_path / "library") as library:
        assert set(reported) <= {entry.id for entry in browsing.article_ids(library)}
        assert browsing.counts(library).pending == 0


def test_a_worker_that_dies_by_itself_is_told(worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.services.workers.command", lambda *_: [sys.executable, "-c", "input()"])
    with pytest.raises(Trouble) as caught:
        list(worker.run(PendingJob()))
    assert caught.value.reason.code == "worker-died"


def test_trouble_of_the_worker_reaches_the_caller(worker: Worker, tmp_path: Path) -> None:
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "library.sqlite").write_bytes(b"no database" * 500)
    with pytest.raises(Trouble) as caught:
        list(worker.run(PendingJob()))
    assert caught.value.reason.code == "damaged-library"


def test_a_folder_named_as_ours_is_not_run(tmp_path: Path) -> None:
    (tmp_path / "reader").mkdir()
    (tmp_path / "reader" / "__init__.py").write_text("raise SystemExit('not ours')")
    done = subprocess.run(
        command("--version"), env=environment(), cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.split()[0]) == (0, "dateline")
