"""Zotero's RDF, and other RDF that describes things with a title: references to bookmarks, their notes as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from lxml import etree

from reader.ingest.exports.references import read_references, reference
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.tables.entries import Entry
from reader.ingest.xml import children, elements, local_name, parse_xml, words

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_NO_ITEMS = ("attachment", "note", "annotation")
_LISTS = ("seq", "bag", "list", "collection", "memo", "attachment", "person", "agent")
_NAMES = {"surname": 1, "familyname": 1, "lastname": 1, "givenname": 0, "firstname": 0, "givennames": 0}


def read_zotero_rdf(original: Original, hints: Hints) -> Parsed:
    """A bookmark for each item of a collection. Raises Trouble where the file is no XML."""
    root = parse_xml(original.data, original.path)
    about = {str(name): element for element in root if (name := element.get(f"{_RDF}about"))}
    yield from read_references(_items(root), partial(_entry, about=about), _written, original, hints)


def _items(root: etree._Element) -> Iterator[etree._Element]:
    """What stands for itself: no attachment, no note, and no newspaper that is only there for its articles."""
    parts = elements(root, "ispartof", "isreferencedby", "link")
    named = {part.get(f"{_RDF}resource") for part in parts}
    for element in _described(root):
        kind = _first(element, "itemtype")
        if kind in _NO_ITEMS or local_name(element) in _LISTS or not local_name(element):
            continue
        if kind or (element.get(f"{_RDF}about") not in named and _first(element, "title")):
            yield element


def _described(root: etree._Element) -> Sequence[etree._Element]:
    """What the file describes: below its root, or further in where nothing there has a title."""
    top = [element for element in root if _first(element, "title", "itemtype")]
    return top or [element for element in root.iter(etree.Element) if _first(element, "title")]


def _entry(item: etree._Element, about: dict[str, etree._Element]) -> Entry:
    within = next((_meant(part, about) for part in children(item, "ispartof", "publicationtitle")), None)
    publication = _first(within, "title") or words(within) if within is not None else ""
    return reference(
        title=_first(item, "title", "name", "shorttitle", "subject"),
        authors=list(_authors(item)),
        publication=publication or _first(item, "publicationtitle") or _publisher(item),
        date=_first(item, "date", "issued", "created", "datesubmitted"),
        urls=list(_urls(item, about)),
        notes=list(_notes(item, about)),
        language=_first(item, "language"),
        name=item.get(f"{_RDF}about") or "",
    )


def _first(parent: etree._Element | None, *names: str) -> str:
    if parent is None:
        return ""
    found = (words(child) for name in names for child in children(parent, name))
    told = next((text for text in found if text), "")
    return told or next((" ".join(value.split()) for name in names for value in _attributes(parent, name)), "")


def _attributes(element: etree._Element, name: str) -> Iterator[str]:
    """RDF may write a property as an attribute: dc:title="…"."""
    return (
        str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2].lower() == name and value
    )


def _meant(part: etree._Element, about: dict[str, etree._Element]) -> etree._Element:
    """What a part names, whether it stands inside it or elsewhere in the file."""
    elsewhere = about.get(part.get(f"{_RDF}resource") or "")
    return elsewhere if elsewhere is not None else next(iter(part), part)


def _authors(item: etree._Element) -> Iterator[str]:
    for listed in children(item, "authors", "creator", "author", "reporters", "contributors"):
        people = list(elements(listed, "person", "agent", "description"))
        if not people and (name := words(listed)):
            yield name
        for person in people:
            parts = sorted((_NAMES[local_name(child)], words(child)) for child in person if local_name(child) in _NAMES)
            yield " ".join(name for _, name in parts) or _first(person, "name") or words(person)


def _publisher(item: etree._Element) -> str:
    return next((found for child in children(item, "publisher") for found in (_name_in(child),) if found), "")


def _name_in(element: etree._Element) -> str:
    name = next(elements(element, "name"), None)
    return words(name if name is not None else element)


def _urls(item: etree._Element, about: dict[str, etree._Element]) -> Iterator[str]:
    for child in children(item, "identifier", "uri", "url", "source", "homepage", "page"):
        yield words(child) or child.get(f"{_RDF}resource") or ""
    yield item.get(f"{_RDF}about") or ""
    for link in children(item, "link"):
        attached = about.get(link.get(f"{_RDF}resource") or "")
        if attached is not None:
            yield from (words(child) for child in children(attached, "identifier"))


def _notes(item: etree._Element, about: dict[str, etree._Element]) -> Iterator[str]:
    yield _first(item, "abstract", "description")
    for child in children(item, "isreferencedby"):
        memo = _meant(child, about)
        yield "".join(map(str, memo.itertext())).strip() if memo is not child else ""


def _written(item: etree._Element) -> bytes:
    """An item as a file of its own."""
    xml = etree.tostring(item, with_tail=False, encoding="utf-8")
    return b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' + xml + b"</rdf:RDF>\n"
