"""What is taken of the data that other programs bring."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from reader.gui.brought import Text, brought, may_bring

STORY = "The harbor council counted all boats on Monday."
PAGE = f"<h1>Boats are counted</h1><p>{STORY}</p>"
ADDRESS = "https://coastline.example/2026/boats"


def data(
    text: str = "", html: str = "", urls: tuple[str, ...] = (), others: dict[str, bytes] | None = None
) -> QMimeData:
    found = QMimeData()
    if html:
        found.setHtml(html)
    if urls:
        found.setUrls([QUrl(url) for url in urls])
    if text:
        found.setText(text)
    for name, held in (others or {}).items():
        found.setData(name, QByteArray(held))
    return found


def test_html_with_paragraphs_is_better_than_its_text() -> None:
    found = brought(data(STORY, PAGE)).text
    assert found is not None and found.suffix == ".html"
    words = found.data.decode("utf-8-sig")
    assert words.startswith("<!doctype html>") and PAGE in words


def test_html_without_paragraphs_gives_way_to_the_text() -> None:
    assert brought(data(STORY, f'<span style="x">{STORY}</span>')).text == Text(".txt", STORY.encode() + b"\n")


def test_a_page_keeps_its_own_head() -> None:
    found = brought(data("", f"<html><head><title>Boats</title></head><body>{PAGE}</body></html>")).text
    assert found is not None and found.data.decode("utf-8-sig").count("<html>") == 1


def test_files_stand_above_all_else() -> None:
    files = data(STORY, PAGE, ("file:///clips/a.txt", "file:///clips/b.html", "file:///clips/a.txt"))
    assert brought(files).paths == (Path("/clips/a.txt"), Path("/clips/b.html"))


def test_files_that_are_named_in_a_text_are_taken() -> None:
    assert brought(data("file:///clips/a%20b.txt\r\nfile:///clips/c.txt\r\n")).paths == (
        Path("/clips/a b.txt"), Path("/clips/c.txt"),
    )  # fmt: skip


def test_a_message_is_taken_as_it_is() -> None:
    mail = b"Subject: Boats\n\nThe harbor council counted."
    assert brought(data("Boats", others={"message/rfc822": mail})).text == Text(".eml", mail)


@pytest.mark.parametrize(
    "link", [data(ADDRESS, f'<a href="{ADDRESS}">Boats</a>', (ADDRESS,)), data(ADDRESS), data("", "", (ADDRESS,))]
)
def test_of_an_address_nothing_is_fetched(link: QMimeData) -> None:
    found = brought(link)
    assert found.refused == "address" and found.text is None and not found.paths


def test_a_message_that_only_its_program_can_read_is_told() -> None:
    assert brought(data(urls=("imap-message://anna@mail.example/INBOX#41",))).refused == "promise"
    assert brought(data(others={"text/x-moz-message": b"mailbox-message://x"})).refused == "promise"


def test_nothing_is_nothing() -> None:
    assert brought(QMimeData()).refused == "empty" and not may_bring(QMimeData())
    assert brought(data("  \n ")).refused == "empty"
    picture = data(others={"image/png": b"\x89PNG"})
    assert brought(picture).refused == "empty" and not may_bring(picture)
