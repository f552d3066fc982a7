"""From the command to the first painted window with the sample library, beside a bare window in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import machine
from benchmarks.rows import Row
from reader import paths
from reader.services.workers import ImportJob, Worker

MORE = 0.35
"""Seconds that the program may take more than a bare window."""
SETTLED = 2.0
"""Seconds after which the list is filled and the window rests."""


def rows(count: int | None) -> list[Row]:
    """The median of ``count`` starts of each, in turn, after one of each that warms the disk's cache."""
    count = count or 9
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True) as name:
        library = Path(name) / "library"
        worker = Worker(library)
        for _ in worker.run(ImportJob(tuple(str(story) for story in paths.sample_stories()))):
            pass
        of_worker = machine.megabytes(worker.pid or "self", peak=True)
        worker.close()
        taken: dict[str, list[float]] = {"bare": [], str(library): []}
        for _ in range(count + 1):
            for what, times in taken.items():
                times.append(_start(what, Path(name) / "profile")[0])
        of_window = _start(str(library), Path(name) / "profile", SETTLED)[1]
    bare, ours = (statistics.median(times[1:]) for times in taken.values())
    aim = f"at most {MORE} s more"
    found = [Row("start: to the first painted window", ours, "s", bare, aim, ours - bare <= MORE)]
    if of_window and of_worker:
        found.append(Row("start: memory of the window, sample library", of_window, "MB"))
        found.append(Row("start: most memory of the worker, the same", of_worker, "MB"))
    return found


def _start(what: str, profile: Path, stay: float = 0.0) -> tuple[float, float]:
    """Seconds to the first paint, and the memory in MB after ``stay`` seconds."""
    quiet = {"QT_LOGGING_RULES": "default.warning=false"}  # a screen that is none warns of every size
    environment = {**os.environ, **quiet, "DATELINE_PROFILE": str(profile)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    since = time.monotonic()
    command = [sys.executable, "-m", "benchmarks.painted", what, str(stay)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, timeout=120, check=True)
    painted, memory = [*map(float, done.stdout.split()), 0.0][:2]
    return painted - since, memory
