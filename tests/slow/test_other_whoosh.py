"""The index tests pass with whoosh3 as well: the way out, should a Python come that Whoosh 2.7.4 does not run on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = "whoosh3==3.54.0 --hash=sha256:fb9656781a8f42a6ddc273e6e9e456edd0ad8976f4899d9593c424b59a445539\n"


@pytest.mark.slow
def test_the_index_works_with_the_way_out(tmp_path: Path) -> None:
    wanted, place = tmp_path / "wanted.txt", tmp_path / "whoosh3"
    wanted.write_text(PINNED, "utf-8")
    outside = {name: value for name, value in os.environ.items() if name not in ("DATELINE_GUARD", "HOME")}
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--require-hashes", "-r", str(wanted)]
    got = subprocess.run([*pip, "--target", str(place)], env=outside, capture_output=True, text=True, timeout=100)
    if got.returncode:
        pytest.skip("whoosh3 could not be fetched")
    inside = {**os.environ, "PYTHONPATH": os.pathsep.join([str(place), os.environ["PYTHONPATH"]])}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/index"]
    done = subprocess.run(command, cwd=ROOT, env=inside, capture_output=True, text=True, timeout=115)
    assert done.returncode == 0, done.stdout[-3000:]
