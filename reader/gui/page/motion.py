"""What moves on the page: the flash over a place, and the glide of a short jump."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal
from PySide6.QtWidgets import QScrollBar, QStyle, QWidget

from reader.gui.look import Theme


def is_reduced(widget: QWidget) -> bool:
    """Whether the system asks for no motion."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


class Flash(QObject):
    """Glows, then fades away."""

    glowed = Signal(float)
    """How much is left, from 1 to 0; at 0 it is over."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._motion = theme.token("motion")
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(1.0)
        self._animation.setEndValue(0.0)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(lambda: self.glowed.emit(0.0))

    def start(self, *, reduced: bool) -> None:
        """Begins anew; reduced, it stands as long and goes at once."""
        times = self._motion["reduced"]["flash"] if reduced else self._motion["flash"]
        whole = times["hold"] + times["fade"]
        self._animation.stop()
        self._animation.setDuration(whole)
        held = min(times["hold"] / whole, 0.999)  # the key value at the very end is that of the end
        self._animation.setKeyValueAt(held, 1.0)
        self.glowed.emit(1.0)
        self._animation.start()

    def stop(self) -> None:
        """Ends at once."""
        if self._animation.state() != QVariantAnimation.State.Stopped:
            self._animation.stop()
            self.glowed.emit(0.0)

    def _step(self, value: float) -> None:
        if 0.0 < value < 1.0:
            self.glowed.emit(value)


class Glide(QObject):
    """Scrolls: a jump inside one screen in a moment, a longer one at once."""

    ended = Signal()

    def __init__(self, theme: Theme, bar: QScrollBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(theme.token("motion", "scroll_to"))
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(lambda value: bar.setValue(int(value)))
        self._animation.finished.connect(self.ended)

    @property
    def is_moving(self) -> bool:
        """Whether it is under way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def to(self, value: int, *, screen: int, reduced: bool) -> None:
        """Goes to a value of the scroll bar; ``screen`` px and more are jumped."""
        self.stop()
        value = max(self._bar.minimum(), min(value, self._bar.maximum()))
        if reduced or abs(value - self._bar.value()) >= screen:
            self._bar.setValue(value)
            self.ended.emit()
            return
        self._animation.setStartValue(self._bar.value())
        self._animation.setEndValue(value)
        self._animation.start()

    def stop(self) -> None:
        """Stays where it is."""
        if self.is_moving:
            self._animation.stop()
