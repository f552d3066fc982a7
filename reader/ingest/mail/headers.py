"""The header of a message or of one of its parts: never raises, whatever stands there."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_tz

from reader.core.article import Published
from reader.ingest.encoding import decode
from reader.ingest.feeds.moments import next_midnight

LONGEST = 10_000
"""Code points of one field; the rest is cut off. The standard library takes quadratic time on some longer ones."""
_LARGEST = 1 << 18  # bytes of a header; real ones reach 30 kB
_FIELD = re.compile(rb"[!-9;-~]{1,100}[ \t]{0,10}:")
KNOWN_FIELD = (
    rb"(?i:from|to|date|subject|sender|received|message-id|mime-version|reply-to|return-path|content-[a-z-]{2,30}"
    rb"|delivered-to|status|x-[a-z0-9-]{1,40})[ \t]{0,10}:"
)
"""The beginning of a field that only a header has, as a regular expression."""
_KNOWN_LINE = re.compile(KNOWN_FIELD)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_CUT_WORD = re.compile(r"=\?[^?\s]{1,75}\?[bq]\?[^?]{0,10000}$", re.IGNORECASE)  # an encoded word without its end
# Mistakes of the standard library on fields that are made to break it.
_BROKEN = (HeaderParseError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Headers:
    """The fields in order, their names in small letters, their values unfolded."""

    fields: tuple[tuple[str, str], ...] = ()

    def get(self, name: str) -> str:
        """The first field of that name as it stands there, or empty."""
        return next((value for found, value in self.fields if found == name), "")

    def words(self, name: str) -> str:
        """The first field of that name with its encoded words read, on one line."""
        return decoded_words(self.get(name))

    def kind(self, default: str = "text/plain") -> str:
        """The content type in small letters, "text/plain" for what is none."""
        return self._message().get_content_type() if self.get("content-type") else default

    def parameter(self, name: str, of: str = "content-type") -> str:
        """A parameter of a field, or empty."""
        try:
            found = self._message().get_param(name, "", of)
            found = found[2] if isinstance(found, tuple) else found
            return decoded_words(str(found)).strip()
        except _BROKEN:
            return ""

    def file_name(self) -> str:
        """The name under which a part was attached, or empty; it is a label and no path."""
        try:
            return decoded_words(self._message().get_filename("") or "").replace("\\", "/").rpartition("/")[2].strip()
        except _BROKEN:
            return ""

    def is_attached(self) -> bool:
        """Whether the part is a file by itself and no text of the message."""
        return self.get("content-disposition").strip().lower().startswith("attachment")

    def published(self) -> Published | None:
        """When the message was sent, to the minute and with its offset."""
        return date_of(self.get("date"))

    def sender(self) -> str:
        """The name of whoever sent the message, else the address, else empty."""
        for field in ("from", "sender", "reply-to"):
            value = self.get(field)[:2000]
            name, address = _name_and_address(value)
            if name or address:
                return name or address
            if value.strip(" <>"):
                return decoded_words(value).strip(" \"'<>")
        return ""

    def _message(self) -> Message:
        message = Message()
        for name, value in self.fields:
            if name in ("content-type", "content-disposition", "content-transfer-encoding") and name not in message:
                message[name] = value[:2000]
        return message


def read_headers(data: bytes, start: int, end: int) -> tuple[Headers, int]:
    """The header that begins at ``start`` and the offset of the body; a header without any field is empty."""
    fields: list[tuple[str, list[bytes]]] = []
    at, last = start, min(end, start + _LARGEST)
    while at < last:
        stop = data.find(b"\n", at, last)
        stop = last if stop < 0 else stop + 1
        line = data[at:stop]
        bare = line.rstrip(b"\r\n")
        if not bare.strip():
            at = stop
            break
        if bare[:1] in b" \t" and fields:
            fields[-1][1].append(bare)
        elif _FIELD.match(bare):
            name, _, value = bare.partition(b":")
            fields.append((name.strip().decode("ascii").lower(), [value]))
        elif not bare.startswith((b"From ", b">From ")) and not (fields and _KNOWN_LINE.match(data, stop, last)):
            break  # the blank line is missing; a line without sense amid the fields is passed over
        at = stop
    return Headers(tuple((name, _value(lines)) for name, lines in fields)), at


def decoded_words(value: str) -> str:
    """A value with its encoded words read ("=?utf-8?Q?Caf=C3=A9?="), on one line."""
    if len(value) > LONGEST:
        value = _CUT_WORD.sub("", value[:LONGEST])
    if "=?" in value:
        with suppress(*_BROKEN):
            value = "".join(_decoded(part, charset) for part, charset in decode_header(value))
    return " ".join(value.split())


def date_of(value: str) -> Published | None:
    """A date of a mail ("Tue, 14 Jan 2025 08:00:00 -0500"), or None for what is none."""
    try:
        found = parsedate_tz(value[:200])
        if found is None or not 1970 <= found[0] <= 2200:
            return None
        date = dt.date(*found[:3])
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    minutes = (found[9] or 0) // 60
    offset = minutes if abs(minutes) <= 16 * 60 else None
    if found[3:5] == (24, 0):
        return next_midnight(date, offset)
    try:
        time = dt.time(found[3], found[4])
    except (ValueError, OverflowError):
        return Published(date)
    return Published(date, time, offset)


def _value(lines: list[bytes]) -> str:
    raw = b" ".join(line.strip() for line in lines[:1000])
    return decode(raw[: 4 * LONGEST])[: LONGEST + 1]


def _decoded(part: bytes | str, charset: str | None) -> str:
    if isinstance(part, str):
        return part
    if charset is None:
        return part.decode("raw-unicode-escape", "replace")
    return decode(part, charset)


def _name_and_address(value: str) -> tuple[str, str]:
    try:
        name, address = parseaddr(value)
    except _BROKEN:
        name, address = "", ""
    found = _ADDRESS.search(address) or _ADDRESS.search(value)
    name = decoded_words(name).strip(" \"'")
    if not name and found is not None:  # a name that is written as no standard allows: "News, The <news@…>"
        name = decoded_words(value[: value.find("<")] if "<" in value else "").strip(" \"'")
    return ("" if "@" in name or name.startswith("=?") else name), found[0] if found is not None else ""
