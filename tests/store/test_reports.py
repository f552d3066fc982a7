import sqlite3
from contextlib import closing
from pathlib import Path

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.steps import Failed, Imported, Known, Updated
from reader.store import reports, runs
from reader.store.opening import FILE, Store, open_store
from reader.store.schema import APPLICATION_ID, STEPS

A, B, C = (ArticleId(letter * 16) for letter in "abc")


def begun(store: Store, *paths: str, files: int = 1) -> int:
    with store.writing() as db:
        run = runs.add(db)
        reports.begin(db, run, paths, files)
    return run


def test_lines_are_told_in_the_order_in_which_they_came(store: Store) -> None:
    run = begun(store, "/in", files=4)
    with store.writing() as db:
        reports.add(db, run, [Imported("/in/a.txt", A, run), Failed("/in/b.txt", Reason("empty", ("/in/b.txt",)), run)])
        reports.add(db, run, [Known("/in/c.zip", B, run, "1.txt"), Updated("/in/d.txt", C, run, A)])
    lines = reports.lines(store.db, run)
    assert [(line.path, line.member, line.status) for line in lines] == [
        ("/in/a.txt", "", "imported"),
        ("/in/b.txt", "", "failed"),
        ("/in/c.zip", "1.txt", "known"),
        ("/in/d.txt", "", "updated"),
    ]
    assert lines[1].reason == Reason("empty", ("/in/b.txt",)) and lines[1].article is None
    assert (lines[0].article, lines[0].reason) == (A, None)
    assert reports.lines(store.db, run, after=lines[2].number) == lines[3:]


def test_a_run_knows_what_was_given_and_counts_its_lines(store: Store) -> None:
    run = begun(store, "/in", "/x.txt", files=7)
    with store.writing() as db:
        reports.add(db, run, [Imported("/in/a.txt", A, run), Imported("/in/b.txt", B, run), Known("/x.txt", C, run)])
    found = reports.find(store.db, run)
    assert found is not None
    assert (found.given, found.files, found.state) == (("/in", "/x.txt"), 7, "running")
    assert (found.imported, found.updated, found.known, found.failed, found.lines) == (2, 0, 1, 0, 3)
    assert found.seconds is None


def test_a_run_that_came_to_its_end_says_when(store: Store) -> None:
    run = begun(store, "/in")
    with store.writing() as db:
        reports.end(db, run)
    found = reports.find(store.db, run)
    assert found is not None and found.state == "done"
    assert found.seconds is not None and found.seconds >= 0


def test_a_run_that_nobody_ended_was_stopped(store: Store) -> None:
    done, cut_off = begun(store, "/in"), begun(store, "/in")
    with store.writing() as db:
        reports.end(db, done)
        reports.stop_open(db)
    assert [run.state for run in reports.runs(store.db, 10)] == ["stopped", "done"]
    assert reports.find(store.db, cut_off) == reports.runs(store.db, 1)[0]


def test_the_last_runs_come_first_and_only_so_many(store: Store) -> None:
    made = [begun(store, "/in") for _ in range(4)]
    assert [run.id for run in reports.runs(store.db, 3)] == made[:0:-1]
    assert reports.find(store.db, 99) is None


def test_a_file_is_tried_again_once_however_many_of_its_members_failed(store: Store) -> None:
    run = begun(store, "/in")
    why = Reason("damaged")
    with store.writing() as db:
        failures = [Failed("/in/b.zip", why, run, "2"), Failed("/in/a.txt", why, run), Failed("/in/b.zip", why, run)]
        reports.add(db, run, [Imported("/in/c.txt", A, run), *failures])
    assert reports.failed_paths(store.db, run) == ("/in/b.zip", "/in/a.txt")


def test_names_that_are_no_text_come_back_as_they_were(store: Store) -> None:
    path = "/in/\udcff.txt"
    run = begun(store, path)
    with store.writing() as db:
        reports.add(db, run, [Failed(path, Reason("empty", (path,)), run, "\udcfe")])
    (line,) = reports.lines(store.db, run)
    found = reports.find(store.db, run)
    assert (line.path, line.member, line.reason) == (path, "\udcfe", Reason("empty", (path,)))
    assert found is not None and found.given == (path,)


def test_reports_of_an_older_library_say_what_was_imported(tmp_path: Path) -> None:
    before = STEPS.index(next(step for step in STEPS if "run_line" in step))
    with closing(sqlite3.connect(tmp_path / FILE)) as db:
        for step in STEPS[:before]:
            db.executescript(step)
        db.execute("INSERT INTO meta VALUES ('library', 'x')")
        db.execute("INSERT INTO run (started) VALUES ('2024-03-14T13:02:00+00:00')")
        db.execute("INSERT INTO original VALUES ('d', 1, x'00')")
        db.execute(
            """INSERT INTO article (id, headline, lede, publication, published, day, sort, language, path, member, url,
            original, run, digest, facts, text)
            VALUES ('a', 'Sound closed', '', 'Coastline Press', '', '', '', '', '/a.txt', '', '', 'd', 1, '', '', '')"""
        )
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {before}")
        db.commit()
    store = open_store(tmp_path)
    (run,) = reports.runs(store.db, 5)
    (line,) = reports.lines(store.db, run.id)
    store.close()
    assert (run.state, run.imported, run.ended) == ("done", 1, None)
    assert (line.path, line.status, line.headline, line.publication) == (
        "/a.txt", "imported", "Sound closed", "Coastline Press",
    )  # fmt: skip
