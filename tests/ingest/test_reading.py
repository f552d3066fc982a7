"""The door itself: what it costs to open it, and that it is cheap for plain text."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reader.core.steps import Failed
from reader.ingest import Hints, read, reading

HEAVY = ("trafilatura", "lxml", "charset_normalizer", "htmldate", "dateparser")
PROGRAM = """
import datetime, pathlib, sys
from reader.ingest import Hints, read
found = list(read(pathlib.Path(sys.argv[1]), Hints(datetime.date(2026, 6, 1))))
print(len(found), *[name for name in sys.argv[2:] if name in sys.modules])
"""


def loaded(path: Path) -> list[str]:
    command = [sys.executable, "-c", PROGRAM, str(path), *HEAVY]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, cwd=root)
    return done.stdout.split()


def test_plain_text_in_utf_8_is_read_without_any_format_library(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("Harbor crews vote to strike\n\nThe crews stay in port, “for now,” they said.\n", encoding="utf-8")
    assert loaded(path) == ["1"]


def test_saved_page_brings_its_library_with_it(tmp_path: Path) -> None:
    path = tmp_path / "story.html"
    path.write_text("<html><body><p>Harbor crews vote to strike, the union said on Tuesday.</p></body></html>")
    assert "trafilatura" in loaded(path)


@pytest.mark.logs_errors
def test_a_library_without_its_files_is_a_mistake_of_ours_and_no_missing_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks(*_args: Any) -> Any:
        raise FileNotFoundError(2, "No such file or directory", "stoplists")

    monkeypatch.setattr(reading, "_by_format", lacks)
    (tmp_path / "a.html").write_text("<html><body><p>The ferries run.</p></body></html>")
    (found,) = read(tmp_path / "a.html", Hints(dt.date(2026, 6, 1)))
    assert isinstance(found, Failed)
    assert found.reason.code == "own-mistake"
