"""What a server sent, as it was before it was packed: chunks joined and gzip undone, with limits."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from reader.core.reasons import Trouble
from reader.ingest.gate import MAX_RATIO, MAX_UNPACKED, is_too_much, too_much
from reader.ingest.mail.headers import Headers

_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]{0,20}(?:;[^\r\n]{0,200})?\r?\n")
_ALWAYS_FINE = 1_000_000  # bytes
_PIECE = 1 << 16  # bytes that are unpacked at a time


def body_of(raw: bytes, headers: Headers, name: str) -> bytes:
    """The body behind the fields of its header. What is cut off is as long as it is. Raises Trouble("bomb")."""
    if "chunked" in headers.get("transfer-encoding").lower():
        raw = _joined(raw)
    packings = [part.strip().lower() for part in headers.get("content-encoding").split(",") if part.strip()]
    for packing in reversed(packings[:4]):
        unpack = _UNPACK.get(packing)
        raw = unpack(raw, name) if unpack is not None else raw
    return raw


def _joined(raw: bytes) -> bytes:
    """The chunks one after another; a body that is none, for a crawler has joined it already, as it is."""
    parts: list[bytes] = []
    at = 0
    while (found := _CHUNK.match(raw, at)) is not None:
        size = int(found[1], 16)
        if not size:
            return b"".join(parts)
        parts.append(raw[found.end() : found.end() + size])
        at = found.end() + size
        at += 2 if raw[at : at + 2] == b"\r\n" else 1 if raw[at : at + 1] == b"\n" else 0
    return b"".join(parts) if parts else raw


def _limit(raw: bytes) -> int:
    return max(_ALWAYS_FINE, min(MAX_UNPACKED, MAX_RATIO * len(raw)))


def _gzip(raw: bytes, name: str) -> bytes:
    return _inflated(raw, name, 31) if raw.startswith(b"\x1f\x8b") else raw


def _deflate(raw: bytes, name: str) -> bytes:
    return _inflated(raw, name, 15) or _inflated(raw, name, -15) or raw


def _inflated(raw: bytes, name: str, wbits: int) -> bytes:
    """The unpacked bytes, as far as they go where they are cut off or damaged."""
    engine = zlib.decompressobj(wbits=wbits)
    out, limit = bytearray(), _limit(raw)
    for start in range(0, len(raw), _PIECE):
        piece = raw[start : start + _PIECE]
        while piece and not engine.eof:
            try:
                out += engine.decompress(piece, limit + 1 - len(out))
            except zlib.error:
                return bytes(out)
            piece = engine.unconsumed_tail
            _check(len(out), len(raw), name)
    return bytes(out)


def _brotli(raw: bytes, name: str) -> bytes:
    """The unpacked bytes, as far as they go; many crawlers undo the packing and keep its field."""
    import brotli  # late: few archives need it

    engine = brotli.Decompressor()
    out, piece = bytearray(), raw
    try:
        while not engine.is_finished():
            got = engine.process(piece, output_buffer_limit=_PIECE)
            out += got
            _check(len(out), len(raw), name)
            if not got and (not piece or engine.can_accept_more_data()):
                break  # all of it is given, and it is cut off
            piece = b""
    except brotli.error:
        return bytes(out) or _as_it_is(raw, Trouble("damaged", name))
    return bytes(out)


def _zstandard(raw: bytes, name: str) -> bytes:
    """We have no library for it."""
    return _as_it_is(raw, Trouble("unsupported", name, "Zstandard"))


def _as_it_is(raw: bytes, trouble: Trouble) -> bytes:
    """A body that is not packed, for many crawlers undo the packing and keep its field."""
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{", b"%"):
        return raw
    raise trouble


def _check(size: int, packed: int, name: str) -> None:
    if is_too_much(size, packed) or size > max(_ALWAYS_FINE, MAX_UNPACKED):
        raise too_much(size, packed, name)


_UNPACK: dict[str, Callable[[bytes, str], bytes]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstandard,
}
