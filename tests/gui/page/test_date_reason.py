"""How the date is known is told above the headline, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from reader.core.reasons import Reason
from tests.gui.page.conftest import Desk
from tests.gui.page.story import SHORT, reading

# The offscreen platform says so of tooltips.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_line_above_the_headline_says_how_the_year_is_known(desk: Callable[..., Desk]) -> None:
    given, here = reading(*SHORT), desk()
    assert given.article.published is not None
    why = Reason("year-from-weekday", ("March 12", "Tuesday", "2024", "12 March"))
    article = replace(given.article, published=replace(given.article.published, inferred=True, why=why))
    here.show(replace(given, article=article))

    def told(y: int) -> str:
        point = QPoint(here.page.browser.column[0] + 10, y)
        viewport = here.page.browser.viewport()
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
        return QToolTip.text()

    assert told(300) == ""
    assert told(45).startswith("The dateline gives March 12 and the lede says Tuesday")
