"""The one door for XML: no document type, entity, file or address is ever followed, and no depth is too great.

libxml2 stops at a depth of 256 and refuses what is not well formed. Feeds, agency formats, chapters and documents all
come through here, and what they say is kept wherever it can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from reader.core.reasons import Trouble
from reader.ingest.encoding import decode
from reader.ingest.prolog import without_prolog

MAX_DEPTH = 250
"""Elements inside one another; deeper ones are dissolved, and what they hold is kept. libxml2 ends at 256."""
LONGEST_ENTITY = 200
"""Code points of what an entity of a document's own may stand for."""
MOST_ENTITIES = 10_000
"""References to such entities in one document."""

_ENTITY = re.compile(r"""<!ENTITY\s++(?P<kind>%\s++)?(?P<name>[\w:.-]++)\s++(?:"(?P<two>[^"]*+)"|'(?P<one>[^']*+)')""")
_REFERENCE = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|&(?:([A-Za-z_][\w.:-]{0,60});|(#(?:\d++|[xX][0-9A-Fa-f]++);))?",
    re.DOTALL,
)
_NUMBERED = re.compile(r"#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});")
_OF_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
_TAG = re.compile(
    r"""<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)"""
    r"""|<(?P<end>/?)[A-Za-z_](?:[^<>"'/]++|/(?!>)|"[^"<]*+"|'[^'<]*+'|["'])*+(?P<empty>/?)>""",
    re.DOTALL,
)
_DECLARATION = re.compile(rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
# The encoding standard of the WHATWG, and names that Python does not know.
_WIDER = {"gb2312": "gb18030", "x-gbk": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932"}
_WIDER |= {"euc-kr": "cp949", "ks_c_5601-1987": "cp949", "tis-620": "cp874", "windows-31j": "cp932"}
# XML 1.0 has no way to write these, and no parser takes them.
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000)])


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root of a document, as much of it as can be read. Raises Trouble("damaged-xml"), Trouble("entity-bomb").

    ``name`` is the file for the sentence that tells of the trouble.
    """
    tame = tame_xml(data, name).encode()
    parsers = (_parser(recover=False), _parser(recover=True))
    for parser in parsers:
        try:
            root = etree.fromstring(tame, parser)
        except (etree.LxmlError, ValueError):
            continue
        if root is not None:
            return root
    raise Trouble("damaged-xml", name)


def tame_xml(data: bytes, name: str) -> str:
    """A document from its root element on, for any parser: no document type, no entity, not too deep.

    Characters that HTML has names for are written as themselves; a reference that nothing explains stays as it is
    written. Raises Trouble("entity-bomb") where entities are made of entities.
    """
    text, subset = without_prolog(decode(data, _declared_encoding(data)).translate(_FORBIDDEN))
    text = _without_entities(text, _declared(subset, name), name)
    return "".join(_flattened(text))


def local_name(element: etree._Element) -> str:
    """The name of an element without its namespace or prefix, in small letters; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def elements(root: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element below (and with) ``root`` that has one of these local names, in order."""
    return (element for element in root.iter(etree.Element) if local_name(element) in names)


def children(parent: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every child that has one of these local names."""
    return (child for child in parent if local_name(child) in names)


def words(element: etree._Element | None) -> str:
    """The words of an element and what is inside it, with single spaces; empty for None."""
    return " ".join("".join(map(str, element.itertext())).split()) if element is not None else ""


def bytes_of(element: etree._Element) -> bytes:
    """An element as a document of its own, in UTF-8."""
    return etree.tostring(element, encoding="utf-8", xml_declaration=True, with_tail=False)


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        strip_cdata=True,
    )


def _declared_encoding(data: bytes) -> str:
    """The encoding that the declaration names, or the one that browsers read in its place, for it holds more signs."""
    found = _DECLARATION.match(data[:400])
    named = found[1].decode("ascii").lower() if found is not None else ""
    return _WIDER.get(named, named)


def _declared(subset: str, name: str) -> dict[str, str]:
    """What the entities of a document stand for: short plain words only. An outer file is never one of them."""
    found: dict[str, str] = {}
    for entity in _ENTITY.finditer(subset):
        value = entity["two"] if entity["two"] is not None else entity["one"]
        plain = _NUMBERED.sub("", value.replace("&", ""))
        if entity["kind"]:
            continue
        if len(value) > LONGEST_ENTITY or _REFERENCE.search(value.replace("&#", "")) or "%" in plain:
            raise Trouble("entity-bomb", name)
        found.setdefault(entity["name"], value)
    return found


def _without_entities(text: str, declared: dict[str, str], name: str) -> str:
    used = 0

    def written_out(found: re.Match[str]) -> str:
        nonlocal used
        if found[0][0] != "&":
            return found[0]
        entity = found[1]
        if entity is None:
            return "&amp;" if found[2] is None else found[0] if _is_character(found[2]) else ""
        if entity in _OF_XML:
            return found[0]
        if entity in declared:
            used += 1
            if used > MOST_ENTITIES:
                raise Trouble("entity-bomb", name)
            return declared[entity].replace("<", "&lt;")
        known = html5.get(entity + ";", "")
        return known if known and known not in "<>&\"'" else "&amp;" + found[0][1:]

    return _REFERENCE.sub(written_out, text) if "&" in text else text


def _is_character(reference: str) -> bool:
    """Whether "#233;" or "#xE9;" is a character that XML knows."""
    digits = reference[1:-1].lstrip("xX").lstrip("0")
    if not 0 < len(digits) <= 7:
        return False
    number = int(digits, 16 if reference[1] in "xX" else 10)
    return number <= 0x10FFFF and number not in _FORBIDDEN


def _flattened(text: str) -> Iterator[str]:
    """The parts of a document whose elements stand no deeper than ``MAX_DEPTH``."""
    depth, done = 0, 0
    for tag in _TAG.finditer(text):
        if tag["end"] is None or tag["empty"]:
            continue
        depth += -1 if tag["end"] else 1
        if depth + bool(tag["end"]) > MAX_DEPTH:
            yield text[done : tag.start()]
            done = tag.end()
    yield text[done:]
