"""The JSON-LD of a page: what it says of the story, read leniently, for much of it is broken."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from reader.core.article import Published
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.fragments import tidy
from reader.ingest.html.moments import read_moment

Node = dict[str, Any]

_STORY = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|Review|Recipe)$")
_PAGE = re.compile(r"(?:WebPage|WebContent|CreativeWork|ItemPage)$")
_SITE = re.compile(r"(?:WebSite|NewsMediaOrganization|Organization|Corporation)$")
_NO_PEOPLE = re.compile(r"(?:Organization|Corporation|WebSite|Brand|Project)$")
# Where other nodes of the same page stand; lists of other stories (``itemListElement``, ``hasPart``) are left alone.
_WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "publisher", "about")
_MOST_NODES = 500
_LARGEST = 2_000_000  # code points of one block
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(?=\s{0,20}[}\]])")
_FIELD = re.compile(
    r'"(headline|datePublished|dateModified|description|articleBody|name)"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,100000})"'
)


def clues_of_json(root: etree._Element, headlines: Iterable[str]) -> Clues:
    """What the JSON-LD of a page says. Of several stories the one that bears a headline of the page is meant."""
    nodes = list(_nodes(root))
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    stories = _of_type(nodes, _STORY)
    known = {_letters(headline) for headline in headlines}
    meant = [n for n in stories if _letters(_text(n.get("headline") or n.get("name"))) in known]
    story = (meant or stories)[:1]
    pages = _of_type(nodes, _PAGE)[:1]
    found = Clues()
    for node in (*story, *pages):
        found += _clues_of(node, by_id, is_story=node in story)
    sites = tuple(Clue(name, Where.JSON_LD, "name") for n in _of_type(nodes, _SITE) if (name := _text(n.get("name"))))
    return found + Clues(publications=sites)


def _clues_of(node: Node, by_id: dict[str, Node], *, is_story: bool) -> Clues:
    people = [] if not is_story and "author" not in node else _people(node.get("author") or node.get("creator"), by_id)
    owner = next((node[key] for key in ("publisher", "sourceOrganization", "provider") if node.get(key)), None)
    pictures = _listed(node.get("image")) + _listed(node.get("associatedMedia"))
    captions = [_text(p.get("caption")) for p in (_resolved(p, by_id) for p in pictures) if isinstance(p, dict)]
    dates = ("datePublished", "dateCreated", "dateModified") if is_story else ("datePublished",)
    return Clues(
        headlines=_clues((_text(node.get("headline") or node.get("name")),), "headline" if is_story else "name"),
        people=_clues(people, "author"),
        publications=_clues([_text(_resolved(o, by_id).get("name")) for o in _owners(owner)], "publisher"),
        moments=_moments(node, dates),
        summaries=_clues((_text(node.get("description")),), "description"),
        addresses=_clues((_address(node),), "url") if is_story else (),
        languages=_clues((_text(node.get("inLanguage")),), "inLanguage"),
        captions=_clues(captions, "caption"),
        bodies=_clues((_body(node.get("articleBody")),), "articleBody"),
    )


def _clues(values: Iterable[str], name: str) -> tuple[Clue[str], ...]:
    return tuple(Clue(value, Where.JSON_LD, name) for value in values if value)


def _moments(node: Node, names: Sequence[str]) -> tuple[Clue[Published], ...]:
    found = ((name, read_moment(_text(node.get(name)))) for name in names)
    return tuple(Clue(moment, Where.JSON_LD, name) for name, moment in found if moment is not None)


def _people(listed: Any, by_id: dict[str, Node]) -> Iterator[str]:
    for author in _listed(listed):
        node = _resolved(author, by_id)
        if not isinstance(node, dict):
            yield _text(node)
        elif not any(_NO_PEOPLE.search(kind) for kind in _types(node)):
            yield from (_text(name) for name in _listed(node.get("name")))


def _owners(owner: Any) -> Iterator[Node]:
    for one in _listed(owner):
        yield one if isinstance(one, dict) else {"name": one}


def _resolved(value: Any, by_id: dict[str, Node]) -> Any:
    """The node to which ``{"@id": …}`` points, where the page has it."""
    if isinstance(value, dict) and "name" not in value and "caption" not in value:
        return by_id.get(str(value.get("@id")), value)
    return value


def _address(node: Node) -> str:
    about = node.get("mainEntityOfPage")
    return _text(node.get("url")) or (_text(about.get("@id")) if isinstance(about, dict) else _text(about))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _types(node: Node) -> list[str]:
    return [kind for kind in _listed(node.get("@type")) if isinstance(kind, str)]


def _of_type(nodes: Iterable[Node], wanted: re.Pattern[str]) -> list[Node]:
    return [node for node in nodes if any(wanted.search(kind) for kind in _types(node))]


def _text(value: Any) -> str:
    """A string in one line; entities are read, for many pages escape what JSON needs no escape for."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name") or ""
    return tidy([html.unescape(str(value))]) if isinstance(value, str | int | float) else ""


def _body(value: Any) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _nodes(root: etree._Element) -> Iterator[Node]:
    waiting: list[Any] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            waiting.extend(_read(script.text[:_LARGEST]))
    given = 0
    while waiting and given < _MOST_NODES:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting[:0] = value[:_MOST_NODES]
        elif isinstance(value, dict):
            given += 1
            yield value
            waiting.extend(value[key] for key in _WITHIN if isinstance(value.get(key), dict | list))


def _read(text: str) -> Iterator[Any]:
    """The values of one block: as JSON, one after another, or, where that fails, the fields that can still be seen."""
    bare = _WRAPPING.sub("", text).strip().rstrip(";")
    for attempt in (bare, _TRAILING_COMMA.sub("", bare), html.unescape(bare)):
        try:
            values = list(_values(attempt))
        except (ValueError, RecursionError):
            continue
        if values:
            yield from values
            return
    seen: Node = {}
    for name, value in _FIELD.findall(bare):
        if name != "name":
            seen.setdefault(name, value.replace('\\"', '"').replace("\\/", "/").replace("\\n", "\n"))
    if seen:
        yield {"@type": "Article", **seen}


def _values(text: str) -> Iterator[Any]:
    decoder = json.JSONDecoder(strict=False)
    at = 0
    while at < len(text):
        value, end = decoder.raw_decode(text, at)
        yield value
        at = end
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
