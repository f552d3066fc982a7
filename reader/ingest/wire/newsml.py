"""NewsML 1.0 to 1.2 of the IPTC: items of components inside components, each with its lines, data and contents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import language_of, lines_of_markup
from reader.ingest.feeds.moments import read_moment
from reader.ingest.making import RoledLine
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import in_order
from reader.ingest.wire.credits import byline, publication
from reader.ingest.wire.markup import lines_of_body
from reader.ingest.wire.nitf import nitf_story
from reader.ingest.wire.story import Line, WireStory, paragraphs, read_story, sent_at
from reader.ingest.xml import bytes_of, children, elements, local_name, parse_xml, words

_NO_TEXT = re.compile(r"photo|picture|graphic|video|audio|animation|logo|icon|image", re.IGNORECASE)
_CAPTION = re.compile(r"caption|legend|descri", re.IGNORECASE)
_TITLE = re.compile(r"title|headline", re.IGNORECASE)


def read_newsml(original: Original, hints: Hints) -> Parsed:
    """The stories of a file. Raises Trouble("damaged-xml"), Trouble("entity-bomb")."""
    root = parse_xml(original.data, original.path)
    sent = next((read_moment(words(found)) for found in elements(root, "dateandtime")), None)
    items = [item for item in elements(root, "newsitem") if not _is_inside(item, "newsitem")] or [root]
    stories: list[tuple[etree._Element, WireStory]] = []
    for item in items:
        for told in guarded(original.part(str(len(stories) + 1), b""), _stories(item)):
            if isinstance(told, Failed):
                yield told
            else:
                stories.append((item, told))
    for number, (item, story) in enumerate(stories, 1):
        part = original.part(str(number), bytes_of(item)) if len(stories) > 1 else original
        yield from guarded(part, read_story(sent_at(story, sent), part, hints))


def _stories(item: etree._Element) -> Iterator[WireStory]:
    """A story for each headline that has text of its own; captions go with the first of them."""
    bodies: dict[str, list[Line]] = {}
    facts: dict[str, Facts] = {}
    captions: list[Line] = []
    title = ""
    for content in elements(item, "contentitem"):
        body = _body(content)
        if body is None or not body.lines:
            continue
        if _is_caption(content):
            captions += [Line(line.text, BlockRole.CAPTION) for line in body.lines]
            continue
        if _TITLE.fullmatch(_role(content)):
            title = title or " ".join(line.text for line in body.lines)
            continue
        told = _facts(item, content).over(body.facts).over(Facts(headline=title))
        lines = bodies.setdefault(told.headline, [])
        lines += [line for line in body.lines if line not in lines]
        facts[told.headline] = facts[told.headline].over(told) if told.headline in facts else told
    if not bodies:
        alone = [replace(line, role=BlockRole.BODY) for line in captions]
        yield WireStory(alone, _facts(item, item).over(Facts(headline=title)))
    for at, (headline, lines) in enumerate(bodies.items()):
        yield WireStory([*lines, *(captions if at == 0 else [])], facts[headline])


def _body(content: etree._Element) -> WireStory | None:
    """The text of a content item; None for pictures and what is not text."""
    kind = " ".join(_names(content, "mediatype"))
    data = next(children(content, "datacontent"), None)
    if data is None or (_NO_TEXT.search(kind) and not _CAPTION.search(_role(content))):
        return None
    nitf = next(elements(data, "nitf", "body.content", "body.head"), None)
    if nitf is not None:
        return nitf_story(data)
    inner = next(children(data, "encoding"), None)
    if inner is not None and (inner.get("Notation") or "").lower() not in ("", "none"):
        return None  # a file inside the file
    lines: tuple[RoledLine, ...]
    if len(data):
        lines = lines_of_body(*(list(elements(data, "body"))[:1] or [data]))
    else:
        text = data.text or ""
        lines = lines_of_markup(text) if "</" in text else paragraphs(text)
    return WireStory([Line(text, role) for role, text in lines], Facts())


def _is_caption(content: etree._Element) -> bool:
    return bool(_CAPTION.search(_role(content)))


def _role(content: etree._Element) -> str:
    """What the component of a content item is there for ("Main", "Caption"); empty where it does not say."""
    component = content.getparent()
    return " ".join(_names(component, "role")) if component is not None else ""


def _facts(item: etree._Element, inside: etree._Element) -> Facts:
    """What the components around a content item tell, the nearest first."""
    around = [inside, *inside.iterancestors()]
    around = around[: around.index(item) + 1] if item in around else around
    return Facts(
        headline=next(filter(None, _lines(around, "headline")), ""),
        byline=byline(list(_lines(around, "byline"))[:1]),
        publication=_publication(item, around),
        dateline=_dateline(next(filter(None, _lines(around, "dateline")), "")),
        published=_published(item),
        flags=_flags(item),
        language=next(filter(None, map(language_of, _coded(around, item, "language"))), ""),
    )


def _lines(around: list[etree._Element], name: str) -> Iterator[str]:
    """The news lines of one name, nearest component first; those of the whole item last."""
    for element in around:
        for lines in children(element, "newslines"):
            yield from filter(None, (words(found) for found in children(lines, name)))
    for lines in elements(around[-1], "newslines"):
        yield from filter(None, (words(found) for found in children(lines, name)))


def _coded(around: list[etree._Element], item: etree._Element, name: str) -> Iterator[str]:
    for element in (*around, item):
        yield from _names(element, name)


def _names(element: etree._Element, name: str) -> Iterator[str]:
    """The formal names of the elements of one name, wherever they lie below."""
    return (found.get("FormalName") or "" for found in elements(element, name))


def _publication(item: etree._Element, around: list[etree._Element]) -> str:
    parties = [party for name in ("provider", "source", "creator") for found in elements(item, name)
               for party in _names(found, "party")]  # fmt: skip
    known = [party for party in parties if not party.isdigit()]
    identified = [words(found) for found in elements(item, "providerid")]
    credit = [line.lstrip("©").removeprefix("Copyright").strip() for line in _lines(around, "creditline")]
    return publication((*credit, *known, *identified))


def _dateline(text: str) -> Dateline | None:
    if not text:
        return None
    opening = read_dateline(text.rstrip(" -–—_") + " — ")
    return opening.dateline if opening is not None else Dateline(text.partition(",")[0].strip(" -–—_.:"))


def _published(item: etree._Element) -> Published | None:
    dated = [
        words(found) for name in ("thisrevisioncreated", "firstcreated", "dateid") for found in elements(item, name)
    ]
    return next((moment for written in dated if (moment := read_moment(written)) is not None), None)


def _flags(item: etree._Element) -> tuple[str, ...]:
    """What the management of an item and its instructions say."""
    named = " ".join((*_names(item, "newsitemtype"), *_names(item, "instruction"), *_names(item, "status"))).lower()
    revised = any((found.get("Update") or "N").upper() not in ("N", "0", "") for found in elements(item, "revisionid"))
    flags = {"correction"} if "correct" in named else set()
    return in_order(flags | ({"update"} if revised or "update" in named else set()))


def _is_inside(element: etree._Element, name: str) -> bool:
    return any(local_name(above) == name for above in element.iterancestors())
