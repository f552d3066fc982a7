"""An import onto a disk that fills up: one clear sentence, nothing lost, and it goes on when there is room."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.full_disk import can_make_one, small_disk
from tests.slow.conftest import COUNT, Verb

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not can_make_one(), reason="cannot make a small disk here")]


@pytest.mark.parametrize("megabytes", [1, 2, 4])
def test_an_import_onto_a_full_disk(megabytes: int, stories: Path, tmp_path: Path, verb: Verb) -> None:
    with small_disk(tmp_path / "disk", megabytes) as disk:
        library = disk.folder / "library"
        code, rows, said = verb(library, "import", str(stories))
        assert code in (1, 2)
        assert "Traceback" not in said
        assert "The disk is full." in said or {row["code"] for row in rows if row["status"] == "failed"} == {
            "disk-full"
        }
        stored = {row["id"] for row in rows if row["status"] == "imported"}
        disk.grow(200)
        assert stored <= {row["id"] for row in verb(library, "list", "--limit", "1000")[1]}
        code, rows, said = verb(library, "import", str(stories))
        assert code == 0, said
        assert len({row["id"] for row in rows}) == COUNT
        assert verb(library, "check")[0] == 0
