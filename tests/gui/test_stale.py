"""Articles of an older annotator: annotated anew while the window is open, and never in the reader's way."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader import language
from reader.core.annotations import Annotations
from reader.core.article import Block
from reader.core.identity import text_digest
from reader.core.steps import Step
from reader.services import browsing, importing
from reader.services.annotating import annotate_pending
from reader.services.indexing import index_pending
from reader.services.library import open_library
from reader.services.lines import Job, PendingJob
from reader.services.workers import Worker
from reader.store import queues
from tests import stories
from tests.gui.driver import WAIT, Driver

Opener = Callable[..., Driver]


class Nothing:
    """An annotator of old, which found nothing."""

    name = "old-1"

    def annotate(self, text: str, blocks: tuple[Block, ...]) -> Annotations:
        return Annotations(text_digest(text), self.name)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A library whose articles another annotator annotated."""
    paths = [stories.write(tmp_path / "first", f"{n}.txt", f"{stories.STORM}\nCrew {n}.\n") for n in range(3)]
    with open_library(tmp_path / "library") as opened:
        list(importing.import_paths(opened, paths, dt.date(2024, 6, 1)))
        list(annotate_pending(opened, Nothing()))
        list(index_pending(opened))
    return tmp_path / "library"


@pytest.fixture
def never_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first run that finishes what waits lasts until it is stopped, however fast the machine is."""
    stopped = threading.Event()
    run, stop = Worker.run, Worker.stop

    def run_slowly(worker: Worker, job: Job) -> Iterator[Step]:
        if isinstance(job, PendingJob) and not stopped.is_set():
            stopped.wait(WAIT / 1000)
        else:
            yield from run(worker, job)

    def stop_at_once(worker: Worker) -> None:
        stopped.set()
        stop(worker)

    monkeypatch.setattr(Worker, "run", run_slowly)
    monkeypatch.setattr(Worker, "stop", stop_at_once)


def stale(library: Path) -> int:
    with open_library(library) as opened:
        return queues.count_stale(opened.store.db, language.name_of())


def test_they_are_annotated_anew_when_the_window_opens(open_window: Opener, old: Path) -> None:
    driver = open_window(old)
    driver.wait(lambda: driver.window.importing.running)
    driver.wait(lambda: not driver.window.importing.running and not stale(old))
    with open_library(old) as opened:
        assert "Henrike Solvang" in {entity.name for entity in browsing.entities(opened)}
        assert browsing.counts(opened).pending == 0


@pytest.mark.usefixtures("never_ready")
def test_an_import_does_not_wait_for_them(open_window: Opener, old: Path, tmp_path: Path) -> None:
    driver = open_window(old)
    driver.wait(lambda: driver.window.importing.running and driver.listed)
    before = driver.listed
    driver.window.importing.start([Path(stories.write(tmp_path / "in", "sound.txt", stories.SOUND))])
    driver.wait(lambda: driver.listed > before)
    assert stale(old) == 3
    driver.wait(lambda: not driver.window.importing.running and not stale(old))


@pytest.mark.usefixtures("never_ready")
def test_once_stopped_they_are_left_alone(open_window: Opener, old: Path) -> None:
    driver = open_window(old)
    driver.wait(lambda: driver.window.importing.running)
    driver.window.status.stop_asked.emit()
    driver.wait(lambda: not driver.window.importing.running)
    with driver.qtbot.waitSignal(driver.window.articles.counted):
        driver.window.articles.refresh()
    assert stale(old) == 3
    assert not driver.window.importing.running
