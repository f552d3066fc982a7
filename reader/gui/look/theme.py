"""A theme: every colour, size, font and icon of the window, by the names that tokens.json gives them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QColor, QFont, QIcon, QPalette

from reader.core.kinds import Kind
from reader.gui.look.fonts import Faces, choose_faces, platform_key, scaled
from reader.gui.look.icons import make_icon
from reader.paths import resource

SMALLEST, LARGEST = 9, 40
"""Body text in pixels, however far the reader zooms."""


class Theme:
    """One set of colours over the common sizes. It never changes; another theme is another object."""

    def __init__(self, name: str, tokens: Mapping[str, Any], faces: Faces) -> None:
        self.name = name
        self._tokens = tokens
        self._colours = tokens["themes"][name]
        self._faces = faces
        self._palette: QPalette | None = None
        self._icons: dict[tuple[str, str, int], QIcon] = {}

    def colour(self, token: str) -> QColor:
        """The colour of a token ("paper", "text_secondary")."""
        return QColor(self._colours[token])

    def line(self, family: str) -> QColor:
        """The colour of the line under the marks of a family ("person")."""
        return QColor(self._colours["mark_line"][family])

    def tint(self, family: str) -> QColor:
        """The ground of the hovered or chosen marks of a family; transparent for quantities."""
        found = self._colours["mark_tint"].get(family)
        return QColor(found) if found else QColor(0, 0, 0, 0)

    def family(self, kind: Kind) -> str:
        """The family of marks to which a kind belongs."""
        return str(self._tokens["marks"]["kinds"][kind.value])

    def size(self, *path: str) -> Any:
        """A number (or group of numbers) of ``sizes``, in logical pixels."""
        return self.token("sizes", *path)

    def token(self, *path: str) -> Any:
        """Anything in tokens.json."""
        found: Any = self._tokens
        for key in path:
            found = found[key]
        return found

    def font(self, style: str, zoom: int = 0) -> QFont:
        """The font of a style of ``type``; ``zoom`` is for the styles of the page, in px of the body."""
        spec = self._tokens["type"][style]
        font = QFont()
        font.setFamilies(list(self._faces.reading if spec["font"] == "reading" else self._faces.ui))
        font.setPixelSize(self._scaled(spec["font"], spec["size"], zoom))
        font.setWeight(QFont.Weight(spec["weight"]))
        if "letter_spacing" in spec:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spec["letter_spacing"])
        if spec["font"] == "ui":
            font.setFeature(QFont.Tag("tnum"), 1)  # figures of one width; faces without them ignore it
        return font

    def line_height(self, style: str, zoom: int = 0) -> int:
        """The step from one line to the next in pixels."""
        spec = self._tokens["type"][style]
        return self._scaled(spec["font"], spec["line"], zoom)

    def icon(self, name: str, token: str = "text", size: int = 20) -> QIcon:
        """An icon in the colour of a token, made once for this theme."""
        key = (name, token, size)
        if key not in self._icons:
            self._icons[key] = make_icon(name, self.colour(token), self.colour("disabled"), size)
        return self._icons[key]

    def palette(self) -> QPalette:
        """The palette for the application, to be kept or changed by whoever asks."""
        if self._palette is None:
            self._palette = self._make_palette()
        return QPalette(self._palette)

    def _make_palette(self) -> QPalette:
        palette = QPalette()
        roles = dict(self._tokens["palette"])
        disabled = self.colour(roles.pop("disabled"))
        for role, token in roles.items():
            palette.setColor(QPalette.ColorRole[role], self.colour(token))
        for role in ("WindowText", "Text", "ButtonText", "PlaceholderText"):
            palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole[role], disabled)
        return palette

    def _scaled(self, face: str, value: int, zoom: int) -> int:
        standard = int(self._tokens["type"]["body"]["size"])
        start = self._faces.body_size if face == "reading" else standard
        body = min(max(start + zoom, SMALLEST), LARGEST)
        return scaled(value, body, standard)


def load_theme(name: str) -> Theme:
    """The theme with this name ("light", "dark", "sepia", "contrast"); a QGuiApplication must exist."""
    tokens = json.loads(resource("design", "tokens.json").read_text("utf-8"))
    fonts, measure = tokens["fonts"], tokens["measure"]
    sizes = range(measure["body_min"], measure["body_max"] + 1)
    faces = choose_faces(
        fonts["reading"][platform_key()], fonts["ui"]["fallback"], x_height=measure["x_height"], sizes=sizes
    )
    return Theme(name, tokens, faces)
