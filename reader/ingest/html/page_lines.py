"""The lines of a whole page, each with what its place in the tree says: in a menu, in a picture, all of it links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.html.fragments import BLOCKS, LASTING, ROLES, tidy
from reader.ingest.html.hidden import attributes_of, is_hidden_by
from reader.ingest.html.pictures import Pictures, names_of
from reader.ingest.html.tables import is_data_table, rows_of

_OUTSIDE_TAGS = frozenset(("nav", "footer", "menu", "form", "dialog"))
_OUTSIDE_ROLES = frozenset(("navigation", "dialog", "alertdialog", "contentinfo", "search", "menu"))
_OUTSIDE = re.compile(
    r"(?:^|[\s_-])(?:(?:nav(?:bar|igation)?|menu|footer|breadcrumbs?|comments?(?:-?list|-?area)?|disqus\w*|related\w*"
    r"|recommend\w*|recirc\w*|most-?(?:read|popular|viewed)|popular|trending|newsletter\w*|subscri(?:be|ption)\w*|signup"
    r"|sign-up|share\w*|social\w*|sidebar|cookie\w*|consent\w*|outbrain|taboola|read-?(?:more|next|also)|teasers?|promo\w*"
    r"|more-?(?:stories|news|on|from)|advert\w*|sponsored|tag-?(?:list|links?|cloud)|keywords|paywall|piano|login"
    r"|author-?(?:bio|box|card|info)|bio|about-?author|also-?read|see-?also|lire-?aussi|artigos-?relacionados"
    r"|relacionad[ao]s|correlat[aei]|verwandt\w*|toolbar|tools|print-?only|pagination|pager|onetrust\w*|didomi\w*"
    r"|usercentrics\w*|qc-cmp\w*|gdpr\w*)(?:$|[\s_-])"
    # WordPress calls its stories "tag-harbor topic-fish": only the bare word is a box of tags.
    r"|(?:ads?|tags?|topics?)(?:$|\s))"
)
_SHORTEST_ALT = 30  # code points


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
    letters: str = field(init=False, repr=False, compare=False)
    """What is left of its words when they are compared, which is done again and again."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", letters_of(self.text))


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A line of the story."""

    role: BlockRole
    text: str
    shown: tuple[int, ...] = ()
    """Its number among the lines of the page, from 0; several where it was put together, none where none shows it."""


def letters_of(words: str) -> str:
    """What is left of words when they are compared."""
    return "".join(filter(str.isalnum, words)).casefold()


def page_lines(root: etree._Element) -> tuple[PageLine, ...]:
    """The lines below an element in order. At most 256 elements deep."""
    reading = _Reading(root)
    reading.read(root, BlockRole.BODY, (), is_link=False)
    reading.end_line(BlockRole.BODY, ())
    return tuple(reading.lines)


_Places = tuple[etree._Element, ...]


class _Reading:
    """The lines read so far, and the words of the line that is not ended yet."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[PageLine] = []
        self._words: list[str] = []
        self._linked = 0
        self._block = root
        self._pictures = Pictures()
        self._known: dict[str, bool] = {}  # the elements of a page have few different names

    def read(self, element: etree._Element, role: BlockRole, outside: _Places, *, is_link: bool) -> None:
        tag, attributes = element.tag, attributes_of(element)
        if is_hidden_by(tag, attributes, element):
            return
        is_block = tag in BLOCKS
        if is_block:
            self.end_line(role, outside)
        before, inner = self._block, role
        if is_block:
            self._block = element
            inner = role if role in LASTING or role is BlockRole.CREDIT else _role(element, role)
        named = names_of(attributes) if attributes else ""
        is_outside = tag in _OUTSIDE_TAGS or attributes.get("role") in _OUTSIDE_ROLES
        if is_outside or (named and tag not in _WHOLE and self._is_outside(named)):
            outside = (*outside, element)
        at_picture = self._pictures.role_of(element, named, inner) if named else None
        if at_picture is not None:
            self.end_line(role, outside)
            inner, is_block = at_picture, True
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

    def _is_outside(self, named: str) -> bool:
        found = self._known.get(named)
        if found is None:
            found = self._known[named] = _OUTSIDE.search(named) is not None
        return found

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
_WHOLE = frozenset(("html", "body", "main", "article", "h1"))
