"""Building the document of an article: one block a paragraph, one format a style, and the map to the text."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from reader.core.spans import Span
from reader.gui.page.mapping import TextMap, showable
from reader.gui.page.paragraphs import Paragraph
from reader.gui.page.styles import PageStyles


@dataclass(frozen=True, slots=True)
class Built:
    """A document, and what stands in each of its blocks."""

    document: QTextDocument
    paragraphs: tuple[Paragraph, ...]
    map: TextMap

    def paragraph(self, block: QTextBlock) -> Paragraph | None:
        """What a block shows; none in an empty document."""
        number = block.blockNumber()
        return self.paragraphs[number] if number < len(self.paragraphs) else None

    def words(self, start: int, end: int) -> str:
        """The words between two positions: those of the text, or else those of the one line that holds them."""
        words = self.map.words(start, end)
        block = self.document.findBlock(start)
        paragraph = self.paragraph(block)
        if words or paragraph is None or paragraph.span is not None:
            return words
        own = TextMap(paragraph.words, [(Span(0, len(paragraph.words)), block.position())])
        return own.words(start, end)


def empty_document(parent: QObject) -> QTextDocument:
    """A document without margins of its own. One is filled again and again: a new one costs a third more time."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    return document


def build(document: QTextDocument, text: str, paragraphs: tuple[Paragraph, ...], styles: PageStyles) -> Built:
    """Fills a document anew. It is laid out only as far as it is seen."""
    size = document.pageSize()
    document.setPageSize(QSizeF(0, 0))  # Qt lays out a change whole, but a page of a new size bit by bit
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    pieces: list[tuple[Span, int]] = []
    for number, paragraph in enumerate(paragraphs):
        below = paragraphs[number + 1].style if number + 1 < len(paragraphs) else None
        _begin(cursor, paragraph, below, styles, first=not number)
        if paragraph.span is not None:
            pieces.append((paragraph.span, cursor.position()))
        _write(cursor, paragraph, styles)
    cursor.endEditBlock()
    document.setPageSize(size)
    return Built(document, paragraphs, TextMap(text, pieces))


def recolour(built: Built, styles: PageStyles) -> None:
    """Gives the letters the formats of other styles of the same sizes."""
    cursor = QTextCursor(built.document)
    cursor.beginEditBlock()
    block = built.document.firstBlock()
    for paragraph in built.paragraphs:
        if styles[paragraph.style].colour != "text":
            _dress(cursor, block.position(), block.position() + block.length() - 1, paragraph.style, styles)
        if paragraph.opening and paragraph.span is not None:
            units = built.map.units(paragraph.span.start, paragraph.span.start + paragraph.opening)
            _dress(cursor, block.position(), block.position() + units, "dateline", styles)
        block = block.next()
    cursor.endEditBlock()


def _begin(cursor: QTextCursor, paragraph: Paragraph, below: str | None, styles: PageStyles, *, first: bool) -> None:
    block_format = styles.block_format(paragraph.style, below, continued=paragraph.continued)
    char_format = styles.char_format(paragraph.style)
    if first:
        cursor.setBlockFormat(block_format)
        cursor.setBlockCharFormat(char_format)
    else:
        cursor.insertBlock(block_format, char_format)


def _write(cursor: QTextCursor, paragraph: Paragraph, styles: PageStyles) -> None:
    opening, rest = paragraph.words[: paragraph.opening], paragraph.words[paragraph.opening :]
    if opening:
        cursor.insertText(showable(opening), styles.char_format("dateline"))
    cursor.insertText(showable(rest), styles.char_format(paragraph.style))


def _dress(cursor: QTextCursor, start: int, end: int, style: str, styles: PageStyles) -> None:
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(styles.char_format(style))
