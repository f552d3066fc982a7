"""NewsML-G2 of the IPTC: news items, packages of them, and messages that carry several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import language_of, lines_of_markup
from reader.ingest.feeds.moments import read_moment
from reader.ingest.original import Found, Hints, Original, Parsed
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import in_order, notice_flags
from reader.ingest.wire.credits import byline, publication
from reader.ingest.wire.markup import lines_of_body, notes_in
from reader.ingest.wire.nitf import nitf_story
from reader.ingest.wire.story import Line, WireStory, paragraphs, read_story, sent_at
from reader.ingest.xml import bytes_of, children, elements, local_name, parse_xml, words

_ITEMS = ("newsitem", "packageitem", "planningitem", "conceptitem")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PICTURES = ("picture", "graphic", "photo", "video", "animated")
# As the IPTC orders them: when this version was made, else when the item was, else when its content was.
_DATES = ("versioncreated", "contentmodified", "firstcreated", "contentcreated")
_SIGNALS = {"correction": "correction", "update": "update", "refile": "refile", "retransmit": "refile"}


def read_newsml_g2(original: Original, hints: Hints) -> Parsed:
    """The items of a file; several are told apart by their place. Raises Trouble("damaged-xml"), ("entity-bomb")."""
    root = parse_xml(original.data, original.path)
    sent = next((read_moment(words(found)) for found in elements(root, "sent", "dateid")), None)
    items = list(elements(root, *_ITEMS)) or list(elements(root, "nitf", "html"))[:1]
    for number, item in enumerate(items, 1):
        part = original.part(str(number), bytes_of(item)) if len(items) > 1 else original
        yield from guarded(part, _read(item, sent, part, hints))


def _read(item: etree._Element, sent: Published | None, part: Original, hints: Hints) -> Iterator[Found]:
    story = _item_story(item) if local_name(item) in _ITEMS else nitf_story(item)
    yield from read_story(sent_at(story, sent), part, hints)


def _item_story(item: etree._Element) -> WireStory:
    content = _content(item)
    meta = next(elements(item, "contentmeta"), item)
    is_picture = any(kind in _item_class(item) for kind in _PICTURES)
    lines: Sequence[Line] = content.lines
    if not lines:
        described = [line for text in _descriptions(meta) for line in lines_of_markup(text)]
        lines = [Line(text, role) for role, text in described]
    if is_picture:
        lines = [*lines, *(Line(words(found), BlockRole.CREDIT) for found in children(meta, "creditline"))]
    if local_name(item) == "packageitem" and not lines:
        lines = [Line(text, BlockRole.LIST) for text in _contents_of_package(item)]
    creators = byline(filter(None, (_named(found) for found in elements(meta, "creator", "author"))))
    facts = _facts(item, meta, is_picture=is_picture).over(content.facts)
    return WireStory(lines, facts.over(Facts(byline=creators)))


def _facts(item: etree._Element, meta: etree._Element, *, is_picture: bool) -> Facts:
    """What the item tells of itself; of several languages the first counts."""
    languages = [found.get("tag") or "" for found in children(meta, "language")]
    return Facts(
        headline=_headline(item, meta),
        byline=byline(words(found) for found in children(meta, "by")),
        publication=_publication(item, meta),
        dateline=_dateline(meta),
        published=_published(item),
        flags=(*_flags(item), "picture") if is_picture else _flags(item),
        language=next(filter(None, map(language_of, (*languages, item.get(_LANG)))), ""),
    )


def _headline(item: etree._Element, meta: etree._Element) -> str:
    given = (*children(meta, "headline"), *elements(item, "headline"), *elements(item, "title"))
    own = [found for found in given if not any(local_name(a) in ("itemref", "link") for a in found.iterancestors())]
    return next(filter(None, map(words, own)), "")


def _content(item: etree._Element) -> WireStory:
    """The story inside an item: NITF, XHTML, or text as it is."""
    for inline in elements(item, "inlinexml", "inlinedata"):
        nitf = next(elements(inline, "nitf"), None)
        if nitf is not None:
            story = nitf_story(nitf)
        elif len(inline):
            bodies = list(elements(inline, "body", "body.content"))[:1] or [inline]
            lines = [Line(text, role) for role, text in lines_of_body(*bodies)]
            notes = [Line(text, None, "for-editors") for body in bodies for text in notes_in(body)]
            story = WireStory(lines + notes if lines else (), Facts())
        elif inline.get("encoding"):
            continue  # a file inside the file
        else:
            text = inline.text or ""
            is_plain = "plain" in (inline.get("contenttype") or "")
            story = WireStory(
                [Line(t, role) for role, t in (paragraphs if is_plain else lines_of_markup)(text)], Facts()
            )
        if story.lines:
            return story
    return WireStory((), Facts())


def _descriptions(meta: etree._Element) -> list[str]:
    """The captions or summaries of an item, each once; those that say what is on a picture first."""
    found = sorted(children(meta, "description"), key=lambda one: "caption" not in (one.get("role") or ""))
    return list(dict.fromkeys(filter(None, ("\n\n".join(_lines(one)) for one in found))))


def _lines(element: etree._Element) -> list[str]:
    """Blank lines part the paragraphs of a description; other line ends were made by a printer of XML."""
    text = canonical("".join(map(str, element.itertext())))
    return [" ".join(part.split()) for part in text.replace("\n \n", "\n\n").split("\n\n") if part.strip()]


def _contents_of_package(item: etree._Element) -> Iterator[str]:
    """What the stories of a package are called."""
    for reference in elements(item, "itemref"):
        yield next(filter(None, (words(found) for found in elements(reference, "headline", "title"))), "")


def _item_class(item: etree._Element) -> str:
    found = next(elements(item, "itemclass"), None)
    return (found.get("qcode") or found.get("uri") or "").lower() if found is not None else ""


def _named(element: etree._Element) -> str:
    """The name of a party: in words, else in its code where that is one."""
    name = next(filter(None, (words(found) for found in children(element, "name"))), "")
    return name or element.get("literal") or ""


def _publication(item: etree._Element, meta: etree._Element) -> str:
    provider = [_named(found) or found.get("qcode") or "" for found in elements(item, "provider")]
    owner = [_named(found) or found.get("literal") or "" for found in elements(item, "copyrightholder")]
    made = [_named(found) or found.get("qcode") or "" for found in elements(meta, "infosource")]
    return publication((*provider, *made, *owner, *(words(found) for found in elements(meta, "creditline"))))


def _dateline(meta: etree._Element) -> Dateline | None:
    for found in children(meta, "dateline"):
        text = words(found).strip(" ()-–—_")
        opening = read_dateline(words(found).rstrip(" -–—_") + " — ") or read_dateline(text + " — ")
        if opening is not None:
            return opening.dateline
        if text:
            return Dateline(text.partition(",")[0].strip())
    return None


def _published(item: etree._Element) -> Published | None:
    dated = [words(found) for name in _DATES for found in elements(item, name)]
    return next((moment for written in dated if (moment := read_moment(written)) is not None), None)


def _flags(item: etree._Element) -> tuple[str, ...]:
    signals = [(found.get("qcode") or found.get("uri") or "").lower() for found in elements(item, "signal")]
    flags = {flag for signal in signals for word, flag in _SIGNALS.items() if signal.endswith(word)}
    notes = {flag for found in elements(item, "ednote") for flag in notice_flags(words(found))}
    return in_order(flags | (notes - {"advisory"}))
