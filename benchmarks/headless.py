"""Figures that need no window: the import with its worker, the annotator, the search."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks import machine
from benchmarks.articles import article, write
from benchmarks.rows import Row
from reader import language
from reader.services.library import open_library
from reader.services.searching import search
from reader.services.workers import ImportJob, Worker

QUERIES = (
    "harbor",
    "fleet counted",
    '"before the ice comes"',
    "speaker:Lund",
    "place:Meresund accord",
    "cann",
    "-storm ferry",
)


@contextmanager
def filled_library(count: int) -> Iterator[tuple[Path, float, float]]:
    """A library of made-up articles, the seconds that the import took, and the most memory of the worker, in MB."""
    with tempfile.TemporaryDirectory(prefix="dateline-bench-", ignore_cleanup_errors=True) as name:
        stories = write(Path(name) / "stories", count)
        folder = Path(name) / "library"
        worker, memory = Worker(folder), 0.0
        since = time.perf_counter()
        for _ in worker.run(ImportJob((str(stories),))):
            pass
        seconds = time.perf_counter() - since
        if worker.pid is not None:
            memory = machine.megabytes(worker.pid, peak=True) or 0.0
        worker.close()
        yield folder, seconds, memory


def import_rows(count: int | None) -> list[Row]:
    """How fast articles are read, stored, annotated and indexed, the worker's start included."""
    count = count or 500
    with filled_library(count) as (_, seconds, memory):
        rows = [Row(f"import: {count} articles, annotated, indexed", count / seconds, "articles/s")]
    return rows + ([Row("import: most memory of the worker", memory, "MB")] if memory else [])


def annotate_rows(count: int | None) -> list[Row]:
    """How fast the annotator works on raw text, and its slowest article."""
    count = count or 200
    annotator = language.load()
    texts = [article(number) for number in range(count)]
    annotator.annotate(texts[0], ())
    times = []
    for text in texts:
        since = time.perf_counter()
        annotator.annotate(text, ())
        times.append(time.perf_counter() - since)
    words = sum(len(text.split()) for text in texts)
    return [
        Row(f"annotate: {count} articles", words / sum(times), "words/s"),
        Row("annotate: an article of 350 words, median", 1000 * statistics.median(times), "ms"),
        Row("annotate: the slowest of them", 1000 * max(times), "ms"),
    ]


def search_rows(count: int | None) -> list[Row]:
    """How long a query takes from the typed text to rows that can be painted."""
    count = count or 500
    times = []
    with filled_library(count) as (folder, _, _), open_library(folder) as library:
        for typed in QUERIES * 5:
            since = time.perf_counter()
            search(library, typed)
            times.append(1000 * (time.perf_counter() - since))
    times.sort()
    return [
        Row(f"search: a query in {count} articles, median", statistics.median(times), "ms"),
        Row("search: the slowest query", times[-1], "ms"),
    ]
