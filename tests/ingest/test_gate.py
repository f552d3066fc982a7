"""Bad input: each file that cannot be read gives one clear reason, and nothing raises."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.identity import digest_of
from reader.core.steps import Failed
from reader.core.wording import sentence
from reader.ingest import Feed, Found, Hints, formats, gate, read
from reader.ingest.original import Original

TODAY = dt.date(2026, 6, 1)
STORY = "Harbor crews vote to strike\n\nThe crews voted on Tuesday to stay in port, the union said.\n"


def only(path: Path) -> Article | Failed:
    (found,) = read(path, Hints(TODAY))
    assert not isinstance(found, Feed)
    return found.article if isinstance(found, Found) else found


def code(path: Path) -> str:
    found = only(path)
    assert isinstance(found, Failed)
    assert found.path == str(path)
    assert str(path) in sentence(found.reason)
    return found.reason.code


def test_path_that_does_not_exist_is_missing(tmp_path: Path) -> None:
    assert code(tmp_path / "none.txt") == "missing"


def test_path_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    assert code(tmp_path / "story.txt" / "more.txt") == "missing"


def test_file_without_permission_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: Any, **_kwargs: Any) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "secret.txt"
    path.write_text(STORY)
    monkeypatch.setattr(Path, "open", refuse)
    assert code(path) == "unreadable"


def test_disk_that_fails_while_reading_is_told_in_the_words_of_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: Any, **_kwargs: Any) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "story.txt"
    path.write_text(STORY)
    monkeypatch.setattr(Path, "open", fail)
    assert code(path) == "cannot-read"


def test_empty_file_is_empty(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert code(tmp_path / "a.txt") == "empty"


@pytest.mark.parametrize("data", [b" \r\n\t\n", b"\xef\xbb\xbf\n", b"\xff\xfe", "\u00a0\n".encode()])
def test_file_of_white_space_holds_no_article(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert code(tmp_path / "a.txt") == "no-article"


def test_page_of_furniture_alone_holds_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Advertisement\nLatest Headlines\nFollow Us\n")
    assert code(tmp_path / "a.txt") == "no-article"


@pytest.mark.parametrize("data", [b"\x00" * 50, b"\x00\x01\x02\x03\xff" * 40, bytes(range(256)) * 8])
def test_control_characters_are_binary(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert code(tmp_path / "a.txt") == "binary"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\nxxxx", "PNG"),
        (b'<?xml version="1.0"?><inventory><item/></inventory>', "XML"),
    ],
)
def test_format_that_is_not_read_is_named(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / "story.txt").write_bytes(data)
    found = only(tmp_path / "story.txt")
    assert isinstance(found, Failed)
    assert (found.reason.code, found.reason.args[1]) == ("unsupported", name)
    assert name in sentence(found.reason)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "7-Zip"),
        (b"Rar!\x1a\x07\x00\xcf", "RAR"),
        (b"\x28\xb5\x2f\xfd\x24\x01", "Zstandard"),
        (b"\x5d\x2a\x4d\x18\x64\x00", "Zstandard"),
        (b"\x04\x22\x4d\x18\x64\x40", "LZ4"),
        (b"\x1f\x9d\x90\x54", "compress (.Z)"),
    ],
)
def test_packing_that_is_not_undone_is_named(tmp_path: Path, data: bytes, name: str) -> None:
    (tmp_path / "stories.warc.zst").write_bytes(data)
    found = only(tmp_path / "stories.warc.zst")
    assert isinstance(found, Failed)
    assert (found.reason.code, found.reason.args[1]) == ("other-packing", name)
    assert "Unpack it" in sentence(found.reason)


def test_large_archive_that_goes_while_it_is_looked_at_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "dump.zip"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(60_000_000)
    honest = formats.format_of

    def goes(original: Original) -> str:
        path.unlink(missing_ok=True)
        return honest(original)

    monkeypatch.setattr(formats, "format_of", goes)
    assert code(path) == "missing"


def test_file_over_the_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.write(STORY.encode() * 2000)
        file.truncate(60_000_000)
    found = only(path)
    assert isinstance(found, Failed)
    assert found.reason.code == "too-large"
    assert sentence(found.reason) == f'"{path}" is larger than 50 MB. Split it and import the parts.'


def test_file_that_grows_over_the_limit_while_it_is_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "growing.txt"
    path.write_text("word " * 500_000)
    monkeypatch.setattr(gate, "MAX_UNPACKED", 1_000_000)
    size = os.stat_result((0o100644, 0, 0, 1, 0, 0, 10, 0, 0, 0))
    monkeypatch.setattr(Path, "stat", lambda *_args, **_kwargs: size)
    assert code(path) == "too-large"


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert code(tmp_path) == "not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path / "pipe") == "not-a-file"


def test_link_that_leads_to_itself_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert code(loop) == "link-loop"


def test_path_with_a_nul_is_missing() -> None:
    (found,) = read(Path("a\0b.txt"), Hints(TODAY))
    assert isinstance(found, Failed)
    assert found.reason.code == "missing"


def test_stray_nul_does_not_make_a_text_binary(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(STORY.replace("Tuesday", "Tues\0day").encode() + b"\x00" * 500)
    found = only(tmp_path / "a.txt")
    assert isinstance(found, Article)
    assert "on Tuesday" in found.text


def test_digest_is_that_of_the_bytes_on_disk(tmp_path: Path) -> None:
    data = STORY.replace("\n", "\r\n").encode("utf-16")
    (tmp_path / "a.txt").write_bytes(data)
    found = only(tmp_path / "a.txt")
    assert isinstance(found, Article)
    assert found.origin.digest == digest_of(data)
    assert found.origin.path == str(tmp_path / "a.txt")
