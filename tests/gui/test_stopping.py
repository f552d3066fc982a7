"""What Stop ends and what goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from reader.core.steps import Imported, Progress, Step
from reader.gui.status_bar import LinkButton
from reader.services import browsing
from reader.services.library import open_library
from reader.services.lines import ImportJob, Job
from reader.services.workers import Worker
from tests import stories
from tests.gui.driver import WAIT, Driver

Opener = Callable[..., Driver]


@pytest.fixture
def waits_for_stop(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """An import tells its first article and then lasts until it is stopped; the event says that it has come so far."""
    stopped, reached = threading.Event(), threading.Event()
    run, stop = Worker.run, Worker.stop

    def run_slowly(worker: Worker, job: Job) -> Iterator[Step]:
        for step in run(worker, job):
            yield step
            if isinstance(job, ImportJob) and isinstance(step, Imported):
                yield Progress("import", 1, 60)
                reached.set()
                stopped.wait(WAIT / 1000)

    def stop_at_once(worker: Worker) -> None:
        stopped.set()
        stop(worker)

    monkeypatch.setattr(Worker, "run", run_slowly)
    monkeypatch.setattr(Worker, "stop", stop_at_once)
    return reached


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    for number in range(60):
        stories.write(tmp_path / "in", f"{number}.txt", stories.SOUND.replace("crews", f"crews of harbor {number}"))
    return tmp_path / "in"


def test_what_a_stopped_import_has_taken_in_is_annotated_and_indexed(
    open_window: Opener, tmp_path: Path, pile: Path, waits_for_stop: threading.Event
) -> None:
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.status[0] == "No articles yet")
    driver.window.importing.start([pile])
    driver.wait(waits_for_stop.is_set)
    driver.window.status.stop_asked.emit()
    driver.wait(lambda: driver.listed > 0)
    driver.wait(lambda: not waiting(driver.library) and not driver.window.importing.running)
    driver.search("harbor")
    driver.wait(lambda: " in " in driver.status[0] and not driver.status[0].startswith("0 "))


def waiting(library: Path) -> int:
    with open_library(library) as opened:
        return browsing.counts(opened).pending


def test_stop_by_key_leaves_the_keyboard_where_the_work_is(
    open_window: Opener, tmp_path: Path, pile: Path, waits_for_stop: threading.Event
) -> None:
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.status[0] == "No articles yet")
    driver.window.importing.start([pile])
    driver.wait(waits_for_stop.is_set)
    stop = next(part for part in driver.window.status.findChildren(LinkButton) if part.text() == "Stop")
    driver.wait(stop.isVisible)
    stop.setFocus()
    driver.key(Qt.Key.Key_Space)
    driver.wait(lambda: not driver.window.importing.running)
    assert not stop.isVisible()
    assert driver.focused_in(driver.window.frame), "not the button that comes after it in the window"
