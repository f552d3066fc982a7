"""Zip archives that are cut off, and have lost the list of their members with it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from reader.core.steps import Failed
from reader.ingest.archives import zips
from tests.ingest.archives.built import headlines, page, steps, zipped

PAGES = {f"2025/{n}.html": page(f"Ferry {n} sails again") for n in range(3)}
NAMES = [f"Ferry {n} sails again" for n in range(3)]


def streamed(members: dict[str, bytes]) -> bytes:
    """An archive as a program writes it that cannot go back: the sizes stand behind the bytes."""

    class OneWay(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

        def seek(self, *_: int) -> int:
            raise OSError

    file = OneWay()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize("make", [zipped, streamed])
def test_every_whole_member_of_an_archive_without_its_list_is_read(make: Callable[[dict[str, bytes]], bytes]) -> None:
    data = make(PAGES)
    assert headlines("pile.zip", data[: data.index(b"PK\x01\x02")]) == [*NAMES, "! cut-off"]
    assert headlines("pile.zip", data[:-30]) == [*NAMES, "! cut-off"]


def test_the_member_that_is_cut_is_told_and_those_before_it_are_whole() -> None:
    data = zipped(PAGES)
    found = steps("pile.zip", data[: data.rindex(b"PK\x03\x04") + 60])
    assert headlines("pile.zip", data[: data.rindex(b"PK\x03\x04") + 60])[:2] == NAMES[:2]
    assert [step.member for step in found if isinstance(step, Failed)] == ["2025/2.html", ""]


def test_damage_amid_a_cut_archive_costs_one_member() -> None:
    data = bytearray(zipped(PAGES))
    second = data.index(b"PK\x03\x04", 10)
    data[second + 60 : second + 160] = b"\xff" * 100
    assert [NAMES[0], NAMES[2]] == [one for one in headlines("pile.zip", bytes(data[:-30])) if not one.startswith("!")]


def test_what_is_stored_as_it_is_ends_where_its_header_says() -> None:
    inner = zipped({"inside.html": page("Inside an archive")})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("inner.zip", inner)
        archive.writestr("a.html", PAGES["2025/0.html"])
    assert headlines("pile.zip", file.getvalue()[:-30]) == ["Inside an archive", NAMES[0], "! cut-off"]


def test_a_bomb_in_a_cut_archive_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zips, "MAX_UNPACKED", 3_000_000)
    data = zipped({"bomb.txt": b"\n" * 20_000_000, **PAGES})
    assert headlines("pile.zip", data[:-30])[0] == "! bomb"
    assert headlines("pile.zip", data[:-30])[1:] == [*NAMES, "! cut-off"]


def test_headers_without_end_are_read_in_no_time() -> None:
    assert headlines("pile.zip", b"PK\x03\x04" * 50_000)[-1] in ("! damaged-archive", "! cut-off")


def test_documents_and_books_that_are_cut_are_no_archives_of_stories() -> None:
    book = zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<x/>", "a.html": page("A")})
    assert headlines("book.epub", book[:-30]) == ["! damaged-archive"]
