"""How the tables of pages are painted."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from reader.gui.look import load_theme
from reader.gui.pages.page_model import PageModel, RowLook
from reader.gui.pages.page_table import PageTable
from reader.gui.panes.spaces import spaces


def test_the_first_head_stands_over_the_words_of_its_cells(qtbot: QtBot) -> None:
    theme = load_theme("light")
    model = PageModel(("File", "Reason"), lambda record: RowLook((record, ""), ("warning", "bad")))
    table = PageTable(theme, model)
    qtbot.addWidget(table)
    table.resize(600, 200)
    model.set_records(("Forty.txt",))
    table.show()
    head = table.horizontalHeader().viewport().grab().toImage()
    paper, middle = theme.colour("paper"), head.height() // 2
    inked = (x for x in range(head.width()) if any(head.pixelColor(x, middle + dy) != paper for dy in range(-6, 5)))
    words = spaces(theme).gutter + theme.size("icon_small") + spaces(theme).large
    assert words <= next(inked) <= words + 3
