"""Bad files of every kind: each gives its text or one clear failure, in time, within its memory, and safe to show."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dev_tools.score import PROGRAM, SCORERS

pytestmark = pytest.mark.slow
EVERY = ("run", "articles", "must", "must_not", "safe")


def test_every_bad_file_gives_what_can_be_had_of_it(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SCORERS / "make_hostile.py"), str(tmp_path / "bad")], check=True, timeout=60)
    (tmp_path / "manifest.jsonl").write_text("")
    command = [sys.executable, str(SCORERS / "score_import.py"), str(tmp_path / "manifest.jsonl")]
    command += ["--hostile", str(tmp_path / "bad"), "--cmd", f"{PROGRAM} --json read {{file}}"]
    report = tmp_path / "report.json"
    subprocess.run([*command, "--json", str(report)], check=True, timeout=900, cwd=SCORERS.parents[1])
    found = json.loads(report.read_text("utf-8"))
    wrong = {
        row["id"]: (row["scores"], row["notes"])
        for row in found["rows"]
        if any(row["scores"].get(check, 1) < 1 for check in EVERY)
    }
    assert len(found["rows"]) > 60
    assert wrong == {}
