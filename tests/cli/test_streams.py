"""What stands behind standard output and error may be gone or full: never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.reasons import Reason
from reader.core.wording import sentence
from tests import stories

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
Start = Callable[[str], subprocess.CompletedProcess[str]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Runs a line of the shell in which ``$D`` is the program and ``$A`` a story."""

    def start(line: str) -> subprocess.CompletedProcess[str]:
        names = {
            "D": f"{sys.executable} -m reader",
            "A": stories.write(tmp_path, "a.txt", stories.SOUND),
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_DATA_HOME": str(tmp_path / "data"),
        }
        return subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60, env=os.environ | names)

    return start


@pytest.mark.parametrize("verb", ["read $A", "--json read $A", "--temp-library import $A", "analyze $A", "self-check"])
def test_a_full_output_is_two_and_one_line(start: Start, verb: str) -> None:
    done = start(f"$D {verb} >/dev/full")
    assert done.returncode in (1, 2)
    assert "standard output" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("verb", ["read $A", "--json read $A", "self-check"])
def test_an_output_that_nobody_reads_ends_quietly(start: Start, verb: str) -> None:
    done = start(f"$D {verb} | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("verb", ["read missing", "--temp-library show x", "frob"])
def test_a_full_error_output_changes_no_code(start: Start, verb: str) -> None:
    assert start(f"$D {verb} 2>/dev/full").returncode == start(f"$D {verb}").returncode


def test_lines_for_nobody_end_quietly(start: Start) -> None:
    line = '{"id": 1, "text": "Ilse Marenko said so."}'
    done = start(f"yes '{line}' | $D analyze --jsonl | head -n 3; echo ${{PIPESTATUS[1]}}")
    assert (done.stdout.count("Ilse"), done.stdout.splitlines()[-1], done.stderr) == (6, "0", "")


def test_ctrl_c_is_one_and_one_line(start: Start) -> None:
    talk = (
        "coproc env --default-signal=INT $D analyze --jsonl; exec 3>&${COPROC[1]};"
        """ echo '{"id": 1, "text": "Crews wait."}' >&3; read -u ${COPROC[0]};"""
        " kill -INT $COPROC_PID; wait $COPROC_PID"
    )
    done = start(talk)
    assert (done.returncode, done.stderr) == (1, f"dateline: {sentence(Reason('stopped'))}\n")


@pytest.mark.parametrize("line", ["read $A >&-", "analyze - <&-", "analyze --jsonl <&-"])
def test_a_closed_stream_is_two_and_one_line(start: Start, line: str) -> None:
    done = start(f"$D {line}")
    assert (done.returncode, done.stderr.count("\n"), "inside" in done.stderr) == (2, 1, False)


def test_a_closed_error_output_changes_no_code(start: Start) -> None:
    assert start("$D --temp-library show x 2>&-").returncode == 2
