"""What every page can do."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from reader.gui.history import PagePlace
from reader.gui.look import Theme


class Page(Protocol):
    """A page of the window; the docstring of the package says how to add one."""

    @property
    def titled(self) -> SignalInstance:
        """Tells that ``title`` or ``foot`` is another now."""

    @property
    def widget(self) -> QWidget:
        """What is shown. Its first part that takes the keyboard gets it when the page is opened."""

    @property
    def title(self) -> str:
        """For the window's title."""

    @property
    def foot(self) -> str:
        """What the status bar says at its right while the page is shown."""

    def go_to(self, place: PagePlace) -> None:
        """Shows this; where it is shown already, only moves there."""

    def place(self) -> PagePlace:
        """What is shown and where the reader is in it: ``go_to`` leads back to it."""

    def find(self) -> bool:
        """Goes to the page's own field (Ctrl+F); False where it has none."""

    def escape(self) -> bool:
        """Lets go of something inside the page (Esc); False when nothing is left, and the page is left itself."""

    def kept(self) -> str:
        """What is to be remembered of its columns from one time to the next; empty for nothing."""

    def restore(self, kept: str) -> None:
        """Sets what ``kept`` said, or what is left of it in a file that anybody may write."""

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
