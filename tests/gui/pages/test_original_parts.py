"""The parts of "Original beside cleaned" that need no window: tied heights, words, pictures."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from reader.core.article import Article, ArticleId, Block, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span
from reader.gui.look import load_theme
from reader.gui.pages.original_saved import SavedBrowser, picture_of
from reader.gui.pages.original_scroll import tie
from reader.gui.pages.original_words import (
    not_shown_words,
    original_facts,
    original_paragraphs,
    place_words,
    removal_rows,
    size_words,
)
from reader.services.originals import OriginalKind, SavedOriginal

TEXT = "Cranes bought\n\nThe council bought two cranes."
ARTICLE = Article(
    ArticleId("0" * 16),
    TEXT,
    (Block(Span(0, 13), BlockRole.HEADLINE), Block(Span(15, len(TEXT)), BlockRole.BODY)),
    (
        Removal("Home News", Reason("furniture"), 0),
        Removal("Sign up now", Reason("learned-furniture"), 15),
        Removal(" ", Reason("furniture"), 15),
        Removal("Letters to us", Reason("reader-rule"), len(TEXT)),
    ),
)


def test_heights_between_two_pairs_are_even_and_the_ends_meet() -> None:
    tied = tie(((100, 50), (200, 250)), (300, 1000))
    assert [tied.right(at) for at in (0, 50, 100, 150, 200, 250, 300)] == [0, 25, 50, 150, 250, 625, 1000]
    assert [tied.left(at) for at in (0, 25, 150, 625, 1000)] == [0, 50, 150, 250, 300]


def test_pairs_that_go_back_are_left_out_and_empty_texts_are_tied() -> None:
    assert tie(((100, 50), (80, 60), (120, 40), (150, 70)), (200, 100)).lefts == (0, 100, 150, 200)
    assert tie((), (0, 0)).right(5) == 1


def test_each_removal_says_by_which_rule_it_went() -> None:
    rows = removal_rows(ARTICLE)
    assert [(row.number, row.rule) for row in rows] == [(0, "fixed rule"), (1, "learned"), (3, "your rule")]
    assert [row.number for row in removal_rows(ARTICLE, by_reason=True)] == [0, 1, 3]
    assert place_words(ARTICLE, 3) == "removal 3 of 3, 42% of the page"
    assert place_words(ARTICLE, None) == "3 removals, 42% of the page"


def test_the_original_has_every_piece_in_order() -> None:
    shown = [(one.words, one.removal) for one in original_paragraphs(ARTICLE)]
    assert shown == [
        ("Home News", 0), ("Cranes bought", None), ("Sign up now", 1), ("The council bought two cranes.", None),
        ("Letters to us", 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "words"), [(1, "1 byte"), (999, "999 bytes"), (41_400, "41 KB"), (3_210_000, "3.2 MB")]
)
def test_sizes_are_counted_in_thousands(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_cannot_be_shown_says_what_it_is() -> None:
    pdf = SavedOriginal(OriginalKind.BINARY, "pdf", "bridge.pdf", 41_000)
    assert original_facts(pdf) == "PDF, 41 KB"
    assert (
        not_shown_words(pdf) == "“bridge.pdf” (PDF, 41 KB) cannot be shown here. Save original… writes it as it came."
    )
    long = SavedOriginal(OriginalKind.TEXT, "text", "long.txt", 9, "words", cut=True)
    assert not_shown_words(long) == "Only the beginning is shown. Save original… writes all of it."


def png(width: int, height: int) -> str:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    picture.save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(bytes(held.data())).decode()


def test_pictures_come_from_the_page_alone_and_fit_into_it(qtbot: QtBot, tmp_path: Path) -> None:
    wide = picture_of(png(400, 100), 200)
    assert wide is not None and (wide.width(), wide.height()) == (200, 50)
    outside = tmp_path / "crane.png"
    picture = picture_of(png(4, 4), 200)
    assert picture is not None and picture.save(str(outside))
    for address in ("https://harbor.example/crane.png", outside.as_uri(), "data:image/png;base64,AAAA", "crane.png"):
        assert picture_of(address, 200) is None


def test_nothing_else_is_loaded_or_opened(qtbot: QtBot, tmp_path: Path) -> None:
    outside = tmp_path / "crane.png"
    picture = picture_of(png(40, 40), 200)
    assert picture is not None and picture.save(str(outside))
    browser = SavedBrowser(load_theme("light"))
    qtbot.addWidget(browser)
    browser.resize(400, 300)
    html = f'<p>Cranes <a href="https://harbor.example/">here</a></p><img src="{png(40, 40)}">'
    browser.show_original(SavedOriginal(OriginalKind.HTML, "html", "a.html", 9, html))
    document = browser.document()
    kind = QTextDocument.ResourceType.ImageResource.value
    assert document.resource(kind, QUrl(png(40, 40))).width() == 40
    for address in (outside.as_uri(), "https://harbor.example/crane.png"):
        loaded = document.resource(kind, QUrl(address))
        assert loaded is None or (loaded.width(), loaded.height()) == (1, 1)
    assert not browser.openLinks() and not browser.openExternalLinks()
    assert browser.toPlainText().startswith("Cranes here")
