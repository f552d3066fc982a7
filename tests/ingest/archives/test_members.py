"""Members of one archive keep out of one another's way: names, mistakes, and what is passed over."""

from __future__ import annotations

import bz2
import gzip
import io
import tarfile

import pytest

from reader.core.article import Article
from reader.core.identity import digest_of
from reader.core.steps import Failed
from reader.ingest import Found, Hints, Passed
from reader.ingest.archives import records, tars
from reader.ingest.original import Original, Parsed
from reader.ingest.plain import articles
from reader.ingest.reading import read_original
from tests.ingest.archives.built import LEDE, MORE, TODAY, headlines, packed, page, record, response, steps, zipped

TEXT = f"Crews vote to strike\n\n{LEDE}\n\n{MORE}\n".encode()
BOATS = TEXT.replace(b"Crews", b"Boats")
URL = "https://news.example/"


def tarred(*members: tuple[str, bytes], encoding: str = "utf-8") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.USTAR_FORMAT, encoding=encoding) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


def zipped_twice(*members: tuple[str, bytes]) -> bytes:
    """A zip archive in which names are equal although the library refuses to write it so."""
    data = zipped({f"{number}{name}": data for number, (name, data) in enumerate(members)})
    for number, (name, _) in enumerate(members):
        data = data.replace(f"{number}{name}".encode(), f"0{name}".encode())
    return data


def names(name: str, data: bytes) -> list[str]:
    return [step.origin.member for step in steps(name, data) if isinstance(step, Article)]


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_members_of_one_name_have_names_of_their_own(name: str) -> None:
    made = zipped_twice if name == "a.zip" else tarred
    again = [f"0{found}" if made is zipped_twice else found for found in ("s.txt", "s (2).txt", "s (3).txt")]
    assert names(name, made(("s.txt", TEXT), ("s.txt", BOATS), ("s.txt", TEXT.replace(b"Crews", b"Ships")))) == again


def test_name_that_stands_in_the_archive_is_not_given_to_another() -> None:
    data = tarred(("s.txt", TEXT), ("s (2).txt", BOATS), ("s.txt", TEXT.replace(b"Crews", b"Ships")))
    assert names("a.tar", data) == ["s.txt", "s (2).txt", "s (3).txt"]


def test_names_of_a_tar_in_an_older_alphabet_are_read() -> None:
    assert names("a.tar", tarred(("café.txt", TEXT), encoding="latin-1")) == ["café.txt"]


@pytest.mark.logs_errors
@pytest.mark.parametrize(("error", "code"), [(KeyError("x"), "own-mistake"), (MemoryError(), "too-much-memory")])
def test_member_that_our_mistake_strikes_does_not_lose_the_others(
    monkeypatch: pytest.MonkeyPatch, error: Exception, code: str
) -> None:
    honest = articles.read_plain

    def mistaken(original: Original, hints: Hints) -> Parsed:
        if original.member == "b.txt":
            raise error
        yield from honest(original, hints)

    monkeypatch.setattr(articles, "read_plain", mistaken)
    data = zipped({"a.txt": TEXT, "b.txt": TEXT, "c.txt": BOATS})
    assert headlines("a.zip", data) == ["Crews vote to strike", f"! {code}", "Boats vote to strike"]
    failed = steps("a.zip", data)[1]
    assert isinstance(failed, Failed)
    assert failed.member == "b.txt"


def test_page_of_a_crawl_is_kept_as_it_was_sent() -> None:
    body = page("Паром стоит в порту").replace(b'<meta charset="utf-8">', b"").decode().encode("koi8-r")
    data = response(URL, body, fields="Content-Type: text/html; charset=koi8-r")
    (found,) = (step for step in read_original(Original("a.warc", data), Hints(TODAY)) if isinstance(step, Found))
    assert found.original == body
    assert found.article.origin.digest == digest_of(body)
    assert found.article.headline == "Паром стоит в порту"


FILM = bytes(50_000)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.tar", tarred(("film.mp4", FILM), ("s.txt", TEXT))),
        ("a.tar.gz", gzip.compress(tarred(("film.mp4", FILM), ("s.txt", TEXT)))),
        ("a.tar.bz2", bz2.compress(tarred(("film.mp4", FILM), ("s.txt", TEXT)))),
        ("a.warc", record("request", URL, FILM, "video/mp4") + response(URL, page("Crews vote to strike"))),
        ("a.warc.gz", packed([record("request", URL, FILM, "video/mp4"), response(URL, page("Crews vote to strike"))])),
        ("b.warc", record("request", URL, FILM, "x", 10**12) + response(URL, page("Crews vote to strike"))),
    ],
)
def test_what_is_passed_over_gives_a_sign_every_few_bytes(
    monkeypatch: pytest.MonkeyPatch, name: str, data: bytes
) -> None:
    monkeypatch.setattr(tars, "_PIECE", 1000)
    monkeypatch.setattr(records, "_PIECE", 1000)
    found = list(read_original(Original(name, data), Hints(TODAY)))
    assert [step.article.headline for step in found if isinstance(step, Found)] == ["Crews vote to strike"]
    assert sum(isinstance(step, Passed) for step in found) >= (40 if name != "b.warc" else 1)


def test_pages_of_a_crawl_that_hold_no_story_give_signs() -> None:
    empty = b"<html><body></body></html>"
    data = b"".join(response(f"{URL}{n}", empty) for n in range(5)) + response(URL, page("Crews vote to strike"))
    found = list(read_original(Original("a.warc", data), Hints(TODAY)))
    assert [type(step) for step in found] == [Passed] * 5 + [Found]


def test_stream_that_is_cut_off_amid_a_film_ends() -> None:
    data = tarred(("s.txt", TEXT), ("film.mp4", bytes(9_000_000)))[:5_000_000]
    assert headlines("a.tar", data) == ["Crews vote to strike", "! cut-off"]
