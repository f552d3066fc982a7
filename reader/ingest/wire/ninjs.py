"""ninjs, the news in JSON of the IPTC, versions 1.0 to 3.1, and what editorial systems make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import language_of, lines_of_markup, title_of
from reader.ingest.feeds.moments import read_moment
from reader.ingest.making import RoledLine
from reader.ingest.original import Found, Hints, Original, Parsed
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import in_order, notice_flags
from reader.ingest.tables.json_values import written
from reader.ingest.wire.credits import byline, publication
from reader.ingest.wire.nitf import nitf_story
from reader.ingest.wire.story import Line, WireStory, paragraphs, read_story
from reader.ingest.xml import parse_xml

Item = Mapping[str, Any]

_TYPES = frozenset("text audio video picture graphic composite planning component event photo".split())
_PICTURES = frozenset("picture graphic photo video audio".split())
# Keys that only ninjs has, in the spelling of 1.x, 2.x or 3.x.
_OWN = ("versioncreated", "versionCreated", "firstcreated", "firstCreated", "pubstatus", "pubStatus")
_BODIES = ("body_xhtml", "body_html", "body_nitf", "body_text")
_DATES = ("versioncreated", "firstcreated", "contentcreated", "firstpublished", "embargoed")
_MOST_MEMBERS = 1000
"""Stories of a package that are looked at."""


def is_ninjs(data: Item) -> bool:
    """Whether an object is an item of ninjs: it says so, or it has a type and keys that only ninjs has."""
    standard = data.get("standard")
    if isinstance(standard, dict) and standard.get("name") == "ninjs":
        return True
    return _text(data.get("type")) in _TYPES and any(key in data for key in (*_OWN, *_BODIES, "bodies"))


def read_ninjs(data: Item, original: Original, hints: Hints) -> Parsed:
    """The story of an item; of a package without text the stories that it holds."""
    yield from guarded(original, _read(data, original, hints))


def _read(data: Item, original: Original, hints: Hints) -> Iterator[Found | Failed]:
    item = _small(data)
    stories = [(item, _story(item))]
    if not stories[0][1].lines:
        texts = [one for one in _associated(item) if _text(one.get("type")) in ("text", "composite")]
        members: list[tuple[Item, WireStory]] = []
        for number, one in enumerate(texts, 1):
            for told in guarded(original.part(str(number), b""), map(_story, [_small(one)])):
                if isinstance(told, Failed):
                    yield told
                elif told.lines:
                    members.append((one, told))
        stories = members or stories
    for number, (one, story) in enumerate(stories, 1):
        part = original.part(str(number), written(one)) if len(stories) > 1 else original
        yield from guarded(part, read_story(story, part, hints))


def _small(data: Item) -> Item:
    """The same keys in small letters, for 3.0 writes versionCreated."""
    return {str(key).lower(): value for key, value in data.items()}


def _story(item: Item) -> WireStory:
    nested = _nitf(item)
    body = nested.lines if nested is not None else [Line(text, role) for role, text in _body(item)]
    is_picture = _text(item.get("type")) in _PICTURES
    lines = list(body) or [Line(text, role) for text in _descriptions(item) for role, text in lines_of_markup(text)]
    if lines:
        lines += [Line(text, BlockRole.CAPTION) for text in _captions(item)]
    facts = _facts(item, is_picture=is_picture)
    return WireStory(lines, facts.over(nested.facts) if nested is not None else facts)


def _facts(item: Item, *, is_picture: bool) -> Facts:
    authors = [_text(one.get("name") or one.get("byline")) for one in _objects(item.get("authors"))]
    byline_ = byline([_text(item.get("byline"))]) or byline([_text(item.get("by"))]) or byline(authors)
    flags = notice_flags(_text(item.get("ednote"))) - {"advisory"}
    return Facts(
        headline=_headline(item),
        byline=byline_,
        publication=_publication(item),
        dateline=_dateline(item),
        published=_published(item),
        flags=(*in_order(flags), "picture") if is_picture else in_order(flags),
        url=_address(item),
        language=language_of(_text(item.get("language"))),
    )


def _dateline(item: Item) -> Dateline | None:
    """The dateline as a line or an object, else the place at which an item says that it was made."""
    given = item.get("dateline")
    given = _small(given) if isinstance(given, dict) else {"text": _text(given)}
    opening = read_dateline(_text(given.get("text")).rstrip(" -–—_") + " — ")
    if opening is not None:
        return opening.dateline
    located = given.get("located")
    place = _text(located.get("city")) if isinstance(located, dict) else _text(located) or _text(item.get("located"))
    return Dateline(place.partition(",")[0].strip(), _text(given.get("source"))) if place else None


def _headline(item: Item) -> str:
    headlines = _objects(item.get("headlines"))
    main = sorted(headlines, key=lambda one: one.get("role") not in ("main", "headline"))
    given = [_text(item.get("headline")), *(_text(one.get("value")) for one in main), _text(item.get("title"))]
    return next(filter(None, (title_of(words, is_html=True) for words in (*given, _text(item.get("name"))))), "")


def _body(item: Item) -> Sequence[RoledLine]:
    """The best form of the text: marked up before plain, in any of the spellings of the versions."""
    for key in _BODIES:
        words = _text(item.get(key))
        lines = (paragraphs if key == "body_text" else lines_of_markup)(words) if words.strip() else ()
        if lines:
            return lines
    forms = [one for one in map(_small, _objects(item.get("bodies"))) if not _is_nitf(one)]
    for one in sorted(forms, key=lambda form: "html" not in _text(form.get("contenttype"))):
        lines = (lines_of_markup if "html" in _text(one.get("contenttype")) else paragraphs)(_text(one.get("value")))
        if lines:
            return lines
    return ()


def _nitf(item: Item) -> WireStory | None:
    """The story of a body in NITF, where there is one and it can be read."""
    for one in map(_small, _objects(item.get("bodies"))):
        if _is_nitf(one):
            try:
                story = nitf_story(parse_xml(_text(one.get("value")).encode("utf-8", "replace"), "ninjs"))
            except Trouble:
                continue  # there may be another form of the text
            if story.lines:
                return story
    return None


def _is_nitf(body: Item) -> bool:
    return "nitf" in (_text(body.get("role")) + _text(body.get("contenttype"))).lower()


def _descriptions(item: Item) -> list[str]:
    """Captions and summaries; those that are marked up come last, for they say the same."""
    found = [_text(item.get("description_text")), _text(item.get("description_html"))]
    found = [next(filter(None, found), _text(item.get("description_caption")))]
    found += [_text(one.get("value")) for one in _objects(item.get("descriptions"))]
    return list(dict.fromkeys(filter(None, map(str.strip, found))))


def _captions(item: Item) -> Iterator[str]:
    """What is said of the pictures that go with a story."""
    for one in map(_small, _associated(item)):
        if _text(one.get("type")) in _PICTURES:
            yield from (title_of(words, is_html=True) for words in _descriptions(one)[:1])


def _associated(item: Item) -> list[Item]:
    """The members of a package, or what goes with a story: an object by name in 1.x, a list from 2.0 on."""
    found = item.get("associations")
    return _objects(list(found.values()) if isinstance(found, dict) else found)[:_MOST_MEMBERS]


def _publication(item: Item) -> str:
    named = [_text(item.get(key)) for key in ("source", "provider", "copyrightholder")]
    for key in ("provider", "infosources", "organisation", "organisations"):
        value = item.get(key)
        entries = _objects([value] if isinstance(value, dict) else value)
        named += [_text(one.get("name")) for one in entries if key in ("provider", "infosources")]
    return publication((*named, _text(item.get("by"))[: 60 if "," not in _text(item.get("by")) else 0]))


def _published(item: Item) -> Published | None:
    return next((moment for key in _DATES if (moment := read_moment(_text(item.get(key)))) is not None), None)


def _address(item: Item) -> str:
    """A uri that can be opened: the address of a page, and not the name of an item in a database."""
    for rendition in ("url", "canonicalurl"):
        if _text(item.get(rendition)):
            return _text(item[rendition])
    uri = _text(item.get("uri"))
    return uri if uri.startswith(("http://", "https://")) else ""


def _objects(value: object) -> list[Item]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
