"""When .venv is made, made anew, and left alone."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from dev_tools import environment

PROJECT = '[project]\nname = "dateline"\n[tool.ruff]\nline-length = 120\n'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PROJECT, "utf-8")
    (tmp_path / environment.LOCK).write_text("whoosh==2.7.4\n", "utf-8")
    return tmp_path


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch, root: Path) -> list[list[str]]:
    """The commands that would be run; making the environment makes its Python."""
    ran: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        if "venv" in command:
            python = environment.python_of(root / ".venv")
            python.parent.mkdir(parents=True)
            python.touch()
        failed = any("FAIL" in Path(word).read_text("utf-8") for word in command if word.endswith(environment.LOCK))
        return subprocess.CompletedProcess(command, int(failed), "no such package\n")

    monkeypatch.setattr(subprocess, "run", run)
    return ran


def test_it_is_made_once_from_the_lock_file_with_hashes(root: Path, commands: list[list[str]]) -> None:
    python = environment.prepare(root)
    assert python == environment.python_of(root / ".venv")
    assert len(commands) == 3
    assert "--require-hashes" in commands[1]
    assert str(root / environment.LOCK) in commands[1]
    environment.prepare(root)
    assert len(commands) == 3


def test_it_is_made_anew_when_the_lock_file_changes(root: Path, commands: list[list[str]]) -> None:
    old = environment.prepare(root).with_name("left-over")
    old.touch()
    (root / environment.LOCK).write_text("whoosh==2.7.5\n", "utf-8")
    environment.prepare(root)
    assert len(commands) == 6
    assert not old.exists()


def test_it_is_made_anew_for_another_python(
    root: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare(root)
    monkeypatch.setattr("sys.version", "3.99")
    environment.prepare(root)
    assert len(commands) == 6


def test_a_setting_of_a_tool_does_not_make_it_anew(root: Path, commands: list[list[str]]) -> None:
    environment.prepare(root)
    (root / "pyproject.toml").write_text(PROJECT.replace("120", "100"), "utf-8")
    environment.prepare(root)
    assert len(commands) == 3


def test_a_failed_installation_is_said_and_tried_again(
    root: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (root / environment.LOCK).write_text("FAIL", "utf-8")
    with pytest.raises(SystemExit, match=r"Could not prepare \.venv"):
        environment.prepare(root)
    assert "no such package" in capsys.readouterr().err
    (root / environment.LOCK).write_text("whoosh==2.7.4\n", "utf-8")
    environment.prepare(root)
    assert len(commands) == 5


def test_another_name_of_the_same_python_does_not_make_it_anew(
    root: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    environment.prepare(root)
    link = tmp_path / "python-by-another-name"
    link.symlink_to(environment.base_python())
    monkeypatch.setattr("sys._base_executable", str(link))
    environment.prepare(root)
    assert len(commands) == 3
