from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.store.opening import Store, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(tmp_path / "library")
    yield opened
    opened.close()
