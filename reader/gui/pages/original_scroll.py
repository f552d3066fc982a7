"""Two texts that are scrolled together: tied by pairs of places, and evenly between two pairs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

Pair = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """Heights of two texts that belong together, in px, both rising from 0 to the whole height."""

    lefts: tuple[float, ...]
    rights: tuple[float, ...]

    def right(self, left: float) -> float:
        """The height of the right text beside a height of the left one."""
        return _between(self.lefts, self.rights, left)

    def left(self, right: float) -> float:
        """The height of the left text beside a height of the right one."""
        return _between(self.rights, self.lefts, right)


def tie(pairs: Iterable[Pair], wholes: Pair) -> Tie:
    """Ties two texts of these whole heights. A pair that goes back in either of them is left out."""
    lefts, rights = [0.0], [0.0]
    for left, right in pairs:
        if lefts[-1] < left < wholes[0] and rights[-1] < right < wholes[1]:
            lefts.append(left)
            rights.append(right)
    return Tie((*lefts, max(wholes[0], lefts[-1] + 1)), (*rights, max(wholes[1], rights[-1] + 1)))


def _between(here: tuple[float, ...], there: tuple[float, ...], at: float) -> float:
    after = min(max(bisect_right(here, at), 1), len(here) - 1)
    share = (at - here[after - 1]) / (here[after] - here[after - 1])
    return there[after - 1] + min(max(share, 0.0), 1.0) * (there[after] - there[after - 1])


class TiedBars(QObject):
    """Moves one scroll bar when the other is moved.

    What is compared is the height at a line that goes from the top of what is seen, at the beginning of a text, to its
    bottom at the end: so both begin and end together, whatever their heights.
    """

    def __init__(
        self, left: QAbstractScrollArea, right: QAbstractScrollArea, find: Callable[[], Iterable[Pair]]
    ) -> None:  # fmt: skip
        super().__init__(left)
        self._find = find
        self._tied: tuple[Pair, Tie] | None = None
        self._left, self._right = left.verticalScrollBar(), right.verticalScrollBar()
        self._moving = False
        self._left.valueChanged.connect(lambda _: self._follow(to_right=True))
        self._right.valueChanged.connect(lambda _: self._follow(to_right=False))

    def forget(self) -> None:
        """Other words stand in one of the texts: pairs are asked for anew."""
        self._tied = None

    def go_to(self, left: float) -> None:
        """Brings a height of the left text before the reader, and what belongs to it in the right one."""
        self._moving = True
        self._left.setValue(_value(self._left, left))
        self._moving = False
        self._follow(to_right=True)

    def _follow(self, *, to_right: bool) -> None:
        if self._moving:
            return
        tied = self._tie()
        self._moving = True
        if to_right:
            self._right.setValue(_value(self._right, tied.right(_height(self._left))))
        else:
            self._left.setValue(_value(self._left, tied.left(_height(self._right))))
        self._moving = False

    def _tie(self) -> Tie:
        wholes = _whole(self._left), _whole(self._right)
        if self._tied is None or self._tied[0] != wholes:
            pairs = tuple(self._find())  # asking lays the texts out, which makes them higher
            wholes = _whole(self._left), _whole(self._right)
            self._tied = wholes, tie(pairs, wholes)
        return self._tied[1]


def _whole(bar: QScrollBar) -> float:
    return float(bar.maximum() + bar.pageStep())


def _height(bar: QScrollBar) -> float:
    """The height of the text at the line that is compared."""
    return bar.value() * _whole(bar) / bar.maximum() if bar.maximum() else 0.0


def _value(bar: QScrollBar, height: float) -> int:
    """Where the bar must stand for a height of the text to be at that line."""
    return round(height * bar.maximum() / max(1.0, _whole(bar)))
