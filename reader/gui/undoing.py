"""Ctrl+Z: the last act that can be taken back, and after it the one before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction


class Undoing(QObject):
    """Ties acts that can be taken back to the command. It knows none of them."""

    def __init__(self, command: QAction, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._command = command
        self._acts: dict[str, tuple[str, Callable[[], object]]] = {}
        command.triggered.connect(self.undo)
        self._show()

    def offer(self, key: str, words: str, act: Callable[[], object]) -> None:
        """Something was done that ``act`` takes back; ``words`` say what ("Undo import of 4 articles")."""
        self._acts[key] = words, act  # what is offered again keeps its turn
        self._show()

    def withdraw(self, key: str) -> None:
        """It can no longer be taken back."""
        self._acts.pop(key, None)
        self._show()

    def undo(self) -> None:
        """Takes back what was done last."""
        if self._acts:
            _, (_, act) = self._acts.popitem()
            self._show()
            act()

    def _show(self) -> None:
        last = next(reversed(self._acts.values()), None)
        self._command.setEnabled(last is not None)
        self._command.setText(last[0] if last is not None else self.tr("Undo"))
