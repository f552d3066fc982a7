"""One message to its article, and to what is attached to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from reader.core.article import Published
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.addresses import address_line
from reader.ingest.facts import Facts
from reader.ingest.mail.body import body_of
from reader.ingest.mail.forwarded import Forwarded, forwarded
from reader.ingest.mail.furniture import without_mail_furniture
from reader.ingest.mail.headers import Headers, date_of
from reader.ingest.mail.parts import Part, parts_of, top_headers
from reader.ingest.making import make, make_bookmark
from reader.ingest.original import DEEPEST, Hints, Original, Parsed
from reader.ingest.plain.bylines import is_name
from reader.ingest.plain.lines import Line
from reader.ingest.plain.structure import Structure, marked_up

# What may be a story by itself when it is attached; pictures, calendars and signatures are not.
_STORY_KINDS = frozenset(
    "text/html text/plain text/markdown text/csv application/pdf application/xhtml+xml application/epub+zip "
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document "
    "application/x-mimearchive application/rss+xml application/atom+xml application/warc".split()
)
_STORY_SUFFIXES = frozenset(
    ".html .htm .xhtml .txt .md .pdf .docx .epub .eml .mht .mhtml .mbox .xml .rss .json .jsonl .csv .zip .gz .warc "
    ".wacz .rtf .doc .odt".split()
)
_ENDINGS = {"text/html": ".html", "application/pdf": ".pdf", "message/rfc822": ".eml"}
# What programs of one maker make of the lines that a list sets behind an attachment.
_LEFTOVER = re.compile(r"ATT\d{3,8}\.(?:txt|html?)", re.IGNORECASE)
_LENGTH = re.compile(rb"(\d{1,10})[ \t]{0,20}\r?\n(?=[!-9;-~]{1,100}:)")
_MESSAGES = ("message/rfc822", "message/global", "message/news")
# Fields in which programs that make mail of web pages keep the address.
_ADDRESS_FIELDS = ("archived-at", "x-archived-at", "x-rss-url", "x-rss-link", "content-base")
_PERSON_OF = re.compile(r"(.{3,60}?),? (?:from|at) ((?:the )?[^\s].{1,80})", re.IGNORECASE)
_STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE, BlockRole.SUBHEAD)


def read_mail(original: Original, hints: Hints, sent: Published | None = None) -> Parsed:
    """The article of a message, then what is attached: forwarded messages, pages, documents.

    ``sent`` stands in where the message bears no date. A message that has a subject and no text is a headline: alerts
    say all that they say in it.
    """
    data = _without_frame(original.data)
    headers, parts = top_headers(data), tuple(parts_of(data))
    body = body_of(parts)
    told = _facts(headers, body.url, sent)
    handed_on = forwarded([line.text for _, line in body.lines], told.headline)
    told = handed_on.facts.over(told) if handed_on is not None else told
    story = _story(told, body.lines, handed_on)
    is_story = any(fate.role in _STORY for fate in story.fates)
    found = make(story, told, original, hints) if is_story else None
    if found is not None:
        yield found
    has_more = False
    for step in _attached(parts, original, hints, told.published):
        has_more = True
        yield step
    if found is None and not has_more and told.headline:
        links = [link for line in story.lines if (link := address_line(line.text))]
        alone = make(story, told, original, hints)
        if len(links) == 1:  # somebody sent an address to remember it
            yield make_bookmark(replace(told, url=links[0]), original)
        elif alone is not None:
            yield alone


def _without_frame(data: bytes) -> bytes:
    """The message of a file of Apple Mail, which stands between its length and a list of properties."""
    found = _LENGTH.match(data)
    return data[found.end() : found.end() + int(found[1])] if found is not None else data


def _attached(parts: Sequence[Part], original: Original, hints: Hints, sent: Published | None) -> Parsed:
    for member in _members(parts):
        inner = replace(original.within(member.name, member.data), encoding=member.encoding)
        if member.kind not in _MESSAGES:
            yield inner
        elif inner.depth > DEEPEST:
            yield Failed(original.path, Reason("too-deep", (f"{original.path}/{inner.member}",)), member=inner.member)
        else:
            yield from read_mail(inner, hints, sent)


def _story(told: Facts, body: Sequence[tuple[BlockRole, Line]], handed_on: Forwarded | None) -> Structure:
    head = [(BlockRole.HEADLINE, Line(told.headline, True))] if told.headline else []
    lines = [*head, *body]
    story = marked_up([line for _, line in lines], [role for role, _ in lines])
    first = range(handed_on.start + len(head), handed_on.end + len(head)) if handed_on is not None else range(0)
    return without_mail_furniture(story, told, first)


def _facts(headers: Headers, url: str, sent: Published | None) -> Facts:
    byline, publication = _sender(headers.sender())
    stamps = (headers.published(), date_of(headers.get("received").rpartition(";")[2].strip()), sent)
    fields = (headers.get(name).strip("<> ") for name in _ADDRESS_FIELDS)
    return Facts(
        headline=headers.words("subject"),
        byline=byline,
        publication=publication,
        published=next((stamp for stamp in stamps if stamp is not None), None),
        url=next((address for address in (*fields, url) if address.lower().startswith("http")), ""),
    )


def _sender(name: str) -> tuple[tuple[str, ...], str]:
    """Byline and publication: "Ilse Marenko at The Harbor Letter" tells both, other names are a publication's."""
    found = _PERSON_OF.fullmatch(name)
    if found is not None and is_name(found[1]):
        return (found[1],), found[2]
    return (), name


@dataclass(frozen=True, slots=True)
class _Member:
    """A part that is a file by itself."""

    kind: str
    name: str
    data: bytes = field(repr=False)
    encoding: str
    """What the header of the part tells."""


def _members(parts: Sequence[Part]) -> Iterator[_Member]:
    taken: set[str] = set()
    for part in parts:
        name = part.headers.file_name()
        is_text = part.kind in ("text/plain", "text/html") and not part.headers.is_attached()
        is_story = part.kind in (*_STORY_KINDS, *_MESSAGES) or (
            _suffix(name) in _STORY_SUFFIXES and not part.kind.startswith(("image/", "audio/", "video/", "message/"))
        )
        if is_text or not is_story or _LEFTOVER.fullmatch(name):
            continue
        if part.raw.strip():
            name = name or f"{part.number}{_ENDINGS.get(part.kind, '.txt')}"
            name = f"{part.number}-{name}" if name in taken else name
            taken.add(name)
            yield _Member(part.kind, name, part.content(), part.headers.parameter("charset"))


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
