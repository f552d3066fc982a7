"""Web archives: the pages in them, and what damage costs."""

from __future__ import annotations

import gzip
import json
import zlib

import brotli
import pytest

from reader.core.article import Article
from reader.core.identity import digest_of
from reader.core.steps import Failed
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original
from tests.ingest.archives.built import LEDE, TODAY, headlines, packed, page, record, response, steps, zipped

INFO = record("warcinfo", "", b"software: none\r\n", "application/warc-fields")
ONE = response("https://news.example/2025/01/14/crews", page("Crews vote to strike"))
TWO = response("https://news.example/2025/01/15/bridge", page("Storm closes bridge"))
BOTH = ["Crews vote to strike", "Storm closes bridge"]


@pytest.mark.parametrize(
    "data",
    [INFO + ONE + TWO, packed([INFO, ONE, TWO]), gzip.compress(INFO + ONE + TWO), packed([ONE + INFO, TWO])],
    ids=["plain", "packed one by one", "packed together", "packed in pairs"],
)
def test_pages_are_read_however_the_records_are_packed(data: bytes) -> None:
    assert headlines("crawl.warc.gz", data) == BOTH


def test_page_has_the_address_and_the_bytes_under_which_it_was_found() -> None:
    (found,) = read_original(Original("crawl.warc", ONE), Hints(TODAY))
    assert isinstance(found, Found)
    assert found.original == page("Crews vote to strike")
    assert found.article.origin.url == "https://news.example/2025/01/14/crews"
    assert found.article.origin.member == "https://news.example/2025/01/14/crews"
    assert found.article.origin.digest == digest_of(found.original)


def test_what_is_no_page_is_no_failure() -> None:
    others = [
        INFO,
        record("request", "https://news.example/", b"GET / HTTP/1.1\r\n\r\n", "application/http; msgtype=request"),
        record("revisit", "https://news.example/", b"HTTP/1.1 200 OK\r\n\r\n", "application/http; msgtype=response"),
        record("metadata", "https://news.example/", b"x: y\r\n", "application/warc-fields"),
        record("resource", "urn:text:https://news.example/", LEDE.encode(), "text/plain"),
        response("https://news.example/a.png", b"\x89PNG", fields="Content-Type: image/png"),
        response("https://news.example/a.css", b"p { }", fields="Content-Type: text/css"),
        response("https://news.example/robots.txt", b"User-agent: *", fields="Content-Type: text/plain"),
        response("https://news.example/data", b'{"a": 1}', fields="Content-Type: application/json"),
        response("https://news.example/old", page("Moved"), status="301 Moved Permanently"),
        response("https://news.example/none", page("Not found"), status="404 Not Found"),
        response("https://ads.example/", b"<html><body></body></html>"),
        record("response", "dns:news.example", b"20250114\nnews.example. A 192.0.2.1\n", "text/dns"),
    ]
    assert headlines("crawl.warc", b"".join(others) + ONE) == BOTH[:1]


def test_archive_without_a_story_is_one_failure() -> None:
    image = response("https://news.example/a.png", b"\x89PNG", fields="Content-Type: image/png")
    assert headlines("crawl.warc", INFO + image) == ["! no-article"]


def test_feed_and_text_of_an_archive_are_read() -> None:
    feed = (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><item><title>Ferry sails again</title>'
        f"<description>{LEDE}</description></item></channel></rss>"
    )
    fed = response("https://news.example/feed", feed.encode(), fields="Content-Type: application/rss+xml")
    text = f"Crews vote to strike\n\n{LEDE}\n".encode()
    plain = record("conversion", "https://news.example/crews", text, "text/plain")
    assert headlines("crawl.warc", fed + plain) == ["Ferry sails again", "Crews vote to strike"]


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        ("Content-Encoding: gzip", gzip.compress(page("Crews vote to strike"))),
        ("Content-Encoding: deflate", zlib.compress(page("Crews vote to strike"))),
        ("Content-Encoding: gzip", page("Crews vote to strike")),
        (
            "Transfer-Encoding: chunked",
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(page("Crews vote to strike")), page("Crews vote to strike")),
        ),
        ("Transfer-Encoding: chunked", page("Crews vote to strike")),
    ],
    ids=["gzip", "deflate", "unpacked already", "chunks", "joined already"],
)
def test_body_is_unpacked(fields: str, body: bytes) -> None:
    data = response("https://news.example/crews", body, fields=f"Content-Type: text/html\r\n{fields}")
    assert headlines("crawl.warc", data) == BOTH[:1]


def test_brotli_is_unpacked_up_to_the_limit() -> None:
    fields = "Content-Type: text/html\r\nContent-Encoding: br"
    whole = brotli.compress(page("Crews vote to strike"))
    assert headlines("crawl.warc", response("https://news.example/a", whole, fields=fields)) == BOTH[:1]
    bomb = response("https://news.example/b", brotli.compress(b"\0" * 60_000_000), fields=fields)
    assert headlines("crawl.warc", bomb + TWO) == ["! bomb", BOTH[1]]
    assert headlines("crawl.warc", response("https://news.example/c", whole[:-20], fields=fields) + TWO)[-1] == BOTH[1]
    assert headlines("crawl.warc", response("https://news.example/d", page(BOTH[0]), fields=fields)) == BOTH[:1]


