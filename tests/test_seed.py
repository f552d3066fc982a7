"""The story the project grew from shows what it must, through the command line, as a user would see it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRAINED = {**os.environ, "DATELINE_MODEL": "trained"}


def test_the_seed_shows_what_it_must() -> None:
    command = [sys.executable, "-m", "dev_tools.score", "seed"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=110, env=TRAINED)
    assert done.stdout.splitlines()[-1].endswith(" 0 failed"), done.stdout
    assert done.returncode == 0


def test_without_a_screen_the_same_work_is_shown(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    command = [sys.executable, "-m", "dev_tools.tour", str(picture)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=110, env=TRAINED)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith(f"A picture of the window: {picture}\n")
    for shown in (
        "23 of 23 stories imported",
        "U.S., South Korea defense chiefs",
        "Quotations",
        "mentions of Lloyd Austin",
    ):
        assert shown in done.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")
