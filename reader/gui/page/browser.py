"""The text itself: a QTextBrowser that paints the overlay under its letters and says what the reader does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextBrowser, QToolTip, QWidget

from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.page.document import Built, build, empty_document, recolour
from reader.gui.page.layers import Layers
from reader.gui.page.overlay import Overlay
from reader.gui.page.paragraphs import Paragraph
from reader.gui.page.styles import PageStyles
from reader.gui.page.where import Where


class PageBrowser(QTextBrowser):
    """Shows one article. Spans and offsets count code points of its text."""

    pointed = Signal(object)
    """The offset under the pointer, or None."""
    clicked = Signal(object)
    """The offset that was clicked without selecting anything, or None."""
    menu_asked = Signal(object, object)
    """An offset or None, and a point of the screen; None for the point when the keyboard asks."""
    entered = Signal()
    """Enter was pressed."""
    removal_clicked = Signal(int, bool)
    """The number of a removal that was clicked, and whether on the words that give it back."""
    removal_menu_asked = Signal(int, object)
    """A removal's number and a point of the screen."""
    left = Signal()
    """The keyboard went elsewhere."""
    resized = Signal()
    moved_by_hand = Signal()
    """The reader turned the wheel, pressed a key or took the scroll bar."""

    def __init__(self, theme: Theme, layers: Layers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = layers
        self.where = Where(self)
        self.walk: Callable[[bool], bool] = lambda forwards: False
        """Takes the keyboard to the next or previous name; False where there is none, and Tab leaves the text."""
        self.hint = ""
        """The words in the place of an article."""
        self.date_reason = ""
        """How the date above the headline is known; a tooltip over it says so."""
        self._zoom = 0
        self._text = ""
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._pressed: QPoint | None = None
        self._margins: tuple[int, int, int, int] | None = None
        self._take_theme(theme)
        self.setDocument(empty_document(self))
        self._built = build(self.document(), "", (), self._styles)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setViewportMargins(0, 0, theme.size("ruler", "width"), 0)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        bar = self.verticalScrollBar()  # the flat style paints no groove, so the paper must show through
        bar.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        bar.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("Article"))

    # what is shown

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours; nothing is laid out anew but the few lines in a second colour."""
        self._take_theme(theme)
        recolour(self._built, self._styles)
        self.viewport().update()

    def show_paragraphs(self, text: str, paragraphs: tuple[Paragraph, ...], zoom: int) -> None:
        """Shows paragraphs of a text, from the top."""
        if zoom != self._zoom:
            self._zoom = zoom
            self._take_theme(self._theme)
        self._text, self._paragraphs = text, paragraphs
        self._built = build(self.document(), text, paragraphs, self._styles)
        self._set_margins()
        start = self.textCursor()
        start.setPosition(0)  # moving to the start would lay out the first line before its time
        self.setTextCursor(start)
        self.verticalScrollBar().setValue(0)
        self.viewport().update()

    @property
    def built(self) -> Built:
        """The document with its map."""
        return self._built

    @property
    def styles(self) -> PageStyles:
        """The styles of the present theme and text size."""
        return self._styles

    def _take_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._styles = PageStyles(theme, self._zoom)
        self._overlay = Overlay(theme)
        palette = theme.palette()
        roles = {
            QPalette.ColorRole.Base: "paper",
            QPalette.ColorRole.Window: "paper",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.Highlight: "text_select",
            QPalette.ColorRole.HighlightedText: "on_select",
        }
        for role, token in roles.items():
            palette.setColor(role, theme.colour(token))
        self.setPalette(palette)

    # what is painted

    def box_of(self, span: Span) -> QRectF | None:
        """The first fill behind a span in view, in px of the viewport."""
        for laid in self.where.paragraphs(self.where.sight()):
            for piece in laid.pieces(span):
                return self._overlay.mark_box(piece, laid)
        return None

    def repaint_span(self, span: Span) -> None:
        """Has the lines of a span painted again."""
        for laid in self.where.paragraphs(self.where.sight()):
            box = self._overlay.flash_box(laid, span)
            if not box.isEmpty():
                self.viewport().update(box.toAlignedRect())

    def removal_at(self, point: QPoint) -> tuple[int, bool] | None:
        """The number of the removal at a point of the viewport, and whether the point is on what gives it back."""
        sight = self.where.sight()
        for laid in self.where.paragraphs(sight):
            number = laid.paragraph.removal
            if number is not None and laid.lines:
                top, bottom = laid.lines[0].top - laid.style.pad, laid.lines[-1].bottom + laid.style.pad
                if top <= point.y() <= bottom and abs(point.x() - sight.left - sight.width / 2) <= sight.width / 2 + 12:
                    return number, self.layers.offers and self._overlay.link_box(laid, sight).contains(point)
        return None

    # the column

    @property
    def column(self) -> tuple[int, int]:
        """Where the text begins, and how wide it is, in px of the viewport."""
        width = max(1, min(self._styles.column, self.width() - 2 * self._styles.side))
        return (self.width() - width) // 2, width

    def _set_margins(self) -> bool:
        """Centres the column in the whole width, ruler and scroll bar included."""
        left, width = self.column
        right = max(0, self.viewport().width() - left - width)
        top, bottom = self._styles.top + self._edge(), self._foot()
        if self._margins == (left, right, top, bottom):
            return False
        self._margins = (left, right, top, bottom)
        frame = self.document().rootFrame()
        format = frame.frameFormat()
        format.setLeftMargin(left)
        format.setRightMargin(right)
        format.setTopMargin(top)
        format.setBottomMargin(bottom)
        frame.setFrameFormat(format)
        return True

    def _edge(self) -> int:
        """What the first paragraph needs above itself."""
        if not self._paragraphs:
            return 0
        first = self._styles[self._paragraphs[0].style]
        return first.pad + first.rule

    def _foot(self) -> int:
        """The space under the last paragraph; Qt leaves that paragraph's own margin out of the document's height.

        It is the same under all of them: another one than before would have the whole article laid out once more.
        """
        return self._styles.gap("removal", None)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("paper"))
        if self._paragraphs:
            sight = self.where.sight(event.rect())
            self._overlay.paint(painter, self.where.paragraphs(sight), self.layers, sight)
        else:
            self._paint_hint(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_hint(self, painter: QPainter) -> None:
        painter.setFont(self._theme.font("ui"))
        painter.setPen(self._theme.colour("text_secondary"))
        whole = QRect(0, 0, self.width(), self.viewport().height())
        side = self._styles.side
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(whole.adjusted(side, 0, -side, 0), flags, self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.where.offset_of_line(0) if self.where.scrolled else None
        before = self._margins
        super().resizeEvent(event)
        moved = self._set_margins()
        if top is not None and moved and before is not None:
            self.verticalScrollBar().setValue(int(self.where.line_of(top)[0]))
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        selecting = bool(event.buttons())
        point = event.position().toPoint()
        self.pointed.emit(None if selecting else self.where.offset_at(point))
        if not selecting and (at := self.removal_at(point)) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if at[1] else Qt.CursorShape.IBeamCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.position().toPoint() if plain else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        point = event.position().toPoint()
        if pressed is None or self.textCursor().hasSelection():
            return
        if (point - pressed).manhattanLength() >= QApplication.startDragDistance():
            return
        if (removal := self.removal_at(point)) is not None:
            self.removal_clicked.emit(*removal)
        else:
            self.clicked.emit(self.where.offset_at(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        removal = None if by_keys else self.removal_at(event.pos())
        if removal is not None:
            self.removal_menu_asked.emit(removal[0], event.globalPos())
            event.accept()
            return
        offset = None if by_keys else self.where.offset_at(event.pos())
        self.menu_asked.emit(offset, None if by_keys else event.globalPos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return
        self.moved_by_hand.emit()
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        return self.walk(next) or super().focusNextPrevChild(next)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            above = bool(self._paragraphs) and self._paragraphs[0].style == "kicker"
            box = self.document().documentLayout().blockBoundingRect(self.document().firstBlock())
            inside = above and event.pos().y() + self.verticalScrollBar().value() < box.bottom()
            QToolTip.showText(event.globalPos(), self.date_reason if inside else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Qt would change the font behind our back; the window may set the text larger
            return
        self.moved_by_hand.emit()
        super().wheelEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        # Qt would give what the document shows, with no-break spaces turned into spaces and removals inside.
        cursor = self.textCursor()
        data = QMimeData()
        data.setText(self._built.words(cursor.selectionStart(), cursor.selectionEnd()))
        return data
