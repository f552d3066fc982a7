"""Books (EPUB): each chapter that holds a story is an article; contents, covers and title pages are none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from lxml import etree

from reader.core.kinds import BlockRole
from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.documents.package import Package, opened, part_at
from reader.ingest.documents.stories import make_story, with_first_heading
from reader.ingest.documents.told import authors_of, day_of, language_of
from reader.ingest.encoding import decode
from reader.ingest.facts import Facts
from reader.ingest.html.fragments import lines_of
from reader.ingest.making import RoledLine
from reader.ingest.markup import parse_html
from reader.ingest.original import Found, Hints, Original, Parsed
from reader.ingest.xml import elements, local_name, parse_xml, words

_CONTAINER = "META-INF/container.xml"
MOST_CHAPTERS = 5_000
"""Of one book; a newspaper of a week holds some hundreds of stories."""
_PAGES = ("application/xhtml+xml", "text/html", "application/xml", "text/x-oeb1-document", "image/svg+xml", "")
# Kinds of pages that hold no story (EPUB structural semantics), and words in the names of such files.
_NO_STORY = frozenset("cover titlepage halftitlepage toc landmarks loi lot copyright-page colophon index".split())
_NAMED_NO_STORY = re.compile(r"(?:^|[/_-])(?:cover|title_?page|toc|nav|contents?|copyright|imprint)\b", re.IGNORECASE)
_FEWEST_LETTERS = 200  # of a page whose name says that it is a title page, from which it may be a story all the same
_LINKED = 0.6  # of the letters of a page that only lists others


@dataclass(frozen=True, slots=True)
class _Book:
    told: Facts
    description: str
    chapters: tuple[str, ...]
    """Names of the parts, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class _Chapter:
    part: str
    title: str
    lines: tuple[RoledLine, ...]
    is_story: bool


def read_epub(original: Original, hints: Hints) -> Parsed:
    """The articles of a book. A chapter that cannot be read is a ``Failed``, and the others are read all the same.

    With one story, title and author of the book are its own; with several, the title is the publication.
    """
    with opened(original) as package:
        book = _book(package)
        chapters: list[_Chapter] = []
        for part in book.chapters[:MOST_CHAPTERS]:
            for found in guarded(original.part(part, b""), map(partial(_chapter, package, book=book), [part])):
                if isinstance(found, Failed):
                    yield found
                else:
                    chapters.append(found)
        stories = [chapter for chapter in chapters if chapter.is_story] or [c for c in chapters if c.lines]
        if not stories and (book.description or book.told.headline):
            lines = ((BlockRole.BODY, book.description or book.told.headline),)
            stories = [_Chapter("", book.told.headline, lines, True)]  # a book of pictures
        yield from _articles(stories, book, original, hints)


def _articles(stories: list[_Chapter], book: _Book, original: Original, hints: Hints) -> Parsed:
    if len(stories) > 1 and _heading(stories[0]) == book.told.headline.casefold():  # one story, cut at its headings
        stories = [replace(stories[0], lines=tuple(line for chapter in stories for line in chapter.lines))]
    is_single = len(stories) == 1
    for chapter in stories:
        told = book.told if is_single else replace(book.told, headline="", publication=book.told.headline)
        # The day of a paper and the author of a collection stand below what a story prints.
        fallback = Facts(byline=() if is_single else _author(book.told), published=told.published)
        told = replace(told, published=None, byline=told.byline if is_single else ())
        lines = with_first_heading(chapter.lines)
        if not is_single and not any(role is BlockRole.HEADLINE for role, _ in lines):
            told = replace(told, headline=chapter.title)
        place = original if is_single else original.part(chapter.part)
        yield from guarded(place, _found(_one_headline(lines, told.headline), told, place, hints, fallback))


def _found(lines: list[RoledLine], told: Facts, place: Original, hints: Hints, fallback: Facts) -> Iterator[Found]:
    found = make_story(lines, told, place, hints, fallback)
    if found is not None:
        yield found


def _heading(chapter: _Chapter) -> str:
    return next((text.casefold() for role, text in chapter.lines if role is BlockRole.SUBHEAD), "")


def _author(told: Facts) -> tuple[str, ...]:
    """The people who made a collection; a newspaper names itself, or the program that put it together."""
    houses = f"{told.headline} {told.publication}".casefold()
    return tuple(name for name in authors_of("; ".join(told.byline)) if name.casefold() not in houses)


