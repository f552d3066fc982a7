"""Zip archives whose list of names is lost: it stands at the end, so whatever was cut off has none.

Each member has a header of its own right above its bytes (APPNOTE.TXT 4.3.7); they are read one after another.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

_HEADER = struct.Struct("<4s5H3I2H")
_MARK, _LIST_MARK = b"PK\x03\x04", b"PK\x01\x02"
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 1, 8, 0x800  # bits of the flags
_WIDE = 0xFFFFFFFF
"""In place of a size that stands in the extra field, where it has 64 bits."""
_PIECE = 1 << 16  # bytes


@dataclass(frozen=True, slots=True)
class Member:
    """What stands behind one header."""

    info: zipfile.ZipInfo
    """Its name, time and flags."""
    data: bytes = field(repr=False)
    """Unpacked, as far as it goes, and never much more than was asked for."""
    taken: int
    """Packed bytes that were read for it; 0 where they are damaged."""
    is_whole: bool


def members_of_cut(file: BinaryIO, most: int) -> Iterator[Member]:
    """The members in the order in which they were written, up to the cut, ``most`` and one byte of each at most."""
    place = 0
    while (found := _next_header(file, place)) is not None:
        info, start = found
        member, place = _member(file, info, start, most)
        yield member


def first_name(file: BinaryIO) -> str:
    """The name of the first member, which in documents and books tells what they are; empty where there is none."""
    found = _next_header(file, 0)
    return found[0].filename if found is not None else ""


def _next_header(file: BinaryIO, place: int) -> tuple[zipfile.ZipInfo, int] | None:
    """The next header at or behind a place of the file, and where its bytes begin; None at the list or the end."""
    while (at := _find(file, place)) is not None:
        file.seek(at)
        head = file.read(_HEADER.size)
        if len(head) < _HEADER.size:
            return None
        _, _, flags, method, time, day, crc, packed, size, name_length, extra_length = _HEADER.unpack(head)
        name, extra = file.read(name_length), file.read(extra_length)
        if name and len(name) == name_length and len(extra) == extra_length:
            date = (1980 + (day >> 9), day >> 5 & 15, day & 31, time >> 11, time >> 5 & 63, time % 32 * 2)
            info = zipfile.ZipInfo(name.decode("utf-8" if flags & _UTF8 else "cp437", "replace"), date)
            info.flag_bits, info.compress_type, info.CRC = flags, method, crc
            info.file_size, info.compress_size = _sizes(size, packed, extra)
            return info, at + _HEADER.size + name_length + extra_length
        place = at + 1
    return None


def _find(file: BinaryIO, place: int) -> int | None:
    """Where the next header stands; None where the list of names begins before it."""
    file.seek(place)
    before = b""
    while piece := file.read(_PIECE):
        window = before + piece
        at, end = window.find(_MARK), window.find(_LIST_MARK)
        if at >= 0 and not 0 <= end < at:
            return place - len(before) + at
        if end >= 0:
            return None
        place += len(piece)
        before = window[-3:]
    return None


def _sizes(size: int, packed: int, extra: bytes) -> tuple[int, int]:
    """Both sizes, from the extra field where they are too large for the header."""
    if _WIDE not in (size, packed):
        return size, packed
    at = 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<HH", extra, at)
        if kind == 1 and length >= 16 and at + 20 <= len(extra):
            size, packed = struct.unpack_from("<QQ", extra, at + 4)
            return size, packed
        at += 4 + length
    return size, packed


def _member(file: BinaryIO, info: zipfile.ZipInfo, start: int, most: int) -> tuple[Member, int]:
    """The member whose bytes begin at ``start``, and where to look for the next header."""
    file.seek(start)
    ends_itself = bool(info.flag_bits & _SIZES_BEHIND) and not info.compress_size
    data, taken, is_whole = b"", 0, False
    if info.compress_type == zipfile.ZIP_DEFLATED and not info.flag_bits & _ENCRYPTED:
        data, taken, is_whole = _inflated(file, None if ends_itself else info.compress_size, most)
    elif info.compress_type == zipfile.ZIP_STORED and not ends_itself:
        data = file.read(min(info.compress_size, most + 1))
        taken, is_whole = len(data), len(data) == info.compress_size
    is_whole = is_whole and (ends_itself or zlib.crc32(data) == info.CRC)
    return Member(info, data, taken, is_whole), start + taken


def _inflated(file: BinaryIO, packed: int | None, most: int) -> tuple[bytes, int, bool]:
    """The unpacked bytes, how many packed ones they were, and whether they came to their own end."""
    engine = zlib.decompressobj(wbits=-15)
    out, taken = bytearray(), 0
    while not engine.eof and len(out) <= most:
        piece = file.read(_PIECE if packed is None else min(_PIECE, packed - taken))
        if not piece:
            return bytes(out), taken, False
        taken += len(piece)
        try:
            while piece and len(out) <= most:
                out += engine.decompress(piece, most + 1 - len(out))
                piece = engine.unconsumed_tail
        except zlib.error:
            return bytes(out), 0, False  # the next member may stand right behind the damage
    return bytes(out), taken - len(engine.unused_data) - len(engine.unconsumed_tail), engine.eof
