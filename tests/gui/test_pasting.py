"""Paste as article, and what is dropped: what a reader does and sees."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests import stories
from tests.gui.driver import Driver

K = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def driver(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    found = open_window(tmp_path / "library")
    found.wait(lambda: found.status[0] == "No articles yet")
    return found


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def enter(driver: Driver, data: QMimeData) -> bool:
    """Drags data over the window; whether it may be dropped."""
    entered = QDragEnterEvent(
        QPoint(200, 200), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(driver.window, entered)
    return entered.isAccepted()


def drop(driver: Driver, data: QMimeData) -> None:
    assert enter(driver, data)
    dropped = QDropEvent(
        QPointF(200, 200),
        Qt.DropAction.CopyAction | Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(driver.window, dropped)
    assert dropped.dropAction() == Qt.DropAction.CopyAction


def settled(driver: Driver) -> None:
    driver.wait(lambda: not driver.window.importing.running)


def test_a_copied_text_becomes_an_article_and_is_chosen(driver: Driver) -> None:
    QGuiApplication.clipboard().setText(stories.SOUND)
    driver.key(K.Key_V, CONTROL | SHIFT)
    driver.wait(lambda: driver.reading is not None)
    assert driver.reading is not None
    assert driver.reading.article.headline == "Ministers meet over the Grey Sound"
    driver.wait(lambda: driver.window.frame.list.current() == driver.current)
    name = Path(driver.reading.article.origin.path).name
    assert name.startswith("pasted 20") and name.endswith(".txt")
    settled(driver)


def test_the_same_text_again_is_known_and_opened(driver: Driver) -> None:
    QGuiApplication.clipboard().setText(stories.SOUND)
    driver.window.commands.paste.trigger()
    driver.wait(lambda: driver.listed == 1)
    settled(driver)
    driver.window.commands.paste.trigger()
    driver.wait(lambda: driver.status[0] == "This text is in the library already.")
    settled(driver)
    assert driver.status[0] == "This text is in the library already."
    assert driver.listed == 1


def test_two_texts_in_one_minute_are_two_articles(driver: Driver) -> None:
    for story in (stories.SOUND, stories.STORM):
        QGuiApplication.clipboard().setText(story)
        driver.window.commands.paste.trigger()
    driver.wait(lambda: driver.listed == 2)
    settled(driver)


def test_pasting_in_the_list_does_the_same_and_is_undone_like_any_import(driver: Driver) -> None:
    data = QMimeData()
    data.setText("Boats are counted")
    data.setHtml("<h1>Boats are counted</h1><p>TOLVIK -- The harbor council counted all boats on Monday.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    driver.window.frame.list.setFocus()
    driver.key(K.Key_V, CONTROL)
    driver.wait(lambda: driver.reading is not None)
    assert driver.reading is not None and driver.reading.article.headline == "Boats are counted"
    assert driver.reading.article.origin.path.endswith(".html")
    driver.wait(lambda: driver.window.commands.undo.text() == "Undo import of 1 article")
    driver.window.commands.undo.trigger()
    driver.wait(lambda: driver.listed == 0)
    settled(driver)


def test_an_empty_clipboard_is_told(driver: Driver) -> None:
    QGuiApplication.clipboard().clear()
    driver.window.commands.paste.trigger()
    assert driver.status[0] == "Nothing to paste. Copy a text first."
    assert not driver.window.importing.running


def test_pasted_texts_leave_no_file_behind(driver: Driver) -> None:
    QGuiApplication.clipboard().setText(stories.SOUND)
    driver.window.commands.paste.trigger()
    driver.wait(lambda: driver.reading is not None)
    assert driver.reading is not None
    file = Path(driver.reading.article.origin.path)
    settled(driver)
    driver.close()
    assert not file.exists() and not file.parent.exists()


def test_what_is_held_over_the_window_is_named_until_it_leaves(driver: Driver, tmp_path: Path) -> None:
    sign = driver.window.dropping.sign
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.txt", "b.txt")])
    assert enter(driver, files)
    assert sign.isVisible() and sign.words == "Drop to import 2 files and folders"
    assert sign.geometry() == driver.window.rect()
    QApplication.sendEvent(driver.window, QDragLeaveEvent())
    assert not sign.isVisible()
    picture = QMimeData()
    picture.setData("image/png", QByteArray(b"\x89PNG"))
    assert not enter(driver, picture) and not sign.isVisible()


@pytest.mark.parametrize("kind", ["files", "text"])
def test_every_pane_takes_a_drop(driver: Driver, tmp_path: Path, kind: str) -> None:
    frame, sign = driver.window.frame, driver.window.dropping.sign
    data = text(stories.SOUND)
    if kind == "files":
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.txt"))])
    for part in (driver.browser.viewport(), frame.list, frame.quotations, driver.window.tool_bar.field):
        entered = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(part, entered)
        assert entered.isAccepted() and sign.isVisible(), part
        sign.hide()


def test_a_selection_that_is_dropped_becomes_an_article(driver: Driver) -> None:
    drop(driver, text(stories.STORM))
    assert not driver.window.dropping.sign.isVisible()
    driver.wait(lambda: driver.reading is not None)
    assert driver.reading is not None and "dropped 20" in driver.reading.article.origin.path
    settled(driver)


def test_a_message_that_is_dropped_is_read_as_mail(driver: Driver) -> None:
    mail = QMimeData()
    body = "TOLVIK -- The harbor council counted all boats on Monday and found 340 of them in the harbor."
    head = "From: Anna Leffe <anna@coastline.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\nSubject: Boats are counted"
    mail.setData("message/rfc822", QByteArray(f"{head}\n\n{body}\n".encode()))
    drop(driver, mail)
    driver.wait(lambda: driver.reading is not None)
    assert driver.reading is not None and driver.reading.article.headline == "Boats are counted"
    settled(driver)


def test_of_a_link_nothing_is_fetched(driver: Driver) -> None:
    link = QMimeData()
    link.setUrls([QUrl("https://coastline.example/boats")])
    drop(driver, link)
    assert driver.status[0] == "Nothing is fetched: save the page and drop the file."
    assert not driver.window.importing.running
