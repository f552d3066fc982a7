"""The parts of a message, found in one pass over its lines, so that no depth and no order of boundaries is a danger.

The parser of the standard library calls itself for each multipart and looks at every open boundary for each line; its
fields and its decodings of bodies are used (``headers``, ``Part.content``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message

from reader.ingest.encoding import decode
from reader.ingest.mail.headers import Headers, read_headers

_DELIMITER = re.compile(rb"^--[^\n]{1,250}$", re.MULTILINE)
_NO_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_WHITE = re.compile(rb"\s+")
_SAMPLE = 1 << 16
_PLAIN = "text/plain"
_DIGEST = "multipart/digest"
_MOSTLY = 0.05  # of the bytes beyond the alphabet: such a body is no base64, whatever its header says


@dataclass(frozen=True, slots=True)
class Part:
    """One part that holds no others; ``raw`` is its body as it was sent."""

    headers: Headers
    raw: bytes = field(repr=False)
    kind: str
    """The content type, in small letters."""
    number: int
    """From 1, in order of the message."""
    choice: tuple[int, int] | None = None
    """Of the outermost multipart/alternative: which one, and which of its alternatives this part is in."""

    def content(self) -> bytes:
        """The body as it was before it was encoded for sending."""
        encoding = self.headers.get("content-transfer-encoding").partition(";")[0].strip().lower()
        if encoding in ("", "7bit", "8bit", "binary"):
            return self.raw
        if encoding == "base64" and _is_no_base64(self.raw):
            return self.raw
        message = Message()
        message["Content-Transfer-Encoding"] = encoding[:100]
        message.set_payload(self.raw.decode("ascii", "surrogateescape"))
        content = message.get_payload(decode=True)
        return content if isinstance(content, bytes) else self.raw

    def text(self) -> str:
        """The body as text."""
        return decode(self.content(), self.headers.parameter("charset"))


def top_headers(data: bytes) -> Headers:
    """The header of the message itself; blank lines above it are forgiven."""
    return read_headers(data, _first(data), len(data))[0]


def parts_of(data: bytes) -> Iterator[Part]:
    """The parts of a message in order. A message that is no multipart is one part."""
    return _Walk(data).parts()


@dataclass(slots=True)
class _Open:
    """A multipart whose end was not reached."""

    boundary: bytes
    kind: str
    parts: int = 0


class _Walk:
    """The multiparts that are open at one place of a message."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.open: list[_Open] = []
        self.places: dict[bytes, list[int]] = {}  # of each boundary in ``open``; a boundary may be used again inside
        self.outermost = -1  # the place of the outermost multipart/alternative
        self.alternatives = 0
        self.number = 0

    def parts(self) -> Iterator[Part]:
        at: int | None = _first(self.data)
        while at is not None:
            headers, body = read_headers(self.data, at, len(self.data))
            kind = headers.kind("message/rfc822" if self.open and self.open[-1].kind == _DIGEST else _PLAIN)
            boundary = headers.parameter("boundary").encode("utf-8", "replace").rstrip()[:250]
            opened = _Open(boundary, kind) if kind.startswith("multipart/") and boundary else None
            if opened is not None:
                self._enter(opened)
            choice = (self.alternatives, self.open[self.outermost].parts) if self.outermost >= 0 else None
            end, at = self._next(body)
            if opened is None or not opened.parts:  # a multipart in which no part ever came is its preamble
                self.number += 1
                kind = _PLAIN if kind.startswith("multipart/") else kind
                yield Part(headers, self.data[body:end], kind, self.number, choice)

    def _enter(self, opened: _Open) -> None:
        if opened.kind == "multipart/alternative" and self.outermost < 0:
            self.outermost = len(self.open)
            self.alternatives += 1
        self.places.setdefault(opened.boundary, []).append(len(self.open))
        self.open.append(opened)

    def _leave(self, depth: int) -> None:
        while len(self.open) > depth:
            self.places[self.open.pop().boundary].pop()
        if self.outermost >= depth:
            self.outermost = -1

    def _next(self, start: int) -> tuple[int, int | None]:
        """Where a body ends that begins at ``start``, and where the next part begins; None behind the last one."""
        end = -1
        for found in _DELIMITER.finditer(self.data, start):
            boundary = found[0][2:].rstrip()
            places = self.places.get(boundary)
            is_last = not places and boundary.endswith(b"--")
            if is_last:
                places = self.places.get(boundary[:-2])
            if not places:
                continue
            end = found.start() if end < 0 else end
            self._leave(places[-1] + (not is_last))
            if not is_last:
                self.open[-1].parts += 1
                return end, found.end() + 1
        return len(self.data) if end < 0 else end, None


def _first(data: bytes) -> int:
    mark = data.startswith(b"\xef\xbb\xbf") * 3
    head = data[mark : mark + 4096]
    return mark + len(head) - len(head.lstrip(b"\r\n \t"))


def _is_no_base64(raw: bytes) -> bool:
    sample = raw[:_SAMPLE]
    return len(_NO_BASE64.findall(sample)) > _MOSTLY * len(_WHITE.sub(b"", sample))
