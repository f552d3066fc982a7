from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.__main__ import main
from tests import stories


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a verb on a library of this test, with --json unless the first word is ``plain``."""

    def run(*words: str) -> Ran:
        json_or_not = [] if words[0] == "plain" else ["--json"]
        words = words[1:] if words[0] == "plain" else words
        capfd.readouterr()
        try:
            code = main(["--library", str(tmp_path / "library"), *json_or_not, *words])
        except SystemExit as stop:
            code = int(stop.code or 0)
        return Ran(code, *capfd.readouterr())

    return run


@pytest.fixture
def full(run: Run, tmp_path: Path) -> dict[str, str]:
    """A library with two stories; from their names to their ids."""
    sound = stories.write(tmp_path / "in", "sound.txt", stories.SOUND)
    storm = stories.write(tmp_path / "in", "storm.txt", stories.STORM)
    rows = run("import", sound, storm).rows
    return {Path(row["path"]).stem: row["id"] for row in rows}
