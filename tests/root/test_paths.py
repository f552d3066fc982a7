"""Where things lie, in a checkout and in an installed copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader import paths


def test_profile_can_be_moved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATELINE_PROFILE", str(tmp_path / "elsewhere"))
    assert paths.profile() == tmp_path / "elsewhere"
    assert (
        paths.default_library().parent == paths.settings_file().parent == paths.log_folder().parent == paths.profile()
    )


def test_profile_lies_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATELINE_PROFILE", raising=False)
    assert paths.profile().name == "Dateline"
    assert paths.profile().is_absolute()


def test_a_checkout_has_its_data_beside_the_package() -> None:
    root = Path(paths.__file__).resolve().parent.parent
    assert paths.resource("a", "b.txt") == root / "resources" / "a" / "b.txt"


def test_an_installed_copy_has_its_data_inside_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    stories = tmp_path / "reader" / "_data" / "seeds" / "sample"
    stories.mkdir(parents=True)
    for name in ("b.txt", "a.txt", "gold.json"):
        (stories / name).write_text("x", "utf-8")
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "reader" / "paths.py"))
    assert [story.name for story in paths.sample_stories()] == ["a.txt", "b.txt"]
    assert paths.resource("words.txt") == tmp_path / "reader" / "_data" / "resources" / "words.txt"
