"""The bytes of a web archive, plain or packed, with the places where records begin: damage costs one record.

Records are packed one by one, or all together. Where the next packed piece begins with a record, the one before it is
over, whatever length it claims.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO

from reader.core.reasons import Trouble
from reader.ingest.gate import MAX_RATIO

LONGEST_LINE = 1 << 16
"""Bytes of a line; what is longer comes in pieces."""
_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"
_RECORD = b"WARC/"
_ALWAYS_FINE = 100_000_000  # bytes


class RecordStream:
    """A stream that ends at each place where a record surely begins, until ``go_on`` is called.

    ``size`` counts the bytes of the file, packed or not; None where that is not known.
    """

    def __init__(self, file: BinaryIO, size: int | None, name: str) -> None:
        self._file, self._size, self._name = file, size, name
        self._data, self._at = b"", 0
        self._packed, self._engine = b"", zlib.decompressobj(wbits=31)
        self._waiting = b""
        """The beginning of the next record, behind a place where one surely begins."""
        self._is_fresh, self._opens_piece, self._has_begun = True, False, False
        self._taken = self._given = 0
        self.is_damaged = False
        first = self._more()
        self.is_packed = first.startswith(_GZIP)
        if self.is_packed:
            self._packed = first
        else:
            self._data = first

    def left(self) -> int | None:
        """How many bytes there are still, where that can be known."""
        if self.is_packed or self._size is None:
            return None
        return self._size - self._taken + len(self._data) - self._at

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, fewer only at the end."""
        parts: list[bytes] = []
        while size and (self._at < len(self._data) or self._fill()):
            part = self._data[self._at :] if size < 0 else self._data[self._at : self._at + size]
            self._at += len(part)
            size -= len(part) if size > 0 else 0
            parts.append(part)
        return b"".join(parts)

    def readline(self, size: int = -1) -> bytes:
        """A line with its end, at most ``LONGEST_LINE`` bytes of it."""
        most = LONGEST_LINE if size < 0 else min(size, LONGEST_LINE)
        line = b""
        while len(line) < most and (self._at < len(self._data) or self._fill()):
            end = self._data.find(b"\n", self._at, self._at + most - len(line))
            stop = min(len(self._data), self._at + most - len(line)) if end < 0 else end + 1
            line += self._data[self._at : stop]
            self._at = stop
            if end >= 0:
                break
        return line

    def give_back(self, line: bytes) -> None:
        """Puts a line back that was the last one read."""
        self._data, self._at = line + self._data[self._at :], 0

    def tell(self) -> int:
        """What warcio asks for and does not use here."""
        return 0

    def go_on(self) -> bool:
        """Goes to the next record that is packed by itself; False at the end of the file."""
        if self._at < len(self._data) or self._fill():
            return True
        self._data, self._at, self._waiting = self._waiting, 0, b""
        return bool(self._data)

    def _fill(self) -> bool:
        if self._waiting:
            return False
        data = self._unpacked() if self.is_packed else self._more()
        if self._opens_piece and self._has_begun and data.startswith(_RECORD):
            self._waiting = data
            return False
        self._has_begun = self._has_begun or bool(data)
        self._data, self._at = data, 0
        return bool(data)

    def _more(self) -> bytes:
        data = self._file.read(_CHUNK)
        self._taken += len(data)
        return data

    def _unpacked(self) -> bytes:
        at_end, is_inside = False, not self._is_fresh
        while not at_end:
            if not self._packed:
                self._packed = self._more()
                at_end = not self._packed
            self._opens_piece = self._is_fresh
            try:
                data = self._engine.decompress(self._packed, _CHUNK)
            except zlib.error:
                self._find_next()
                continue
            self._is_fresh = self._is_fresh and not data
            is_inside = bool(self._packed) or is_inside
            self._packed = self._engine.unconsumed_tail
            if self._engine.eof:
                self._packed = self._engine.unused_data.lstrip(b"\x00")
                self._restart()
                is_inside = False
            if data:
                self._given += len(data)
                if self._given > max(_ALWAYS_FINE, MAX_RATIO * self._taken):
                    raise Trouble("bomb", self._name)
                return data
        self.is_damaged = self.is_damaged or is_inside
        return b""

    def _restart(self) -> None:
        self._engine = zlib.decompressobj(wbits=31)
        self._is_fresh = True

    def _find_next(self) -> None:
        """Goes on where another packed piece may begin."""
        self.is_damaged = True
        at = self._packed.find(_GZIP, 1)
        while at < 0:
            last = self._packed[-1:] if self._packed[-1:] == _GZIP[:1] else b""
            more = self._more()
            if not more:
                break
            self._packed = last + more
            at = self._packed.find(_GZIP)
        self._packed = self._packed[at:] if at >= 0 else b""
        self._restart()
