"""The command line of the benchmarks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import language, mixed
from benchmarks.rows import Row


def test_the_gold_articles_for_language_can_be_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    asked: list[tuple[int | None, Path | None]] = []

    def rows(count: int | None, data: Path | None = None) -> list[Row]:
        asked.append((count, data))
        return [Row("names, all kinds, F1: rules", 80.0, "%")]

    monkeypatch.setattr(language, "rows", rows)
    file = tmp_path / "rows.json"
    monkeypatch.setattr(sys, "argv", ["bench", "language", str(tmp_path), "--n", "3", "--json", str(file)])
    assert command.main() == 0
    assert asked == [(3, tmp_path)]
    assert "names, all kinds" in capsys.readouterr().out
    assert json.loads(file.read_text("utf-8"))[0]["value"] == 80.0


@pytest.mark.parametrize("arguments", [["start", "."], ["language", "no/such/folder"]])
def test_a_path_for_another_benchmark_or_that_is_missing_is_refused(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", *arguments])
    with pytest.raises(SystemExit) as refused:
        command.main()
    assert refused.value.code == 2
    assert "only language and import take a path" in capsys.readouterr().err


def test_made_up_articles_come_in_every_form(tmp_path: Path) -> None:
    assert mixed.write(tmp_path, 16) == 16
    found = sorted(file.name for file in tmp_path.iterdir())
    assert {"letters.mbox", "feed.rss", "dump.jsonl", "table.csv", "pages.zip"} < set(found)
    page = (tmp_path / "page-00000.html").read_text("utf-8")
    assert "<h1>" in page and "Latest Headlines" not in page
