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
    outside: bool = False
    """Whether the tree says that it is no part of a story: menu, footer, related stories, comments …"""


def page_lines(root: etree._Element) -> tuple[PageLine, ...]:
    """The lines below an element in order. At most 256 elements deep."""
    reading = _Reading(root)
    reading.read(root, BlockRole.BODY, outside=False, is_link=False)
    reading.end_line(BlockRole.BODY, outside=False)
    return tuple(reading.lines)


class _Reading:
    """The lines read so far, and the words of the line that is not ended yet."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[PageLine] = []
        self._words: list[str] = []
        self._linked = 0
        self._block = root

    def read(self, element: etree._Element, role: BlockRole, *, outside: bool, is_link: bool) -> None:
        tag = element.tag
        if is_hidden(element):
            return
        is_block = tag in BLOCKS
        if is_block:
            self.end_line(role, outside=outside)
        before, inner = self._block, role
        if is_block:
            self._block = element
            inner = role if role in LASTING or role is BlockRole.CREDIT else _role(element, role)
        outside = outside or tag in _OUTSIDE_TAGS
        named = _named(element)
        if named:
            outside = outside or (tag not in _WHOLE and _OUTSIDE.search(named) is not None)
            if inner is not BlockRole.CREDIT and _is_at_picture(element, named, inner):
                self.end_line(role, outside=outside)
                inner = BlockRole.CREDIT if _CREDIT.search(named) else BlockRole.CAPTION
                is_block = True
        if tag == "table" and is_data_table(element):
            self._read_rows(element, outside=outside)
        else:
            is_link = is_link or tag == "a"
            self._add(element.text, is_link)
            for child in element:
                self.read(child, inner, outside=outside, is_link=is_link)
                self._add(child.tail, is_link)
        if is_block:
            self.end_line(inner, outside=outside)
            self._block = before

    def end_line(self, role: BlockRole, *, outside: bool) -> None:
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

    def _read_rows(self, table: etree._Element, *, outside: bool) -> None:
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


def _named(element: etree._Element) -> str:
    found = element.get
    return " ".join(filter(None, (found("class"), found("id"), found("itemprop"), found("data-testid"))))


def _is_at_picture(element: etree._Element, named: str, role: BlockRole) -> bool:
    """Whether the name of an element says that it is the caption or the credit of a picture, and one stands near."""
    if role is BlockRole.CAPTION:
        return _CREDIT.search(named) is not None
    if not (_CAPTION.search(named) or _CREDIT.search(named)):
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
