"""Fusion made flat: buttons, fields, focus rings, scroll bars and splitters as window.md draws them."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from reader.gui.look.theme import Theme

PE = QStyle.PrimitiveElement
CE = QStyle.ControlElement
CC = QStyle.ComplexControl
SC = QStyle.SubControl
PM = QStyle.PixelMetric
State = QStyle.StateFlag

TICK = 14
"""Of the box before words that can be ticked, in px."""
_METRICS = {
    PM.PM_ButtonShiftHorizontal: 0,
    PM.PM_ButtonShiftVertical: 0,
    PM.PM_DefaultFrameWidth: 1,
    PM.PM_ToolBarItemSpacing: 4,
    PM.PM_ToolBarFrameWidth: 0,
    PM.PM_MenuBarPanelWidth: 0,
    PM.PM_MenuBarHMargin: 8,
    PM.PM_MenuBarVMargin: 0,
    PM.PM_MenuBarItemSpacing: 0,
    PM.PM_IndicatorWidth: TICK,
    PM.PM_IndicatorHeight: TICK,
}
MENU_PAD = 8


class FlatStyle(QProxyStyle):
    """The style of the whole application. Needs the palette of the same theme."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme
        self._metrics = _METRICS | {
            PM.PM_ScrollBarExtent: int(theme.size("scroll_bar")),
            PM.PM_ScrollBarSliderMin: 36,
            PM.PM_SplitterWidth: int(theme.size("splitter")),
            PM.PM_SmallIconSize: int(theme.size("icon_small")),
            PM.PM_ToolBarIconSize: int(theme.size("icon")),
            PM.PM_ButtonIconSize: int(theme.size("icon_small")),
        }

    def set_theme(self, theme: Theme) -> None:
        """Takes other colours; the caller sets the palette, which repaints everything."""
        self._theme = theme

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        found = self._metrics.get(metric)
        return found if found is not None else super().pixelMetric(metric, option, widget)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == PE.PE_PanelButtonCommand:
            self._draw_button(option, painter)
        elif element == PE.PE_PanelButtonTool:
            self._draw_tool_button(option, painter)
        elif element == PE.PE_PanelLineEdit:
            self._draw_field(option, painter)
        elif element == PE.PE_IndicatorCheckBox:
            self._draw_tick(option, painter)
        elif element == PE.PE_FrameFocusRect:
            self._ring(painter, option.rect)
        elif element == PE.PE_IndicatorArrowDown and isinstance(widget, QToolButton):
            return  # the icon says that there is a menu
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if element == CE.CE_Splitter:
            painter.fillRect(option.rect, self._theme.colour("line"))
        elif element == CE.CE_MenuBarEmptyArea:
            painter.fillRect(option.rect, self._theme.colour("window"))
        elif element == CE.CE_MenuBarItem and isinstance(option, QStyleOptionMenuItem):
            self._draw_menu_name(option, painter)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == CC.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            self._draw_scroll_bar(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == CC.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return self._scroll_bar_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt allows none

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        if kind == QStyle.ContentsType.CT_MenuBarItem:
            return QSize(size.width() + 2 * MENU_PAD, int(self._theme.size("menu_bar")))
        return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # Qt allows none

    def _draw_menu_name(self, option: QStyleOptionMenuItem, painter: QPainter) -> None:
        opened = option.state & State.State_Sunken
        used = option.state & State.State_Selected and option.state & State.State_Enabled
        painter.fillRect(option.rect, self._theme.colour("select_idle" if opened else "hover" if used else "window"))
        painter.setPen(self._theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic | Qt.TextFlag.TextSingleLine
        painter.drawText(option.rect, int(flags), option.text)

    # a scroll bar without arrows: a groove and a thumb

    def _scroll_bar_part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        whole: QRect = option.rect
        upright = option.orientation == Qt.Orientation.Vertical
        length = whole.height() if upright else whole.width()
        thumb, at = thumb_of(length, option.minimum, option.maximum, option.pageStep, option.sliderPosition)
        ranges = {
            SC.SC_ScrollBarGroove: (0, length),
            SC.SC_ScrollBarSlider: (at, thumb),
            SC.SC_ScrollBarSubPage: (0, at),
            SC.SC_ScrollBarAddPage: (at + thumb, length - at - thumb),
        }
        if part not in ranges:
            return QRect()
        start, size = ranges[part]
        if upright:
            return QRect(whole.x(), whole.y() + start, whole.width(), size)
        return QRect(whole.x() + start, whole.y(), size, whole.height())

    def _draw_scroll_bar(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
        if option.minimum >= option.maximum:
            return
        used = option.activeSubControls == SC.SC_ScrollBarSlider
        colour = self._theme.colour("control")
        if not used:
            colour = mixed(colour, self._theme.colour("pane"), 0.55)
        thumb = self._scroll_bar_part(option, SC.SC_ScrollBarSlider).adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(thumb, 3, 3)
        painter.restore()

    # buttons and fields

    def _draw_button(self, option: QStyleOption, painter: QPainter) -> None:
        state = option.state
        ground = "field"
        if state & (State.State_Sunken | State.State_On):
            ground = "select_idle"
        elif state & State.State_Enabled and state & State.State_MouseOver:
            ground = "hover"
        edge = "control" if state & State.State_Enabled else "line"
        self._box(painter, option.rect, ground, edge)

    def _draw_tool_button(self, option: QStyleOption, painter: QPainter) -> None:
        state = option.state
        if not state & State.State_Enabled:
            return
        if state & (State.State_Sunken | State.State_On):
            self._box(painter, option.rect, "select_idle", None)
        elif state & State.State_MouseOver:
            self._box(painter, option.rect, "hover", None)

    def _draw_field(self, option: QStyleOption, painter: QPainter) -> None:
        rect: QRect = option.rect
        self._box(painter, rect, "field", "control")
        if option.state & State.State_HasFocus:
            self._ring(painter, rect)

    def _draw_tick(self, option: QStyleOption, painter: QPainter) -> None:
        ticked = bool(option.state & State.State_On)
        able = bool(option.state & State.State_Enabled)
        ground = "accent" if ticked and able else "field"
        self._box(painter, option.rect, ground, "accent" if ticked and able else "control" if able else "line")
        if ticked:
            icon = self._theme.icon("check", "on_accent" if able else "disabled", TICK)
            icon.paint(painter, option.rect)

    def _box(self, painter: QPainter, rect: QRect, ground: str, edge: str | None) -> None:
        radius = self._theme.token("radius", "control")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.colour(ground))
        painter.setPen(self._theme.colour(edge) if edge else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect) -> None:
        width = self._theme.size("focus_ring")
        radius = self._theme.token("radius", "control")
        inset = width / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("focus"), width))
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.restore()


def thumb_of(length: int, least: int, most: int, page: int, value: int, smallest: int = 36) -> tuple[int, int]:
    """Length and start of a scroll bar's thumb in a groove of ``length`` px."""
    reach = most - least
    if reach <= 0:
        return length, 0
    thumb = min(length, max(smallest, length * page // (reach + page)))
    return thumb, (length - thumb) * (min(max(value, least), most) - least) // reach


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` of the first colour with the rest of the second, so that nothing needs to be transparent."""
    return QColor(
        round(one.red() * share + other.red() * (1 - share)),
        round(one.green() * share + other.green() * (1 - share)),
        round(one.blue() * share + other.blue() * (1 - share)),
    )
