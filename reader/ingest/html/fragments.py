"""The lines of marked-up text that is all content (an item of a feed, a mail, a chapter), each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.html.hidden import is_hidden
from reader.ingest.html.tables import is_data_table, rows_of
from reader.ingest.markup import parse_html

ROLES = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockRole.SUBHEAD) | {
    "li": BlockRole.LIST,
    "dt": BlockRole.LIST,
    "dd": BlockRole.LIST,
    "blockquote": BlockRole.QUOTE,
    "figcaption": BlockRole.CAPTION,
    "caption": BlockRole.CAPTION,
}
# What stands on lines of its own.
BLOCKS = frozenset(
    "address article aside body br center details div dl fieldset figure footer form header hr html legend main menu "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
) | frozenset(ROLES)
# A role that the lines inside keep, whatever they are themselves: the paragraphs of a quotation, of a list.
LASTING = (BlockRole.LIST, BlockRole.QUOTE, BlockRole.CAPTION)
_ANY_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))})[\s/>]", re.IGNORECASE)


def fragment_lines(html: str) -> tuple[tuple[BlockRole, str], ...]:
    """The lines of a fragment: headings, list items, quotations, table rows, captions, and body lines.

    White space is made single, hidden elements and what is no text (scripts, styles, buttons) are gone. A fragment
    without any block is plain text, in which blank lines part the paragraphs.
    """
    if not _ANY_BLOCK.search(html):
        html = re.sub(r"\r?\n\s*?\r?\n", "<br>", html)
    return lines_of(parse_html(html))


def lines_of(root: etree._Element) -> tuple[tuple[BlockRole, str], ...]:
    """The lines below an element, in order."""
    reading = _Reading()
    reading.read(root, BlockRole.BODY, is_pre=False)
    reading.end_line(BlockRole.BODY)
    return tuple(reading.lines)


def tidy(words: Iterable[str]) -> str:
    """Words as one canonical line with single spaces."""
    return " ".join(canonical("".join(words)).split())


class _Reading:
    """The lines read so far, and the words of the line that is not ended yet. At most 256 elements deep."""

    def __init__(self) -> None:
        self.lines: list[tuple[BlockRole, str]] = []
        self._words: list[str] = []

    def read(self, element: etree._Element, role: BlockRole, *, is_pre: bool) -> None:
        tag = element.tag
        if is_hidden(element):
            return
        if tag == "table" and is_data_table(element):
            self._read_rows(element, role)
            return
        is_block = tag in BLOCKS
        if is_block:
            self.end_line(role)
        inner = role if role in LASTING else ROLES.get(str(tag), role)
        is_pre = is_pre or tag == "pre"
        self._add(element.text, inner, is_pre=is_pre)
        for child in element:
            self.read(child, inner, is_pre=is_pre)
            self._add(child.tail, inner, is_pre=is_pre)
        if is_block:
            self.end_line(inner)

    def end_line(self, role: BlockRole) -> None:
        if not self._words:
            return
        line = tidy(self._words)
        self._words.clear()
        if line:
            self.lines.append((role, line))

    def _add(self, text: str | None, role: BlockRole, *, is_pre: bool) -> None:
        if not text:
            return
        if not is_pre:
            self._words.append(text)
            return
        first, *others = text.split("\n")
        self._words.append(first)
        for other in others:
            self.end_line(role)
            self._words.append(other)

    def _read_rows(self, table: etree._Element, role: BlockRole) -> None:
        self.end_line(role)
        for caption in table.iterchildren("caption"):
            self.lines.extend((BlockRole.CAPTION, line) for _, line in lines_of(caption))
        for cells in rows_of(table):
            texts = [" ".join(line for _, line in lines_of(cell)) for cell in cells]
            row = " ".join(filter(None, texts))
            if row:
                self.lines.append((BlockRole.TABLE, row))
