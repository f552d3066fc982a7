"""The log and the reports of crashes. Each program of these tests is a child, so that no hook outlives a test."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader import log


def run(folder: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Runs a small program with ``folder`` in place."""
    program = (
        f"from pathlib import Path\nfrom reader import log\nimport logging\nfolder = Path({str(folder)!r})\n{code}"
    )
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)


def test_errors_are_written_to_the_log(tmp_path: Path) -> None:
    done = run(tmp_path / "logs", "log.set_up(folder)\nlogging.getLogger('dateline.index').error('commit failed')")
    assert "ERROR dateline.index: commit failed" in (tmp_path / "logs" / "dateline.log").read_text("utf-8")
    assert done.stderr == ""


def test_a_topic_speaks_on_standard_error(tmp_path: Path) -> None:
    code = (
        "log.set_up(folder, ['index'])\nfor n in ('index', 'store'): logging.getLogger('dateline.'+n).debug('from '+n)"
    )
    done = run(tmp_path, code)
    assert "from index" in done.stderr
    assert "from store" not in done.stderr


def test_a_large_log_is_put_aside_at_the_next_start(tmp_path: Path) -> None:
    for word in ("oldest", "old", "new"):
        run(
            tmp_path,
            f"log.LARGEST = 100\nlog.set_up(folder)\nlogging.getLogger('dateline').error('{word}' + '.' * 200)",
        )
    assert "new" in (tmp_path / "dateline.log").read_text("utf-8")
    assert "oldest" in (tmp_path / "dateline.2.log").read_text("utf-8")


def test_a_loop_of_errors_does_not_fill_the_disk(tmp_path: Path) -> None:
    run(
        tmp_path,
        "log.LARGEST = 100\nlog.set_up(folder)\nfor n in range(1000): logging.getLogger('dateline').error('again')",
    )
    assert (tmp_path / "dateline.log").stat().st_size < 600


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written")
def test_a_folder_that_cannot_be_written_does_not_stop_the_start(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert run(tmp_path / "logs", "log.set_up(folder)\nlog.catch_crashes(folder)").returncode == 0


MISTAKE = (
    "log.set_up(folder)\nlog.catch_crashes(folder)\n"
    "try:\n    1 / 0\nexcept ZeroDivisionError:\n    logging.getLogger('dateline.cli').exception('lat\\udce9in')"
)


def test_a_file_in_the_place_of_the_folder_keeps_the_log_silent(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("not a folder")
    done = run(tmp_path / "logs", MISTAKE)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_log_that_cannot_be_opened_keeps_silent(tmp_path: Path) -> None:
    (tmp_path / "dateline.log").mkdir()
    done = run(tmp_path, MISTAKE)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_keeps_the_log_silent(tmp_path: Path) -> None:
    (tmp_path / "dateline.log").symlink_to("/dev/full")
    done = run(tmp_path, MISTAKE)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_name_that_is_no_text_is_written_to_the_log(tmp_path: Path) -> None:
    done = run(tmp_path, MISTAKE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "lat\\udce9in" in (tmp_path / "dateline.log").read_text("utf-8")


def test_a_mistake_of_ours_leaves_a_report(tmp_path: Path) -> None:
    done = run(tmp_path, "log.set_up(folder)\nlog.catch_crashes(folder, tell=lambda p: print('see', p.name))\n1 / 0")
    (report,) = tmp_path.glob("crash-*.txt")
    assert "ZeroDivisionError" in report.read_text("utf-8")
    assert done.stdout == f"see {report.name}\n"
    assert "Traceback" not in done.stderr
    assert done.returncode == 1


def test_a_mistake_in_a_thread_leaves_a_report(tmp_path: Path) -> None:
    code = (
        "import threading\nlog.catch_crashes(folder)\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()"
    )
    run(tmp_path, code)
    assert len(list(tmp_path.glob("crash-*.txt"))) == 1


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    reports = [log.write_report(tmp_path, f"mistake {number}") for number in range(log.KEPT + 3)]
    assert sorted(tmp_path.glob("crash-*.txt")) == reports[-log.KEPT :]
