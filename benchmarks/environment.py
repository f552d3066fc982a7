"""Environments of their own for the peers beside which we measure; none of them is a dependency."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from dev_tools.environment import base_python, python_of

STAMP = "dateline.stamp"
QUIET = ("--quiet", "--disable-pip-version-check", "--retries", "1", "--prefer-binary")


class Unavailable(Exception):
    """The peer cannot be had here; the text says why, in one sentence."""


def prepare(folder: Path, packages: tuple[str, ...], name: str, size: str) -> Path:
    """The Python of an environment, made when it is missing. Raises Unavailable, and leaves nothing half made."""
    stamp, wanted = folder / STAMP, "\n".join(packages)
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python_of(folder)
    print(f"Installing {name} into {folder}, to measure beside it (once; some {size}) …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    steps = (
        [base_python(), "-m", "venv", str(folder)],
        [str(python_of(folder)), "-m", "pip", "install", *QUIET, *packages],
    )
    for step in steps:
        done = subprocess.run(step, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            why = last_line(done.stderr) or f"it ended with {done.returncode}"
            raise Unavailable(f"{name} could not be installed (is there a network?): {why}")
    stamp.write_text(wanted, "utf-8")
    return python_of(folder)


def last_line(told: str) -> str:
    """The last line that says something."""
    lines = [line for line in told.splitlines() if line.strip() and not line.startswith("WARNING")]
    return lines[-1].strip() if lines else ""
