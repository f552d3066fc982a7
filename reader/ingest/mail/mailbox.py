"""A mailbox: one message after another, read from the file as it goes, for some hold the mail of twenty years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from reader.core.article import Published
from reader.core.identity import digest_of
from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.barrier import guarded
from reader.ingest.distinct import Distinct
from reader.ingest.gate import MAX_MEGABYTES, MAX_UNPACKED
from reader.ingest.mail.headers import KNOWN_FIELD, date_of
from reader.ingest.mail.message import read_mail
from reader.ingest.mail.parts import top_headers
from reader.ingest.original import Hints, Original, Parsed

_CHUNK = 1 << 20
_LONGEST_NAME = 200  # code points
_DIGITS = 12  # of a digest
_MARGIN = 1 << 10  # a line that begins a message and the field below it are seen together
# Programs quote a line of the text that begins so (">From"), but not all of them: a header must follow, or the whole
# line be as it is written between messages.
_START = re.compile(
    rb"(?:(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,300}\n(?=" + KNOWN_FIELD + rb"|>From )"
    rb"|(?<=\n)From [^\s]{1,200} {1,3}\w{3} \w{3} [ \d]\d \d\d:\d\d(?::\d\d)?(?: [+\w-]{1,6}){0,2} \d{4}[^\n]{0,60}\n"
    rb"(?=[!-9;-~]{1,100}[ \t]{0,10}:)"
)
_FIRST = re.compile(rb"\s*From [^\n]{0,300}\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_STAMP = re.compile(r"\w{3} (\w{3}) +(\d{1,2}) (\d\d:\d\d(?::\d\d)?)(?: ([+-]\d{4}|[A-Z]{2,5}))? (\d{4})")


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it was before the mailbox quoted it."""

    opening: str
    """The line that begins it."""
    data: bytes = field(repr=False)
    is_too_large: bool = False


def read_mbox(original: Original, hints: Hints) -> Parsed:
    """The articles of each message. One that cannot be read is a ``Failed``, and the others go on."""
    names = Distinct()
    with original.open() as file:
        for message in messages(file):
            part = original.part(names.name(_name(message)), message.data)
            yield from _one(part, message, hints)


def _name(message: Message) -> str:
    """The id of a message, else a digest of it: its number changes with every message that is deleted before it."""
    own = top_headers(message.data).get("message-id").strip("<> ")[:_LONGEST_NAME]
    return own or digest_of(message.data.rstrip() or message.opening.encode())[:_DIGITS]


def _one(part: Original, message: Message, hints: Hints) -> Parsed:
    name = f"{part.path}/{part.member}"
    if message.is_too_large:
        yield Failed(part.path, Reason("too-large", (name, str(MAX_MEGABYTES))), member=part.member)
        return
    is_empty = True
    for found in guarded(part, _read(part, message, hints)):
        is_empty = False
        yield found
    if is_empty:
        yield Failed(part.path, Reason("no-article", (name,)), member=part.member)


def _read(part: Original, message: Message, hints: Hints) -> Parsed:
    yield from read_mail(part, hints, _stamp(message.opening))


def messages(file: BinaryIO) -> Iterator[Message]:
    """The messages of a mailbox; no more than one of them is in memory."""
    buffer = bytearray(file.read(_CHUNK))
    first = _FIRST.match(buffer)
    opening = bytes(first[0]) if first is not None else b""
    del buffer[: len(opening)]
    searched, is_too_large, at_end = 0, False, not buffer
    while True:
        found = _next_start(buffer, searched)
        if found is not None and (at_end or found.end() <= len(buffer) - _MARGIN):
            yield _message(opening, buffer[: found.start()], is_too_large)
            opening, searched, is_too_large = bytes(found[0]), 0, False
            del buffer[: found.end()]
            continue
        if at_end:
            break
        searched = max(0, len(buffer) - 2 * _MARGIN)
        if len(buffer) > MAX_UNPACKED:
            is_too_large = True
            del buffer[:searched]
            searched = 0
        chunk = file.read(_CHUNK)
        at_end = not chunk
        buffer += chunk
    if opening or buffer.strip():
        yield _message(opening, buffer, is_too_large)


def _next_start(buffer: bytearray, at: int) -> re.Match[bytes] | None:
    while (line := buffer.find(b"\nFrom ", at)) >= 0:  # fifty times as fast as the pattern by itself
        found = _START.match(buffer, line + 1)
        if found is not None:
            return found
        at = line + 1
    return None


def _message(opening: bytes, data: bytearray, is_too_large: bool) -> Message:
    words = opening.decode("utf-8", "replace").strip()
    whole = b"" if is_too_large else bytes(data)
    return Message(words, _QUOTED.sub(rb"\1", whole) if b">From " in whole else whole, is_too_large)


def _stamp(opening: str) -> Published | None:
    """The date of "From a@b Tue Jan 14 08:00:00 2025": its time is that of some clock, so the day alone is taken."""
    found = _STAMP.search(opening)
    sent = date_of(f"{found[2]} {found[1]} {found[5]}  {found[3]} +0000") if found is not None else None
    return Published(sent.date) if sent is not None else None
