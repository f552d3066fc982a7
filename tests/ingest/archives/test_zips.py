"""Zip, tar and gzip: every story in them, and nothing that they can do to a disk or a memory."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.steps import Failed
from reader.ingest import Found, Hints, gate, read
from reader.ingest.archives import opening, packed, zips
from reader.ingest.archives.names import Names, is_passed_over
from tests.ingest.archives.built import LEDE, MORE, TODAY, headlines, page, response, steps, zipped

TEXT = f"Crews vote to strike\n\n{LEDE}\n\n{MORE}\n".encode()
MAIL = f"From: The Harbor Letter <letter@example.org>\nSubject: Storm closes bridge\n\n{LEDE}\n".encode()


def tarred(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def test_members_of_all_folders_are_read_in_their_formats() -> None:
    data = zipped({"2025/a.txt": TEXT, "2025/01/b.html": page("Ferry sails again"), "mail/c.eml": MAIL})
    found = steps("pile.zip", data)
    assert [step.headline for step in found if isinstance(step, Article)] == [
        "Crews vote to strike",
        "Ferry sails again",
        "Storm closes bridge",
    ]
    assert isinstance(found[1], Article)
    assert found[1].origin.path == "pile.zip"
    assert found[1].origin.member == "2025/01/b.html"


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        "a/.git/config.txt",
        "__MACOSX/a/._b.txt",
        "a/Thumbs.db",
        "a/style.css",
        "a/script.JS",
        "a/photo.jpeg",
        "..",
        "/",
    ],
)
def test_what_is_no_story_is_passed_over(name: str) -> None:
    assert is_passed_over(name)


@pytest.mark.parametrize("name", ["a.txt", "../../etc/passwd", "C:\\news\\a.txt", "/a/b.html", "a", "news.2025/a"])
def test_other_names_are_looked_at(name: str) -> None:
    assert not is_passed_over(name)


def test_folder_of_a_saved_page_is_passed_over_beside_its_page_alone() -> None:
    names = Names(["news/Story.html", "news/Story_files/frame.html", "news/Story_files/a.css", "Other_files/a.html"])
    assert is_passed_over("news/Story_files/frame.html", names)
    assert not is_passed_over("Other_files/a.html", names)


def test_folder_that_is_called_like_a_page_and_holds_no_part_of_one_is_read() -> None:
    data = zipped({"News.html": page("Ferry sails again"), "News_files/story.txt": TEXT})
    assert headlines("pile.zip", data) == ["Ferry sails again", "Crews vote to strike"]


@pytest.mark.parametrize("name", ["story.asc", "story.log", "story.bak", "story.tmp", "story"])
def test_text_is_read_whatever_its_name_ends_with(name: str) -> None:
    assert headlines("pile.zip", zipped({name: TEXT})) == ["Crews vote to strike"]
    assert headlines("pile.tar", tarred({name: TEXT})) == ["Crews vote to strike"]


def test_signature_of_another_member_is_passed_over() -> None:
    signature = b"-----BEGIN PGP SIGNATURE-----\n\niQEzBAABCAAdFiEE\n-----END PGP SIGNATURE-----\n"
    assert headlines("pile.zip", zipped({"a.txt": TEXT, "a.txt.asc": signature})) == ["Crews vote to strike"]


def test_archive_of_pictures_alone_is_one_failure() -> None:
    assert headlines("pile.zip", zipped({"a.png": b"\x89PNG", "b/": b""})) == ["! no-article"]


def test_names_that_climb_out_are_labels_and_write_nothing(tmp_path: Path) -> None:
    path = tmp_path / "in" / "pile.zip"
    path.parent.mkdir()
    path.write_bytes(zipped({"../evil.txt": TEXT, "/tmp/evil_too.txt": TEXT}))
    found = [step for step in read(path, Hints(TODAY)) if isinstance(step, Found)]
    assert [step.article.origin.member for step in found] == ["../evil.txt", "/tmp/evil_too.txt"]
    assert [found.name for found in tmp_path.rglob("*")] == ["in", "pile.zip"]


def test_archives_in_archives_end_at_the_third() -> None:
    data = zipped({"a.txt": TEXT})
    for _ in range(2):
        data = zipped({"inner.zip": data})
    (article,) = steps("outer.zip", data)
    assert isinstance(article, Article)
    assert article.origin.member == "inner.zip/inner.zip/a.txt"
    (failed,) = steps("outer.zip", zipped({"inner.zip": zipped({"inner.zip": data})}))
    assert isinstance(failed, Failed)
    assert failed.reason.code == "too-deep"


def test_member_with_a_password_is_a_failure_and_the_others_go_on() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT.replace(b"Crews", b"Boats")}))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        data[at + flags] |= 1
    assert headlines("pile.zip", bytes(data)) == ["! protected", "Boats vote to strike"]


def test_damaged_member_is_a_failure_and_the_others_go_on() -> None:
    data = bytearray(zipped({"a.txt": TEXT, "b.txt": TEXT.replace(b"Crews", b"Boats")}))
    data[40:60] = bytes(20)
    assert headlines("pile.zip", bytes(data)) == ["! damaged", "Boats vote to strike"]


def test_archive_without_a_whole_member_is_damaged() -> None:
    assert headlines("pile.zip", zipped({"a.txt": TEXT})[:20]) == ["! damaged-archive"]


def test_bomb_is_a_failure_and_the_others_go_on() -> None:
    data = zipped({"bomb.html": bytes(60_000_000), "a.txt": TEXT})
    assert headlines("pile.zip", data) == ["! bomb", "Crews vote to strike"]


def test_no_more_comes_out_of_a_file_than_the_gate_lets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_TOTAL", 3 * len(TEXT))
    inner = zipped({"a.txt": TEXT, "b.txt": TEXT})
    found = headlines("pile.zip", zipped({f"{n}.txt": TEXT.replace(b"strike", b"row %d" % n) for n in range(9)}))
    assert found == ["Crews vote to row 0", "Crews vote to row 1", "Crews vote to row 2", "! bomb"]
    assert "! bomb" in headlines("pile.zip", zipped({"1.zip": inner, "2.zip": inner}))


def test_more_members_than_the_gate_lets_in_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MAX_MEMBERS", 1)
    assert headlines("pile.zip", zipped({"a.txt": TEXT, "b.txt": TEXT})) == [
        "! too-many-members",
        "Crews vote to strike",
    ]


def test_list_of_names_that_is_larger_than_memory_is_not_taken_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "_LONGEST_DIRECTORY", 60)
    assert headlines("pile.zip", zipped({"a.txt": TEXT, "b.txt": TEXT})) == ["! too-many-members"]


def test_mailbox_larger_than_memory_is_read_out_of_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    begin = b"From a@example.org Tue Jan 14 08:00:00 2025\n"
    box = b"".join(
        begin + MAIL.replace(b"Storm", b"Storm %d" % n) + os.urandom(3000).hex().encode() + b"\n\n" for n in range(4)
    )
    for module in (zips, packed, gate):
        monkeypatch.setattr(module, "MAX_UNPACKED", 10_000)
    expected = [f"Storm {n} closes bridge" for n in range(4)]
    assert headlines("takeout.zip", zipped({"Mail/All.mbox": box})) == expected
    assert headlines("all.mbox.gz", gzip.compress(box)) == expected


def test_dump_larger_than_memory_is_read_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [
        json.dumps({"title": f"Story {n}", "text": LEDE + os.urandom(2000).hex(), "date": "2025-01-14"})
        for n in range(4)
    ]
    data = "\n".join(lines).encode()
    for module in (zips, packed, gate):
        monkeypatch.setattr(module, "MAX_UNPACKED", 10_000)
    expected = [f"Story {n}" for n in range(4)]
    assert headlines("dump.jsonl.gz", gzip.compress(data)) == expected
    assert headlines("dump.zip", zipped({"dump.jsonl": data})) == expected


def test_crawl_larger_than_memory_is_read_out_of_an_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    crawl = response("https://news.example/a", page("Ferry sails again") + os.urandom(20_000).hex().encode())
    for module in (zips, packed, gate):
        monkeypatch.setattr(module, "MAX_UNPACKED", 10_000)
    assert headlines("pile.zip", zipped({"crawl.warc": crawl})) == ["Ferry sails again"]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.html.gz", gzip.compress), ("a.html.bz2", bz2.compress), ("a.html.xz", lzma.compress)]
)
def test_packed_page_is_the_page(name: str, pack: Callable[[bytes], bytes]) -> None:
    (article,) = steps(name, pack(page("Ferry sails again")))
    assert isinstance(article, Article)
    assert (article.headline, article.origin.path, article.origin.member) == ("Ferry sails again", name, "a.html")


def test_packed_page_that_is_cut_off_gives_what_is_there_and_says_so() -> None:
    whole = gzip.compress(page("Ferry sails again") + os.urandom(2000).hex().encode())
    assert headlines("a.html.gz", whole[: len(whole) // 2]) == ["Ferry sails again", "! cut-off"]
    assert headlines("a.html.gz", whole[:12]) == ["! damaged"]


def test_several_packed_parts_are_one_file() -> None:
    assert headlines("a.txt.gz", gzip.compress(TEXT[:50]) + gzip.compress(TEXT[50:])) == ["Crews vote to strike"]


def test_packed_bomb_is_one_failure() -> None:
    assert headlines("a.html.gz", gzip.compress(bytes(70_000_000))) == ["! bomb"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress, lzma.compress], ids=["no", "gz", "bz2", "xz"])
def test_tar_is_read_packed_or_not(pack: Callable[[bytes], bytes]) -> None:
    data = tarred({"news/a.txt": TEXT, "news/.b.txt": TEXT, "c.html": page("Ferry sails again")})
    found = steps("pile.tar.gz", pack(data))
    assert [step.headline for step in found if isinstance(step, Article)] == [
        "Crews vote to strike",
        "Ferry sails again",
    ]
    assert isinstance(found[0], Article)
    assert found[0].origin.member == "news/a.txt"


def test_links_of_a_tar_are_never_followed() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("passwd.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("a.txt")
        info.size = len(TEXT)
        archive.addfile(info, io.BytesIO(TEXT))
    assert headlines("pile.tar", file.getvalue()) == ["Crews vote to strike"]


def test_tar_that_is_cut_off_gives_what_is_there_and_says_so() -> None:
    data = tarred({"a.txt": TEXT, "b.txt": TEXT.replace(b"Crews", b"Boats")})
    assert headlines("pile.tar", data[:1300]) == ["Crews vote to strike", "! cut-off"]
    whole = gzip.compress(tarred({"a.txt": TEXT, "b.bin": os.urandom(100_000)}))
    assert headlines("pile.tgz", whole[: len(whole) // 2])[0] == "Crews vote to strike"


def test_zip_that_is_a_tar_in_name_is_told_by_its_bytes() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", TEXT)
    assert headlines("pile.tar", file.getvalue()) == ["Crews vote to strike"]
