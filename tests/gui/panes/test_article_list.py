"""Tests of the article list as a reader uses it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.core.article import ArticleId
from reader.core.rows import Counts, ListEntry
from reader.gui.look import Theme, load_theme
from reader.gui.panes import ArticleList
from reader.gui.panes.article_list import PAGE
from reader.gui.panes.row_table import RowTable
from tests.gui.panes.world import entry, id_of, row, today

Show = Callable[[QWidget, int, int], None]

DAYS = (
    entry(1, "2024-03-12"), entry(2, "2024-03-12"), entry(3, "2024-03-11"), entry(4, "2024-03-09"),
)  # fmt: skip


@pytest.fixture
def pane(theme: Theme, shown: Show) -> ArticleList:
    made = ArticleList(theme, today=today)
    shown(made, 336, 700)
    made.set_entries(DAYS)
    return made


def table(pane: QWidget) -> RowTable:
    return pane.findChildren(RowTable)[0]


def chosen_by(pane: ArticleList) -> list[ArticleId]:
    found: list[ArticleId] = []
    pane.article_chosen.connect(found.append)
    return found


def many(count: int) -> tuple[ListEntry, ...]:
    return tuple(entry(number, f"2024-02-{28 - number // 40:02d}") for number in range(count))


def test_painted_rows_are_asked_for_in_pages(pane: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.rows_wanted) as asked:
        pane.set_entries(many(1000))
    assert asked.args[0] == tuple(id_of(number) for number in range(PAGE))


def test_newest_question_holds_all_that_is_seen(pane: ArticleList, qtbot: QtBot) -> None:
    pane.set_entries(many(1000))
    qtbot.wait(20)
    with qtbot.waitSignal(pane.rows_wanted) as asked:
        table(pane).verticalScrollBar().setValue(PAGE * 88 - 200)
    assert asked.args[0] == tuple(id_of(number) for number in range(2 * PAGE))


def test_known_rows_are_not_asked_for_again(pane: ArticleList, qtbot: QtBot) -> None:
    pane.set_rows(tuple(row(number) for number in range(1, 5)))
    qtbot.wait(20)
    with qtbot.assertNotEmitted(pane.rows_wanted, wait=30):
        table(pane).viewport().update()


def test_forgotten_row_is_asked_for_again_and_shown_meanwhile(pane: ArticleList, qtbot: QtBot) -> None:
    pane.set_rows(tuple(row(number, "Two boats lost") for number in range(1, 5)))
    qtbot.wait(20)
    with qtbot.waitSignal(pane.rows_wanted) as asked:
        pane.forget_rows((id_of(2),))
    assert asked.args[0] == (id_of(2),)
    index = table(pane).model().index(2, 0)
    assert "Two boats lost" in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_rows_have_the_heights_of_the_tokens(pane: ArticleList) -> None:
    heights = [table(pane).rowHeight(number) for number in range(7)]
    assert heights == [28, 88, 88, 28, 88, 28, 88]


def test_heights_follow_the_entries(pane: ArticleList) -> None:
    pane.set_entries((entry(1), entry(2), entry(3), entry(4)))
    assert [table(pane).rowHeight(number) for number in range(5)] == [28, 88, 88, 88, 88]


def test_step_goes_over_headings(pane: ArticleList) -> None:
    told = chosen_by(pane)
    assert pane.choose(id_of(2))
    assert pane.step(1) == id_of(3)
    assert pane.step(1) == id_of(4)
    assert pane.step(1) is None
    assert pane.step(-1) == id_of(3)
    assert told == [id_of(3), id_of(4), id_of(3)]


def test_first_step_goes_to_the_first_article(pane: ArticleList) -> None:
    assert pane.step(1) == id_of(1)


def test_choosing_tells_nobody(pane: ArticleList) -> None:
    told = chosen_by(pane)
    pane.choose(id_of(3))
    assert (pane.current(), told) == (id_of(3), [])


def test_choosing_an_article_that_is_not_listed_chooses_none(pane: ArticleList) -> None:
    pane.choose(id_of(1))
    assert not pane.choose(id_of(99))
    assert pane.current() is None


def test_arrows_walk_over_headings(pane: ArticleList) -> None:
    told = chosen_by(pane)
    for _ in range(3):
        QTest.keyClick(table(pane), Qt.Key.Key_Down)
    assert told == [id_of(1), id_of(2), id_of(3)]


def test_home_and_end_go_to_the_first_and_last_article(pane: ArticleList) -> None:
    told = chosen_by(pane)
    QTest.keyClick(table(pane), Qt.Key.Key_End)
    QTest.keyClick(table(pane), Qt.Key.Key_Home)
    assert told == [id_of(4), id_of(1)]


def test_letters_are_left_to_the_window(pane: ArticleList) -> None:
    pane.choose(id_of(1))
    QTest.keyClick(table(pane), Qt.Key.Key_J)
    assert pane.current() == id_of(1)


def test_click_chooses(pane: ArticleList) -> None:
    told = chosen_by(pane)
    at = table(pane).visualRect(table(pane).model().index(2, 0)).center()
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert (told, pane.current()) == ([id_of(2)], id_of(2))


def test_click_on_a_heading_chooses_nothing(pane: ArticleList) -> None:
    told = chosen_by(pane)
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.LeftButton, pos=table(pane).viewport().rect().topLeft())
    assert (told, pane.current()) == ([], None)


def test_chosen_article_stays_when_others_come(pane: ArticleList) -> None:
    told = chosen_by(pane)
    pane.choose(id_of(3))
    pane.set_entries((entry(9, "2024-03-13"), *DAYS))
    assert (pane.current(), told) == (id_of(3), [])


def test_what_is_seen_stays_when_articles_come_above(pane: ArticleList) -> None:
    pane.set_entries(many(500))
    pane.choose(id_of(300))
    index = table(pane).currentIndex()
    before = table(pane).visualRect(index).top()
    pane.set_entries((entry(900, "2024-03-01"), entry(901, "2024-03-01"), *many(500)))
    assert pane.current() == id_of(300)
    assert table(pane).visualRect(table(pane).currentIndex()).top() == before


def test_list_at_its_top_shows_what_comes(pane: ArticleList) -> None:
    pane.set_entries((entry(9, "2024-03-13"), *DAYS))
    assert table(pane).verticalScrollBar().value() == 0


def test_step_goes_on_where_the_chosen_article_stood(pane: ArticleList) -> None:
    pane.choose(id_of(2))
    pane.set_entries((DAYS[0], DAYS[2], DAYS[3]))
    assert pane.current() is None
    assert pane.step(1) == id_of(3)


def test_first_article_is_shown_with_its_heading(pane: ArticleList) -> None:
    pane.set_entries(many(500))
    pane.choose(id_of(200))
    pane.choose(id_of(0))
    assert table(pane).verticalScrollBar().value() == 0


def test_empty_library_says_what_to_do(pane: ArticleList) -> None:
    pane.set_entries(())
    assert pane.empty_words() == "No articles yet. Import files, or drop them here. Open the sample library."


def test_nothing_unread_offers_all_articles(pane: ArticleList, qtbot: QtBot) -> None:
    pane.set_filter("unread")
    pane.set_entries(())
    assert pane.empty_words() == "Nothing unread. Show all articles."
    assert table(pane).isHidden()
    with qtbot.waitSignal(pane.filter_chosen) as chosen:
        pane.show_all()
    assert chosen.args == ["all"]


def test_menu_chooses_what_is_listed(pane: ArticleList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.filter_chosen) as chosen:
        pane.filter_actions()["starred"].trigger()
    assert chosen.args == ["starred"]
    assert pane.heading() == "Starred"


def test_heading_counts_what_is_unread(pane: ArticleList) -> None:
    pane.set_counts(Counts(articles=12_000, unread=1_037, pending=0))
    assert pane.unread_words() == "1,037 unread"


def test_screen_reader_hears_headline_publication_day_and_state(pane: ArticleList) -> None:
    pane.set_rows((row(1, "Two boats lost", read=False, starred=True),))
    model = table(pane).model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Tuesday, 12 March"
    said = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Two boats lost, Coastline Press, 12 March, 16:40, unread, starred"


def test_menu_of_a_row_leaves_the_chosen_one_alone(pane: ArticleList, qtbot: QtBot) -> None:
    pane.choose(id_of(1))
    at = table(pane).visualRect(table(pane).model().index(2, 0)).center()
    QTest.mouseClick(table(pane).viewport(), Qt.MouseButton.RightButton, pos=at)
    assert pane.current() == id_of(1)


def test_every_theme_is_painted(pane: ArticleList) -> None:
    pane.set_rows(tuple(row(number, read=number % 2 == 0, starred=True) for number in range(1, 5)))
    pane.choose(id_of(1))
    for name in ("light", "dark", "sepia", "contrast"):
        theme = load_theme(name)
        pane.set_theme(theme)
        assert pane.grab().toImage().pixelColor(330, 650) == theme.colour("pane")


def test_only_the_newest_answers_are_remembered(pane: ArticleList) -> None:
    pane.set_entries(many(1000))
    pane.set_rows(tuple(row(number) for number in range(10_000)))
    said = [table(pane).model().index(row, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) for row in (1, 2)]
    assert said == [None, None]


def test_time_keeps_its_distance_from_the_scroll_bar(pane: ArticleList, qtbot: QtBot) -> None:
    entries = many(40)
    pane.set_entries(entries)
    pane.set_rows(tuple(row(number) for number in range(40)))
    qtbot.wait(20)
    assert table(pane).verticalScrollBar().isVisible()
    view = table(pane).viewport()
    picture = view.grab().toImage()
    ratio = picture.devicePixelRatio()
    pane_colour = load_theme("light").colour("pane")
    strip = range(round((view.width() - 12) * ratio), picture.width())
    assert all(picture.pixelColor(x, y) == pane_colour for x in strip for y in range(picture.height()))


def test_empty_list_takes_the_keyboard_too(pane: ArticleList) -> None:
    other = QWidget(pane.parentWidget())
    other.show()
    for entries in ((), DAYS):
        pane.set_entries(entries)
        other.setFocus()
        pane.setFocus()
        focused = pane.window().focusWidget()
        assert focused is not None and pane.isAncestorOf(focused) and focused.isVisible()
