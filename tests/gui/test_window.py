"""The real window: sizes, themes, files that are dropped, failures, and a library that cannot be opened."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from reader import paths
from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.gui import questions
from reader.gui.opening import explained
from reader.services import workers
from reader.services.library import Library
from reader.settings import Settings
from tests import stories
from tests.gui.driver import Driver

Opener = Callable[..., Driver]
# The offscreen platform says so of windows with a least size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def drop(driver: Driver, *paths: Path) -> None:
    """Drops files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    over = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered = QDragEnterEvent(QPoint(200, 200), *over)
    QApplication.sendEvent(driver.window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(driver.window, QDropEvent(QPointF(200, 200), *over))


def test_an_empty_library_says_what_to_do(open_window: Opener, tmp_path: Path) -> None:
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.status[0] == "No articles yet")
    assert driver.window.tool_bar.field.placeholderText() == "Search"
    assert driver.window.frame.list.empty_words().startswith("No articles yet.")


def test_an_empty_library_leads_to_the_sample_library(
    open_window: Opener, tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[Path, int]] = []
    monkeypatch.setattr(workers, "open_another", lambda folder, paths: opened.append((folder, len(paths))))
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.window.frame.list.empty_words())
    driver.window.frame.list.sample_asked.emit()
    (profile / "sample-library").mkdir(parents=True)
    driver.window.commands.sample.trigger()
    assert opened == [(profile / "sample-library", len(paths.sample_stories())), (profile / "sample-library", 0)]


def test_dropped_files_are_imported(open_window: Opener, tmp_path: Path) -> None:
    driver = open_window(tmp_path / "library")
    driver.wait(lambda: driver.status[0] == "No articles yet")
    drop(driver, Path(stories.write(tmp_path / "in", "sound.txt", stories.SOUND)))
    driver.wait(lambda: driver.status[0] == "Imported 1.")
    driver.wait(lambda: driver.listed == 1)
    drop(driver, tmp_path / "in")
    driver.wait(lambda: driver.status[0] == "Known 1.")


def test_the_list_keeps_its_place_while_articles_come(open_window: Opener, library: Path, tmp_path: Path) -> None:
    driver = open_window(library)
    driver.wait(lambda: driver.listed > 5)
    chosen = driver.window.articles.entries[3].id
    driver.open(chosen)
    before = driver.listed
    story = "Ferry sails again\n\nANHOLT, March 14 (CLP) -- The ferry to the mainland sailed again on Thursday.\n"
    drop(driver, Path(stories.write(tmp_path / "in", "ferry.txt", story)))
    driver.wait(lambda: driver.listed == before + 1)
    assert driver.window.frame.list.current() == chosen
    assert driver.current == chosen


def test_a_stopped_import_keeps_what_it_has(open_window: Opener, tmp_path: Path) -> None:
    for number in range(60):
        text = stories.SOUND.replace("crews", f"crews of harbor {number}")
        stories.write(tmp_path / "in", f"{number}.txt", text)
    driver = open_window(tmp_path / "library")
    drop(driver, tmp_path / "in")
    driver.wait(lambda: driver.listed > 0)
    driver.window.status.stop_asked.emit()
    driver.wait(lambda: not driver.window.importing.running)
    stopped = driver.status[0] == "Stopped. What was imported is kept."
    assert stopped or driver.status[0] == "Imported 60."
    assert driver.status[1] == ""


def test_a_narrow_window_has_a_strip_and_a_click_lays_the_cards_over_the_text(
    open_window: Opener, library: Path
) -> None:
    driver = open_window(library, (1024, 700))
    driver.wait(lambda: driver.listed > 0)
    frame = driver.window.frame
    assert frame.strip.isVisible() and frame.quotations.isHidden()
    assert frame.list.width() == 266
    frame.strip.click()
    assert frame.quotations.isVisible()
    assert frame.quotations.geometry().right() < frame.strip.geometry().left() + 2
    driver.key(Qt.Key.Key_Escape)
    assert frame.quotations.isHidden()


