"""A damaged or missing model: articles come in, are searchable, and wait for their names until it is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reader import language
from reader.core.reasons import Reason
from reader.core.steps import Changes, Failed, Imported, Noted, Progress, Step
from reader.services import browsing, checking, searching, selfcheck
from reader.services.library import open_library
from reader.services.lines import ImportJob, Job, PendingJob, RebuildJob
from reader.services.workers import Worker
from tests import stories, tiny_model

TINY = f"{tiny_model.NAME}+{language.RULES}"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The model that the program uses in this test; it is whole."""
    folder = tiny_model.write(tmp_path / "model")
    monkeypatch.setenv("DATELINE_MODEL", str(folder))
    return folder


@pytest.fixture
def damaged(model: Path) -> Path:
    (model / "encoder.onnx").write_bytes((model / "encoder.onnx").read_bytes()[:100])
    return model


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "library"


def done(folder: Path, job: Job) -> list[Step]:
    worker = Worker(folder)
    try:
        return list(worker.run(job))
    finally:
        worker.close()


def two_stories(folder: Path) -> ImportJob:
    sound = stories.write(folder, "sound.txt", stories.SOUND)
    return ImportJob((sound, stories.write(folder, "storm.txt", stories.STORM)))


def annotators(folder: Path) -> set[str | None]:
    """Who annotated the articles of a library."""
    with open_library(folder) as library:
        readings = [browsing.reading(library, entry.id) for entry in browsing.article_ids(library)]
    return {reading.annotations.annotator if reading.annotations else None for reading in readings}


def found(folder: Path, words: str) -> int:
    with open_library(folder) as library:
        return searching.search(library, words).total


def test_articles_come_in_and_are_searchable_and_one_note_says_why_they_have_no_names(
    damaged: Path, folder: Path, tmp_path: Path
) -> None:
    steps = done(folder, two_stories(tmp_path / "in"))
    assert [type(s) for s in steps if not isinstance(s, Changes | Progress)] == [Imported, Imported, Noted]
    assert Noted(Reason("model-damaged", (str(damaged / "encoder.onnx"),))) in steps
    assert annotators(folder) == {None}
    assert (found(folder, "herring"), found(folder, "breakwater")) == (1, 1)


def test_articles_wait_until_the_model_is_whole_again(damaged: Path, folder: Path, tmp_path: Path) -> None:
    done(folder, two_stories(tmp_path / "in"))
    with open_library(folder) as library:
        assert browsing.counts(library).pending == 2
    tiny_model.write(damaged)
    assert not [s for s in done(folder, PendingJob()) if isinstance(s, Noted | Failed)]
    assert annotators(folder) == {TINY}
    assert found(folder, "herring") == 1
    with open_library(folder) as library:
        assert browsing.counts(library).pending == 0


def test_what_was_annotated_is_kept_while_the_model_is_missing(model: Path, folder: Path, tmp_path: Path) -> None:
    done(folder, two_stories(tmp_path / "in"))
    shutil.rmtree(model)
    (note,) = [s for s in done(folder, PendingJob()) if isinstance(s, Noted)]
    assert note.reason.code == "model-missing"
    assert annotators(folder) == {TINY}


def test_the_index_is_made_anew_without_a_model(damaged: Path, folder: Path, tmp_path: Path) -> None:
    done(folder, two_stories(tmp_path / "in"))
    shutil.rmtree(folder / "index")
    assert [s.reason.code for s in done(folder, RebuildJob()) if isinstance(s, Noted)] == ["model-damaged"]
    assert found(folder, "herring") == 1


def test_check_names_the_damaged_file(damaged: Path, folder: Path) -> None:
    with open_library(folder) as library:
        rows = {row.check: row for row in checking.check(library)}
    assert not rows["annotator"].ok
    assert str(damaged / "encoder.onnx") in rows["annotator"].detail
    assert rows["texts"].ok


def test_check_names_the_annotator(model: Path, folder: Path) -> None:
    with open_library(folder) as library:
        assert checking.Check("annotator", True, TINY) in list(checking.check(library))


def test_the_self_check_says_why_nothing_was_annotated(damaged: Path, folder: Path) -> None:
    tried = {one.step: one for one in selfcheck.try_all(folder)}
    assert [step for step, one in tried.items() if not one.ok] == ["annotate"]
    assert tried["annotate"].why == Reason("model-damaged", (str(damaged / "encoder.onnx"),))
