import datetime as dt
from pathlib import Path

import pytest

from reader.core.article import ArticleId
from reader.core.reasons import Trouble
from reader.core.steps import Failed, Imported, Known, Progress, Step, Updated
from reader.services import browsing, importing
from reader.services.library import Library
from reader.store import reports
from tests import stories

TODAY = dt.date(2024, 6, 1)


def take_in(library: Library, *paths: str) -> list[Step]:
    return list(importing.import_paths(library, paths, TODAY))


def of(steps: list[Step], kind: type[Step]) -> list[Step]:
    return [step for step in steps if isinstance(step, kind)]


def test_a_folder_of_stories_is_imported_one_step_each(library: Library, tmp_path: Path) -> None:
    stories.write(tmp_path / "in", "a.txt", stories.SOUND)
    stories.write(tmp_path / "in", "b.txt", stories.STORM)
    steps = take_in(library, str(tmp_path / "in"))
    assert len(of(steps, Imported)) == 2
    assert of(steps, Progress)[-1] == Progress("import", 2, 2)
    assert browsing.counts(library).articles == 2


def test_the_same_file_again_is_known(library: Library, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    (first,) = of(take_in(library, path), Imported)
    (again,) = of(take_in(library, path), Known)
    assert isinstance(first, Imported) and isinstance(again, Known)
    assert again.id == first.id


def test_a_changed_file_is_a_newer_version(library: Library, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    (first,) = of(take_in(library, path), Imported)
    stories.write(tmp_path, "a.txt", stories.SOUND.replace("Nobody", "No one"))
    (updated,) = of(take_in(library, path), Updated)
    assert isinstance(first, Imported) and isinstance(updated, Updated)
    assert updated.older == first.id
    assert browsing.counts(library).articles == 1


def test_a_missing_file_fails_and_the_rest_goes_on(library: Library, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    steps = take_in(library, str(tmp_path / "nothing.txt"), path)
    (failed,) = of(steps, Failed)
    assert isinstance(failed, Failed)
    assert (failed.reason.code, failed.path) == ("missing", str(tmp_path / "nothing.txt"))
    assert len(of(steps, Imported)) == 1


def test_the_original_is_kept_byte_for_byte(library: Library, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND.replace("\n", "\r\n"))
    (done,) = of(take_in(library, path), Imported)
    assert isinstance(done, Imported)
    assert browsing.original(library, done.id) == Path(path).read_bytes()


def test_a_run_can_be_taken_back_once(library: Library, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    (done,) = of(take_in(library, path), Imported)
    assert isinstance(done, Imported)
    assert importing.undo(library, done.run) == (done.id,)
    assert browsing.counts(library).articles == 0
    with pytest.raises(Trouble) as caught:
        importing.undo(library, done.run)
    assert caught.value.reason.code == "no-such-run"


def test_on_a_full_disk_each_article_fails_by_itself(library: Library, tmp_path: Path) -> None:
    take_in(library, stories.write(tmp_path, "a.txt", stories.SOUND))
    (pages,) = library.store.db.execute("PRAGMA page_count").fetchone()
    library.store.db.execute(f"PRAGMA max_page_count = {pages}")
    big = stories.STORM + "\n\n".join(f"The wall broke at yard {n}, where {n * 37} stones lay." for n in range(3000))
    steps = take_in(library, stories.write(tmp_path, "b.txt", big))
    assert [step.reason.code for step in steps if isinstance(step, Failed)] == ["disk-full"]
    assert browsing.counts(library).articles == 1


def test_an_unknown_article_is_named(library: Library) -> None:
    with pytest.raises(Trouble) as caught:
        browsing.reading(library, ArticleId("nothing"))
    assert caught.value.reason.args == ("nothing",)


def test_the_same_file_by_another_way_is_the_same_origin(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = stories.write(tmp_path / "in", "a.txt", stories.SOUND)
    (tmp_path / "link.txt").symlink_to(path)
    take_in(library, path)
    stories.write(tmp_path / "in", "a.txt", stories.SOUND.replace("Nobody", "No one"))
    assert len(of(take_in(library, str(tmp_path / "link.txt")), Updated)) == 1
    monkeypatch.chdir(tmp_path)
    stories.write(tmp_path / "in", "a.txt", stories.SOUND.replace("Nobody", "Not one"))
    assert len(of(take_in(library, "in/../in/a.txt"), Updated)) == 1
    assert browsing.counts(library).articles == 1


def test_every_outcome_of_a_run_is_kept_with_its_articles(library: Library, tmp_path: Path) -> None:
    known = stories.write(tmp_path / "in", "a.txt", stories.SOUND)
    take_in(library, known)
    empty = stories.write(tmp_path / "in", "b.txt", "")
    stories.write(tmp_path / "in", "c.txt", stories.STORM)
    steps = take_in(library, str(tmp_path / "in"))
    (run,) = reports.runs(library.store.db, 1)
    assert (run.state, run.given, run.files) == ("done", (str(tmp_path / "in"),), 3)
    kept = [(line.path, line.status) for line in reports.lines(library.store.db, run.id)]
    assert sorted(kept) == [(known, "known"), (empty, "failed"), (str(tmp_path / "in" / "c.txt"), "imported")]
    assert len(of(steps, Failed)) == len(of(steps, Known)) == len(of(steps, Imported)) == 1


def test_what_was_reported_before_an_import_is_cut_off_is_in_its_report(library: Library, tmp_path: Path) -> None:
    for number in range(8):
        stories.write(tmp_path / "in", f"{number}.txt", stories.SOUND.replace("crews", f"crews of harbor {number}"))
    told = []
    steps = importing.import_paths(library, [str(tmp_path / "in")], TODAY)
    for step in steps:
        if isinstance(step, Imported):
            told.append(step.id)
            break
    steps.close()
    (run,) = reports.runs(library.store.db, 1)
    lines = reports.lines(library.store.db, run.id)
    assert set(told) <= {line.article for line in lines}
    assert all(line.is_there for line in lines) and len(lines) == browsing.counts(library).articles
    take_in(library, str(tmp_path / "in"))
    assert [run.state for run in reports.runs(library.store.db, 2)] == ["done", "stopped"]


def test_a_path_that_was_given_from_here_is_found_from_anywhere(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (failed,) = of(take_in(library, "nothing.txt"), Failed)
    assert isinstance(failed, Failed) and failed.path == "nothing.txt"
    assert reports.failed_paths(library.store.db, failed.run) == (str(tmp_path / "nothing.txt"),)
