"""The program as a user starts it, and five hundred made-up articles to feed it with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.articles import write

Verb = Callable[..., tuple[int, list[dict[str, Any]], str]]
COUNT = 500


@pytest.fixture(scope="session")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 500 articles."""
    return write(tmp_path_factory.mktemp("made-up") / "stories", COUNT)


@pytest.fixture
def verb() -> Verb:
    """Runs a verb on a library: exit code, JSON lines, standard error."""

    def run(library: Path, *arguments: str) -> tuple[int, list[dict[str, Any]], str]:
        command = [sys.executable, "-m", "reader", "--library", str(library), "--json", *arguments]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=110)
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    return run
