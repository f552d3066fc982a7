"""One entry of a table or an export to an article, or to a bookmark where it gives an address and no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.core.article import Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.core.text import canonical
from reader.ingest.addresses import canonical_address
from reader.ingest.barrier import guarded
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make_bookmark, make_from_lines
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import lines_of
from reader.ingest.tables.beside import Together, together, unused
from reader.ingest.tables.cells import unescaped

_TAG = re.compile(
    r"</?(?:p|br|div|h[1-6]|ul|ol|li|blockquote|img|a|span|em|strong|b|i|table|section|article|figure|font|pre)"
    r"(?:\s[^<>]{0,5000})?/?>",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s{0,100}(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE)
# NewsAPI ends what it cuts off with "… [+2431 chars]".
_CUT_OFF = re.compile(r"\s{0,5}(?:…|\.\.\.)?\s{0,5}\[\+\d{1,7} (?:chars|characters)\]\s{0,5}\Z")
_TAIL = 40  # code points at the end of a text, in which that stands
# What services put in the place of a text that they did not get.
_NO_TEXT = re.compile(
    r"\W{0,3}(?:(?:error|sorry|we|wallabag|\w{1,20} (?:was|were|is|has))\W{1,3}){0,3}"
    r"(?:can['’]t|cannot|can not|could not|couldn['’]t|unable to|failed to) "
    r"(?:retrieve|fetch|extract|load|parse|get|find) "
    r"(?:(?:the|this|any|its|full|full[- ]text|article|page|web|main|readable) ){0,3}"
    r"(?:articles?|contents?|text|page|story|url|link|document|website|body|html|data)\b"
    r"(?: (?:of|for|from|at|on|because|due)\b[^.,!\n]{0,120})?[.!:\])]{0,3}"
    r"(?:\s{1,3}(?:please|try|open|visit|see|click|check|error|reason|status)\b.{0,150})?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST_NO_TEXT = 400  # code points, with its mark-up
_NAME = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")
_LONGEST_NAME = 500  # code points
_NOTHING = frozenset(("nan", "none", "null", "n/a", "#n/a", "undefined", "[]", "{}"))


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry gives; each field empty where it does not."""

    facts: Facts
    body: str = ""
    """Plain text or HTML."""
    notes: tuple[str, ...] = ()
    """Abstract, excerpt and the notes of the one who saved it, each as plain text or HTML."""
    more: tuple[str, ...] = ()
    """Further texts beside the body."""
    leads: tuple[str, ...] = ()
    """Those of the notes that the publication wrote to stand above the body."""
    others: tuple[str, ...] = ()
    """What other columns say, beside the notes."""
    name: str = ""
    """What tells the entry from the others of its file."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to make an article or a bookmark of."""
        return bool(self.facts.headline or self.facts.url or self.body)


def read_entry(entry: Entry, original: Original, hints: Hints, failed: Failed) -> Iterator[Found | Original | Failed]:
    """The article of an entry, a bookmark where it has no text, or the saved page that it holds; else ``failed``."""
    nothing = True
    for found in guarded(original, _read(entry, original, hints)):
        nothing = False
        yield found
    if nothing:
        yield failed


def _read(entry: Entry, original: Original, hints: Hints) -> Iterator[Found | Original]:
    if not entry.says_something:
        return
    if _PAGE.match(entry.body):
        url = canonical_address(entry.facts.url)
        data = entry.body.encode("utf-8", "replace")
        yield replace(original, data=data, url=url, depth=original.depth + 1, file=None)
        return
    facts = entry.facts
    if facts.url.lower().startswith("www."):
        facts = replace(facts, url=f"https://{facts.url}")
    is_failed = is_failed_fetch(entry.body)
    body = [] if is_failed else lines_of_text(_without_cut(entry.body))
    more = [lines_of_text(text) for text in entry.more if not _PAGE.match(text)]
    whole = together(body, more, map(lines_of_text, entry.leads), facts.headline) if body else Together([], ())
    found = make_from_lines(whole.lines, facts, original, hints) if body else None
    notes = tuple(note for note in entry.notes if note not in entry.leads)
    if found is None and not (facts.headline or facts.url):
        return
    if found is None:
        body = body or [line for note in entry.notes for line in lines_of_text(note)]
        found = make_bookmark(facts, original, "\n".join(text for _, text in body))
        whole, notes = Together(body, ()), ()
    left = unused(whole.lines, (*whole.left, *notes, *entry.others), facts.headline)
    removed = [Removal(words, Reason("other-column"), len(found.article.text)) for words in map(_tidy, left) if words]
    if is_failed and (words := _tidy(entry.body)):
        removed.append(Removal(words, Reason("failed-fetch"), len(found.article.text)))
    article = replace(found.article, removals=(*found.article.removals, *removed))
    yield with_given_address(replace(found, article=article), entry.facts.url)


def is_failed_fetch(body: str) -> bool:
    """Whether a body is nothing but what a service says that did not get the text."""
    return len(body) <= _LONGEST_NO_TEXT and _NO_TEXT.fullmatch(_TAG.sub("", body).strip()) is not None


def _without_cut(body: str) -> str:
    return body[:-_TAIL] + _CUT_OFF.sub("", body[-_TAIL:]) if "[+" in body[-_TAIL:] else body


def _tidy(text: str) -> str:
    words = text if not _TAG.search(text) else " ".join(line for _, line in lines_of_text(text))
    return " ".join(canonical(words).split())


def lines_of_text(text: str) -> list[RoledLine]:
    """The lines of a text that is HTML or plain, each with its role."""
    if _TAG.search(text):
        from reader.ingest.html.fragments import fragment_lines  # late: lxml takes time to import

        return list(fragment_lines(text))
    return [(BlockRole.BODY, line.text) for line in lines_of(canonical(unescaped(text)), stands_alone)]


def with_given_address(found: Found, address: str) -> Found:
    """The article with its address as it was given, among the removals, where its canonical address says less.

    Articles are known again by the canonical address; a bookmark of a place in a page must still open there.
    """
    given = " ".join(canonical(address).split())
    article = found.article
    if not given or given == article.origin.url or given == article.headline:
        return found
    kept = Removal(given, Reason("address"), len(article.text))
    return replace(found, article=replace(article, removals=(*article.removals, kept)))


def part_name(entry: Entry, number: int, taken: set[int]) -> str:
    """The member name of an entry: its own id or address, which stay when rows are added above it, else its number.

    A name that another entry of the file has, too, is followed by the number. ``taken`` holds what was given so far,
    as hashes, for a dump has millions.
    """
    name = entry.name if entry.name.casefold() not in _NOTHING else ""
    name = _NAME.sub("", name or entry.facts.url).strip()
    name = name if 0 < len(name) <= _LONGEST_NAME else str(number)
    while hash(name) in taken:
        name = f"{name} {number}"
    taken.add(hash(name))
    return name
