"""Word documents (DOCX): paragraphs with the roles of their styles, tables, footnotes.

The parts are read here and not by python-docx, which leaves out what stands in content controls, in text boxes and in
tracked insertions, and whose parser takes entities.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.core.kinds import BlockRole
from reader.ingest.documents.package import Package, opened
from reader.ingest.documents.stories import lines_of_table, make_document, tidy_lines
from reader.ingest.documents.told import authors_of, made_on, title_of
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original
from reader.ingest.xml import children, elements, local_name, parse_xml, words

_DOCUMENT = "word/document.xml"
# Names of styles as Word keeps them whatever the language of its window, in small letters.
_ROLES = {
    "title": BlockRole.HEADLINE,
    "headline": BlockRole.HEADLINE,
    "author": BlockRole.BYLINE,
    "byline": BlockRole.BYLINE,
    "date": BlockRole.TIMESTAMP,
    "subtitle": BlockRole.SUBHEAD,
    "quote": BlockRole.QUOTE,
    "intense quote": BlockRole.QUOTE,
    "block text": BlockRole.QUOTE,
}
_LISTS = ("list", "compact")
# A running head is no part of the text; a picture or a field's code holds no words of the story.
_SKIPPED = frozenset(("del", "movefrom", "instrtext", "deltext", "ppr", "rpr", "drawing", "pict", "fallback"))


def read_docx(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of a Word document; none where it holds no text. Raises Trouble."""
    with opened(original) as package:
        styles = _styles(package)
        body = next(elements(parse_xml(package.read(_DOCUMENT), package.name), "body"), None)
        paragraphs = [] if body is None else list(_lines(body, styles))
        paragraphs += _footnotes(package, styles)
        told, made = _properties(package, hints)
    found = make_document(paragraphs, told, original, hints, made)
    if found is not None:
        yield found


def _lines(parent: etree._Element, styles: dict[str, BlockRole]) -> Iterator[RoledLine]:
    """Paragraphs and rows below an element, also those in content controls; text boxes follow their paragraph."""
    for child in parent:
        name = local_name(child)
        if name == "p":
            role = _role(child, styles)
            yield from ((role, line) for line in tidy_lines(_text(child)))
            for box in elements(child, "txbxcontent"):
                if not any(local_name(above) == "fallback" for above in box.iterancestors()):
                    yield from _lines(box, styles)
        elif name == "tbl":
            rows = children(child, "tr")
            yield from lines_of_table([[list(_lines(cell, styles)) for cell in children(row, "tc")] for row in rows])
        elif name in ("sdt", "sdtcontent", "ins", "moveto", "customxml", "smarttag"):
            yield from _lines(child, styles)


def _text(paragraph: etree._Element) -> str:
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name in _SKIPPED:
            continue
        if name == "t":
            parts.append(element.text or "")
        elif name in ("tab", "ptab"):
            parts.append(" ")
        elif name in ("br", "cr"):
            parts.append("\n")
        elif name == "nobreakhyphen":
            parts.append("-")
        else:
            waiting.extend(reversed(element))
    return "".join(parts)


def _role(paragraph: etree._Element, styles: dict[str, BlockRole]) -> BlockRole:
    for properties in children(paragraph, "ppr"):
        style = next((_value(found) for found in children(properties, "pstyle")), "")
        role = styles.get(style, BlockRole.BODY)
        if role is BlockRole.BODY and next(children(properties, "numpr"), None) is not None:
            return BlockRole.LIST
        if next(children(properties, "outlinelvl"), None) is not None and role is BlockRole.BODY:
            return BlockRole.SUBHEAD
        return role
    return BlockRole.BODY


def _styles(package: Package) -> dict[str, BlockRole]:
    """The role of each style that has one, by the id under which paragraphs name it."""
    if not package.has("word/styles.xml"):
        return {}
    found = {}
    for style in elements(parse_xml(package.read("word/styles.xml"), package.name), "style"):
        name = next((_value(element) for element in children(style, "name")), "").lower()
        key = next((value for key, value in style.attrib.items() if str(key).endswith("styleId")), "")
        if role := _role_of_style(name):
            found[str(key)] = role
    return found


def _role_of_style(name: str) -> BlockRole | None:
    if name.startswith("heading"):
        return BlockRole.SUBHEAD
    if name.startswith(_LISTS):
        return BlockRole.LIST
    if name.endswith("caption"):  # also "Image Caption", "Table Caption"
        return BlockRole.CAPTION
    return _ROLES.get(name)


def _footnotes(package: Package, styles: dict[str, BlockRole]) -> list[RoledLine]:
    if not package.has("word/footnotes.xml"):
        return []
    root = parse_xml(package.read("word/footnotes.xml"), package.name)
    return [(BlockRole.LIST, text) for note in elements(root, "footnote") for _, text in _lines(note, styles)]


def _properties(package: Package, hints: Hints) -> tuple[Facts, Facts]:
    """What the properties tell, and the day on which the document was made, which stands below all else."""
    root = package.beside("docProps/core.xml")
    told = {local_name(element): words(element) for element in root} if root is not None else {}
    facts = Facts(headline=title_of(told.get("title", "")), byline=authors_of(told.get("creator", "")))
    return facts, Facts(published=made_on(told.get("created", ""), hints.today))


def _value(element: etree._Element) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("val")), "")
