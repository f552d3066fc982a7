"""Files that cannot all be imported, for the tests of the import report."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import stories


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    """A folder with two stories, an empty file and a file that is no text."""
    folder = tmp_path / "pile"
    stories.write(folder, "sound.txt", stories.SOUND)
    stories.write(folder / "old", "storm.txt", stories.STORM)
    stories.write(folder, "empty.txt", "")
    (folder / "blob.bin").write_bytes(bytes(range(256)) * 40)
    return folder
