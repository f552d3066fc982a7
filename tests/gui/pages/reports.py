"""Drives the import report in a real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from reader.gui.pages.report_page import ReportPage
from reader.gui.pages.report_view import ReportView
from tests.gui.driver import Driver


def page(driver: Driver) -> ReportPage:
    found = driver.window.pages.current
    assert isinstance(found, ReportPage)
    return found


def view(driver: Driver) -> ReportView:
    return page(driver).view


def bring_in(driver: Driver, *paths: Path) -> None:
    """Imports and waits until all of it is done, names and index as well."""
    driver.window.importing.start(paths)
    driver.wait(lambda: not driver.window.importing.running)


def report(driver: Driver, *paths: Path) -> ReportView:
    """Imports what fails in part, and waits for its report."""
    bring_in(driver, *paths)
    driver.wait(lambda: driver.window.pages.current is not None and view(driver).rows())
    return view(driver)


def press(driver: Driver, key: str) -> None:
    button = view(driver).head.button(key)
    assert button.isVisible() and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def files(view: ReportView) -> list[str]:
    return [cells[0] for cells in view.rows()]