def test_a_window_that_grows_and_shrinks_comes_back_to_the_same(open_window: Opener, library: Path) -> None:
    driver = open_window(library)
    driver.wait(lambda: driver.listed > 0)
    frame = driver.window.frame
    before = (frame.list.width(), frame.quotations.width())
    driver.window.resize(840, 600)
    driver.wait(lambda: frame.list.isHidden() or not frame.list.isVisible())
    driver.window.resize(1440, 900)
    driver.wait(lambda: frame.list.isVisible() and frame.quotations.isVisible())
    assert (frame.list.width(), frame.quotations.width()) == before


def test_the_list_can_be_called_into_a_very_narrow_window(open_window: Opener, library: Path) -> None:
    driver = open_window(library, (840, 600))
    driver.wait(lambda: driver.listed > 0)
    assert not driver.window.frame.list.isVisible()
    driver.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert driver.window.frame.list.isVisible()
    assert driver.window.frame.page.width() >= 468


def colour_at(driver: Driver, x: int, y: int) -> str:
    return driver.window.grab().toImage().pixelColor(x, y).name()


def test_the_theme_changes_everywhere_and_is_kept(open_window: Opener, library: Path, tmp_path: Path) -> None:
    driver = open_window(library)
    driver.window.commands.themes["dark"].trigger()
    dark = driver.window.appearance.theme
    assert dark.name == "dark"
    for x, y, token in ((5, 40, "window"), (5, 500, "pane"), (700, 300, "paper"), (1300, 90, "pane")):
        wanted = dark.colour(token).name()
        driver.wait(lambda x=x, y=y, wanted=wanted: colour_at(driver, x, y) == wanted)
    driver.close()
    assert Settings(tmp_path / "settings.toml").get("window", "theme", "") == "dark"
    again = open_window(library)
    assert again.window.appearance.theme.name == "dark"


def test_sizes_are_kept_from_one_time_to_the_next(open_window: Opener, library: Path) -> None:
    driver = open_window(library, (1500, 870))
    driver.wait(lambda: driver.listed > 0)
    frame = driver.window.frame
    frame._across.moveSplitter(280, 1)
    driver.window.set_zoom(2)
    driver.close()
    again = open_window(library, (0, 0))
    again.wait(lambda: again.listed > 0)
    assert again.window.frame.list.width() == 280
    assert (again.window.width(), again.window.height()) == (1500, 870)
    assert again.window.zoom == 2


def test_a_damaged_library_is_explained_and_the_window_closes(open_window: Opener, tmp_path: Path) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(b"not a library at all" * 400)
    driver = open_window(folder)
    driver.wait(lambda: driver.window.flows.opening.box is not None)
    box = driver.window.flows.opening.box
    assert box is not None and box.text()
    assert len(box.buttons()) == 1
    box.buttons()[0].click()
    driver.wait(lambda: not driver.window.isVisible())
    assert driver.window.exit_code == 2
    assert (folder / "library.sqlite").read_bytes().startswith(b"not a library")


def test_a_damaged_library_offers_its_newest_copy(open_window: Opener, library: Path) -> None:
    from reader.services.copying import backup
    from reader.services.library import open_library

    with open_library(library) as opened:
        (library / "copies").mkdir(exist_ok=True)
        made = backup(opened, library / "copies" / "library-2024-03-11T080000-daily.sqlite")
    assert made.exists()
    for file in library.glob("library.sqlite*"):
        file.unlink()
    data = bytearray(made.read_bytes())
    data[1000:20000] = b"\xff" * 19000
    (library / "library.sqlite").write_bytes(bytes(data))
    driver = open_window(library)
    driver.wait(lambda: driver.window.flows.opening.box is not None or driver.listed)
    box = driver.window.flows.opening.box
    assert box is not None
    next(b for b in box.buttons() if b.text() == "Open the copy of 11 March 2024, 08:00").click()
    driver.wait(lambda: driver.listed > 10)


