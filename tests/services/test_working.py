"""What the worker does with a job, from its first line on."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Step
from reader.services import importing
from reader.services.library import open_library
from reader.services.lines import ImportJob
from reader.services.working import work
from tests import stories


def test_a_library_that_cannot_be_written_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = stories.write(tmp_path, "a.txt", stories.STORM)
    with open_library(tmp_path / "library") as library:
        list(importing.import_paths(library, [story], dt.date(2026, 6, 1)))
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr("reader.store.copies.add", _refused)
    told: list[Step] = []
    with pytest.raises(Trouble) as caught:
        told += work(tmp_path / "library", ImportJob((story,), wait=False))
    assert (caught.value.reason.code, told) == ("read-only", [])


def _refused(*_: object) -> None:
    raise OSError
