"""The lines of a whole page, each with what its place in the tree says: in a menu, in a picture, all of it links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.fragments import BLOCKS, LASTING, ROLES, tidy
from reader.ingest.html.hidden import is_hidden
from reader.ingest.html.tables import is_data_table, rows_of

_CAPTION = re.compile(
    r"caption|cutline|bild(?:unterschrift|text|legende)|legend[ea]?(?![a-z])|pie-?_?(?:de-?_?)?foto|leyenda|didascalia|bijschrift"
    r"|(?:photo|img|image|media|picture|foto)[-_]?_?(?:desc|text|title|info|note|legend)|fotozeile|billedtekst|bildtext"
    r"|fig(?:ure)?-?text|resimalti",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"credit|copyright|photographer|fotograf|bildquelle|bildnachweis|(?:image|photo|picture|media|foto)-?_?(?:source|author|by)",
    re.IGNORECASE,
)
_PICTURES = ("img", "picture", "amp-img", "video", "amp-video", "iframe", "source", "svg", "noscript")
_OUTSIDE_TAGS = frozenset(("nav", "footer", "menu", "form", "dialog"))
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|footer|breadcrumbs?|comments?(?:-?list|-?area)?|disqus\w*|related\w*|recommend\w*"
    r"|recirc\w*|most-?(?:read|popular|viewed)|popular|trending|newsletter\w*|subscri(?:be|ption)\w*|signup|sign-up|share\w*"
    r"|social\w*|sidebar|cookie\w*|consent\w*|outbrain|taboola|read-?(?:more|next|also)|more-?(?:stories|news|on|from)|teasers?"
    r"|promo\w*|advert\w*|ads?|sponsored|tags?|tag-?list|topics?|keywords|paywall|piano|login|author-?(?:bio|box|card|info)"
    r"|bio|about-?author|also-?read|see-?also|lire-?aussi|artigos-?relacionados|relacionad[ao]s|correlat[aei]|verwandt\w*"
    r"|toolbar|tools|print-?only|pagination|pager)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEAR_PICTURE = 4  # ancestors of a caption among which the picture stands
_SHORTEST_ALT = 30
_FRAMES = frozenset("div li td section span p table aside".split())
_FRAME = re.compile(
    r"(?:^|[\s_-])(?:im(?:g|age|agen)|photo|picture|pic|foto|bild|visual|gallery|slideshow|multimedia|figure|wp-caption|thumb)",
    re.IGNORECASE,
)
_FRAMED = 700  # code points that stand with a picture in a frame of its own
_WORDY = 1500  # code points of an element that is more than a picture with its caption


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page."""

    role: BlockRole
    text: str
    block: etree._Element = field(repr=False)
    """The innermost block that it stands in."""
    linked: float = 0.0
    """The share of its code points that are links."""
    outside: tuple[etree._Element, ...] = field(default=(), repr=False)
    """The elements around it of which the tree says that they are no story: menu, footer, related stories …"""


def page_lines(root: etree._Element) -> tuple[PageLine, ...]:
    """The lines below an element in order. At most 256 elements deep."""
    reading = _Reading(root)
    reading.read(root, BlockRole.BODY, (), is_link=False)
    reading.end_line(BlockRole.BODY, ())
    return tuple(reading.lines)


@dataclass(frozen=True, slots=True)
class _Said:
    """What the names that a page gives an element say of it."""

    outside: bool
    caption: bool
    credit: bool
    frame: bool


_Places = tuple[etree._Element, ...]


