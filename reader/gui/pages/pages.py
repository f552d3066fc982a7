"""Which page is shown, if any: pages are made when they are first shown, and the focus finds its way back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from reader.gui.frame import Frame
from reader.gui.history import PagePlace
from reader.gui.keyboard import focus, is_kept
from reader.gui.look import Theme
from reader.gui.pages.page import Page


class Pages(QObject):
    """Shows pages in the frame. The desk calls it, so that every page is a place in the history."""

    changed = Signal()
    """Another page is shown, or none, or the one that is shown has another title."""

    def __init__(self, frame: Frame, kept: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = frame
        self._kept = kept
        self._makers: dict[str, tuple[Callable[[], Page], bool]] = {}
        self._made: dict[str, Page] = {}
        self._shown = ""
        self._left: QWidget | None = None

    def add(self, name: str, make: Callable[[], Page], *, whole: bool = False) -> None:
        """Names a page, which ``make`` makes when it is first shown. A ``whole`` one takes the list's place as well."""
        self._makers[name] = make, whole

    def knows(self, name: str) -> bool:
        """Whether there is a page of this name."""
        return name in self._makers

    @property
    def current(self) -> Page | None:
        """The page that is shown, or None where there is the desk."""
        return self._made.get(self._shown)

    def place(self) -> PagePlace | None:
        """Where the reader is on the page that is shown."""
        page = self.current
        return page.place() if page is not None else None

    def show(self, place: PagePlace, *, take_focus: bool = True) -> None:
        """Shows a page at a place. Without ``take_focus`` the keyboard stays where it is, if that can still be seen."""
        make, whole = self._makers[place.page]
        before = QApplication.focusWidget()
        if place.page not in self._made:
            page = self._made[place.page] = make()
            page.restore(self._kept(place.page))
            page.titled.connect(self.changed)
        page = self._made[place.page]
        if not self._shown:
            self._left = before
        self._shown = place.page
        page.go_to(place)
        self._frame.show_page(page.widget, whole=whole)
        if take_focus or before is None or not before.isVisible():
            focus(page.widget)
        self.changed.emit()

    def leave(self) -> bool:
        """Gives its place back to the desk; False when no page is shown."""
        page = self.current
        if page is None:
            return False
        focused = QApplication.focusWidget()
        inside = focused is None or page.widget.isAncestorOf(focused) or focused is page.widget
        self._shown = ""
        self._frame.show_page(None)
        if inside:
            self._give_focus_back()
        self._left = None
        self.changed.emit()
        return True

    def kept(self) -> dict[str, str]:
        """What is to be remembered of every page that was made, by its name."""
        return {name: page.kept() for name, page in self._made.items()}

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours, in every page that was made."""
        for page in self._made.values():
            page.set_theme(theme)

    def _give_focus_back(self) -> None:
        if self._left is not None and is_kept(self._left, self._frame):
            self._left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focus(self._frame.page)
