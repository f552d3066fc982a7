"""Which files stand behind the paths that are given."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from reader.core.steps import Failed
from reader.ingest import Hints, files, read, walk


def made(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def names(folder: Path, *paths: Path) -> list[str]:
    return [f.path if isinstance(f, Failed) else f.relative_to(folder).as_posix() for f in files(paths or (folder,))]


def test_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    made(tmp_path, "b.txt", "a/z.txt", "a/b/c.txt", "c.txt", "d/e.txt")
    assert names(tmp_path) == ["b.txt", "c.txt", "a/z.txt", "a/b/c.txt", "d/e.txt"]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    made(tmp_path, ".hidden.txt", ".git/config", "story.txt")
    assert names(tmp_path) == ["story.txt"]


def test_hidden_file_that_is_named_is_taken(tmp_path: Path) -> None:
    made(tmp_path, ".hidden.txt")
    assert names(tmp_path, tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_path_that_does_not_exist_is_a_failure_and_the_others_go_on(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    found = list(files([tmp_path / "none", tmp_path / "a.txt"]))
    assert isinstance(found[0], Failed)
    assert found[0].reason.code == "missing"
    assert found[1] == tmp_path / "a.txt"


def test_file_that_is_named_twice_comes_once(tmp_path: Path) -> None:
    made(tmp_path, "a.txt")
    assert names(tmp_path, tmp_path / "a.txt", tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_links_to_folders_are_not_followed_and_loops_end(tmp_path: Path) -> None:
    made(tmp_path, "in/a.txt")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in", target_is_directory=True)
    assert names(tmp_path) == ["in/a.txt"]


def test_link_to_a_folder_that_is_named_is_walked(tmp_path: Path) -> None:
    made(tmp_path, "in/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in", target_is_directory=True)
    assert names(tmp_path, tmp_path / "link") == ["link/a.txt"]


def test_link_that_leads_nowhere_is_handed_on_so_that_reading_reports_it(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert names(tmp_path) == ["gone.txt"]


def test_folder_without_permission_is_a_failure_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, "a/x.txt", "b/y.txt")
    scandir = walk.os.scandir

    def refuse(path: Path) -> Any:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(walk.os, "scandir", refuse)
    found = list(files([tmp_path]))
    assert isinstance(found[0], Failed)
    assert found[0].reason.code == "unreadable"
    assert found[1] == tmp_path / "b" / "y.txt"


def test_path_with_a_nul_is_missing() -> None:
    (found,) = files([Path("a\0b")])
    assert isinstance(found, Failed)
    assert found.reason.code == "missing"


@pytest.mark.parametrize("folder", ["Story_files", "Story-Dateien", "Story_fichiers", "Story.files"])
def test_folder_of_a_saved_page_is_passed_over(tmp_path: Path, folder: str) -> None:
    made(tmp_path, "Story.html", f"{folder}/style.css", f"{folder}/frame.html", "a/b.txt")
    assert names(tmp_path) == ["Story.html", "a/b.txt"]


def test_folder_that_is_only_named_like_that_of_a_page_is_walked(tmp_path: Path) -> None:
    made(tmp_path, "Story_files/a.html", "Other.html", "_files/b.txt")
    assert names(tmp_path) == ["Other.html", "Story_files/a.html", "_files/b.txt"]


def test_folder_of_a_saved_page_that_is_named_is_walked(tmp_path: Path) -> None:
    made(tmp_path, "Story.html", "Story_files/frame.html")
    assert names(tmp_path, tmp_path / "Story_files") == ["Story_files/frame.html"]


def test_folder_beside_a_page_that_holds_stories_alone_is_walked(tmp_path: Path) -> None:
    made(tmp_path, "News.html", "News_files/story.txt", "Page.html", "Page_files/fonts/a.woff2", "Page_files/b.html")
    assert names(tmp_path) == ["News.html", "Page.html", "News_files/story.txt"]


def test_library_that_lies_among_stories_is_passed_over_with_nothing_else(tmp_path: Path) -> None:
    made(tmp_path, "library.sqlite", "library.sqlite-wal", "library.sqlite-shm", "writer.lock", "copies/a.sqlite")
    made(tmp_path, "index/MAIN_1.toc", "index-2026-06-01T080000/MAIN_1.toc", "set-aside-2026-06-01T080000.sqlite")
    made(tmp_path, "library.txt", "indexes/b.txt", "stories/index/c.txt", "stories/copies/d.txt")
    assert names(tmp_path) == ["library.txt", "indexes/b.txt", "stories/copies/d.txt", "stories/index/c.txt"]


def test_a_folder_without_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / ".hidden").write_text("x")
    (found,) = files([tmp_path / "in"])
    assert isinstance(found, Failed)
    assert (found.path, found.reason.code) == (str(tmp_path / "in"), "empty-folder")
    (tmp_path / "in" / "deep" / "a.txt").write_text("x")
    assert list(files([tmp_path / "in"])) == [tmp_path / "in" / "deep" / "a.txt"]


def test_a_link_that_the_system_cannot_follow_is_handed_on_and_the_others_are_found(tmp_path: Path) -> None:
    made(tmp_path, "a.txt", "z.txt")
    (tmp_path / "long.txt").symlink_to("x" * 300)
    assert names(tmp_path) == ["a.txt", "long.txt", "z.txt"]
    (found,) = read(tmp_path / "long.txt", Hints(dt.date(2026, 6, 1)))
    assert isinstance(found, Failed) and found.reason.code == "cannot-read"
