"""What kind of file bytes and texts show themselves to be."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest

from reader.ingest.formats import format_of, format_of_bytes, format_of_text, is_binary
from reader.ingest.original import Original


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html><body>x</body></html>",
        "\ufeff\n <HTML lang=en>",
        "<!-- saved from url=(0014)about:internet -->\n<html>",
        '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN"><html>',
        "<div><p>A fragment</p></div>",
    ],
)
def test_html_is_known_by_its_beginning(text: str) -> None:
    assert format_of_text(text) == "html"


def test_suffix_helps_only_where_there_is_markup() -> None:
    assert format_of_text("Hello <b>there</b>", ".html") == "html"
    assert format_of_text("Hello there", ".html") == "text"
    assert format_of_text("Hello <b>there</b>", ".txt") == "text"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "feed"),
        ('<?xml version="1.0"?><!DOCTYPE nitf><nitf/>', "nitf"),
        ("<opml version='2.0'></opml>", "opml"),
        ('<?xml version="1.0"?><anything/>', "XML"),
        ('[{"title": "One"}]', "json"),
        ("{}", "json"),
        ("MIME-Version: 1.0\nContent-Type: text/html\nSubject: Ferries\n\nx", "mail"),
        ("From a@example.org Tue Jan 14 08:00:00 2025\nSubject: One\nDate: x\n\nx", "mbox"),
    ],
)
def test_other_formats_are_named(text: str, name: str) -> None:
    assert format_of_text(text) == name


def test_table_is_known_by_its_suffix() -> None:
    assert format_of_text("title,text\nA,B\n", ".csv") == "csv"
    assert format_of_text("title,text\nA,B\n", ".txt") == "text"


@pytest.mark.parametrize(
    "text",
    [
        "From: the harbor, with love\n\nThe ferries run.",
        "[1] A footnote",
        "{Editor's note} The ferries run.",
        "< 5 boats",
    ],
)
def test_plain_text_with_odd_beginnings_is_text(text: str) -> None:
    assert format_of_text(text) == "text"


def test_signatures_are_told_apart() -> None:
    assert format_of_bytes(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "WebP"
    assert format_of_bytes(b"\x00\x00\x00\x18ftypmp42") == "MP4"
    assert format_of_bytes(b"Harbor crews") == ""


def test_escape_sequences_do_not_make_a_text_binary() -> None:
    assert not is_binary(b"\x1b[31mCouncil\x1b[0m approves\tthe bridge\r\n")


@pytest.mark.parametrize(
    ("names", "format"),
    [
        (["mimetype", "META-INF/container.xml", "a.xhtml"], "epub"),
        (["[Content_Types].xml", "word/document.xml"], "docx"),
        (["archive/data.warc.gz", "datapackage.json"], "wacz"),
        (["mimetype", "content.xml"], "odt"),
        (["[Content_Types].xml", "xl/workbook.xml"], "Office"),
        (["stories/one.txt", "two.html"], "zip"),
    ],
)
def test_archives_are_told_apart_by_their_members(names: list[str], format: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    assert format_of(Original("a.bin", packed.getvalue())) == format


def test_packed_web_archive_is_one() -> None:
    assert format_of(Original("a.gz", gzip.compress(b"WARC/1.0\r\n"))) == "warc"
    assert format_of(Original("a.gz", gzip.compress(b"The ferries run."))) == "gzip"


@pytest.mark.parametrize(
    ("text", "suffix", "format"),
    [
        ('{"a": 1}\n{"a": 2}\n', "", "jsonl"),
        ('{"a": 1}\n', ".jsonl", "jsonl"),
        ('{\n"a": 1\n}', "", "json"),
        ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>", ".html", "bookmarks"),
        ("<!DOCTYPE html><html><head><title>Pocket Export</title>", ".html", "bookmarks"),
        ('<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">', "", "zotero-rdf"),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "", "feed"),
        ('<?xml version="1.0"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">', "", "newsml-g2"),
        ("From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nSubject: x\n", "", "mhtml"),
        ("TY  - JOUR\nTI  - Ferries\n", "", "ris"),
        ("@article{key,\n title = {Ferries}}", "", "bibtex"),
        ('@string{press = "Coastline Press"}\n@misc{a, title = {Ferries}}', "", "bibtex"),
        ("My list\n\n@misc{a, title = {Ferries}}", ".bib", "bibtex"),
        ("<!DOCTYPE html><html><head><title>Instapaper: Export</title>", ".html", "bookmarks"),
        ('<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:Description>', "", "zotero-rdf"),
        ("headline,url,date\nFerries run,https://example.org/a,2021-01-01\n", ".txt", "csv"),
        ("url\nhttps://example.org/a\n", ".csv", "csv"),
        ("---\ntitle: Ferries\n---\nThe ferries run.", "", "markdown"),
        ("# Ferries run\n", ".md", "markdown"),
        ("# Ferries run\n", ".txt", "text"),
    ],
)
def test_formats_of_texts_are_told_apart(text: str, suffix: str, format: str) -> None:
    assert format_of_text(text, suffix) == format


def test_wire_message_is_known_by_its_control_characters() -> None:
    message = (
        b"\x16\x16\x01a0123----\r\nr i \x02Ferries run\r\n The ferries run again." + b" All day long." * 9 + b"\r\n\x03"
    )
    assert format_of(Original("a.tst", message)) == "anpa"
