"""Which faces are used and how large their letters are: the shipped reading face, fall-backs, the x-height rule."""

from __future__ import annotations

import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from reader.paths import resource

SHIPPED = "Noto Serif"
"""The reading face that comes with the program."""


@dataclass(frozen=True, slots=True)
class Faces:
    """The families of the interface and of the page, and the size of the body text in pixels."""

    ui: tuple[str, ...]
    reading: tuple[str, ...]
    body_size: int


def first_held(wanted: Sequence[str], held: Sequence[str]) -> str:
    """The first wanted family that the system holds, else the last wanted one."""
    known = frozenset(held)
    return next((family for family in wanted if family in known), wanted[-1])


def nearest_size(x_heights: Sequence[tuple[int, float]], aim: float) -> int:
    """Of (size, x-height) pairs the size whose x-height is nearest to ``aim``; the larger size on a tie."""
    return min(x_heights, key=lambda pair: (abs(pair[1] - aim), -pair[0]))[0]


def load_shipped_face() -> None:
    """Makes the shipped reading face known to Qt; does nothing when it is known already."""
    if SHIPPED in QFontDatabase.families():
        return
    folder = resource("fonts", "noto-serif")
    for file in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def platform_key() -> str:
    """The name under which the tokens keep the faces of this system."""
    return {"darwin": "macos", "win32": "windows"}.get(sys.platform, "linux")


def choose_faces(reading: Sequence[str], ui: Sequence[str], *, x_height: float, sizes: Sequence[int]) -> Faces:
    """Picks the reading face and its size from what this system holds."""
    load_shipped_face()
    family = first_held(reading, QFontDatabase.families())
    body = nearest_size([(size, x_height_of(family, size)) for size in sizes], x_height)
    general = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return Faces(ui=(*general.families(), *ui), reading=(family, *reading), body_size=body)


def x_height_of(family: str, size: int) -> float:
    """The height of a small x in pixels, without hinting."""
    font = QFont(family)
    font.setPixelSize(size * 16)  # measured large: hinting rounds small letters to whole pixels
    return QFontMetricsF(font).xHeight() / 16


def scaled(value: int, body: float, standard: int) -> int:
    """A size of the tokens, which are drawn for a body of ``standard`` px, for a body of ``body`` px."""
    return max(1, math.floor(value * body / standard + 0.5))
