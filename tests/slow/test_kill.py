"""kill -9 at random moments of an import of 500 articles: nothing that was reported as imported is lost."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Container
from pathlib import Path

import pytest

from tests.slow.conftest import COUNT, Verb

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="has no kill -9")]
KILLS = 50


@pytest.fixture(scope="module")
def whole_import(stories: Path, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that an import takes which nobody disturbs."""
    since = time.monotonic()
    reported = import_killed_after(None, tmp_path_factory.mktemp("undisturbed") / "library", stories)
    assert len(reported) == COUNT
    return time.monotonic() - since


def import_killed_after(
    seconds: float | None, library: Path, *given: Path | str, statuses: Container[str] = ("imported", "known")
) -> set[str]:
    """Starts an import, kills program and worker alike after so many seconds, and returns the ids it had reported."""
    out = library.with_suffix(".jsonl")
    command = [sys.executable, "-m", "reader", "--library", str(library), "--json", "import", *map(str, given)]
    with out.open("wb") as sink:
        child = subprocess.Popen(command, stdout=sink, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            child.wait(timeout=110 if seconds is None else seconds)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait(timeout=60)
    lines = [line for line in out.read_text("utf-8").splitlines(keepends=True) if line.endswith("\n")]
    return {row["id"] for row in map(json.loads, lines) if row["status"] in statuses}


@pytest.mark.parametrize("number", range(KILLS))
def test_what_was_reported_is_there(
    number: int, whole_import: float, stories: Path, tmp_path: Path, verb: Verb
) -> None:
    moment = random.Random(number).uniform(0, whole_import)
    reported = import_killed_after(moment, tmp_path / "library", stories)
    code, rows, said = verb(tmp_path / "library", "list", "--limit", "1000")
    assert (code, "Traceback" in said) == (0, False), said
    assert reported - {row["id"] for row in rows} == set(), f"killed after {moment:.2f} s"
    _, checks, _ = verb(tmp_path / "library", "check")
    assert {c["check"]: c["ok"] for c in checks if c["check"] in ("database", "originals", "texts")} == {
        "database": True,
        "originals": True,
        "texts": True,
    }


@pytest.mark.parametrize("number", range(0, KILLS, 10))
def test_the_import_is_finished_by_starting_it_again(
    number: int, whole_import: float, stories: Path, tmp_path: Path, verb: Verb
) -> None:
    import_killed_after(random.Random(-number).uniform(0, whole_import), tmp_path / "library", stories)
    code, rows, said = verb(tmp_path / "library", "import", str(stories))
    assert code == 0, said
    assert {row["status"] for row in rows} <= {"imported", "known"}
    assert len({row["id"] for row in rows}) == COUNT
    code, checks, _ = verb(tmp_path / "library", "check")
    assert (code, [c for c in checks if not c["ok"]]) == (0, [])
