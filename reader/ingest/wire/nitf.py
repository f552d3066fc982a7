"""NITF, the News Industry Text Format of the IPTC (versions 2.5 to 3.6), by itself or inside another format."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from reader.core.article import Dateline, Published
from reader.core.kinds import BlockRole
from reader.ingest.facts import Facts
from reader.ingest.feeds.entries import language_of
from reader.ingest.feeds.moments import read_moment
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.plain.datelines import read_dateline
from reader.ingest.plain.notices import in_order, notice_flags
from reader.ingest.wire.credits import byline, publication
from reader.ingest.wire.markup import lines_of_body, notes_in
from reader.ingest.wire.story import Line, WireStory, make_article
from reader.ingest.xml import children, elements, local_name, parse_xml, words


def read_nitf(original: Original, hints: Hints) -> Parsed:
    """The story of a file. Raises Trouble("damaged-xml"), Trouble("entity-bomb")."""
    story = nitf_story(parse_xml(original.data, original.path))
    found = make_article(story, original, hints)
    if found is not None:
        yield found


def nitf_story(root: etree._Element) -> WireStory:
    """The story that an ``nitf`` element holds; one without a head, or only its body, tells what it can."""
    headline, subheads = _headlines(root)
    facts = Facts(
        headline=headline,
        byline=byline(_bylines(root)),
        publication=_publication(root),
        dateline=_dateline(root),
        published=_published(root),
        flags=_flags(root),
        language=language_of(root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang")),
    )
    lines = [Line(text, BlockRole.SUBHEAD) for text in subheads]
    contents = list(elements(root, "body.content")) or list(elements(root, "body"))[:1] or [root]
    body = [Line(text, role) for role, text in lines_of_body(*contents)]
    abstracts = [line for found in elements(root, "abstract") for line in lines_of_body(found)]
    lines += [Line(text, BlockRole.SUBHEAD) for _, text in abstracts if text not in {line.text for line in body}]
    notes = [Line(text, None, "for-editors") for content in contents for text in notes_in(content)]
    closing = [Line(text, role) for found in elements(root, "body.end") for role, text in lines_of_body(found)]
    return WireStory((*lines, *body, *notes, *closing), facts)


def _headlines(root: etree._Element) -> tuple[str, list[str]]:
    """The headline, and the lesser ones below it; a title of the head is the last resort."""
    for hedline in elements(root, "hedline"):
        first = [words(found) for found in elements(hedline, "hl1")]
        second = [words(found) for found in elements(hedline, "hl2")]
        alone = words(hedline) if not first and not second else ""
        found = [*filter(None, first), *filter(None, second), *filter(None, [alone])]
        if found:
            return found[0], list(dict.fromkeys(line for line in found[1:] if line != found[0]))
    return next(filter(None, (words(title) for title in elements(root, "title"))), ""), []


def _bylines(root: etree._Element) -> Iterator[str]:
    """The words of each byline without the title and the place of whom it names."""
    for found in elements(root, "byline"):
        people = [words(person) for person in elements(found, "person", "name.given")]
        yield "; ".join(filter(None, people)) or _own_words(found, ("byttl", "virtloc", "location", "org"))


def _own_words(element: etree._Element, without: tuple[str, ...]) -> str:
    parts = [element.text or ""]
    for child in element:
        if local_name(child) not in without:
            parts.append(_own_words(child, without) if len(child) else child.text or "")
        parts.append(" " + (child.tail or ""))
    return " ".join("".join(parts).split())


def _publication(root: etree._Element) -> str:
    named = [words(found) for found in elements(root, "distributor")]
    named += [found.get("name") or "" for found in elements(root, "pubdata")]
    named += [found.get("holder") or "" for found in elements(root, "doc.copyright")]
    named += [words(found) for found in elements(root, "rights.owner", "copyrite.holder")]
    named += [found.get("regsrc") or found.get("provider") or "" for found in elements(root, "doc-id")]
    named += [words(title) for found in elements(root, "byline") for title in elements(found, "byttl", "org")]
    return publication(named)


def _dateline(root: etree._Element) -> Dateline | None:
    """The dateline of the head, where it stands apart from the first paragraph."""
    for found in elements(root, "dateline"):
        date = next((words(child) for child in elements(found, "story.date")), "")
        places = [words(child) for child in children(found, "location")]
        whole = read_dateline(words(found).rstrip(" -–—_") + " — ")
        if places and places[0]:
            return Dateline(places[0].rstrip(" ,.:-–—_"), whole.dateline.agency if whole else "", date)
        if whole is not None:
            return whole.dateline
        if words(found):
            return Dateline(_own_words(found, ("story.date",)).strip(" ,.:-–—_"), "", date)
    return None


def _published(root: etree._Element) -> Published | None:
    for name in ("date.issue", "date.release"):
        for found in elements(root, name):
            moment = read_moment(found.get("norm") or words(found))
            if moment is not None:
                return moment
    dated = [found.get("norm") or "" for found in elements(root, "story.date")]
    dated += [found.get("date.publication") or "" for found in elements(root, "pubdata")]
    return next((moment for written in dated if (moment := read_moment(written)) is not None), None)


def _flags(root: etree._Element) -> tuple[str, ...]:
    """What the message to editors and the management of the document say: it was corrected, or is sent again."""
    told = [found.get("info") or "" for found in elements(root, "ed-msg")]
    flags = {flag for message in told for flag in notice_flags(message)} - {"advisory"}
    managed = " ".join(f"{found.get('management-status') or ''} {found.get('status') or ''}" for found in
                       elements(root, "docdata", "doc-id")).lower()  # fmt: skip
    flags |= {"correction"} if "correct" in managed or list(elements(root, "correction")) else set()
    return in_order(flags)
