"""An article in another language: its words in marks are shown, and the sidebar says why nobody is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import ArticleId
from tests import stories
from tests.gui.driver import Driver

NOTE = "No names or speakers are found: this article is not in English."
GERMAN = """Fischer warten auf offenes Wasser

TOLVIK (CLP) -- Die Boote bleiben im Hafen, weil die Regierung noch nicht entschieden hat.

„Von einem geschlossenen Meer kann hier niemand leben“, sagte die Ministerin Ilse Marenko am Dienstag.
"""
SPANISH = """Los barcos esperan en el puerto

Los barcos de la flota no salieron el martes del puerto, porque el gobierno todavía no ha decidido.
"""
QUIET = """Harbor stays closed for a week

Herring boats stayed in the harbor on Tuesday, and nobody went out to the fishing grounds.
"""


@pytest.fixture
def window(open_window: Callable[..., Driver], tmp_path: Path) -> Driver:
    """A window that has taken in four stories and annotated them."""
    texts = {"german": GERMAN, "spanish": SPANISH, "quiet": QUIET, "sound": stories.SOUND}
    paths = tuple(Path(stories.write(tmp_path / "in", f"{name}.txt", text)) for name, text in texts.items())
    driver = open_window(tmp_path / "library", to_import=paths)
    driver.wait(lambda: driver.listed == len(paths) and not driver.window.importing.running)
    return driver


def shown(window: Driver, id: ArticleId) -> tuple[str, str, str]:
    """The heading of the sidebar of an article, what stands above the cards, and what stands in their place."""
    window.open(id)
    window.wait(lambda: window.reading is not None and window.reading.annotations is not None)
    pane = window.window.frame.quotations
    return pane.heading(), pane.note(), pane.empty_words()


def test_the_sidebar_says_why_nobody_is_named(window: Driver) -> None:
    assert shown(window, window.row("german").id) == ("Quotations 1", NOTE, "")
    assert shown(window, window.row("spanish").id) == ("Quotations 0", NOTE, "")


def test_of_an_english_article_nothing_is_said_that_is_not_so(window: Driver) -> None:
    window.open(window.row("german").id)
    assert shown(window, window.row("quiet").id) == ("Quotations 0", "", "No quotations in this article.")
    heading, note, empty = shown(window, window.row("sound").id)
    assert heading != "Quotations 0" and (note, empty) == ("", "")