def test_a_library_that_is_damaged_in_the_middle_offers_its_copy_as_well(open_window: Opener, library: Path) -> None:
    from reader.services.copying import backup
    from reader.services.library import open_library

    with open_library(library) as opened:
        (library / "copies").mkdir(exist_ok=True)
        made = backup(opened, library / "copies" / "library-2024-03-11T080000-daily.sqlite")
    with closing(sqlite3.connect(made)) as db:
        (size,) = db.execute("PRAGMA page_size").fetchone()
        pages = db.execute("SELECT rootpage FROM sqlite_master WHERE type = 'table' AND name = 'article'").fetchall()
    data = bytearray(made.read_bytes())
    for (page,) in pages:
        data[size * (page - 1) : size * page] = b"\xff" * size
    assert pages
    for file in library.glob("library.sqlite*"):
        file.unlink()
    (library / "library.sqlite").write_bytes(bytes(data))
    driver = open_window(library)
    driver.wait(lambda: driver.window.flows.opening.box is not None)
    box = driver.window.flows.opening.box
    assert box is not None
    next(b for b in box.buttons() if b.text().startswith("Open the copy of")).click()
    driver.wait(lambda: driver.listed > 10)
    driver.window.frame.list.step(1)
    driver.wait(lambda: driver.reading is not None)
    assert driver.window.flows.opening.box is None


def test_a_page_that_is_found_damaged_later_is_asked_about_too(window: Driver) -> None:
    window.window.jobs.refused.emit(Reason("damaged-library", (str(window.library),)))
    box = window.window.flows.opening.box
    assert box is not None
    box.close()


def test_the_filter_that_is_chosen_keeps_the_article_that_is_read(window: Driver) -> None:
    window.window.frame.list.filter_chosen.emit("unread")
    first = window.window.articles.entries[0].id
    before = len(window.rows())
    window.open(first)
    window.wait(lambda: window.status[0].endswith(f"{before - 1} unread"))
    assert window.window.articles.entries[0].id == first


def test_the_title_names_the_article(window: Driver) -> None:
    row = window.row("2024-03-12-grey-sound-accord")
    window.open(row.id)
    assert window.window.windowTitle() == f"{row.headline} – Dateline"


def test_a_folder_that_is_gone_is_said_in_a_sentence(window: Driver, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "nowhere", ignore_errors=True)
    window.window.acts.show_in_folder(str(tmp_path / "nowhere" / "a.txt"))
    assert "no longer there" in window.status[0]


def test_a_folder_that_nothing_can_show_is_named(
    window: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    window.window.acts.show_in_folder(str(tmp_path / "a.txt"))
    assert window.status[0] == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    "reason",
    [
        Reason("read-only", ("library",)),
        Reason("newer-library", ("99",)),
        Reason("damaged-with-copy", ("copy",)),
    ],
)
def test_a_window_explains_a_library_without_the_words_of_the_command_line(reason: Reason) -> None:
    words = explained(reason)
    assert not any(each in words for each in ("--", "schema", "dateline "))


def test_hits_come_into_a_very_narrow_window_and_go_with_their_search(open_window: Opener, library: Path) -> None:
    driver = open_window(library, (820, 560))
    driver.wait(lambda: driver.listed > 0)
    frame = driver.window.frame
    driver.search("herring")
    driver.wait(lambda: driver.window.searching.hits)
    assert frame.hits.isVisible() and frame.page.width() >= 468
    assert driver.window.commands.show_list.isChecked()
    driver.key(Qt.Key.Key_Escape)
    assert not frame.hits.isVisible() and not frame.list.isVisible()
    assert not driver.window.commands.show_list.isChecked()


def test_hits_that_are_hidden_by_hand_stay_hidden(open_window: Opener, library: Path) -> None:
    driver = open_window(library, (820, 560))
    driver.wait(lambda: driver.listed > 0)
    driver.search("herring")
    driver.wait(lambda: driver.window.searching.hits)
    driver.key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    driver.window.resize(830, 570)
    assert not driver.window.frame.hits.isVisible()


def test_an_article_that_takes_long_is_said_to_be_opening(window: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, opened = threading.Event(), questions.opened

    def slow(library: Library, id: ArticleId, sought: str) -> questions.Opened:
        go_on.wait(10)
        return opened(library, id, sought)

    monkeypatch.setattr(questions, "opened", slow)
    window.window.desk.open(window.row("2024-03-12-grey-sound-accord").id)
    window.wait(lambda: window.status[2] == "Opening…")
    go_on.set()
    window.wait(lambda: window.status[2].endswith(" words"))
