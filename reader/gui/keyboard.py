"""Keys that depend on what has the focus: Space, which belongs to buttons too, and F6 from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

SPACE = (QKeySequence("Space"), QKeySequence("Shift+Space"))


class SpaceKeys(QObject):
    """Space reads on from lists and text; a button or box that has the focus keeps it."""

    def __init__(self, window: QWidget, read_on: QAction, read_back: QAction) -> None:
        super().__init__(window)
        self._actions = (read_on, read_back)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        wanted = not needs_space(now)
        for action, key in zip(self._actions, SPACE, strict=True):
            action.setShortcuts([key] if wanted else [])


def needs_space(widget: QWidget | None) -> bool:
    """Whether Space means something to a widget itself."""
    return isinstance(widget, (QAbstractButton, QLineEdit))


def next_pane(panes: Sequence[QWidget], focused: QWidget | None, by: int) -> QWidget | None:
    """The pane after (or before) the one that holds the focus."""
    if not panes:
        return None
    holding = (n for n, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused)))
    here = next(holding, None)
    if here is None:
        return panes[0 if by > 0 else -1]
    return panes[(here + by) % len(panes)]


def is_kept(widget: QWidget | None, window: QWidget) -> bool:
    """Whether a widget that had the keyboard is still one of a window's own, and can be seen."""
    # What had it may be gone by now; then it is none of the window's widgets, and nothing may be asked of it.
    return widget in window.findChildren(QWidget) and widget is not None and widget.isVisible()


def focus(pane: QWidget) -> None:
    """Puts the keyboard into a pane: to what the pane itself sends it, or to its first part that takes it."""
    if pane.focusProxy() is not None or pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for part in pane.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() == Qt.FocusPolicy.StrongFocus:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
