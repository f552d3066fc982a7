"""Keys that belong to a page while the keyboard is in it, also where the window has a command on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class PageKeys(QObject):
    """Takes keys ("N", "Shift+N", "Ctrl+PgDown") for a page, which is whole by now.

    Single letters stay letters in its fields.
    """

    def __init__(self, page: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
        super().__init__(page)
        self._acts = {QKeySequence(words).toString(): act for words, act in keys.items()}
        for widget in (page, *page.findChildren(QWidget)):  # a table would take a letter before the page is asked
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Qt asks the widget with the focus and those around it whether a key is theirs before any command gets it.
        if not isinstance(event, QKeyEvent) or event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return False
        act = self._acts.get(QKeySequence(event.keyCombination()).toString())
        if act is None or (_writes(event) and isinstance(QApplication.focusWidget(), _FIELDS)):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            act()
        return True


_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


def _writes(event: QKeyEvent) -> bool:
    return event.text().isprintable() and bool(event.text())
