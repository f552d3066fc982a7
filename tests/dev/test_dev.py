"""The developer commands: which there are, and that they are quick to start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).resolve().parent


def test_every_command_stands_in_the_usage() -> None:
    listed = [line.split()[0] for line in dev.USAGE.splitlines()[2:]]
    assert listed == list(dev.COMMANDS)


def test_an_unknown_word_shows_the_usage_and_prepares_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["publish"]) == 2
    assert dev.main([]) == 0
    assert capsys.readouterr().out.count("usage: python3 dev.py COMMAND") == 2


def test_it_needs_nothing_but_the_standard_library() -> None:
    code = "import sys; sys.path[:] = [p for p in sys.path if 'site-packages' not in p]; import dev; dev.main([])"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"])
    assert done.returncode == 0
