"""What is installed with the package: the program, its resources and the invented stories, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files of the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        return packed.namelist()


def test_the_invented_stories_come_along(names: list[str]) -> None:
    stories = {name for name in names if name.startswith("reader/_data/seeds/")}
    assert stories == {f"reader/_data/seeds/sample/{file.name}" for file in (ROOT / "seeds" / "sample").glob("*.txt")}


def test_the_resources_come_along(names: list[str]) -> None:
    assert "reader/_data/resources/design/tokens.json" in names
    assert any(name.startswith("reader/_data/resources/fonts/") and name.endswith(".ttf") for name in names)


def test_nothing_else_comes_along(names: list[str]) -> None:
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reader", "dateline"}
    assert not any("seeds/seed" in name or "gold" in name or "__pycache__" in name for name in names)
