"""Reading lines from several streams at once, whichever has something to say, without threads."""

from __future__ import annotations

import io
import select
import sys
import time
from collections import deque
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from reader.core.reasons import Trouble

_CHUNK = 65536
_PATIENCE = 0.005
"""Seconds between two looks, on a system where pipes can only be looked at."""


class LineReader:
    """The lines of a stream, as they come. Nobody else may read from the stream."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.stream, self._name = stream, name
        self.ended = False
        self._parts: list[bytes] = []
        self.kept: deque[bytes] = deque()
        """Lines that have come and that ``take`` has not given yet."""

    def take(self) -> Iterator[bytes]:
        """The lines that have come, one by one; the rest is kept for later. Raises Trouble("cannot-read")."""
        if not self.kept:
            self.kept.extend(self.read())
        while self.kept:
            yield self.kept.popleft()

    def read(self) -> list[bytes]:
        """The lines that have come to their end. Waits only where ``ready`` did not name this reader.

        Raises Trouble("cannot-read").
        """
        try:
            chunk = self.stream.read1(_CHUNK)  # type: ignore[attr-defined]
        except OSError as error:
            raise Trouble("cannot-read", self._name, error.strerror or "") from error
        self.ended = not chunk
        self._parts.append(chunk)
        if b"\n" not in chunk:
            return []
        *lines, rest = b"".join(self._parts).split(b"\n")
        self._parts = [rest]
        return lines

    def rest(self) -> bytes:
        """What came after the last line's end."""
        return b"".join(self._parts)


def ready(readers: Sequence[LineReader], seconds: float | None = None) -> list[LineReader]:
    """Those that can be read without waiting; waits for the first, or at most so long."""
    in_memory = [reader for reader in readers if not _has_descriptor(reader)]
    if in_memory:
        return in_memory
    return _wait(readers, seconds)


def _has_descriptor(reader: LineReader) -> bool:
    try:
        reader.stream.fileno()
    except io.UnsupportedOperation:
        return False
    return True


if sys.platform == "win32":
    import _winapi
    import msvcrt

    def _wait(readers: Sequence[LineReader], seconds: float | None) -> list[LineReader]:
        until = None if seconds is None else time.monotonic() + seconds
        while not (found := [reader for reader in readers if _has_bytes(reader.stream)]):
            if until is not None and time.monotonic() > until:
                return []
            time.sleep(_PATIENCE)
        return found

    def _has_bytes(stream: BinaryIO) -> bool:
        try:
            return bool(_winapi.PeekNamedPipe(msvcrt.get_osfhandle(stream.fileno()), 0)[0])
        except OSError:  # its other end is closed, or it is a file: neither lets anybody wait
            return True

else:

    def _wait(readers: Sequence[LineReader], seconds: float | None) -> list[LineReader]:
        found, _, _ = select.select([reader.stream for reader in readers], [], [], seconds)
        return [reader for reader in readers if reader.stream in found]
