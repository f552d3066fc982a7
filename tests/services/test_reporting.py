import datetime as dt
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Changes, Imported
from reader.services import importing, reporting
from reader.services.library import Library, alone
from reader.services.lines import PendingJob, UndoJob
from reader.services.working import work
from tests import stories

TODAY = dt.date(2024, 6, 1)


def take_in(library: Library, *paths: str) -> int:
    """Imports and returns the number of the run."""
    for _ in importing.import_paths(library, paths, TODAY):
        pass
    return reporting.runs(library)[0].id


def cut_off(library: Library, folder: Path) -> None:
    """An import that was ended after its first article."""
    for number in range(8):
        stories.write(folder, f"{number}.txt", stories.SOUND.replace("crews", f"crews of harbor {number}"))
    steps = importing.import_paths(library, [str(folder)], TODAY)
    next(step for step in steps if isinstance(step, Imported))
    steps.close()


def test_a_report_tells_every_outcome_with_the_headline(library: Library, tmp_path: Path) -> None:
    stories.write(tmp_path / "in", "a.txt", stories.SOUND)
    stories.write(tmp_path / "in", "b.txt", "")
    run = take_in(library, str(tmp_path / "in"))
    report = reporting.report(library, run)
    lines = {Path(line.path).name: line for line in report.lines}
    assert lines["a.txt"].headline == "Ministers meet over the Grey Sound" and lines["a.txt"].is_there
    assert lines["b.txt"].reason is not None and lines["b.txt"].reason.code == "empty"
    assert (report.run.imported, report.run.failed, report.run.state) == (1, 1, "done")


def test_lines_that_came_since_are_told_alone(library: Library, tmp_path: Path) -> None:
    paths = [stories.write(tmp_path, "a.txt", stories.SOUND), stories.write(tmp_path, "b.txt", stories.STORM)]
    run = take_in(library, *paths)
    first, second = reporting.lines(library, run)
    assert reporting.lines(library, run, after=first.number) == (second,)


def test_a_run_that_there_never_was_is_named(library: Library) -> None:
    with pytest.raises(Trouble) as caught:
        reporting.report(library, 12)
    assert caught.value.reason.code == "no-such-run"


def test_only_the_files_that_failed_are_tried_again(library: Library, tmp_path: Path) -> None:
    stories.write(tmp_path / "in", "a.txt", stories.SOUND)
    empty = stories.write(tmp_path / "in", "b.txt", "")
    run = take_in(library, str(tmp_path / "in"))
    assert reporting.retry(library, run) == (empty,)
    stories.write(tmp_path / "in", "b.txt", stories.STORM)
    again = take_in(library, *reporting.retry(library, run))
    report = reporting.report(library, again).run
    assert (report.imported, report.failed, report.files) == (1, 0, 1)


def test_the_report_of_a_run_that_was_taken_back_still_tells_what_it_held(library: Library, tmp_path: Path) -> None:
    run = take_in(library, stories.write(tmp_path, "a.txt", stories.SOUND))
    importing.undo(library, run)
    report = reporting.report(library, run)
    (line,) = report.lines
    assert report.run.undone and line.status == "imported"
    assert line.article is not None and not line.is_there


def test_a_run_goes_on_while_somebody_works_and_was_stopped_when_nobody_does(library: Library, tmp_path: Path) -> None:
    cut_off(library, tmp_path / "in")
    with alone(library):
        assert reporting.runs(library)[0].state == "running"
    assert reporting.runs(library)[0].state == "stopped"


def test_other_work_does_not_make_a_run_that_was_cut_off_go_on(library: Library, tmp_path: Path) -> None:
    cut_off(library, tmp_path / "in")
    for _ in work(library.folder, PendingJob()):
        pass
    with alone(library):
        assert reporting.runs(library)[0].state == "stopped"


@pytest.mark.parametrize(("name", "beginning"), [("r.csv", "\ufeffstatus,file,"), ("r.txt", "Import of ")])
def test_a_report_is_saved_as_a_table_or_as_text(library: Library, tmp_path: Path, name: str, beginning: str) -> None:
    run = take_in(library, stories.write(tmp_path, "a.txt", stories.SOUND))
    reporting.save(library, run, tmp_path / name)
    written = (tmp_path / name).read_bytes().decode("utf-8")
    assert written.startswith(beginning) and "Ministers meet" in written


def test_a_report_that_cannot_be_written_says_why(library: Library, tmp_path: Path) -> None:
    run = take_in(library, stories.write(tmp_path, "a.txt", stories.SOUND))
    with pytest.raises(Trouble) as caught:
        reporting.save(library, run, tmp_path / "nowhere" / "r.txt")
    assert caught.value.reason.code == "cannot-write"


def test_the_worker_takes_a_run_back_and_says_what_is_gone(library: Library, tmp_path: Path) -> None:
    run = take_in(library, stories.write(tmp_path, "a.txt", stories.SOUND))
    (line,) = reporting.lines(library, run)
    changes = next(step for step in work(library.folder, UndoJob(run)) if isinstance(step, Changes))
    assert changes.articles == (line.article,)
    assert reporting.run(library, run).undone
    with pytest.raises(Trouble):
        list(work(library.folder, UndoJob(run)))
