import datetime as dt
import importlib
import io
import json
import logging
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.original import Found, Hints, Original
from reader.ingest.reading import read
from tests.ingest.archives.built import page, response, zipped

ORDER = ("first", "second", "third")
BODY = "The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore over the sand."


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ValueError("x"), "own-mistake"),
        (RecursionError(), "own-mistake"),
        (MemoryError(), "too-much-memory"),
        (Trouble("damaged", "f"), "damaged"),
    ],
)
def test_what_came_before_a_mistake_is_kept(error: BaseException, code: str, caplog: pytest.LogCaptureFixture) -> None:
    def steps() -> Iterator[str]:
        yield "good"
        raise error

    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        good, failed = guarded(Original("f", b"", "7"), steps())
    assert good == "good"
    assert isinstance(failed, Failed) and (failed.reason.code, failed.member) == (code, "7")


def _zipped_book() -> bytes:
    """A book of three chapters."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        book.writestr("META-INF/container.xml", '<container><rootfile full-path="book.opf"/></container>')
        items = "".join(f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in ORDER)
        spine = "".join(f'<itemref idref="{n}"/>' for n in ORDER)
        title = '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Coastline</dc:title></metadata>'
        book.writestr("book.opf", f"<package>{title}<manifest>{items}</manifest><spine>{spine}</spine></package>")
        for n in ORDER:
            book.writestr(f"{n}.xhtml", f"<html><body><h1>{HEADLINE.format(n)}</h1><p>{BODY}</p></body></html>")
    return file.getvalue()


HEADLINE = "The {} ferry runs aground"
G2_ITEM = """<newsItem><contentMeta><headline>{}</headline></contentMeta><contentSet><inlineXML><html><body><p>{}</p>
</body></html></inlineXML></contentSet></newsItem>"""
ITEM = """<NewsItem><NewsComponent><NewsLines><HeadLine>{}</HeadLine></NewsLines><ContentItem><DataContent><p>{}</p>
</DataContent></ContentItem></NewsComponent></NewsItem>"""
NINJS = {"type": "text", "versioncreated": "2026-03-03T08:00:00Z"}
FILES = {
    "newsml.xml": f"<NewsML>{''.join(ITEM.format(HEADLINE.format(n), BODY) for n in ORDER)}</NewsML>".encode(),
    "g2.xml": f"<newsMessage>{''.join(G2_ITEM.format(HEADLINE.format(n), BODY) for n in ORDER)}</newsMessage>".encode(),
    "wire.txt": "".join(
        f"\x01rix000{at} 4 i 120 CLP\r\n\x02{HEADLINE.format(n)}\r\n\r\n   {BODY}\r\n\x03\x04"
        for at, n in enumerate(ORDER)
    ).encode(),
    "ninjs.json": json.dumps(
        {
            "type": "composite",
            "versioncreated": "2026-03-03T08:00:00Z",
            "associations": {n: {**NINJS, "headline": HEADLINE.format(n), "body_text": BODY} for n in ORDER},
        }
    ).encode(),
    "list.ris": "".join(
        f"TY  - NEWS\nTI  - {HEADLINE.format(n)}\nUR  - https://coastline.example/{n}\nER  - \n" for n in ORDER
    ).encode(),
    "list.bib": "".join(
        f"@article{{{n}, title = {{{HEADLINE.format(n)}}}, url = {{https://coastline.example/{n}}}}}\n" for n in ORDER
    ).encode(),
    "bookmarks.html": "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL>{}</DL>".format(
        "".join(f'<DT><A HREF="https://coastline.example/{n}">{HEADLINE.format(n)}</A>' for n in ORDER)
    ).encode(),
    "box.mbox": "".join(
        f"From a@b.example Tue Mar  3 08:00:00 2026\nFrom: a@b.example\nSubject: {HEADLINE.format(n)}\n\n{BODY}\n\n"
        for n in ORDER
    ).encode(),
    "book.epub": _zipped_book(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_mistake_in_one_part_of_a_file_does_not_lose_the_others(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from reader.ingest import making

    real = making.assemble

    def trips(pieces: Iterable[making.Piece]) -> object:
        pieces = list(pieces)
        if any("second" in piece.text for piece in pieces):
            raise RecursionError
        return real(pieces)

    (tmp_path / name).write_bytes(FILES[name])
    whole = list(read(tmp_path / name, Hints(dt.date(2026, 6, 1))))
    assert [type(each) for each in whole] == [Found] * 3
    monkeypatch.setattr(making, "assemble", trips)
    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        found = list(read(tmp_path / name, Hints(dt.date(2026, 6, 1))))
    assert [type(each) for each in found] == [Found, Failed, Found]


@pytest.mark.parametrize("module", ["tables", "feeds"])
def test_a_mistake_in_one_entry_does_not_lose_the_others(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from reader.ingest.feeds import entries as feeds
    from reader.ingest.tables import entries as tables

    place, name = (tables, "make_from_lines") if module == "tables" else (feeds, "make_story")
    real = getattr(place, name)

    def trips(lines: object, facts: object, *rest: object) -> object:
        if "second" in getattr(facts, "headline", ""):
            raise RecursionError
        return real(lines, facts, *rest)

    monkeypatch.setattr(place, name, trips)
    items = [
        {"id": n, "title": f"The {n} ferry runs aground", "content_text": BODY} for n in ("first", "second", "third")
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Coastline", "items": items}
    rows = [{"headline": item["title"], "body": BODY, "id": item["id"]} for item in items]
    file = tmp_path / "a.json"
    file.write_text(json.dumps(feed if module == "feeds" else rows), encoding="utf-8")
    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        found = list(read(file, Hints(dt.date(2026, 6, 1))))
    assert [type(each) for each in found] == [Found, Failed, Found]


def _feed() -> bytes:
    items = "".join(f"<item><title>{HEADLINE.format(n)}</title><description>{BODY}</description></item>" for n in ORDER)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Coastline</title>{items}</channel></rss>'.encode()


def _json_feed() -> bytes:
    items = [{"id": n, "title": HEADLINE.format(n), "content_text": BODY} for n in ORDER]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Coastline", "items": items}).encode()


def _crawl() -> bytes:
    return b"".join(response(f"https://coastline.example/{n}", page(HEADLINE.format(n))) for n in ORDER)


def _archive() -> bytes:
    return zipped({f"{n}.html": page(HEADLINE.format(n)) for n in ORDER})


@pytest.mark.parametrize(
    ("name", "data", "at"),
    [
        ("a.rss", _feed(), "feeds.syndication._entry"),
        ("a.json", _json_feed(), "feeds.json_feed._entry"),
        ("a.warc", _crawl(), "archives.warc.body_of"),
        ("a.zip", _archive(), "archives.zips._day"),
    ],
)
def test_a_mistake_in_looking_at_one_part_does_not_lose_those_behind_it(
    name: str, data: bytes, at: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    module, _, function = at.rpartition(".")
    place = importlib.import_module(f"reader.ingest.{module}")
    real, calls = getattr(place, function), []

    def trips(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) == 2:
            raise KeyError
        return real(*given, **named)

    monkeypatch.setattr(place, function, trips)
    (tmp_path / name).write_bytes(data)
    with caplog.at_level(logging.CRITICAL, "dateline.ingest"):
        found = list(read(tmp_path / name, Hints(dt.date(2026, 6, 1))))
    assert [type(each) for each in found] == [Found, Failed, Found]