def test_packing_without_a_library_is_a_failure_that_says_so() -> None:
    fields = "Content-Type: text/html\r\nContent-Encoding: zstd"
    packed_page = response("https://news.example/crews", b"\x8b\x02\x80", fields=fields)
    assert headlines("crawl.warc", packed_page + TWO) == ["! unsupported", BOTH[1]]
    unpacked = response("https://news.example/crews", page("Crews vote to strike"), fields=fields)
    assert headlines("crawl.warc", unpacked) == BOTH[:1]


def test_legacy_encoding_is_that_of_the_server() -> None:
    body = page("Паром стоит в порту").replace(b'<meta charset="utf-8">', b"").decode().encode("koi8-r")
    data = response("https://news.example/crews", body, fields="Content-Type: text/html; charset=koi8-r")
    assert headlines("crawl.warc", data) == ["Паром стоит в порту"]


def test_body_that_is_a_bomb_is_one_failure_and_the_others_go_on() -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    data = response("https://news.example/bomb", bomb, fields="Content-Type: text/html\r\nContent-Encoding: gzip")
    found = steps("crawl.warc", data + ONE)
    assert isinstance(found[0], Failed)
    assert found[0].reason.code == "bomb"
    assert found[0].member == "https://news.example/bomb"
    assert isinstance(found[1], Article)


def test_archive_that_is_cut_off_gives_what_is_there_and_says_so() -> None:
    assert headlines("crawl.warc", (ONE + TWO)[:-40]) == [*BOTH, "! cut-off"]
    assert headlines("crawl.warc.gz", packed([ONE, TWO])[:-40])[-1] == "! cut-off"
    assert headlines("crawl.warc.gz", packed([ONE, TWO])[:-300])[0] == BOTH[0]


@pytest.mark.parametrize("length", [99_999_999_999, 10, -4])
def test_length_that_lies_costs_no_other_record(length: int) -> None:
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Lying")
    liar = record("response", "https://news.example/liar", sent, "application/http; msgtype=response", length)
    for data in (liar + TWO, packed([liar, TWO])):
        found = headlines("crawl.warc", data)
        assert BOTH[1] in found
        assert found[-1] == "! cut-off"


def test_damaged_piece_of_a_packed_archive_costs_its_record_alone() -> None:
    first, second, third = packed([ONE]), packed([TWO]), packed([ONE.replace(b"Crews", b"Boats")])
    broken = second[:60] + bytes(40) + second[100:]
    found = headlines("crawl.warc.gz", first + broken + third)
    assert found[0] == BOTH[0]
    assert found[-2:] == ["Boats vote to strike", "! cut-off"]


def test_header_without_an_end_is_no_trap() -> None:
    assert headlines("crawl.warc", ONE + b"WARC/1.0\r\nX: " + b"y" * 5_000_000) == [BOTH[0], "! cut-off"]
    assert headlines("crawl.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 500_000)[-1] == "! cut-off"


def test_old_archive_is_read() -> None:
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page("Crews vote to strike")
    version = b"1 0 example\nURL IP-address Archive-date Content-type Archive-length\n"
    head = b"filedesc://old.arc 0.0.0.0 20050114080500 text/plain %d\n%s\n" % (len(version), version)
    data = head + b"http://news.example/crews of the boats 192.0.2.1 20050114080500 text/html %d\n%s\n" % (
        len(sent),
        sent,
    )
    for whole in (data, gzip.compress(data)):
        (article,) = steps("old.arc", whole)
        assert isinstance(article, Article)
        assert (article.headline, article.origin.url) == (
            "Crews vote to strike",
            "http://news.example/crews%20of%20the%20boats",
        )


def test_package_of_web_archives_is_read_and_its_names_are_labels() -> None:
    data = zipped(
        {
            "datapackage.json": json.dumps({"resources": [{"path": "archive/../../../../etc/passwd"}]}).encode(),
            "../../../../tmp/evil": b"x",
            "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
            "archive/data.warc.gz": packed([INFO, ONE, TWO]),
        }
    )
    found = steps("crawl.wacz", data)
    assert [step.headline for step in found if isinstance(step, Article)] == BOTH
    assert isinstance(found[0], Article)
    assert found[0].origin.member == "archive/data.warc.gz/https://news.example/2025/01/14/crews"


def package(pages: list[str], *records: bytes) -> bytes:
    lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": url, "title": "x"}) for url in pages)]
    listed = "\n".join([*lines, "not json", "[" * 100_000]).encode()
    return zipped({"datapackage.json": b"{}", "pages/pages.jsonl": listed, "archive/a.warc.gz": packed(records)})


def test_frames_beside_the_listed_pages_are_left_out() -> None:
    frame = response("https://ads.example/frame", page("Buy a boat today"))
    moved = response("http://news.example/crews", b"", status="301 Moved", fields="Location: /2025/01/14/crews")
    data = package(["http://news.example/crews#top"], frame, moved, ONE)
    assert headlines("crawl.wacz", data) == BOTH[:1]


def test_list_of_pages_that_are_not_there_leaves_nothing_out() -> None:
    assert headlines("crawl.wacz", package(["https://elsewhere.example/"], ONE, TWO)) == BOTH


def test_package_without_a_story_is_one_failure() -> None:
    data = zipped({"datapackage.json": b"{}", "archive/data.warc": INFO})
    assert headlines("crawl.wacz", data) == ["! no-article"]
