"""The page "Original beside cleaned" in the real window, as a reader sees it and drives it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QTextBrowser

from reader.gui.pages.original_page import OriginalPage
from reader.gui.pages.original_view import OriginalView
from reader.services import browsing, learning
from reader.services.library import open_library
from tests import stories
from tests.gui.driver import Driver

K = Qt.Key
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
STORM = "2024-02-27-storm-breakwater"
CAPTION = "A gap in the Long Mole at Tolvik Harbor on Tuesday morning. (The Tolvik Ledger/Ulla Berg)"
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def page(driver: Driver) -> OriginalPage:
    found = driver.window.pages.current
    assert isinstance(found, OriginalPage)
    return found


@pytest.fixture
def original(window: Driver) -> OriginalView:
    """The page, opened by its key from the storm."""
    window.open(window.row(STORM).id)
    window.window.frame.page.setFocus()
    window.key(K.Key_V, SHIFT)
    window.wait(lambda: window.window.pages.current is not None and page(window).view.list.rows)
    return page(window).view


def written(browser: QTextBrowser) -> list[str]:
    """Every paragraph that a text shows."""
    return browser.document().toPlainText().split("\n")


def in_view(view: OriginalView, browser: QTextBrowser, words: str) -> bool:
    cursor = browser.document().find(words)
    assert not cursor.isNull(), words
    return 0 <= browser.cursorRect(cursor).top() < browser.viewport().height()


def versions(window: Driver) -> int:
    with open_library(window.library) as library:
        return len(browsing.reading(library, window.row(STORM).id).versions)


def test_the_page_shows_every_piece_the_cleaned_text_and_why_each_line_went(
    window: Driver, original: OriginalView
) -> None:
    assert [(row.reason, row.rule) for row in original.list.rows] == [
        ("Address of the page", "fixed rule"), ("Repeated caption", "fixed rule"), ("Related link", "fixed rule"),
        ("Advertisement", "fixed rule"), ("Page furniture", "fixed rule"), ("Page furniture", "fixed rule"),
    ]  # fmt: skip
    pieces = written(original.texts.original)
    assert pieces[0].startswith("Storm damages breakwater") and pieces.count(CAPTION) == 2
    assert "Story continues below" in pieces
    cleaned = written(original.texts.cleaned)
    assert cleaned[0].startswith("The Tolvik Ledger") and cleaned.count(CAPTION) == 1
    assert "Story continues below" not in cleaned
    assert original.original_head.facts.words == "text, 2 KB"
    assert original.cleaned_head.facts.words == "8 paragraphs, 270 words"
    assert window.status[2] == "removal 1 of 6, 13% of the page"
    assert window.window.windowTitle().startswith("Original beside cleaned: Storm damages breakwater")
    assert not window.window.frame.list.isVisible()  # the list of articles gives way too


def test_up_and_down_go_by_removal_and_both_texts_follow(window: Driver, original: OriginalView) -> None:
    window.key(K.Key_Down)
    assert (original.current, window.status[2]) == (1, "removal 2 of 6, 13% of the page")
    cleaned = written(original.texts.cleaned)
    here = cleaned.index("1 line removed here")
    assert cleaned[here - 1] == CAPTION and cleaned[here + 1].startswith("TOLVIK HARBOR")
    original.texts.original.setFocus()  # from the texts as well
    for _ in range(9):
        window.key(K.Key_Down)
    assert original.current == 5
    assert "3 lines removed here" in written(original.texts.cleaned)
    window.wait(lambda: in_view(original, original.texts.original, "Follow Us"))
    window.wait(lambda: in_view(original, original.texts.cleaned, "3 lines removed here"))
    original.list.table.setFocus()
    window.key(K.Key_Home)
    assert original.current == 0
    window.wait(lambda: in_view(original, original.texts.original, "https://tolvikledger.example"))


def test_the_texts_are_scrolled_together(window: Driver, original: OriginalView) -> None:
    left, right = (text.verticalScrollBar() for text in (original.texts.original, original.texts.cleaned))
    left.setValue(left.maximum())
    assert right.value() == right.maximum() > 0
    right.setValue(0)
    assert left.value() == 0
    words = "Storm Ingrid came ashore"
    left.setValue(left.maximum() // 2)
    tops = [text.cursorRect(text.document().find(words)).top() for text in (
        original.texts.original, original.texts.cleaned)]  # fmt: skip
    assert abs(tops[0] - tops[1]) < 120


def test_g_gives_back_and_undo_takes_it_back(window: Driver, original: OriginalView) -> None:
    before = page(window).article
    window.key(K.Key_Down)
    window.key(K.Key_G)
    window.wait(lambda: page(window).article != before and page(window).article is not None)
    assert window.status[0] == "Given back. This is version 2 now." and window.window.status.offers_undo
    assert written(original.texts.cleaned).count(CAPTION) == 2
    assert [row.reason for row in original.list.rows].count("Repeated caption") == 0
    assert original.current == 1  # the next one
    told = page(window).told
    assert told is not None and len(told.reading.versions) == 2
    window.wait(lambda: page(window).told.reading.annotations is not None)  # type: ignore[union-attr]
    assert window.window.commands.undo.text() == "Undo giving back"
    window.key(K.Key_Z, CONTROL)
    window.wait(lambda: page(window).article == before)
    assert window.status[0] == "Undone. This is version 1 again." and not window.window.status.offers_undo
    window.wait(lambda: written(original.texts.cleaned).count(CAPTION) == 1)
    assert versions(window) == 1
    assert not window.window.commands.undo.isEnabled()


def test_back_leads_to_the_new_version(window: Driver, original: OriginalView) -> None:
    old = window.current
    window.key(K.Key_G)
    window.wait(lambda: page(window).view.list.rows and len(page(window).view.list.rows) == 5)
    window.key(K.Key_Escape)
    window.wait(lambda: window.window.pages.current is None and window.current not in (None, old))
    assert window.reading is not None and "tolvikledger.example" in window.reading.article.text
    window.key(K.Key_Right, ALT)
    window.wait(lambda: window.window.pages.current is not None)
    assert page(window).article == window.reading.article


def test_shift_g_keeps_the_line_for_its_publication_and_undo_forgets_the_rule(
    window: Driver, original: OriginalView
) -> None:
    line = "Story continues below"

    def rule() -> bool | None:
        with open_library(window.library) as library:
            return learning.rule_of(library, "The Tolvik Ledger", line)

    for _ in range(3):
        window.key(K.Key_Down)
    assert original.list.rows[3].words == line
    window.key(K.Key_G, SHIFT)
    window.wait(lambda: line in written(original.texts.cleaned))
    assert window.status[0] == "Given back, and kept from now on. This is version 2 now."
    assert rule() is True
    window.window.status._undo.click()
    window.wait(lambda: line not in written(original.texts.cleaned))
    window.wait(lambda: rule() is None)


def test_links_of_the_current_row_do_the_same(window: Driver, original: OriginalView) -> None:
    assert original.links() == (("back", "Give back"), ("always", "Always keep for The Tolvik Ledger"))
    table = original.list.table
    row = table.visualRect(table.model().index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert original.current == 2
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=original.list.link_place("back").center())
    window.wait(lambda: any(words.startswith("RELATED") for words in written(original.texts.cleaned)))


def test_an_older_version_offers_nothing(window: Driver, original: OriginalView) -> None:
    old = window.current
    assert old is not None
    window.key(K.Key_G)
    window.wait(lambda: len(page(window).view.list.rows) == 5)
    window.window.original.open(old)
    window.wait(lambda: len(page(window).view.list.rows) == 6)
    assert original.links() == ()
    window.key(K.Key_G)
    window.wait(lambda: "has a newer version" in window.status[0])


def test_the_list_can_be_ordered_by_reason(window: Driver, original: OriginalView) -> None:
    window.key(K.Key_Down)
    original.list.sorted_by.emit(True)
    assert [row.reason for row in original.list.rows][:3] == ["Address of the page", "Advertisement", "Page furniture"]
    assert original.current == 1
    window.key(K.Key_Up)
    assert original.current == original.list.rows[4].number == 2


def test_a_narrow_window_has_the_list_under_the_texts(open_window: Callable[..., Driver], library: Path) -> None:
    narrow = open_window(library, (1024, 700))
    narrow.wait(lambda: narrow.listed > 0)
    narrow.open(narrow.row(STORM).id)
    narrow.window.commands.original.trigger()
    narrow.wait(lambda: narrow.window.pages.current is not None and page(narrow).view.list.rows)
    view = page(narrow).view
    assert view.list.geometry().top() >= view.texts.cleaned.geometry().bottom()
    assert view.list.width() == view.width()
    narrow.window.resize(1440, 900)
    narrow.wait(lambda: view.list.width() == 288)


# the original as it was saved


def test_the_original_is_shown_as_it_was_saved_and_the_way_is_kept(window: Driver, original: OriginalView) -> None:
    QTest.mouseClick(original.ways.way("saved"), Qt.MouseButton.LeftButton)
    window.wait(lambda: original.saved.isVisible() and "Story continues below" in original.saved.toPlainText())
    assert "RELATED" in original.saved.toPlainText() and original.note() == ""
    window.key(K.Key_Escape)
    window.wait(lambda: window.window.pages.current is None)
    window.key(K.Key_Right, ALT)
    window.wait(lambda: window.window.pages.current is not None and original.saved.isVisible())


def test_the_bytes_are_saved(window: Driver, original: OriginalView, tmp_path: Path) -> None:
    QTest.mouseClick(original.save, Qt.MouseButton.LeftButton)
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
    assert [Path(file).name for file in dialog.selectedFiles()] == [f"{STORM}.txt"]
    dialog.close()
    article = page(window).article
    assert article is not None
    window.window.original.save(article.id, tmp_path / "again.txt")
    window.wait(lambda: window.status[0] == "Original saved as “again.txt”")
    assert (tmp_path / "again.txt").read_bytes() == Path(article.origin.path).read_bytes()


def test_a_lost_original_and_a_text_of_which_nothing_went_are_told_of(
    open_window: Callable[..., Driver], tmp_path: Path
) -> None:
    file = stories.write(tmp_path / "in", "sound.txt", stories.SOUND)
    driver = open_window(tmp_path / "library", to_import=(Path(file),))
    driver.wait(lambda: driver.listed == 1 and not driver.window.importing.running)
    with open_library(tmp_path / "library") as library:
        library.store.db.execute("PRAGMA foreign_keys = OFF")
        library.store.db.execute("DELETE FROM original")
    driver.open(driver.row("sound").id)
    driver.window.commands.original.trigger()
    driver.wait(lambda: driver.window.pages.current is not None and page(driver).article)
    view = page(driver).view
    assert view.list.words() == "Nothing was removed."
    driver.wait(lambda: driver.focused_in(view.texts.original))
    assert view.original_head.facts.words == "not in this library" and not view.save.isEnabled()
    QTest.mouseClick(view.ways.way("saved"), Qt.MouseButton.LeftButton)
    driver.wait(lambda: view.note() == "The original is not in this library.")
    assert not view.saved.isVisible()


def test_the_current_line_is_marked_in_the_original_as_it_was_saved(window: Driver, original: OriginalView) -> None:
    QTest.mouseClick(original.ways.way("saved"), Qt.MouseButton.LeftButton)

    def marked() -> tuple[int, str]:
        return original.saved.marked or (0, "")

    window.wait(lambda: marked()[1] == "https://tolvikledger.example/2024/02/27/storm-breakwater")
    original.list.table.setFocus()
    window.key(K.Key_Down)
    window.wait(lambda: marked()[1] == CAPTION[:60].rstrip())
    assert marked()[0] > original.saved.toPlainText().index(CAPTION)  # the second of two
    window.key(K.Key_End)
    window.wait(lambda: marked()[1] == "Follow Us")
    assert in_view(original, original.saved, "Follow Us")


def test_back_leads_to_where_the_original_was_scrolled(window: Driver, original: OriginalView) -> None:
    bar = original.texts.original.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    at = bar.value()
    window.key(K.Key_Escape)
    window.wait(lambda: window.window.pages.current is None)
    window.key(K.Key_Right, ALT)
    window.wait(lambda: window.window.pages.current is not None and bar.value() == at)
    assert original.current == 0


# in the reading pane


@pytest.fixture
def removals(window: Driver) -> Driver:
    """The storm in the reading pane, with what was removed."""
    window.open(window.row(STORM).id)
    window.window.frame.page.setFocus()
    window.key(K.Key_R, CONTROL | SHIFT)
    return window


def menu() -> list[str]:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    return [action.text() for action in shown.actions() if action.text()]


def press(words: str) -> None:
    shown = QApplication.activePopupWidget()
    assert isinstance(shown, QMenu)
    next(action for action in shown.actions() if action.text() == words).trigger()
    shown.close()


def test_g_chooses_a_removal_in_the_text_and_gives_it_back(removals: Driver) -> None:
    old = removals.current
    removals.key(K.Key_G)
    assert removals.status[2] == "removal 1 of 6" and removals.current == old
    removals.key(K.Key_G)
    removals.wait(lambda: removals.current not in (None, old))
    assert removals.status[0] == "Given back. This is version 2 now."
    removals.key(K.Key_Z, CONTROL)
    removals.wait(lambda: removals.current == old)
    assert removals.window.frame.page.removals_shown


def test_g_without_removals_says_how_to_see_them(window: Driver) -> None:
    window.open(window.row(STORM).id)
    window.window.frame.page.setFocus()
    window.key(K.Key_G)
    assert window.status[0] == "No removal is chosen. Ctrl+Shift+R shows what was removed."


def test_a_removal_has_a_menu_and_a_link(removals: Driver) -> None:
    spot = removals.spot("https://tolvikledger.example")
    browser = removals.window.frame.page.browser
    assert browser.removal_at(spot) == (0, False)
    browser.removal_menu_asked.emit(0, QPoint(50, 50))
    assert menu() == ["Give back", "Always keep for The Tolvik Ledger", "Copy"]
    press("Copy")
    assert QApplication.clipboard().text().startswith("https://tolvikledger.example")
    sight = browser.where.sight()
    laid = next(laid for laid in browser.where.paragraphs(sight) if laid.paragraph.removal == 0)
    link = browser._overlay.link_box(laid, sight).center().toPoint()
    assert browser.removal_at(link) == (0, True)
    QTest.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=link)
    removals.wait(lambda: removals.status[0] == "Given back. This is version 2 now.")


def test_a_line_is_removed_for_good_by_its_menu(window: Driver) -> None:
    window.open(window.row(STORM).id)
    old, reading = window.current, window.reading
    assert reading is not None
    entry = "Always remove this line from The Tolvik Ledger"
    at = reading.article.text.index("repairs will take weeks")
    window.window.frame.page.browser.menu_asked.emit(at, QPoint(50, 50))
    assert entry in menu()
    press(entry)
    window.wait(lambda: window.current not in (None, old))
    assert window.status[0] == "Removed, here and from now on. This is version 2 now."
    assert window.reading is not None and "repairs will take weeks" not in window.reading.article.text
    window.window.commands.undo.trigger()  # a menu that is closed here takes the keyboard with it
    window.wait(lambda: window.current == old)
    headline = window.window.frame.page.browser
    headline.menu_asked.emit(reading.article.text.index("damages"), QPoint(50, 50))
    assert entry not in menu()
    press("Copy")
