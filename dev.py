#!/usr/bin/env python3
"""Every developer command. ``python3 dev.py`` lists them; each first prepares ``.venv`` when it is missing or old.

Python 3.11 to 3.14 is all that is assumed: the standard library does the rest. Tried on Debian 12 and 13; not tried on
macOS and Windows, where the same commands are meant to work (``py dev.py run``).
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (said politely, not as a traceback)
    sys.exit("Dateline needs Python 3.11 or newer; this is %s." % sys.version.split()[0])  # noqa: UP031

import os
import subprocess
from pathlib import Path

from dev_tools import system_parts
from dev_tools.environment import prepare
from dev_tools.screen import why_no_screen

ROOT = Path(__file__).resolve().parent
USAGE = """\
usage: python3 dev.py COMMAND

  setup                                 prepares .venv and nothing else
  run                                   opens the window with the sample library
  test [--slow] [PYTEST ARGUMENTS]      runs the tests; --slow: those of minutes as well
  check                                 style, types and layers
  bench [NAME] [--n N] [--json FILE]    measures: start, import, annotate, language [PATH], search, window
  score seed|language|import [PATH]     compares with what is right (PATH: the data); language --page: each error
  train PATH                            trains the annotator's model from the language data in PATH
  shots                                 draws the screens into build/shots and docs/pictures
  package                               builds the program for this system and checks it"""
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


def main(arguments: list[str]) -> int:
    """Runs one command and returns its exit code."""
    command, *rest = arguments or ["help"]
    if command not in COMMANDS:
        print(USAGE)
        return 0 if command in ("help", "-h", "--help") else 2
    return COMMANDS[command](rest)


def setup(rest: list[str]) -> int:
    _python(system_parts.OFFSCREEN)
    return 0


def run(rest: list[str]) -> int:
    why = why_no_screen(os.environ, sys.platform)
    if why:
        print(f"{why} The same work is shown without a window.")
        return _call(["-m", "dev_tools.tour"], OFFSCREEN)
    return _call(["-m", "dev_tools.sample", *rest], parts=system_parts.SCREEN)


def test(rest: list[str]) -> int:
    """All tests run on two processors at least as fast as on one; what is asked for by name runs alone."""
    at_once = [] if rest else ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]
    return _call(["-m", "pytest", *at_once, *rest], OFFSCREEN)


def check(rest: list[str]) -> int:
    steps = (
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["pytest", "-q", "tests/test_architecture.py"],
    )
    failed = [step[0] for step in steps if _call(["-m", *step], OFFSCREEN)]
    print(f"check: {'failed: ' + ', '.join(failed) if failed else 'all well'}")
    return int(bool(failed))


def bench(rest: list[str]) -> int:
    return _call(["-m", "benchmarks", *rest], OFFSCREEN)


def score(rest: list[str]) -> int:
    return _call(["-m", "dev_tools.score", *rest], OFFSCREEN)


def train(rest: list[str]) -> int:
    return _call(["-m", "dev_tools.train", *rest], OFFSCREEN)


def shots(rest: list[str]) -> int:
    return _call(["-m", "dev_tools.shots", *rest], OFFSCREEN)


def package(rest: list[str]) -> int:
    return _call(["-m", "dev_tools.package", *rest], OFFSCREEN, parts=system_parts.PACKAGE)


COMMANDS = {
    "setup": setup,
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "score": score,
    "train": train,
    "shots": shots,
    "package": package,
}


def _python(parts: tuple[system_parts.Part, ...]) -> Path:
    """The Python of ``.venv``, prepared; ends the program with one line where the system lacks something."""
    lacking = system_parts.supply(parts)
    if lacking:
        sys.exit(lacking)
    return prepare(ROOT)


def _call(
    arguments: list[str],
    environment: dict[str, str] | None = None,
    *,
    parts: tuple[system_parts.Part, ...] = system_parts.OFFSCREEN,
) -> int:
    """Runs the Python of ``.venv`` in the repository and returns its exit code."""
    python = _python(parts)
    try:
        code = subprocess.call([python, *arguments], cwd=ROOT, env={**os.environ, **(environment or {})})
    except KeyboardInterrupt:
        return 130
    if code < 0:
        print(f"{' '.join(arguments[:2])} was ended by signal {-code}.", file=sys.stderr)
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
