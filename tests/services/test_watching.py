"""What a look into a watched folder gives, and that it leaves the folder as it is."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from reader.core.steps import Imported
from reader.services import reporting, watching
from reader.services.importing import import_paths
from reader.services.library import Library
from tests import stories


@pytest.fixture
def clips(tmp_path: Path) -> Path:
    stories.write(tmp_path / "clips", "old.txt", stories.SOUND)
    return tmp_path / "clips"


def names(look: watching.Look) -> list[str]:
    return [Path(sight.path).name for sight in look.sights]


def test_what_lies_in_a_folder_at_the_beginning_is_left(library: Library, clips: Path) -> None:
    assert watching.begin(library, clips) == 1
    assert watching.look(library, clips).sights == ()


def test_what_appears_or_changes_is_seen_until_it_was_taken_in(library: Library, clips: Path) -> None:
    watching.begin(library, clips)
    (clips / "later").mkdir()
    stories.write(clips / "later", "new.txt", stories.SOUND)
    old = clips / "old.txt"
    os.utime(old, ns=(1, 1))
    look = watching.look(library, clips)
    assert names(look) == ["old.txt", "new.txt"]
    assert set(look.folders) == {str(clips), str(clips / "later")}
    watching.see(library, look.sights)
    assert watching.look(library, clips).sights == ()


def test_hidden_and_partial_files_are_passed_over(library: Library, clips: Path) -> None:
    watching.begin(library, clips)
    for name in (".hidden.txt", "page.html.part", "page.html.crdownload"):
        stories.write(clips, name, stories.SOUND)
    assert watching.look(library, clips).sights == ()


def test_a_folder_beside_it_with_the_same_beginning_is_another(library: Library, clips: Path) -> None:
    other = clips.with_name("clips-2")
    stories.write(other, "old.txt", stories.SOUND)
    watching.begin(library, other)
    assert names(watching.look(library, clips)) == ["old.txt"]


def test_a_folder_that_is_gone_is_told_from_an_empty_one(library: Library, tmp_path: Path) -> None:
    assert not watching.look(library, tmp_path / "gone").is_there
    (tmp_path / "bare").mkdir()
    assert watching.look(library, tmp_path / "bare").is_there


def test_nothing_is_written_to_the_folder(library: Library, clips: Path) -> None:
    before = [(path.name, path.stat().st_mtime_ns) for path in (clips, *clips.iterdir())]
    watching.begin(library, clips)
    steps = list(import_paths(library, [str(clips / "old.txt")], dt.date(2026, 3, 1), watched=str(clips)))
    assert any(isinstance(step, Imported) for step in steps)
    assert [(path.name, path.stat().st_mtime_ns) for path in (clips, *clips.iterdir())] == before


def test_its_runs_are_told_from_the_reader_s_own(library: Library, clips: Path) -> None:
    list(import_paths(library, [str(clips / "old.txt")], dt.date(2026, 3, 1), watched=str(clips)))
    run = reporting.runs(library)[0]
    assert run.watched and run.given == (str(clips),) and run.files == 1
    list(import_paths(library, [str(clips)], dt.date(2026, 3, 1)))
    assert not reporting.runs(library)[0].watched
