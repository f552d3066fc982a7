"""``dev.py score seed|language|import [PATH] [MORE]``: starts a scorer of tests/scorers on this checkout.

MORE goes to the scorer as it is (``--all``, ``--show 20``, ``-v``), but for ``score language``: there ``--errors`` and
``--page`` show the errors (``dev_tools.errors``), and for ``score import``: a last ``--hostile`` makes bad files and
scores them as well. Run by the Python of ``.venv``.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dev_tools import errors

ROOT = Path(__file__).resolve().parent.parent
SCORERS = ROOT / "tests" / "scorers"
SAMPLE = ROOT / "seeds" / "sample"
SHOWS_ERRORS = ("--errors", "--page")
PROGRAM = f"{shlex.quote(sys.executable)} -m reader"


def main(arguments: list[str]) -> int:
    """Scores what is named first. Returns the scorer's exit code, or 2 for an unknown name or missing data."""
    name, *rest = arguments or [""]
    if name not in SCORES:
        print(f"usage: python3 dev.py score {'|'.join(SCORES)} [PATH] [ARGUMENTS OF THE SCORER]", file=sys.stderr)
        return 2
    data = Path(rest.pop(0)).absolute() if rest and not rest[0].startswith("-") else None
    if data and not data.exists():
        print(f'There is no "{data}".', file=sys.stderr)
        return 2
    return SCORES[name](data, rest)


def score_seed(data: Path | None, more: list[str]) -> int:
    """Whether the seed shows what it must; ``data`` is a folder with a story of its name and ``expected.json``."""
    environment = {"DATELINE_SEED": str(data)} if data else {}
    return _score("check_seed.py", "--cmd", PROGRAM, *more, environment=environment)


def score_language(data: Path | None, more: list[str]) -> int:
    """How right the annotations are; ``data`` is a folder of gold files or a file of JSON lines."""
    data = data or SAMPLE / "gold"
    if any(word.split("=")[0] in SHOWS_ERRORS for word in more):
        return errors.main(data, more)
    return _score("score.py", str(data), "--cmd", f"{PROGRAM} analyze --jsonl", *more)


def score_import(data: Path | None, more: list[str]) -> int:
    """How right the importers are; ``data`` is a manifest or the folder of one."""
    if data:
        return _score_manifest(data / "manifest.jsonl" if data.is_dir() else data, more)
    with tempfile.TemporaryDirectory() as folder:
        manifest = Path(folder) / "manifest.jsonl"
        expected = json.loads((SAMPLE / "expected.json").read_text("utf-8"))
        lines = [json.dumps(manifest_entry(SAMPLE / name, want)) for name, want in expected.items()]
        manifest.write_text("\n".join(lines), "utf-8")
        codes = [_score_manifest(manifest, more)]
    codes += [_score_manifest(found, more) for found in sorted((ROOT / "tests").rglob("manifest.jsonl"))]
    return max(codes)


SCORES: dict[str, Callable[[Path | None, list[str]], int]] = {
    "seed": score_seed,
    "language": score_language,
    "import": score_import,
}


def manifest_entry(file: Path, want: dict[str, Any]) -> dict[str, Any]:
    """What score_import.py expects of a sample story, made from its part of ``seeds/sample/expected.json``."""
    lines = file.read_text("utf-8").splitlines()
    gone = [line for line in lines for begin in want["removed"] if _plain(line).startswith(_plain(begin))]
    expect = {
        "articles": 1,
        "title_any": [want["headline"]],
        "byline": want["byline"],
        "date": f"{want['published']}T{want['time']}:00" if want["time"] else want["published"],
        "source_any": [want["publication"]],
        "dateline": want["dateline"],
        "captions": want["captions"],
        "must": [want["body_starts"], want["body_ends"]],
        "drop_lines": [line for line in gone if _plain(line) not in map(_plain, want["captions"])],
        "flags": want["flags"],
    }
    return {"id": file.stem, "file": str(file), "format": "sample", "expect": {k: v for k, v in expect.items() if v}}


def _plain(line: str) -> str:
    return " ".join(line.split())


def _score_manifest(manifest: Path, more: list[str]) -> int:
    """Scores one manifest; a ``groups.json`` beside it means pairs too, a last ``--hostile`` made-up bad files."""
    arguments = [str(manifest), "--cmd", f"{PROGRAM} --json read {{file}}"]
    groups = manifest.with_name("groups.json")
    if groups.exists() and "--groups" not in more:
        arguments += ["--groups", str(groups), "--groups-cmd", f"{PROGRAM} --json group {{files}}"]
    if more[-1:] != ["--hostile"]:
        return _score("score_import.py", *arguments, *more)
    with tempfile.TemporaryDirectory() as folder:
        return _score("make_hostile.py", folder) or _score("score_import.py", *arguments, *more, folder)


def _score(scorer: str, *arguments: str, environment: dict[str, str] | None = None) -> int:
    command = [sys.executable, str(SCORERS / scorer), *arguments]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **(environment or {})})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