def _book(package: Package) -> _Book:
    """What the default rendition says; the first root file is the one that every program must be able to show."""
    container = parse_xml(package.read(_CONTAINER), package.name)
    paths = [element.get("full-path", "") for element in elements(container, "rootfile")]
    path = next((path for path in paths if package.has(path)), "")
    if not path:
        path = next((name for name in package.members if name.lower().endswith(".opf")), "")
    root = parse_xml(package.read(path), package.name)
    folder = path.rpartition("/")[0]
    manifest: dict[str, etree._Element] = {}
    for item in elements(root, "item"):
        manifest.setdefault(item.get("id", ""), item)
    spine = [manifest[ref] for item in elements(root, "itemref") if (ref := item.get("idref", "")) in manifest]
    skipped = _guided(root, folder)
    locked = _locked(package)
    parts = [_part(item, manifest, folder) for item in spine if "nav" not in item.get("properties", "").split()]
    chapters = tuple(dict.fromkeys(part for part in parts if part and package.has(part) and part not in skipped))
    if locked.intersection(chapters):
        raise Trouble("protected", package.name)
    return _Book(_told(root), _first(root, "description"), chapters)


def _part(item: etree._Element, manifest: dict[str, etree._Element], folder: str) -> str:
    """The page of an entry of the spine, or the one that stands in for something that is no page."""
    for _ in range(5):
        if item.get("media-type", "").lower() in _PAGES:
            return part_at(folder, item.get("href", ""))
        fallback = manifest.get(item.get("fallback", ""))
        if fallback is None:
            return ""
        item = fallback
    return ""


def _guided(root: etree._Element, folder: str) -> frozenset[str]:
    """The parts that the guide of an EPUB 2 calls cover, contents or title page."""
    listed = [found for found in elements(root, "reference") if found.get("type", "").lower() in _GUIDE]
    return frozenset(part_at(folder, found.get("href", "")) for found in listed)


def _locked(package: Package) -> frozenset[str]:
    """The parts that are encrypted; fonts mostly, but the pages of a book that was lent or sold under a lock."""
    if not package.has("META-INF/encryption.xml"):
        return frozenset()
    root = parse_xml(package.read("META-INF/encryption.xml"), package.name)
    return frozenset(part_at("", element.get("URI", "")) for element in elements(root, "cipherreference"))


_GUIDE = ("toc", "cover", "title-page", "copyright-page")


def _told(root: etree._Element) -> Facts:
    metadata = next(elements(root, "metadata"), root)
    creators = [element for element in elements(metadata, "creator") if words(element)]
    return Facts(
        headline=_first(metadata, "title"),
        byline=tuple(dict.fromkeys(words(element) for element in creators)),
        publication=_first(metadata, "publisher"),
        published=next((day for element in elements(metadata, "date") if (day := day_of(words(element)))), None),
        language=language_of(_first(metadata, "language")),
    )


def _first(root: etree._Element, name: str) -> str:
    return next((found for element in elements(root, name) if (found := words(element))), "")


def _chapter(package: Package, part: str, book: _Book) -> _Chapter:
    root = _page(package.read(part), package.name)
    lines = _lines(root)
    title = next((words(element) for element in root.iter("title")), "")
    letters = sum(len(text) for _, text in lines)
    kinds = {kind for element in root.iter("body", "section", "nav") for kind in _kinds(element)}
    is_front = bool(kinds & _NO_STORY) or (letters < _FEWEST_LETTERS and _NAMED_NO_STORY.search(part) is not None)
    is_list = _linked(root) > _LINKED * letters
    says_more = any(role is not BlockRole.SUBHEAD and text != book.told.headline for role, text in lines)
    title = "" if title == part.rpartition("/")[2] else title
    return _Chapter(part, title, lines, says_more and not is_front and not is_list)


def _page(data: bytes, name: str) -> etree._Element:
    """The tree of a chapter without namespaces; one that is no XML is read as browsers read pages."""
    try:
        root = parse_xml(data, name)
    except Trouble as trouble:
        if trouble.reason.code == "entity-bomb":
            raise
        page: etree._Element = parse_html(decode(data))
        return page
    for element in root.iter(etree.Element):
        element.tag = local_name(element)
    return root


def _lines(root: etree._Element) -> tuple[RoledLine, ...]:
    """The lines of a page; of a picture in SVG, the words in it."""
    lines = lines_of(next(root.iter("body"), root))
    if lines:
        return lines
    drawn = (words(element) for element in root.iter("text", "desc", "title") if root.tag == "svg")
    return tuple((BlockRole.BODY, text) for text in dict.fromkeys(drawn) if text)


def _kinds(element: etree._Element) -> list[str]:
    return next((str(value).split() for key, value in element.attrib.items() if str(key).endswith("}type")), [])


def _linked(root: etree._Element) -> int:
    """Letters that lead somewhere inside the book: footnotes and stories may hold many links to elsewhere."""
    return sum(len(words(link)) for link in root.iter("a") if "://" not in link.get("href", "://"))


def _one_headline(lines: list[RoledLine], headline: str) -> list[RoledLine]:
    """Where the book's title is the story's, a first heading of other words ("Chapter 1") is a subhead."""
    if not headline or any(
        text.casefold() == headline.casefold() for role, text in lines if role is BlockRole.HEADLINE
    ):
        return lines
    return [(BlockRole.SUBHEAD if role is BlockRole.HEADLINE else role, text) for role, text in lines]
