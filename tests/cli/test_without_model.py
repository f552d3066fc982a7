"""The verbs where the model is damaged: one sentence, an exit code, and everything else as ever."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests import stories, tiny_model
from tests.cli.conftest import Run


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A damaged file of the model that the program uses."""
    file = tiny_model.write(tmp_path / "model") / "vocab.txt"
    file.write_text("", "utf-8")
    monkeypatch.setenv("DATELINE_MODEL", str(file.parent))
    return file


def sentence(file: Path) -> str:
    return (
        f'No names or speakers are found: the file "{file}" is damaged. Install Dateline again; until then articles '
        "can be read and searched."
    )


@pytest.mark.parametrize("words", [("analyze",), ("plain", "analyze"), ("analyze", "--raw")])
def test_analyze_says_why_it_cannot(run: Run, file: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = run(*words, stories.write(tmp_path / "in", "sound.txt", stories.SOUND))
    assert (ran.code, ran.out, ran.err) == (2, "", f"dateline: {sentence(file)}\n")


def test_analyze_of_lines_says_why_it_cannot(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = tmp_path / "lines"
    lines.write_text('{"id": 1, "text": "Crews wait."}\n{"id": 2, "text": "Boats wait."}\n', "utf-8")
    with lines.open("rb") as opened, open(opened.fileno(), encoding="utf-8", closefd=False) as given:
        monkeypatch.setattr(sys, "stdin", given)
        ran = run("analyze", "--jsonl", "-")
    assert (ran.code, ran.out, ran.err) == (2, "", f"dateline: {sentence(file)}\n")


def test_import_keeps_the_articles_says_so_once_and_fails(run: Run, file: Path, tmp_path: Path) -> None:
    sound = stories.write(tmp_path / "in", "sound.txt", stories.SOUND)
    storm = stories.write(tmp_path / "in", "storm.txt", stories.STORM)
    ran = run("import", sound, storm)
    assert [row["status"] for row in ran.rows] == ["imported", "imported"]
    assert (ran.code, ran.err.count(sentence(file))) == (1, 1)
    assert [row.get("total") for row in run("search", "herring").rows][-1] == 1
    assert run("show", ran.rows[0]["id"]).code == 0


def test_check_fails_and_names_the_file(run: Run, file: Path) -> None:
    ran = run("check")
    assert ran.code == 1
    assert {"check": "annotator", "ok": False, "detail": sentence(file)} in ran.rows


def test_self_check_fails_and_names_the_file(run: Run, file: Path) -> None:
    ran = run("self-check")
    assert ran.code == 1
    assert [row["step"] for row in ran.rows if not row["ok"]] == ["annotate"]
    assert sentence(file) in ran.err
