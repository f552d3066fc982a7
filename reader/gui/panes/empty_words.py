"""What stands in a pane that has nothing to show."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.gui.look import Theme
from reader.gui.panes.head import dress
from reader.gui.panes.spaces import spaces

_LINKS = Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class EmptyWords(QWidget):
    """A sentence or two, of which the second may be a link."""

    link_chosen = Signal()

    def __init__(self, theme: Theme, left: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        gap = spaces(theme)
        self._words, self._link = "", ""
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.linkActivated.connect(lambda _: self.link_chosen.emit())
        self.setFocusProxy(self._label)
        column = QVBoxLayout(self)
        column.setContentsMargins(left, gap.medium, gap.medium, gap.medium)
        column.addWidget(self._label)
        column.addStretch()
        self.set_theme(theme)

    def set_words(self, words: str, link: str = "") -> None:
        """Shows a sentence, and one that can be clicked after it."""
        self._words, self._link = words, link
        # Words alone are nothing to stop at with Tab.
        self._label.setTextInteractionFlags(_LINKS if link else Qt.TextInteractionFlag.NoTextInteraction)
        more = f' <a href="#">{escape(link)}</a>' if link else ""
        self._label.setText(escape(words) + more)
        self.setAccessibleName(self.words())

    def words(self) -> str:
        """What is shown."""
        return f"{self._words} {self._link}".strip()

    def set_theme(self, theme: Theme) -> None:
        """Takes the colours of a theme."""
        dress(self._label, theme, "ui", "text_secondary")
        self.set_words(self._words, self._link)  # the colour of a link is read when its text is set
