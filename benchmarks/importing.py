"""What importing costs before annotation, beside the bare library in the same run; and whether memory stays flat."""

from __future__ import annotations

import datetime as dt
import logging
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from benchmarks import machine, mixed
from benchmarks.articles import write
from benchmarks.rows import Row
from reader import ingest
from reader.core.steps import Progress
from reader.services.workers import ImportJob, Worker

TURNS = 5
"""How often each reads everything, by turns; the fastest turn is the one that others disturbed least."""
MOST_TIMES, PLAIN, START, GROWTH = 1.5, 300, 0.4, 1.25
"""The aims: times trafilatura alone, plain texts a second, seconds of ``read``, late memory by early memory."""


def rows(count: int | None, data: Path | None = None) -> list[Row]:
    """Figures on ``count`` made-up articles, and on the saved pages of ``data`` where it is given."""
    count = count or 200
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "pages").mkdir()
        stories = sorted(write(folder / "plain", count).iterdir())
        for story in stories:
            (folder / "pages" / f"{story.stem}.html").write_text(
                mixed.page(story.read_text("utf-8"), teasers=120), "utf-8"
            )
        found = _pages("made-up pages", sorted((folder / "pages").iterdir()))
        if data:
            found += _pages(f"pages of {data.name}", sorted(data.rglob("*.html")))
        found += [_plain(stories), _start(stories[0])]
        return found + _memory(folder / "many", 10 * count)


def _pages(what: str, files: list[Path]) -> list[Row]:
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    texts = [file.read_text("utf-8", "replace") for file in files]
    ours, bare = _fastest(lambda: _read(files), lambda: [_bare(text) for text in texts])
    aim = f"at most {MOST_TIMES} × trafilatura alone"
    return [Row(f"import: {len(files)} {what}", 1000 * ours / len(files), "CPU ms", 1000 * bare / len(files), aim,
                ours <= MOST_TIMES * bare)]  # fmt: skip


def _bare(text: str) -> object:
    return trafilatura.bare_extraction(text, favor_precision=True, include_comments=False, with_metadata=True)


def _read(files: list[Path]) -> None:
    hints = ingest.Hints(dt.date(2026, 6, 1))
    for file in files:
        for _ in ingest.read(file, hints):
            pass


def _plain(files: list[Path]) -> Row:
    (seconds,) = _fastest(lambda: _read(files))
    pace = len(files) / seconds
    return Row(
        "import: plain texts of 350 words, read", pace, "articles/CPU s", None, f"at least {PLAIN}", pace >= PLAIN
    )


def _start(file: Path) -> Row:
    """The whole command, from its start to its answer."""
    times = []
    for _ in range(TURNS):
        since = time.perf_counter()
        command = [sys.executable, "-m", "reader", "--json", "read", str(file)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=60)
        times.append(time.perf_counter() - since)
    seconds = statistics.median(times)
    return Row("import: read one small text, whole command", seconds, "s", None, f"under {START}", seconds < START)


def _memory(folder: Path, count: int) -> list[Row]:
    """The worker's memory while it takes in a mixed folder, a quarter of the way and at the end."""
    files = mixed.write(folder / "in", count)
    worker = Worker(folder / "library")
    since = time.perf_counter()
    taken = [
        (step.done / max(1, step.total), machine.megabytes(worker.pid or "self") or 0.0)
        for step in worker.run(ImportJob((str(folder / "in"),), wait=False))
        if isinstance(step, Progress)
    ]
    seconds = time.perf_counter() - since
    worker.close()
    early = max((megabytes for at, megabytes in taken if at <= 0.25), default=0.0)
    late = max((megabytes for _, megabytes in taken), default=0.0)
    pace = Row(f"import: {files} articles of all kinds, stored", files / seconds, "articles/s")
    if not early:
        return [pace]
    aim = f"at most {GROWTH} × a quarter of the way"
    return [pace, Row("import: most memory of the worker", late, "MB", early, aim, late <= GROWTH * early)]


def _fastest(*works: Callable[[], object]) -> tuple[float, ...]:
    """CPU seconds of the fastest turn of each, in turn."""
    for work in works:
        work()
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(TURNS):
        for work, times in zip(works, taken, strict=True):
            since = time.process_time()
            work()
            times.append(time.process_time() - since)
    return tuple(map(min, taken))
