"""Tagged PDF: what browsers and word processors tell of their headings, paragraphs and links, as HTML again.

A page that a browser printed is a page all the same: menus, teasers and footers stand around the story, and who tells
them apart in a saved page does so here. Types are those of ISO 32000-1, 14.8.4, and of PDF 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from reader.ingest.documents.pdf_head import head_of
from reader.ingest.documents.pdf_margins import Margins
from reader.ingest.documents.pdf_records import Element, Page, Run

_TAGS = {
    "Document": "div", "DocumentFragment": "div", "Part": "div", "Sect": "section", "Div": "div", "Art": "article",
    "P": "p", "H": "h2", "H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "H5": "h5", "H6": "h6", "Title": "h1",
    "L": "ul", "LI": "li", "LBody": "div", "TOC": "ul", "TOCI": "li", "Index": "nav", "Link": "a", "Figure": "figure",
    "Caption": "figcaption", "Aside": "aside", "BlockQuote": "blockquote", "Quote": "q", "Table": "table", "TR": "tr",
    "TH": "th", "TD": "td", "THead": "thead", "TBody": "tbody", "TFoot": "tfoot", "Strong": "strong", "Em": "em",
    "Code": "code", "Span": "span", "Note": "aside", "FENote": "aside", "Sub": "span",
}  # fmt: skip
_LEFT_OUT = frozenset(("Lbl", "Form", "Artifact"))
"""Bullets, buttons and fields, running heads."""
_WHOLE = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "a", "q", "strong", "em"))
"""Tags in which a new line of print is no new line of text."""
_INLINE = frozenset(("a", "q", "strong", "em", "code", "span"))
_WORD_GAP = 0.12  # heights of a line
_FULL = 0.85  # of the width; a line that ends before it is the last of its paragraph
_ENDS = (".", "!", "?", "…", ":", "”", '"', "»", "。", "！", "？", "」", "।", "؟", "۔")


@dataclass(slots=True)
class Node:
    """An element of the page that is made anew; its words stand among its parts."""

    tag: str
    parts: list[Node | str] = field(default_factory=list)
    lines: list[Run] = field(default_factory=list)
    """The first and the last line of print in it."""

    def words(self) -> Iterator[str]:
        """All the words in it, in order."""
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part.words()


def marked_share(pages: Sequence[Page]) -> float:
    """Which part of the letters belongs to a tag: a document may say that it is tagged and hold one empty tag."""
    every = sum(len(run.text) for page in pages for run in page.runs)
    marked = 0
    for page in pages:
        known = {mark for root in page.tags for mark in _marks(root)}
        marked += sum(len(run.text) for run in page.runs if run.mark in known)
    return marked / every if every else 0.0


def html_of(pages: Sequence[Page], title: str, margins: Margins, *, is_page: bool) -> str:
    """The page that was printed. Title and address stand in its head, as they do in a saved page.

    ``is_page``: a browser printed it; browsers divide no words at the ends of lines.
    """
    body = Node("div")
    language = next((root.language for page in pages for root in page.tags if root.language), "")
    before = right = 0.0
    for page in pages:
        before, right = right, max((run.right for run in page.runs), default=0.0)
        printed = _Printed(_lines_by_mark(page, margins.runs), right, not is_page)
        for root in page.tags:
            node = _node(root, printed, whole=False)
            if node is not None:
                _append(body, node, before)
    headings = [" ".join("".join(node.words()).split()) for node in _headings(body)]
    head = head_of(title, margins.address, headings, margins.host)
    return f'<!DOCTYPE html><html lang="{escape(language)}"><head>{head}</head><body>{_written(body)}</body></html>'


def _headings(node: Node) -> Iterator[Node]:
    if node.tag == "h1":
        yield node
        return
    for part in node.parts:
        if isinstance(part, Node):
            yield from _headings(part)


def _marks(element: Element) -> Iterator[int]:
    for part in element.parts:
        if isinstance(part, Element):
            yield from _marks(part)
        else:
            yield part


@dataclass(frozen=True, slots=True)
class _Printed:
    """The lines of print of a page by their marks, and how far to the right they go."""

    lines: dict[int, list[Run]]
    right: float
    divides: bool
    """Whether words are divided at the ends of lines."""


def _lines_by_mark(page: Page, margins: frozenset[Run]) -> dict[int, list[Run]]:
    found: dict[int, list[Run]] = {}
    for run in page.runs:
        if run not in margins:  # a bar that stands fast is printed on every page
            found.setdefault(run.mark, []).append(run)
    return found


def _node(element: Element, printed: _Printed, *, whole: bool) -> Node | None:
    if element.kind in _LEFT_OUT:
        return None
    tag = _TAGS.get(element.kind, "div")
    whole = whole or tag in _WHOLE
    found: list[Node] = []
    for part in element.parts:
        if isinstance(part, Element):
            child = _node(part, printed, whole=whole)
        elif part in printed.lines:
            lines = printed.lines[part]
            child = Node("span", [_joined([run.text for run in lines], printed.divides)], [lines[0], lines[-1]])
        else:
            continue
        if child is not None:
            found.append(child)
    if not found:
        return None
    lines = [line for child in found for line in child.lines]
    ends = [*lines[:1], *lines[-1:]]
    is_whole = whole and all(child.tag in _INLINE for child in found)
    groups = [found] if is_whole else _by_line(found, printed.right)
    if len(groups) == 1 and groups[0][0].tag in _INLINE:
        # Words in a box of their own, or a piece of a sentence: only the line of print can tell.
        return Node("span" if tag == "div" else tag, _spaced(groups[0]), ends)
    parts = [group[0] if group[0].tag not in _INLINE else Node("div", _spaced(group)) for group in groups]
    return Node(tag, list(parts), ends)


def _by_line(nodes: Sequence[Node], right: float) -> list[list[Node]]:
    """Boxes each by itself, words together that stand on one line or go on from a line to the next."""
    groups: list[list[Node]] = []
    for node in nodes:
        if (
            groups
            and node.tag in _INLINE
            and groups[-1][-1].tag in _INLINE
            and not _is_below(groups[-1][-1], node, right)
        ):
            groups[-1].append(node)
        else:
            groups.append([node])
    return groups


def _is_below(before: Node, after: Node, right: float) -> bool:
    """Whether words stand on a line of their own below others that did not fill theirs."""
    if not before.lines or not after.lines:
        return False
    above, below = before.lines[-1], after.lines[0]
    return below.top - above.bottom < 0.5 * above.size and above.right < _FULL * right


def _spaced(nodes: Sequence[Node]) -> list[Node | str]:
    """Words with a space where white paper stands between them."""
    parts: list[Node | str] = []
    for at, node in enumerate(nodes):
        before = nodes[at - 1] if at else None
        if before is not None and before.lines and node.lines:
            above, below = before.lines[-1], node.lines[0]
            is_below = min(above.top, below.top) - max(above.bottom, below.bottom) < 0.5 * below.size
            is_wide = _is_wide(above.text[-1:]) and _is_wide(below.text[:1])
            if below.left - above.right > _WORD_GAP * below.size or (is_below and not is_wide):
                parts.append(" ")
        parts.append(node)
    return parts


def _joined(texts: Sequence[str], divides: bool) -> str:
    """Lines of print as one line of text; scripts that are written without spaces are joined without."""
    words = ""
    for text in texts:
        bare = words.rstrip()
        after = text.lstrip()
        if not words or (_is_wide(bare[-1:]) and _is_wide(after[:1])):
            words = bare + text
        elif bare.endswith("-") and bare[-2:-1].isalpha() and after[:1].isalpha():
            words = (bare[:-1] if divides and after[:1].islower() else bare) + after
        else:
            words = f"{bare} {after}"
    return words


def _is_wide(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _append(parent: Node, node: Node, right: float) -> None:
    """Add the beginning of a page to the end of the one before: what stands open there goes on here.

    ``right``: how far lines go on the page before.
    """
    last = parent.parts[-1] if parent.parts else None
    if not isinstance(last, Node) or last.tag != node.tag or not _goes_on(last, node, right):
        parent.parts.append(node)
        return
    last.lines = [*last.lines[:1], *node.lines[-1:]]
    first, *others = node.parts
    if isinstance(first, Node) and first.tag not in _INLINE:
        _append(last, first, right)
    else:
        last.parts += (" ", first)
    last.parts += others


def _goes_on(last: Node, node: Node, right: float) -> bool:
    """A box goes on across a page; a paragraph where its last line is full and ends no sentence."""
    if last.tag not in _WHOLE and last.tag != "span":
        return True
    if last.tag in ("h1", "a") or (last.lines and last.lines[-1].right < _FULL * right):
        return False
    before, after = "".join(last.words()).rstrip(), "".join(node.words()).lstrip()
    return bool(before) and not before.endswith(_ENDS) and not (last.tag != "p" and after[:1].isupper())


def _written(node: Node) -> str:
    attributes = ' href="#"' if node.tag == "a" else ""
    parts = [escape(part) if isinstance(part, str) else _written(part) for part in node.parts]
    if node.tag == "span" and any(isinstance(part, Node) for part in node.parts):
        return "".join(parts)
    return f"<{node.tag}{attributes}>{''.join(parts)}</{node.tag}>"
