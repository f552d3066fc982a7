"""The settings file: defaults, damage, and writing as a whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.wording import sentence
from reader.settings import Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "profile" / "settings.toml"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    settings = Settings(file)
    assert settings.get("window", "width", 1280) == 1280
    assert settings.note is None
    assert not file.exists()


def test_values_are_kept_for_the_next_run(file: Path) -> None:
    Settings(file).set("window", {"width": 1440, "theme": "dark", "sizes": [336, 700], "ruler": True, "zoom": 1.5})
    again = Settings(file)
    assert again.get("window", "width", 1280) == 1440
    assert again.get("window", "theme", "light") == "dark"
    assert again.get("window", "sizes", [1]) == [336, 700]
    assert again.get("window", "ruler", False) is True
    assert again.get("window", "zoom", 1.0) == 1.5


def test_a_value_of_another_type_is_answered_by_the_default(file: Path) -> None:
    Settings(file).set("window", {"width": "wide", "zoom": True})
    assert Settings(file).get("window", "width", 1280) == 1280
    assert Settings(file).get("window", "zoom", 0) == 0


def test_two_windows_keep_each_others_sections(file: Path) -> None:
    first, second = Settings(file), Settings(file)
    first.set("window", {"width": 900})
    second.set("library", {"folder": "/somewhere"})
    assert Settings(file).get("window", "width", 0) == 900


@pytest.mark.parametrize("damage", [b"[window\nwidth = ", b"\xff\xfe\x00", b"[window]\nwidth = 1\nwidth = 2\n"])
def test_a_damaged_file_is_set_aside_and_said(file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    settings = Settings(file)
    assert settings.get("window", "width", 1280) == 1280
    assert settings.note is not None
    assert "settings.damaged.toml" in sentence(settings.note)
    assert file.with_name("settings.damaged.toml").read_bytes() == damage
    settings.set("window", {"width": 1})
    assert Settings(file).get("window", "width", 1280) == 1


def test_a_stray_value_outside_the_sections_does_no_harm(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('window = 3\n[library]\nfolder = "x"\n', "utf-8")
    settings = Settings(file)
    assert settings.get("window", "width", 1280) == 1280
    settings.set("window", {"width": 5})
    assert Settings(file).get("library", "folder", "") == "x"


def test_a_failed_write_leaves_the_old_file_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(file)
    settings.set("window", {"width": 900})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Trouble) as caught:
        settings.set("window", {"width": 1000})
    assert caught.value.reason.code == "settings-unwritable"
    assert settings.get("window", "width", 0) == 1000
    assert Settings(file).get("window", "width", 0) == 900
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


def test_reading_settings_loads_no_writer() -> None:
    code = "import sys, reader.settings; sys.exit('tomli_w' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
