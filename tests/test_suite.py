"""The suite's own rules: what tests/conftest.py promises is tried out in a suite inside the suite."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from reader import paths

ROOT = Path(__file__).resolve().parent.parent

REACHES = (
    "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "import socket; socket.getaddrinfo('localhost', 80)",
    "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "import urllib.request; urllib.request.urlopen('http://localhost:9')",
    "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import socket; socket.gethostbyname(\"a\")'])",
)
UNCLEAN = (
    ("import warnings; warnings.warn('old')", "UserWarning: old"),
    ("import logging; logging.getLogger('reader').error('bad')", "logged as an error: reader: bad"),
    ("from PySide6.QtCore import qWarning; qWarning('odd')", "QtWarningMsg: odd"),
    ("open(__file__)", "ResourceWarning"),
)


def outcome(folder: Path, source: str) -> str:
    """Runs a file of tests under the real conftest and returns what pytest printed."""
    (folder / "guard").mkdir()
    for name in ("conftest.py", "guard/sitecustomize.py"):
        (folder / name).write_text((ROOT / "tests" / name).read_text("utf-8"), "utf-8")
    (folder / "test_inside.py").write_text(source, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, str(folder)], capture_output=True, text=True, timeout=100, env=environment, cwd=folder
    )
    return done.stdout


def swallowing(lines: tuple[str, ...]) -> str:
    """A test for each line, in which whatever the line raises is lost."""
    return "".join(f"def test_{n}():\n    try: {line}\n    except OSError: pass\n" for n, line in enumerate(lines))


def test_the_profile_and_the_home_are_throw_away_ones(profile: Path) -> None:
    assert paths.profile() == profile
    assert not profile.exists()
    assert Path(tempfile.gettempdir()) in Path.home().parents


def test_a_socket_in_the_file_system_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("no such sockets here")
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind("s")
        server.listen()
        client.connect("s")


def test_reaching_for_a_network_fails_a_test_even_if_the_refusal_is_swallowed(tmp_path: Path) -> None:
    assert f"{len(REACHES)} errors" in outcome(tmp_path, swallowing(REACHES))


def test_what_is_not_clean_fails(tmp_path: Path) -> None:
    printed = outcome(tmp_path, swallowing(tuple(line for line, _ in UNCLEAN)))
    assert [said for _, said in UNCLEAN if said not in printed] == []


def test_a_marked_test_may_log_an_error(tmp_path: Path) -> None:
    test = "@pytest.mark.logs_errors\ndef test_inside(): logging.getLogger('reader').error('bad')\n"
    assert "1 passed" in outcome(tmp_path, f"import logging, pytest\n{test}")
