"""Which theme the application wears: light, dark, or what the system says."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.gui.look import load_theme
from reader.gui.look.style import FlatStyle

CHOICES = ("system", "light", "dark")


class Appearance(QObject):
    """Holds the theme and dresses the application in it."""

    changed = Signal(object)
    """The ``Theme`` to wear from now on."""

    def __init__(self, application: QApplication, choice: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        self.choice = choice if choice in CHOICES else "system"
        self.theme = load_theme(named(self.choice, QGuiApplication.styleHints().colorScheme()))
        self._style = FlatStyle(self.theme)
        application.setStyle(self._style)
        self._dress()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: str) -> None:
        """Changes the theme at once: "system", "light" or "dark"."""
        self.choice = choice
        self._wear(named(choice, QGuiApplication.styleHints().colorScheme()))

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        if self.choice == "system":
            self._wear(named("system", scheme))

    def _wear(self, name: str) -> None:
        if name == self.theme.name:
            return
        self.theme = load_theme(name)
        self._dress()
        self.changed.emit(self.theme)

    def _dress(self) -> None:
        self._style.set_theme(self.theme)
        self._application.setPalette(self.theme.palette())
        self._application.setFont(self.theme.font("ui"))


def named(choice: str, scheme: Qt.ColorScheme) -> str:
    """The name of the theme for a choice, where the system wants ``scheme``."""
    if choice != "system":
        return choice
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"