class _Reading:
    """The lines read so far, and the words of the line that is not ended yet."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[PageLine] = []
        self._words: list[str] = []
        self._linked = 0
        self._block = root
        self._known: dict[str, _Said] = {}  # the elements of a page have few different names

    def read(self, element: etree._Element, role: BlockRole, outside: _Places, *, is_link: bool) -> None:
        tag = element.tag
        if is_hidden(element):
            return
        is_block = tag in BLOCKS
        if is_block:
            self.end_line(role, outside)
        before, inner = self._block, role
        if is_block:
            self._block = element
            inner = role if role in LASTING or role is BlockRole.CREDIT else _role(element, role)
        said = self._said_by(element)
        if tag in _OUTSIDE_TAGS or (said.outside and tag not in _WHOLE):
            outside = (*outside, element)
        if inner is not BlockRole.CREDIT and _is_at_picture(element, said, inner):
            self.end_line(role, outside)
            inner = BlockRole.CREDIT if said.credit else BlockRole.CAPTION
            is_block = True
        so_far = len(self.lines)
        if tag == "table" and is_data_table(element):
            self._read_rows(element, outside)
        else:
            is_link = is_link or tag == "a"
            self._add(element.text, is_link)
            for child in element:
                self.read(child, inner, outside, is_link=is_link)
                self._add(child.tail, is_link)
        if is_block:
            self.end_line(inner, outside)
            if tag == "figure" and not any(line.role is BlockRole.CAPTION for line in self.lines[so_far:]):
                self._read_alt(element, outside)
            self._block = before

    def _said_by(self, element: etree._Element) -> _Said:
        found = element.get
        named = " ".join(filter(None, (found("class"), found("id"), found("itemprop"), found("data-testid"))))
        said = self._known.get(named)
        if said is None:
            patterns = (_OUTSIDE, _CAPTION, _CREDIT, _FRAME)
            said = self._known[named] = _Said(*(pattern.search(named) is not None for pattern in patterns))
        return said

    def _read_alt(self, figure: etree._Element, outside: _Places) -> None:
        """The words that stand for the picture of a figure without a caption, where they make a sentence."""
        words = next((tidy([alt]) for img in figure.iter("img", "amp-img") if (alt := img.get("alt"))), "")
        if len(words) >= _SHORTEST_ALT and words.count(" ") >= 4:
            self.lines.append(PageLine(BlockRole.CAPTION, words, figure, 0.0, outside))

    def end_line(self, role: BlockRole, outside: _Places) -> None:
        if not self._words:
            return
        line = tidy(self._words)
        if line:
            self.lines.append(PageLine(role, line, self._block, min(1.0, self._linked / len(line)), outside))
        self._words.clear()
        self._linked = 0

    def _add(self, text: str | None, is_link: bool) -> None:
        if text and (self._words or not text.isspace()):
            self._words.append(text)
            if is_link:
                self._linked += len(" ".join(text.split()))

    def _read_rows(self, table: etree._Element, outside: _Places) -> None:
        for cells in rows_of(table):
            row = " ".join(filter(None, (tidy(map(str, cell.itertext())) for cell in cells)))
            if row:
                self.lines.append(PageLine(BlockRole.TABLE, row, table, 0.0, outside))


def _role(element: etree._Element, role: BlockRole) -> BlockRole:
    """The role that a tag gives; but an item that holds a heading or paragraphs places a story, and lists nothing."""
    if element.tag == "li" and len(list(element.iterdescendants("p", "h1", "h2", "h3"))) > 1:
        return role
    return ROLES.get(str(element.tag), role)


# A wrapper of the whole page may be called "sidebar-right" or "has-comments".
_WHOLE = frozenset(("html", "body", "main", "article", "h1", "p"))


def _is_at_picture(element: etree._Element, said: _Said, role: BlockRole) -> bool:
    """Whether the names of an element say that it is the caption or the credit of a picture, and one stands near."""
    if role is BlockRole.CAPTION:
        return said.credit
    if said.frame and element.tag in _FRAMES and next(element.iter("img", "picture", "amp-img"), None) is not None:
        return role is BlockRole.BODY and len(tidy(map(str, element.itertext()))) < _FRAMED
    if not (said.caption or said.credit):
        return False
    above: etree._Element | None = element
    for _ in range(_NEAR_PICTURE):
        above = above.getparent() if above is not None else None
        if above is None or above.tag in ("body", "html"):
            return False
        if above.tag == "figure":
            return True
        if next(above.iter(*_PICTURES), None) is not None:
            return len("".join(map(str, above.itertext()))) < _WORDY
    return False
