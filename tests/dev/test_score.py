"""The scorers are this project's own and are fed with this project's stories."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dev_tools import score


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    ran: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(subprocess, "call", lambda command, *, cwd, env: (ran.append((command, env)), 0)[1])
    return ran


def test_by_default_the_seed_of_the_repository_is_checked(commands: list[tuple[list[str], dict[str, str]]]) -> None:
    assert score.main(["seed", "--all"]) == 0
    ((command, _),) = commands
    assert Path(command[1]).name == "check_seed.py"
    assert command[-1] == "--all"
    assert command[3].endswith("-m reader")


def test_a_path_is_the_data(commands: list[tuple[list[str], dict[str, str]]], tmp_path: Path) -> None:
    score.main(["language", str(tmp_path), "--show", "3"])
    score.main(["seed", str(tmp_path)])
    score.main(["import", str(tmp_path)])
    (language, _), (_, seed), (manifest, _) = commands
    assert language[2] == str(tmp_path)
    assert seed["DATELINE_SEED"] == str(tmp_path)
    assert manifest[2] == str(tmp_path / "manifest.jsonl")


def test_groups_beside_a_manifest_are_scored_and_bad_files_are_made_when_asked_for(
    commands: list[tuple[list[str], dict[str, str]]], tmp_path: Path
) -> None:
    (tmp_path / "groups.json").write_text("{}")
    score.main(["import", str(tmp_path), "--hostile"])
    (made, _), (scored, _) = commands
    assert Path(made[1]).name == "make_hostile.py"
    assert scored[scored.index("--groups") + 1] == str(tmp_path / "groups.json")
    assert scored[-2:] == ["--hostile", made[2]]


def test_an_unknown_name_or_path_is_refused(commands: list[tuple[list[str], dict[str, str]]]) -> None:
    assert score.main([]) == score.main(["style"]) == score.main(["seed", "no/such/folder"]) == 2
    assert commands == []


def test_every_sample_story_becomes_an_entry_with_whole_lines_to_drop() -> None:
    expected = json.loads((score.SAMPLE / "expected.json").read_text("utf-8"))
    entries = [score.manifest_entry(score.SAMPLE / name, want) for name, want in expected.items()]
    assert len(entries) >= 20
    assert all(Path(entry["file"]).exists() for entry in entries)
    assert any(len(line.split()) > 6 for entry in entries for line in entry["expect"].get("drop_lines", ()))


def test_the_scorers_need_the_standard_library_alone() -> None:
    for scorer in sorted({*score.SCORERS.glob("*.py")} - {score.SCORERS / "make_hostile.py"}):
        done = subprocess.run(
            [sys.executable, "-I", "-S", str(scorer), "--help"], capture_output=True, text=True, timeout=60
        )
        assert done.returncode == 0, scorer.name
