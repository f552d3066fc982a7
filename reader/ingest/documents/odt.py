"""OpenDocument texts (ODT): headings, paragraphs, lists, tables, notes."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.ingest.documents.package import Package, opened
from reader.ingest.documents.stories import lines_of_table, make_document, tidy_lines
from reader.ingest.documents.told import authors_of, made_on, title_of
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original
from reader.ingest.xml import children, elements, local_name, parse_xml, words

_TEXT = "application/vnd.oasis.opendocument.text"
_ROLES = {
    "title": BlockRole.HEADLINE,
    "subtitle": BlockRole.SUBHEAD,
    "author": BlockRole.BYLINE,
    "quotations": BlockRole.QUOTE,
    "caption": BlockRole.CAPTION,
    "illustration": BlockRole.CAPTION,
}
_SKIPPED = frozenset(("annotation", "tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls"))
_LINE_BREAKS = ("line-break",)


def read_odt(original: Original, hints: Hints) -> Iterator[Found]:
    """The article of an OpenDocument text; none where it holds no text. Raises Trouble, also for tables and slides."""
    with opened(original) as package:
        if _TEXT.encode() not in package.read("mimetype")[:200]:
            raise Trouble("unsupported", package.name, "OpenDocument (no text)")
        root = parse_xml(package.read("content.xml"), package.name)
        parents = _parents(root)
        body = next(elements(root, "text"), None)
        lines = [] if body is None else list(_lines(body, parents, BlockRole.BODY))
        told, made = _properties(package, hints)
    found = make_document(lines, told, original, hints, made)
    if found is not None:
        yield found


def _lines(parent: etree._Element, parents: dict[str, str], role: BlockRole) -> Iterator[RoledLine]:
    for child in parent:
        name = local_name(child)
        if name == "h":
            yield from ((BlockRole.SUBHEAD, line) for line in tidy_lines(_text(child)))
        elif name == "p":
            own = _role(child, parents) if role is BlockRole.BODY else role
            yield from ((own, line) for line in tidy_lines(_text(child)))
            for inner in elements(child, "text-box", "note-body"):
                yield from _lines(inner, parents, BlockRole.LIST if local_name(inner) == "note-body" else role)
        elif name == "table":
            cells = (children(row, "table-cell") for row in elements(child, "table-row"))
            yield from lines_of_table([[list(_lines(cell, parents, role)) for cell in row] for row in cells])
        elif name == "list":
            yield from _lines(child, parents, BlockRole.LIST)
        elif name not in _SKIPPED:
            yield from _lines(child, parents, role)


def _text(paragraph: etree._Element) -> str:
    """The words of a paragraph without those of notes and boxes, which are lines of their own."""
    parts = [paragraph.text or ""]
    for child in paragraph:
        name = local_name(child)
        if name in ("s", "tab"):
            parts.append(" ")
        elif name in _LINE_BREAKS:
            parts.append("\n")
        elif name not in ("note", "frame", *_SKIPPED):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _role(paragraph: etree._Element, parents: dict[str, str]) -> BlockRole:
    """The role of the style, or of the one from which the program made it ("P1" is made from "Title")."""
    style = _attribute(paragraph, "style-name")
    for _ in range(5):
        if role := _ROLES.get(style.lower()):
            return role
        style = parents.get(style, "")
    return BlockRole.BODY


def _parents(root: etree._Element) -> dict[str, str]:
    return {_attribute(style, "name"): _attribute(style, "parent-style-name") for style in elements(root, "style")}


def _properties(package: Package, hints: Hints) -> tuple[Facts, Facts]:
    root = package.beside("meta.xml")
    told = {local_name(element): words(element) for element in root.iter(etree.Element)} if root is not None else {}
    byline = authors_of(told.get("initial-creator", "") or told.get("creator", ""))
    made = made_on(told.get("creation-date", ""), hints.today)
    return Facts(headline=title_of(told.get("title", "")), byline=byline), Facts(published=made)


def _attribute(element: etree._Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), "")
