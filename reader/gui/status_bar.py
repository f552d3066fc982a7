"""The status bar: what the library holds at the left, work in the middle, the place in the article at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from reader.gui.look import Theme

MESSAGE_MS = 6000


class ProgressBar(QWidget):
    """A bar of 120 × 4 px."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share = 0.0
        self.setFixedSize(QSize(120, 4))

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        self.update()

    def set_share(self, share: float) -> None:
        """How much is done, from 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(self._theme.colour("select_idle"))
        painter.drawRoundedRect(whole, 2, 2)
        painter.setBrush(self._theme.colour("accent_text"))
        painter.drawRoundedRect(QRectF(0, 0, whole.width() * self._share, whole.height()), 2, 2)


class LinkButton(QToolButton):
    """Words in the colour of links that can be pressed."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setAutoRaise(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        palette = self.palette()
        palette.setColor(palette.ColorRole.ButtonText, theme.colour("accent_text"))
        self.setPalette(palette)
        self.setFont(theme.font("small"))


class StatusBar(QFrame):
    """Words for the eye and for a screen reader; nothing here ever takes the focus away."""

    stop_asked = Signal()
    report_asked = Signal()
    undo_asked = Signal()
    focus_left = Signal()
    """A link that had the keyboard goes away: it belongs to what the reader works with, and not to what comes next."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setFixedHeight(theme.size("status_bar"))
        self._standing = QLabel()
        self._work = QLabel()
        self._bar = ProgressBar(theme)
        self._stop = LinkButton(theme, self.tr("Stop"))
        self._report = LinkButton(theme, "")
        self._undo = LinkButton(theme, self.tr("Undo"))
        self._place = QLabel()
        self._counts = ""
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._timer.timeout.connect(self._end_message)
        self._stop.clicked.connect(self.stop_asked)
        self._report.clicked.connect(self.report_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._arrange()
        self.set_work("")
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours."""
        self._theme = theme
        for label in (self._standing, self._work, self._place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(theme.font("small"))
            palette = label.palette()
            palette.setColor(palette.ColorRole.WindowText, theme.colour("text_secondary"))
            label.setPalette(palette)
        for part in (self._bar, self._stop, self._report, self._undo):
            part.set_theme(theme)
        self.update()

    def set_counts(self, words: str) -> None:
        """What the library (or the search) holds; it gives way to a message for a while."""
        self._counts = words
        if not self._timer.isActive():
            self._standing.setText(words)

    def set_place(self, words: str) -> None:
        """Where the reader is in the article."""
        self._place.setText(words)

    def set_work(self, words: str, share: float = 0.0) -> None:
        """Long work in the middle; empty words take it away."""
        self._work.setText(words)
        self._bar.set_share(share)
        for part in (self._work, self._bar):
            part.setVisible(bool(words))
        self._show_link(self._stop, shown=bool(words))

    def set_report(self, words: str) -> None:
        """A link that says what the last import came to and leads to its report; empty words take it away."""
        self._report.setText(words)
        self._show_link(self._report, shown=bool(words))

    def show_message(self, words: str, *, undo: bool = False) -> None:
        """Says something for six seconds, and announces it; with ``undo`` a link beside it takes it back."""
        self._standing.setText(words)
        self._show_link(self._undo, shown=undo)
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def report(self) -> str:
        """What the link to the last import says."""
        return self._report.text()

    @property
    def offers_undo(self) -> bool:
        """Whether the link that takes something back is shown."""
        return not self._undo.isHidden()

    @property
    def words(self) -> tuple[str, str, str]:
        """What stands at the left, in the middle and at the right."""
        return self._standing.text(), self._work.text(), self._place.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, self._theme.colour("line"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 1, 12, 0)
        row.setSpacing(12)
        for label in (self._standing, self._place):
            label.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._standing)
        row.addWidget(self._undo)
        row.addSpacing(24)
        row.addWidget(self._work)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        row.addWidget(self._report)
        row.addStretch(1)
        row.addWidget(self._place)
        self._report.hide()
        self._undo.hide()

    def _show_link(self, link: LinkButton, *, shown: bool) -> None:
        if self.window().focusWidget() is link and not shown:
            self.focus_left.emit()  # first, for Qt would give it to the next button of the window
        link.setVisible(shown)

    def _end_message(self) -> None:
        self._show_link(self._undo, shown=False)
        self._standing.setText(self._counts)
