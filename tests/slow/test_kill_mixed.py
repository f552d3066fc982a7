"""kill -9 at a hundred random moments of a mixed import: pages, mail, feeds, archives, tables, bad files."""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.mixed import write
from reader.services import reporting
from reader.services.library import open_library
from reader.store import articles
from tests.slow.conftest import Verb
from tests.slow.test_kill import import_killed_after

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="has no kill -9")]
KILLS, COUNT, BAD = 100, 64, 4


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 64 articles in eight forms, and four files that hold none."""
    folder = tmp_path_factory.mktemp("made-up") / "mixed"
    assert write(folder, COUNT) == COUNT
    return folder


@pytest.fixture(scope="module")
def whole_import(mixed: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that an import takes which nobody disturbs."""
    since = time.monotonic()
    assert len(import_killed_after(None, tmp_path_factory.mktemp("undisturbed") / "library", mixed)) == COUNT
    return time.monotonic() - since


@pytest.mark.parametrize("number", range(KILLS))
def test_nothing_is_lost_or_doubled_and_the_next_import_goes_on(
    number: int, whole_import: float, mixed: Path, tmp_path: Path, verb: Verb
) -> None:
    library = tmp_path / "library"
    reported = import_killed_after(random.Random(number).uniform(0, whole_import), library, mixed)
    _check_report(library, reported)
    code, rows, said = verb(library, "import", "--no-wait", str(mixed))
    assert "Traceback" not in said
    assert Counter(row["status"] == "failed" for row in rows) == {False: COUNT, True: BAD}
    assert (code, len({row["id"] for row in rows if row["id"]})) == (1, COUNT)
    code, listed, _ = verb(library, "list", "--limit", "1000")
    assert (code, len(listed), len({row["headline"] for row in listed})) == (0, COUNT, COUNT)


def _check_report(library: Path, reported: set[str]) -> None:
    """The report of the run that was cut off names what is in the library, all of it, and nothing else."""
    if not (library / "library.sqlite").exists():  # killed before it began
        assert not reported
        return
    with open_library(library) as opened:
        here = {entry.id for entry in articles.entries(opened.store.db)}
        named = {line.article for run in reporting.runs(opened) for line in reporting.lines(opened, run.id)}
    assert reported <= here
    assert named - {None} == here
