"""The first full path through the real window: import, search, a name, its mentions, a quotation, and back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from tests.gui.driver import SEED, Driver


def test_the_whole_path_from_an_empty_library(open_window: Callable[..., Driver], tmp_path: Path) -> None:
    driver = open_window(tmp_path / "library", to_import=(SEED,))
    window = driver.window
    driver.wait(lambda: driver.listed == 1 and not window.importing.running)
    driver.wait(lambda: "1 article, 1 unread" in driver.status[0] or "Imported 1." in driver.status[0])

    driver.search("deterrence")
    driver.wait(lambda: window.frame.hits.isVisible() and window.searching.hits)
    driver.key(Qt.Key.Key_Return)
    driver.wait(lambda: driver.reading is not None)
    driver.wait(lambda: driver.status[2].startswith("hit 1 of "))
    assert driver.in_view("deterrence")

    driver.click_word("Austin", 1)
    driver.wait(lambda: window.frame.panel.isVisible() and window.mentions.lines)
    text = driver.reading.article.text if driver.reading else ""
    assert any(line.span.of(text) == "Lloyd Austin" for line in window.mentions.lines)
    driver.wait(lambda: driver.status[2].startswith("mention "))

    before = window.frame.page.top_offset()
    last = len(window.mentions.lines) - 1
    window.frame.panel.line_chosen.emit(last, True)
    driver.wait(lambda: driver.status[2] == f"mention {last + 1} of {last + 1}")
    assert window.desk.history.now is not None
    assert window.desk.history.now.span == window.mentions.lines[last].span

    window.frame.quotations.quotation_chosen.emit(0)
    assert window.desk.history.now.span == window.desk.quotations[0].spans[0]

    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    driver.wait(lambda: abs(window.frame.page.top_offset() - before) < 200)


def test_files_given_at_the_start_are_imported(open_window: Callable[..., Driver], tmp_path: Path) -> None:
    driver = open_window(tmp_path / "library", to_import=(SEED,))
    driver.wait(lambda: driver.listed == 1)
