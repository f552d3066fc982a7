"""Makes ``.venv`` once, from the lock file, and again when the lock file, the project or Python has changed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

LOCK = "requirements.lock"
STAMP = "dateline.stamp"


def prepare(root: Path) -> Path:
    """The Python of ``root/.venv``, which holds exactly what the lock file says, and the command ``dateline``.

    Ends the program with one line when the installation fails; an unfinished ``.venv`` is made anew the next time.
    """
    folder = root / ".venv"
    python = python_of(folder)
    wanted = stamp_of(root)
    stamp = folder / STAMP
    if python.exists() and stamp.exists() and stamp.read_text("utf-8") == wanted:
        return python
    print("Preparing .venv (once; again when requirements.lock or Python changes) …", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    _run([base_python(), "-m", "venv", str(folder)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    _run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(root / LOCK)])
    _run([*pip, "--no-build-isolation", "--no-index", "-e", str(root)])
    stamp.write_text(wanted, "utf-8")
    return python


def python_of(folder: Path) -> Path:
    """The Python of a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def base_python() -> str:
    """The Python that runs this, or the one behind it when this runs inside a virtual environment; links followed."""
    return os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)


def stamp_of(root: Path) -> str:
    """All on which ``.venv`` depends, as one digest: versions, the project's own description, Python, and the place."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    described = [project.get("project"), project.get("build-system"), project.get("tool", {}).get("hatch")]
    parts = ((root / LOCK).read_text("utf-8"), repr(described), sys.version, base_python(), str(root))
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def _run(command: list[str]) -> None:
    """Runs a step quietly; when it fails, what it printed is shown."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    if done.returncode:
        print(done.stdout, file=sys.stderr)
        sys.exit(f"Could not prepare .venv: {' '.join(command[:6])} … ended with {done.returncode}.")
