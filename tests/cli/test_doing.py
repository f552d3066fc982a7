import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.store import opening
from reader.store.lane import lane
from tests import stories
from tests.cli.conftest import Run

ODD = "lat\udce9in"


def test_import_reports_each_file(run: Run, tmp_path: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    ran = run("import", path, str(tmp_path / "missing.txt"))
    assert ran.code == 1
    assert {(row["status"], row["path"]) for row in ran.rows} == {
        ("failed", str(tmp_path / "missing.txt")),
        ("imported", path),
    }
    failed = next(row for row in ran.rows if row["status"] == "failed")
    assert (failed["code"], failed["id"]) == ("missing", None)
    assert run("import", path).rows[0]["status"] == "known"


def test_an_import_can_be_taken_back(run: Run, full: dict[str, str]) -> None:
    ran = run("import", "--undo", "1")
    assert (ran.code, {row["status"] for row in ran.rows}) == (0, {"undone"})
    assert {row["id"] for row in ran.rows} == set(full.values())
    assert {tuple(row) for row in ran.rows} == {("status", "path", "member", "id", "run", "code", "reason")}
    assert run("list").rows == []
    assert run("search", "herring").rows[-1]["total"] == 0
    assert run("import", "--undo", "1").code == 2


def test_taking_back_imports_nothing_and_says_so(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    path = stories.write(tmp_path, "new.txt", stories.STORM)
    for more in ((path,), ("--again",)):
        ran = run("import", "--undo", "1", *more)
        assert (ran.code, ran.rows) == (2, []) and "leave out" in ran.err
    assert {row["id"] for row in run("list").rows} == set(full.values())


def test_without_waiting_the_article_is_stored_and_pending(run: Run, tmp_path: Path) -> None:
    run("import", "--no-wait", stories.write(tmp_path, "a.txt", stories.SOUND))
    assert len(run("list").rows) == 1
    assert run("entities").rows == []
    assert run("check", "--fix").code == 0
    assert run("search", "herring").rows[-1]["total"] == 1


def test_articles_of_an_older_annotator_are_annotated_anew_when_check_is_to_fix(
    run: Run, full: dict[str, str], tmp_path: Path
) -> None:
    before = run("entities").rows
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite", isolation_level=None)) as db:
        (stale,) = db.execute("SELECT count(*) FROM annotation").fetchone()
        db.execute("UPDATE annotation SET annotator = 'old-1'")
    ran = run("check")
    assert (ran.code, *[row["detail"] for row in ran.rows if not row["ok"]]) == (1, f"0 pending, {stale} stale")
    assert run("check", "--fix").code == 0
    assert run("entities").rows == before


def test_nothing_to_import_is_two(run: Run) -> None:
    assert run("import").code == 2


def test_a_damaged_index_is_made_anew_with_a_line(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    for file in (tmp_path / "library" / "index").iterdir():
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert run("check").code == 1
    ran = run("search", "herring")
    assert (ran.code, ran.rows[-1]["total"]) == (0, 1)
    assert "made anew" in ran.err
    assert run("check").code == 0


def test_rebuild_makes_the_index_from_the_store(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    for file in (tmp_path / "library" / "index").iterdir():
        file.unlink()
    assert run("rebuild").code == 0
    assert run("search", "herring").rows[-1]["total"] == 1


def test_a_library_in_use_is_two_after_the_wait(
    run: Run, full: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT_MS", 50)
    path = stories.write(tmp_path, "c.txt", stories.SOUND + "\nMore.\n")
    with lane(tmp_path / "library"):
        ran = run("import", path)
        assert run("list").code == 0
        assert run("mark", full["sound"], "--read").code == 0
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert run("import", path).code == 0


def test_a_newer_library_is_two_and_stays(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "library" / opening.FILE)) as db:
        db.execute("PRAGMA user_version = 99")
    ran = run("list")
    assert (ran.code, ran.out) == (2, "")
    assert "newer" in ran.err


def test_a_damaged_library_offers_its_copy_and_goes_back(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    run("import", stories.write(tmp_path, "c.txt", stories.SOUND.replace("Ministers", "Two ministers")))
    file = tmp_path / "library" / opening.FILE
    file.write_bytes(bytes(100) + file.read_bytes()[100:4096])
    ran = run("list")
    assert ran.code == 2
    assert "restore" in ran.err and "copies" in ran.err
    assert run("restore").code == 0
    assert run("check").code == 0
    assert len(run("list").rows) == 2


def test_backup_and_restore(run: Run, full: dict[str, str], tmp_path: Path) -> None:
    assert run("backup", str(tmp_path / "all.dateline")).code == 0
    run("import", "--undo", "1")
    assert run("restore", str(tmp_path / "all.dateline")).code == 0
    assert len(run("list").rows) == 2
    assert run("search", "herring").rows[-1]["total"] == 1


@pytest.mark.parametrize(
    "words", [["frob"], ["list", "--frob"], ["search"], ["entities", "--kind", "fish"], ["facets"]]
)
def test_a_wrong_request_is_one_line_and_two(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_a_throw_away_library_leaves_nothing(run: Run, tmp_path: Path, profile: Path) -> None:
    path = stories.write(tmp_path, "a.txt", stories.SOUND)
    assert run("--temp-library", "import", path).rows[0]["status"] == "imported"
    assert not (tmp_path / "library").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are no text")
def test_a_name_that_is_no_text_is_imported_like_any_other(run: Run, tmp_path: Path) -> None:
    odd = os.fsdecode(os.fsencode(tmp_path) + b"/lat\xe9in.txt")
    Path(odd).write_text(stories.SOUND)
    stories.write(tmp_path, "z.txt", stories.STORM)
    ran = run("import", odd, str(tmp_path / "z.txt"))
    assert (ran.code, [row["path"] for row in ran.rows]) == (0, [odd, str(tmp_path / "z.txt")])
    (shown,) = run("show", ran.rows[0]["id"]).rows
    assert shown["origin"]["path"] == odd
    assert len(run("list").rows) == 2
    Path(odd).write_text(stories.SOUND.replace("Ministers", "Two ministers"))
    assert run("import", odd).rows[0]["status"] == "updated"
    assert "lat" in run("plain", "import", odd).out


@pytest.mark.parametrize(
    "words",
    [["list", "--tag", ODD], ["show", ODD], ["mentions", ODD], ["quotes", "--speaker", ODD], ["search", ODD]],
)
def test_words_that_are_no_text_are_refused_in_one_line(run: Run, full: dict[str, str], words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "UTF-8" in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ["import", ""],
        ["read", ""],
        ["analyze", ""],
        ["open", ""],
        ["quotes", "--speaker", ""],
        ["quotes", "--about", " "],
        ["quotes", "--article", ""],
        ["entities", "--article", ""],
        ["list", "--tag", ""],
        ["mark", "x", "--untag", ""],
        ["show", "x", "--original", ""],
        ["backup", ""],
        ["restore", ""],
        ["--library", "", "list"],
    ],
)
def test_an_empty_value_is_refused_and_never_means_everything(run: Run, words: list[str]) -> None:
    ran = run(*words)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "empty" in ran.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["list", "--limit", "some"], '"some" is no number'),
        (["search", "--offset", "-1", "x"], '"-1" is no number from 0'),
        (["import", "--undo", "two"], '"two" is no number'),
        (["entities", "--kind", "fish"], '"fish" is no kind. There are person, organization'),
        (["quotes", "--kind", "loud"], '"loud" is no kind. There are direct, mixed, indirect'),
        (["entities", "--kind", "money"], '"money" is no kind'),
        (["show", "a\nb"], r"a\nb"),
        (["list", "a\nb"], r"a\nb"),
        (["read", "a\nb\x1b[1m"], r"a\nb\x1b[1m"),
    ],
)
def test_what_is_wrong_is_named_in_one_line(run: Run, words: list[str], told: str) -> None:
    ran = run("plain", *words)
    assert ran.code in (1, 2)
    assert (ran.err.count("\n"), told in ran.err) == (1, True)


def test_numbers_of_any_size_are_answered(run: Run, full: dict[str, str]) -> None:
    huge = "9" * 40
    assert len(run("list", "--limit", huge).rows) == 2
    assert run("entities", "--limit", huge).rows
    assert run("search", "--limit", huge, "herring").rows[-1]["total"] == 1
    assert run("search", "--offset", huge, "--limit", huge, "herring").code == 0
    undone = run("import", "--undo", huge)
    assert (undone.code, undone.err.count("\n"), "No import run" in undone.err) == (2, 1, True)
