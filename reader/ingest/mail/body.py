"""The text of a message: the better one of its plain and its marked-up form, as lines with roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from reader.core.kinds import BlockRole
from reader.core.text import canonical
from reader.ingest.html.fragments import fragment_lines, lines_of
from reader.ingest.mail.furniture import is_mail_furniture, is_view_link
from reader.ingest.mail.parts import Part
from reader.ingest.markup import parse_html
from reader.ingest.plain.classes import stands_alone
from reader.ingest.plain.lines import Line
from reader.ingest.plain.lines import lines_of as text_lines

_ENOUGH = 0.5  # of the words of the plain form; where the marked-up one has fewer, it is a picture or a stub
_ADDRESS = re.compile(r"https?://[^\s<>\"]{4,2000}", re.IGNORECASE)
_ADDRESSES = re.compile(r"[<(\[]?https?://\S+", re.IGNORECASE)
_IS_PAGE = re.compile(r"\s{0,1000}(?:<!doctype\s+html|<html|<head|<body)\b", re.IGNORECASE)
_LONG = 1000  # code points, white space counted
_HAS_LINES = re.compile(r"<(?:p|div|table|td|br|ul|ol|h[1-6])\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Body:
    """Lines with their roles, and the address at which the mail says that it can be read on the web."""

    lines: tuple[tuple[BlockRole, Line], ...] = ()
    url: str = ""

    @property
    def words(self) -> int:
        """How many words of it may be news."""
        texts = (line.text for _, line in self.lines if not is_mail_furniture(line.text))
        return sum(len(_ADDRESSES.sub("", text).split()) for text in texts)


def body_of(parts: Sequence[Part]) -> Body:
    """The text of the parts that are text and no files by themselves, in their order."""
    texts = [part for part in parts if part.kind in ("text/plain", "text/html") and not part.headers.is_attached()]
    forms: dict[int, list[Part]] = {}  # of each multipart/alternative; a part in none is the only form of itself
    for part in texts:
        forms.setdefault(part.choice[0] if part.choice else -part.number, []).append(part)
    return _joined([_better(parts) for parts in forms.values()])


def _better(parts: Sequence[Part]) -> Body:
    """The best of several forms of one text: the last that is marked up, unless it says far less than another."""
    forms: dict[int, list[Part]] = {}
    for part in parts:
        forms.setdefault(part.choice[1] if part.choice else 0, []).append(part)
    bodies = [_joined([_read(part) for part in form]) for form in forms.values()]
    words = [body.words for body in bodies]
    fullest = words.index(max(words))
    marked_up = [at for at, form in enumerate(forms.values()) if any(part.kind == "text/html" for part in form)]
    chosen = marked_up[-1] if marked_up and words[marked_up[-1]] >= _ENOUGH * words[fullest] else fullest
    # An address that is printed is the one of the mail; a link in a page leads by way of whoever counts the readers.
    urls = [body.url for at, body in sorted(enumerate(bodies), key=lambda one: one[0] in marked_up)]
    return Body(bodies[chosen].lines, next(filter(None, urls), ""))


def _joined(bodies: Sequence[Body]) -> Body:
    lines = tuple(line for body in bodies for line in body.lines)
    return Body(lines, next((body.url for body in bodies if body.url), ""))


def _read(part: Part) -> Body:
    text = part.text()
    if part.kind == "text/html" or _IS_PAGE.match(text):
        root = parse_html(text)
        lines = lines_of(root) if _HAS_LINES.search(text) else fragment_lines(text)
        return Body(tuple((role, Line(words, True)) for role, words in lines), _web_address(root))
    if part.headers.parameter("format").lower() == "flowed":
        text = _unflowed(text, part.headers.parameter("delsp").lower() == "yes")
    plain = text_lines(canonical(text), stands_alone)
    return Body(tuple((_role(line.text), line) for line in plain), _printed_address([line.text for line in plain]))


def _role(line: str) -> BlockRole:
    return BlockRole.QUOTE if line.startswith(">") else BlockRole.BODY


def _unflowed(text: str, drops_space: bool) -> str:
    """Lines that end with a space go on in the next one (RFC 3676)."""
    return "".join(_flow(text.replace("\r\n", "\n").split("\n"), drops_space))


def _flow(lines: Sequence[str], drops_space: bool) -> Iterator[str]:
    for line in lines:
        line = line.removeprefix(" ")
        if line.endswith(" ") and line != "-- ":
            yield line[:-1] if drops_space else line
        else:
            yield line + "\n"


def _web_address(root: etree._Element) -> str:
    """Where a link says "View in browser", or a line around it does."""
    for link in root.iter("a"):
        href = (link.get("href") or "").strip()
        if not _ADDRESS.fullmatch(href):
            continue
        words = _words(link)
        if words and is_view_link(words):
            return href
        above = link.getparent()
        if above is not None and 0 < len(words) < 40 and len(above) < 20 and is_view_link(_words(above)):
            return href
    return ""


def _words(element: etree._Element) -> str:
    """The words of an element, or more than any link to a mail has."""
    parts: list[str] = []
    size = 0
    for text in element.itertext():
        parts.append(str(text))
        size += len(text)
        if size > _LONG:
            break
    return " ".join("".join(parts).split())


def _printed_address(lines: Sequence[str]) -> str:
    """The address behind "View this email in your browser:", on the same line or the next."""
    for at, line in enumerate(lines):
        found = _ADDRESS.search(line[:2500])
        words = line[: found.start()] if found is not None else line
        if not is_view_link(words.strip(" :<([*")):
            continue
        if found is None and at + 1 < len(lines):
            found = _ADDRESS.match(lines[at + 1].lstrip("<([ ")[:2500])
        if found is not None:
            return found[0].rstrip(".,;)>]")
    return ""
