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
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make_bookmark, make_from_lines
from reader.ingest.original import Found, Hints, Original
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import lines_of
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
    r"\W{0,3}(?:\w{1,20} )?(?:can['’]t|cannot|can not|could not|couldn['’]t|unable to|failed to) "
    r"(?:retrieve|fetch|extract|load|parse|get|find)\b.{0,300}",
    re.IGNORECASE | re.DOTALL,
)
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
    name: str = ""
    """What tells the entry from the others of its file."""

    @property
    def says_something(self) -> bool:
        """Whether there is anything to make an article or a bookmark of."""
        return bool(self.facts.headline or self.facts.url or self.body)


def read_entry(entry: Entry, original: Original, hints: Hints, failed: Failed) -> Iterator[Found | Original | Failed]:
    """The article of an entry, a bookmark where it has no text, or the saved page that it holds; else ``failed``."""
    nothing = True
    for found in _read(entry, original, hints):
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
    body = "" if _NO_TEXT.fullmatch(entry.body) else entry.body
    if "[+" in body[-_TAIL:]:
        body = body[:-_TAIL] + _CUT_OFF.sub("", body[-_TAIL:])
    facts = entry.facts
    if facts.url.lower().startswith("www."):
        facts = replace(facts, url=f"https://{facts.url}")
    lines = lines_of_text(body)
    found = make_from_lines(lines, facts, original, hints) if lines else None
    if found is None and not (facts.headline or facts.url):
        return
    if found is None:
        lines = lines or [line for note in entry.notes for line in lines_of_text(note)]
        note = "\n".join(text for _, text in lines)
        found = make_bookmark(facts, original, note)
    yield with_given_address(found, entry.facts.url)


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
