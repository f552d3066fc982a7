"""What kind of file bytes and texts show themselves to be."""

from __future__ import annotations

import pytest

from reader.ingest.formats import format_of_bytes, format_of_text, is_binary


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
        ('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', "Atom"),
        ('<?xml version="1.0"?><!DOCTYPE nitf><nitf/>', "NITF"),
        ("<opml version='2.0'></opml>", "OPML"),
        ('<?xml version="1.0"?><anything/>', "XML"),
        ('[{"title": "One"}]', "JSON"),
        ("{}", "JSON"),
        ("MIME-Version: 1.0\nContent-Type: text/html\nSubject: Ferries\n\nx", "e-mail"),
        ("From a@example.org Tue Jan 14 08:00:00 2025\nSubject: One\nDate: x\n\nx", "e-mail"),
    ],
)
def test_other_formats_are_named(text: str, name: str) -> None:
    assert format_of_text(text) == name


def test_table_is_known_by_its_suffix() -> None:
    assert format_of_text("title,text\nA,B\n", ".csv") == "CSV"
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
    assert format_of_bytes(b"PK\x03\x04" + b"\x00" * 26 + b"word/document.xml") == "DOCX"
    assert format_of_bytes(b"PK\x03\x04" + b"\x00" * 26 + b"a.txt") == "ZIP"
    assert format_of_bytes(b"\x00\x00\x00\x18ftypmp42") == "MP4"
    assert format_of_bytes(b"Harbor crews") == ""


def test_escape_sequences_do_not_make_a_text_binary() -> None:
    assert not is_binary(b"\x1b[31mCouncil\x1b[0m approves\tthe bridge\r\n")
