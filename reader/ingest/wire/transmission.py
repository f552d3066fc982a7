"""Messages as they went over the wire: IPTC 7901 and ANPA 1312, one or several in a file.

Control characters part a message: SOH header STX text ETX trailer EOT. Messages that lost them, or that were printed,
are told by their first lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.core.article import Published
from reader.ingest.barrier import guarded
from reader.ingest.dates import MONTHS
from reader.ingest.encoding import decode
from reader.ingest.feeds.moments import read_moment
from reader.ingest.original import Hints, Original, Parsed
from reader.ingest.wire.agency_text import read_agency_text

_BETWEEN = b"\x16\x00 \r\n"
_SOH, _STX, _ETX = "\x01", "\x02", "\x03"
# "AP-WF-11-13-13 0745GMT", month first; "212101 GMT Nov 18", with the day before the time.
_AP_STAMP = re.compile(r"\bAP-[A-Z]{2}-(\d{2})-(\d{2})-(\d{2})\s{1,3}(\d{2})(\d{2})\s?([A-Z]{3,4})?")
_STAMP = re.compile(
    r"\b(\d{2})(\d{2})(\d{2})\s{0,3}(?:(GMT|UTC|Z|[A-Z]{3,4})\s{1,3})?([A-Za-z]{3})[a-z]{0,6}\s{0,3}(\d{4}|\d{2})\b"
)
_END = 600  # code points at the end of a text in which its stamp stands


@dataclass(frozen=True, slots=True)
class Message:
    """The three parts of one message."""

    header: str
    text: str
    trailer: str
    place: int = 0
    """How many times SOH stands before it."""


def read_transmission(original: Original, hints: Hints) -> Parsed:
    """The stories of a file of messages."""
    text = decode(original.data)
    messages = list(messages_in(text))
    own = original.data.split(_SOH.encode())
    if len(own) != text.count(_SOH) + 1:  # an encoding in which a character has several bytes
        own = [chunk.encode("utf-8", "replace") for chunk in text.split(_SOH)]
    for number, message in enumerate(messages, 1):
        data = (_SOH.encode() if message.place else b"") + own[message.place].rstrip(_BETWEEN)
        part = original.part(str(number), data) if len(messages) > 1 else original
        yield from guarded(part, _read(message, part, hints))


def _read(message: Message, part: Original, hints: Hints) -> Parsed:
    yield from read_agency_text(message.header, message.text, message.trailer, sent(message), part, hints)


def messages_in(text: str) -> Iterator[Message]:
    """The messages of a file; one that has no control characters is a message by itself."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n")
    for place, chunk in enumerate(text.split(_SOH)):
        header, marked, rest = chunk.partition(_STX)
        if not marked:
            header, rest = "", chunk
        body, _, trailer = rest.partition(_ETX)
        if any(map(str.isalpha, body)):
            yield Message(header, body, trailer, place)


def sent(message: Message) -> Published | None:
    """When a message was sent, by the stamp behind its text or at its end."""
    end = message.text[-_END:] + "\n" + message.trailer
    found = _AP_STAMP.search(end)
    if found is not None:
        month, day, year, hour, minute, zone = found.groups()
        return read_moment(f"{day} {_month_name(month)} 20{year} {hour}:{minute} {zone or ''}")
    for stamp in _STAMP.finditer(end):
        day, hour, minute, zone, month, year = stamp.groups()
        if month.lower() in MONTHS:
            year = year if len(year) == 4 else ("20" if int(year) < 70 else "19") + year
            return read_moment(f"{day} {month} {year} {hour}:{minute} {zone or 'GMT'}")
    return None


def _month_name(number: str) -> str:
    return next((name for name, value in MONTHS.items() if value == int(number)), "")
