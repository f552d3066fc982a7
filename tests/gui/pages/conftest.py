"""Files that cannot all be imported, and an empty window to import them into."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import stories
from tests.gui.driver import Driver


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with two stories, an empty file and a file that is no text."""
    folder = tmp_path / "pile"
    stories.write(folder, "sound.txt", stories.SOUND)
    stories.write(folder / "old", "storm.txt", stories.STORM)
    stories.write(folder, "empty.txt", "")
    (folder / "blob.bin").write_bytes(bytes(range(256)) * 40)
    return folder


@pytest.fixture
def empty(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    """A window on a new library."""
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.status[0] == "No articles yet")
    return driver
