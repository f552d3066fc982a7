"""EPUB: which chapters are stories, what the book tells of them, and packages that are made to do harm."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.documents.epub import read_epub
from reader.ingest.original import Found, Hints, Original
from tests.ingest.documents.makers import package

HINTS = Hints(dt.date(2026, 11, 27))
FIRST = "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March."
SECOND = "Ferries are to run every twenty minutes until the bridge is open again, the mayor told reporters."
CONTAINER = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>{}</rootfiles></container>'
ROOT_FILE = '<rootfile full-path="{}" media-type="application/oebps-package+xml"/>'
TOLD = (
    "<dc:title>Vasmark Courier</dc:title><dc:creator>Ilse Marenko</dc:creator><dc:date>2026-03-02</dc:date>"
    "<dc:publisher>Courier Press</dc:publisher><dc:language>en-GB</dc:language>"
)


def chapter(body: str, kind: str = "", title: str = "") -> str:
    return (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>{title}</title></head>'
        f'<body epub:type="{kind}">{body}</body></html>'
    )


def book(
    chapters: dict[str, str],
    *,
    told: str = TOLD,
    more: dict[str, str] | None = None,
    properties: str = "",
    container: str = CONTAINER.format(ROOT_FILE.format("OPS/book.opf")),
    doctype: str = "",
) -> bytes:
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml" '
        f'properties="{properties if name == "nav.xhtml" else ""}"/>'
        for at, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(chapters)))
    opf = (
        f'{doctype}<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<metadata>{told}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    parts = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/book.opf": opf}
    parts |= {f"OPS/{name}": text for name, text in chapters.items()} | (more or {})
    return package(parts)


def read(data: bytes) -> list[Article]:
    steps = list(read_epub(Original("paper.epub", data), HINTS))
    assert all(isinstance(step, Found) for step in steps)
    return [step.article for step in steps if isinstance(step, Found)]


def story(headline: str, text: str) -> str:
    return chapter(f"<h1>{headline}</h1><p>By Tomas Ardell</p><p>{text}</p>")


def test_book_of_one_story_gives_its_title_author_and_date() -> None:
    (article,) = read(book({"story.xhtml": chapter(f"<p>{FIRST}</p><p>{SECOND}</p>")}))
    assert article.headline == "Vasmark Courier"
    assert article.byline == ("Ilse Marenko",)
    assert article.published is not None and article.published.iso == "2026-03-02"
    assert (article.publication, article.language) == ("Courier Press", "en")
    assert article.texts(BlockRole.BODY) == (FIRST, SECOND)


def test_chapters_of_a_newspaper_are_articles_of_the_book() -> None:
    found = read(book({"a.xhtml": story("Bridge to be repaired", FIRST), "b.xhtml": story("Ferries to run", SECOND)}))
    assert [article.headline for article in found] == ["Bridge to be repaired", "Ferries to run"]
    assert {article.publication for article in found} == {"Vasmark Courier"}
    assert {article.byline for article in found} == {("Tomas Ardell",)}
    assert [article.origin.member for article in found] == ["OPS/a.xhtml", "OPS/b.xhtml"]
    assert found[0].published is not None and found[0].published.iso == "2026-03-02"


def test_day_that_a_story_prints_stands_above_that_of_the_paper() -> None:
    dated = chapter(f"<h1>Bridge to be repaired</h1><p>1 March 2026</p><p>{FIRST}</p>")
    first, _ = read(book({"a.xhtml": dated, "b.xhtml": story("Ferries to run", SECOND)}))
    assert first.published is not None and first.published.iso == "2026-03-01"


def test_story_that_a_converter_cut_at_its_headings_is_one_article() -> None:
    first = chapter(f"<h1>Vasmark Courier</h1><p>{FIRST}</p>")
    (article,) = read(book({"a.xhtml": first, "b.xhtml": chapter(f"<h1>What it costs</h1><p>{SECOND}</p>")}))
    assert (article.headline, article.byline) == ("Vasmark Courier", ("Ilse Marenko",))
    assert article.texts(BlockRole.BODY) == (FIRST, SECOND)
    assert article.texts(BlockRole.SUBHEAD) == ("What it costs",)


def test_author_of_a_collection_wrote_what_names_nobody_else() -> None:
    own = chapter(f"<h1>Ferries to run</h1><p>{SECOND}</p>")
    first, second = read(book({"a.xhtml": story("Bridge to be repaired", FIRST), "b.xhtml": own}))
    assert (first.byline, second.byline) == (("Tomas Ardell",), ("Ilse Marenko",))


def test_contents_cover_and_title_page_are_no_stories() -> None:
    links = "".join(f'<li><a href="a{at}.xhtml">Bridge to be repaired {at}</a></li>' for at in range(9))
    chapters = {
        "cover.xhtml": chapter("<p>Vasmark Courier</p>"),
        "front.xhtml": chapter("<h1>Vasmark Courier</h1><p>Ilse Marenko</p>", "titlepage"),
        "nav.xhtml": chapter(f"<nav><ol>{links}</ol></nav>"),
        "index.xhtml": chapter(f"<h1>Today</h1><ul>{links}</ul>"),
        "a.xhtml": story("Bridge to be repaired", FIRST),
        "b.xhtml": story("Ferries to run", SECOND),
    }
    assert [a.headline for a in read(book(chapters, properties="nav"))] == ["Bridge to be repaired", "Ferries to run"]


def test_first_of_several_renditions_is_read() -> None:
    both = CONTAINER.format(ROOT_FILE.format("OPS/book.opf") + ROOT_FILE.format("OTHER/book.opf"))
    data = book({"a.xhtml": story("First rendition", FIRST)}, more={"OTHER/book.opf": "<package/>"}, container=both)
    assert FIRST in read(data)[0].text


def test_empty_title_element_does_not_swallow_the_chapter() -> None:
    text = chapter(f"<p>{FIRST}</p>").replace("<title></title>", "<title/><script src='x.js'/>")
    assert FIRST in read(book({"a.xhtml": text}))[0].text


def test_chapter_that_is_no_xml_is_read_as_a_page() -> None:
    assert FIRST in read(book({"a.xhtml": f"<html><body><p>{FIRST}<br><p>{SECOND}</body>"}))[0].text


def test_book_of_pictures_is_known_by_its_description() -> None:
    told = TOLD + "<dc:description>Drawings of bridges by the children of Vasmark.</dc:description>"
    (article,) = read(book({"a.xhtml": chapter('<img src="a.png" alt=""/>')}, told=told))
    assert article.texts(BlockRole.BODY) == ("Drawings of bridges by the children of Vasmark.",)


def test_chapter_that_unpacks_to_too_much_is_a_failure_and_the_others_are_read() -> None:
    data = book({"a.xhtml": story("Bridge to be repaired", FIRST), "b.xhtml": " " * 60_000_000})
    steps = list(read_epub(Original("paper.epub", data), HINTS))
    assert [type(step) for step in steps] == [Failed, Found]
    assert isinstance(steps[0], Failed) and (steps[0].reason.code, steps[0].member) == ("bomb", "OPS/b.xhtml")


def test_entity_that_names_a_file_is_not_followed() -> None:
    told = TOLD.replace("Vasmark Courier", "&x;")
    doctype = '<!DOCTYPE package [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    (article,) = read(book({"a.xhtml": story("Bridge to be repaired", FIRST)}, told=told, doctype=doctype))
    assert "root:" not in article.text


def test_way_out_of_the_package_leads_nowhere() -> None:
    chapters = {"../../../../etc/passwd": "root:x:0:0", "a.xhtml": story("Bridge to be repaired", FIRST)}
    (article,) = read(book(chapters))
    assert "root:" not in article.text


def test_locked_book_asks_for_its_password() -> None:
    lock = '<encryption><CipherReference URI="OPS/a.xhtml"/></encryption>'
    data = book({"a.xhtml": story("Bridge to be repaired", FIRST)}, more={"META-INF/encryption.xml": lock})
    with pytest.raises(Trouble) as raised:
        list(read_epub(Original("paper.epub", data), HINTS))
    assert raised.value.reason.code == "protected"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", package({"mimetype": "application/epub+zip"})])
def test_damaged_book_is_named(data: bytes) -> None:
    with pytest.raises(Trouble) as raised:
        list(read_epub(Original("paper.epub", data), HINTS))
    assert raised.value.reason.code == "damaged-archive"
