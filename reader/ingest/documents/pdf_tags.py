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
from reader.ingest.documents.pdfium import Element, Page, Run

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
_WHOLE = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "a", "q", "strong", "em"))
"""Tags in which a new line of print is no new line of text."""
_INLINE = frozenset(("a", "q", "strong", "em", "code", "span"))
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


def html_of(pages: Sequence[Page], title: str, margins: Margins) -> str:
    """The page that was printed. Title and address stand in its head, as they do in a saved page."""
    body = Node("div")
    language = next((root.language for page in pages for root in page.tags if root.language), "")
    for page in pages:
        printed = _Printed(_lines_by_mark(page, margins.runs), max((run.right for run in page.runs), default=0.0))
        for root in page.tags:
            node = _node(root, printed, whole=False)
            if node is not None:
                _append(body, node, joins=True)
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
    node = Node("span" if tag == "div" and whole else tag)
    for part in element.parts:
        if isinstance(part, Element):
            child = _node(part, printed, whole=whole)
        elif part in printed.lines:
            lines = printed.lines[part]
            child = Node("span", [_joined([run.text for run in lines])], [lines[0], lines[-1]])
        else:
            continue
        if child is None:
            continue
        if not whole and node.parts and _is_new_line(node.parts[-1], child, printed.right):
            node.parts.append(Node("br"))
        node.parts.append(child)
        node.lines = [*node.lines[:1], *child.lines]
    if node.tag == "div" and all(part.tag in _INLINE for part in node.parts if isinstance(part, Node)):
        node.tag = "span"  # words in a box of their own, or a piece of a sentence: only the line of print can tell
    return node if node.parts else None


def _is_new_line(before: Node | str, after: Node, right: float) -> bool:
    """Whether words stand on a line of their own below others that did not fill theirs."""
    if isinstance(before, str) or before.tag not in _INLINE or after.tag not in _INLINE:
        return False
    if not before.lines or not after.lines:
        return False
    above, below = before.lines[-1], after.lines[0]
    return below.top - above.bottom < 0.5 * above.size and above.right < _FULL * right


def _joined(texts: Sequence[str]) -> str:
    """Lines of print as one line of text; scripts that are written without spaces are joined without."""
    words = ""
    for text in texts:
        if words and not words[-1].isspace() and not (_is_wide(words[-1]) and _is_wide(text.lstrip()[:1])):
            words += " "
        words += text
    return words


def _is_wide(letter: str) -> bool:
    return "\u3000" <= letter <= "\u9fff" or "\uff00" <= letter <= "\uffef"


def _append(parent: Node, node: Node, *, joins: bool) -> None:
    """Add the beginning of a page to the end of the one before: what stands open there goes on here."""
    last = parent.parts[-1] if joins and parent.parts else None
    if not isinstance(last, Node) or last.tag != node.tag or not _goes_on(last, node):
        parent.parts.append(node)
        return
    if all(isinstance(part, str) for part in last.parts):
        last.parts.append(" ")
    first, *others = node.parts
    if isinstance(first, Node):
        _append(last, first, joins=True)
    else:
        last.parts.append(" " + first)
    last.parts += others


def _goes_on(last: Node, node: Node) -> bool:
    """A box goes on across a page; a paragraph where its sentence does."""
    if last.tag not in _WHOLE and last.tag != "span":
        return True
    if last.tag in ("h1", "a"):
        return False
    before, after = "".join(last.words()).rstrip(), "".join(node.words()).lstrip()
    return bool(before) and not before.endswith(_ENDS) and not (last.tag != "p" and after[:1].isupper())


def _written(node: Node) -> str:
    if node.tag == "br":
        return "<br>"
    attributes = ' href="#"' if node.tag == "a" else ""
    parts = [escape(part) if isinstance(part, str) else _written(part) for part in node.parts]
    return f"<{node.tag}{attributes}>{''.join(parts)}</{node.tag}>"
