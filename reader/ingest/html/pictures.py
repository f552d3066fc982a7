"""Captions and credits: which elements of a page their names, and the pictures near them, make either."""

from __future__ import annotations

import re

from lxml import etree

from reader.core.kinds import BlockRole

_CAPTION = re.compile(
    r"caption|cutline|bild(?:unterschrift|text|legende)|legend[ea]?(?![a-z])|pie-?_?(?:de-?_?)?foto|leyenda|didascalia|bijschrift"
    r"|(?:photo|img|image|media|picture|foto)[-_]?_?(?:desc|text|title|info|note|legend)|fotozeile|billedtekst|bildtext"
    r"|fig(?:ure)?-?text|resimalti",
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|fotograf|bildquelle|bildnachweis|(?:image|photo|picture|media|foto)-?_?(?:source|author|by)",
)
_PICTURES = ("img", "picture", "amp-img", "video", "amp-video", "iframe", "source", "svg", "noscript")
_NEAR_PICTURE = 4  # ancestors of a caption among which the picture stands
_FRAMES = frozenset("div li td section span p table aside".split())
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:im(?:g|age|agen)|photo|picture|pic|foto|bild|visual|gallery|slideshow|multimedia|figure|wp-caption|thumb)",
)
_FRAMED = 700  # code points that stand with a picture in a frame of its own
_WORDY = 1500  # code points of an element that is more than a picture with its caption


def names_of(attributes: dict[str, str]) -> str:
    """What a page calls an element: its class, id and the like in one string, in small letters."""
    found = attributes.get
    return " ".join(
        filter(None, (found("class"), found("id"), found("itemprop"), found("property"), found("data-testid")))
    ).lower()


class Pictures:
    """The pictures of one page. What was found out about a name or an element is found out once."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[bool, bool, bool]] = {}
        self._shapes: dict[etree._Element, tuple[bool, int]] = {}

    def role_of(self, element: etree._Element, named: str, role: BlockRole) -> BlockRole | None:
        """CAPTION or CREDIT where the names of an element say so and a picture is near; ``role`` is that around it."""
        said = self._names.get(named)
        if said is None:
            caption, credit = _last(_CAPTION, named), _last(_CREDIT, named)
            # "credit-caption" is a caption with its credit, "caption__credit" the credit of a caption.
            said = (caption >= 0, credit > caption, _FRAME.search(named) is not None)
            self._names[named] = said
        caption, credit, frame = said
        if role is BlockRole.CREDIT or not (caption or credit or frame or element.tag == "figure"):
            return None
        if role is BlockRole.CAPTION:
            return BlockRole.CREDIT if credit else None
        if element.tag == "figure" or (frame and element.tag in _FRAMES):
            has_picture, size = self._shape(element)
            if has_picture:
                return BlockRole.CAPTION if role is BlockRole.BODY and size < _FRAMED else None
        if (caption or credit) and self._is_near(element):
            return BlockRole.CREDIT if credit else BlockRole.CAPTION
        return None

    def _is_near(self, element: etree._Element) -> bool:
        above: etree._Element | None = element
        for _ in range(_NEAR_PICTURE):
            above = above.getparent() if above is not None else None
            if above is None or above.tag in ("body", "html"):
                return False
            if above.tag == "figure":
                return True
            has_picture, size = self._shape(above)
            if has_picture:
                return size < _WORDY
        return False

    def _shape(self, element: etree._Element) -> tuple[bool, int]:
        """Whether an element holds a picture, and about how many code points of text."""
        shape = self._shapes.get(element)
        if shape is None:
            has_picture = next(element.iter(*_PICTURES), None) is not None
            size = len(" ".join("".join(map(str, element.itertext())).split())) if has_picture else 0
            shape = self._shapes[element] = (has_picture, size)
        return shape


def _last(pattern: re.Pattern[str], named: str) -> int:
    """Where the last match of a pattern begins, or -1."""
    return max((found.start() for found in pattern.finditer(named)), default=-1)
