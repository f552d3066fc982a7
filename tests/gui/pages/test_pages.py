"""Pages in the real window: they take the place of the text, are places in the history, and give the focus back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.gui.history import PagePlace
from reader.gui.look import Theme
from reader.gui.pages import PageHead, PageKeys, PageModel, PageTable, RowLook, on_paper
from tests.gui.driver import Driver

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
HARBORS = (("Anderfjord", "boats"), ("Jellinge", "nets"), ("Karelund", "ferries"))


class Harbors(QObject):
    """A page that lists three harbors."""

    titled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.widget = QWidget()
        self.shown = PagePlace("harbors")
        self.field = QLineEdit()
        self.steps = 0
        self.model = PageModel(("Harbor", "What lies there"), lambda record: RowLook(record, tip=" ".join(record)))
        self.table = PageTable(theme, self.model)
        column = QVBoxLayout(self.widget)
        column.addWidget(PageHead(theme, {"count": "Count"}, main="count"))
        column.addWidget(self.field)
        column.addWidget(self.table)
        self.widget.setFocusProxy(self.table)
        on_paper(self.widget, theme)
        PageKeys(self.widget, {"N": self.step})

    def step(self) -> None:
        self.steps += 1

    @property
    def title(self) -> str:
        return f"Harbors of {self.shown.key}"

    @property
    def foot(self) -> str:
        return "3 harbors"

    def go_to(self, place: PagePlace) -> None:
        self.shown = place
        self.model.set_records(HARBORS)
        self.table.set_current(place.row)

    def place(self) -> PagePlace:
        return replace(self.shown, row=self.table.current())

    def find(self) -> bool:
        self.field.setFocus()
        return True

    def escape(self) -> bool:
        left = self.field.hasFocus()
        self.table.setFocus()
        return left

    def kept(self) -> str:
        return self.table.kept()

    def restore(self, kept: str) -> None:
        self.table.restore(kept)

    def set_theme(self, theme: Theme) -> None:
        on_paper(self.widget, theme)


@pytest.fixture
def harbors(window: Driver) -> Harbors:
    """The page, named to a window that has an article open."""
    page = Harbors(window.window.appearance.theme)
    window.window.pages.add("harbors", lambda: page)
    window.window.pages.add("wide", lambda: page, whole=True)
    window.open(window.row("2024-03-12-grey-sound-accord").id)
    return page


def show(window: Driver, page: str = "harbors", key: str = "Vasmark") -> None:
    window.window.desk.open_page(PagePlace(page, key))


def test_a_page_takes_the_place_of_the_text_and_the_list_stays(window: Driver, harbors: Harbors) -> None:
    show(window)
    frame = window.window.frame
    assert harbors.widget.isVisible() and frame.list.isVisible()
    assert not frame.page.isVisible() and not frame.quotations.isVisible()
    assert window.window.windowTitle() == "Harbors of Vasmark – Dateline"
    assert window.status[2] == "3 harbors"
    assert harbors.table.hasFocus()


def test_back_leads_to_the_text_where_it_was_and_forward_to_the_row_of_the_page(
    window: Driver, harbors: Harbors
) -> None:
    headline, length, article = window.window.windowTitle(), window.status[2], window.current
    bar = window.browser.verticalScrollBar()
    window.wait(lambda: bar.maximum() > 0)
    window.scroll_to("inspection")
    top = window.window.frame.page.top_offset()
    show(window)
    window.key(K.Key_Down)
    window.key(K.Key_Left, ALT)
    assert window.window.frame.page.isVisible()
    assert (window.window.windowTitle(), window.status[2], window.current) == (headline, length, article)
    assert window.window.frame.page.top_offset() == top
    harbors.table.set_current(None)
    window.key(K.Key_Right, ALT)
    assert harbors.widget.isVisible()
    assert harbors.table.current() == 1


def test_an_article_that_is_chosen_in_the_list_takes_the_place_of_the_page(window: Driver, harbors: Harbors) -> None:
    show(window)
    here = window.current
    assert here is not None
    window.window.frame.list.article_chosen.emit(here)  # also the one that is open already
    assert window.window.frame.page.isVisible()
    window.key(K.Key_Left, ALT)
    assert harbors.widget.isVisible()
    window.window.frame.list.setFocus()
    window.key(K.Key_J)
    window.wait(lambda: window.window.frame.page.isVisible())
    assert window.current != here


def test_esc_leaves_the_field_then_the_page_and_the_focus_goes_back(window: Driver, harbors: Harbors) -> None:
    window.window.frame.list.setFocus()
    show(window)
    window.key(K.Key_F, CONTROL)
    assert harbors.field.hasFocus()
    window.key(K.Key_Escape)
    assert harbors.table.hasFocus()
    window.key(K.Key_Escape)
    assert window.window.frame.page.isVisible()
    assert window.focused_in(window.window.frame.list)


def test_the_tools_of_the_article_are_off_while_a_page_is_shown(window: Driver, harbors: Harbors) -> None:
    commands = window.window.commands
    show(window)
    assert not any(command.isEnabled() for command in (commands.star, commands.removals, commands.show_quotations))
    assert commands.next_article.isEnabled()
    window.key(K.Key_Escape)
    assert all(command.isEnabled() for command in (commands.star, commands.removals, commands.show_quotations))


def test_a_page_has_keys_of_its_own_but_letters_stay_letters_in_its_field(window: Driver, harbors: Harbors) -> None:
    show(window)
    window.key(K.Key_N)
    assert harbors.steps == 1
    harbors.field.setFocus()
    window.type("nets")
    assert (harbors.field.text(), harbors.steps) == ("nets", 1)
    window.key(K.Key_Escape)
    window.key(K.Key_Escape)
    window.window.frame.page.setFocus()
    window.key(K.Key_N)
    assert harbors.steps == 1


def test_letters_jump_to_a_row_and_go_on_in_the_list_elsewhere(window: Driver, harbors: Harbors) -> None:
    here = window.current
    show(window)
    window.key(K.Key_K)
    assert harbors.table.current() == 2
    assert window.current == here and harbors.widget.isVisible()


def test_rows_are_copied_as_lines_with_tabs(window: Driver, harbors: Harbors) -> None:
    show(window)
    window.key(K.Key_Home)
    window.key(K.Key_Down, SHIFT)
    window.key(K.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "Anderfjord\tboats\nJellinge\tnets"


def test_names_of_files_are_never_read_as_html(window: Driver, harbors: Harbors) -> None:
    show(window)
    harbors.model.set_records((("<img src='x'>", "A & B"),))
    tip = harbors.model.data(harbors.model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in str(tip) and "A &amp; B" in str(tip)


def test_enter_and_a_double_click_mean_the_same(window: Driver, harbors: Harbors) -> None:
    entered: list[int] = []
    harbors.table.row_entered.connect(entered.append)
    show(window)
    window.key(K.Key_End)
    window.key(K.Key_Return)
    harbors.table.doubleClicked.emit(harbors.model.index(0, 1))
    assert entered == [2, 0]


def test_f6_goes_between_list_and_page(window: Driver, harbors: Harbors) -> None:
    show(window)
    window.key(K.Key_F6)
    assert window.focused_in(window.window.frame.list)
    window.key(K.Key_F6)
    assert harbors.table.hasFocus()


def test_a_whole_page_takes_the_place_of_the_list_until_it_is_called(window: Driver, harbors: Harbors) -> None:
    show(window, "wide")
    frame = window.window.frame
    assert not frame.list.isVisible() and harbors.widget.width() > frame.width() - 2
    window.key(K.Key_2, CONTROL)
    assert frame.list.isVisible()
    show(window, "wide", key="Anholt")
    window.key(K.Key_Left, ALT)
    window.key(K.Key_Left, ALT)
    assert frame.list.isVisible() and frame.page.isVisible()


def test_what_a_page_keeps_of_its_columns_comes_back(window: Driver, harbors: Harbors) -> None:
    show(window)
    head = harbors.table.horizontalHeader()
    head.moveSection(1, 0)
    head.resizeSection(1, 333)
    kept = harbors.table.kept()
    again = PageTable(window.window.appearance.theme, PageModel(("Harbor", "What lies there"), RowLook))
    again.restore("no such thing")
    again.restore(kept)
    assert again.columnWidth(1) == 333
    assert again.horizontalHeader().logicalIndex(0) == 1


def test_leaving_with_no_article_open_shows_the_empty_desk(window: Driver) -> None:
    page = Harbors(window.window.appearance.theme)
    window.window.pages.add("harbors", lambda: page)
    show(window)
    window.key(K.Key_Escape)
    assert window.window.frame.page.isVisible() and window.window.windowTitle() == "Dateline"


def test_esc_leads_into_the_text_where_what_had_the_focus_is_gone(
    window: Driver, harbors: Harbors, qtbot: QtBot
) -> None:
    question = QDialog(window.window)
    choice = QComboBox(question)
    question.show()
    choice.setFocus()
    window.wait(choice.hasFocus)
    show(window)
    with qtbot.waitSignal(question.destroyed):
        question.deleteLater()
    window.window.activateWindow()
    harbors.table.setFocus()
    window.wait(harbors.table.hasFocus)
    window.key(K.Key_Escape)
    frame = window.window.frame
    assert frame.page.isVisible() and window.focused_in(frame.page)
