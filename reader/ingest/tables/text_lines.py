"""The lines of a table, decoded one after another, so that a dump may be larger than memory."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from reader.ingest.encoding import decode, encoding_of
from reader.ingest.gate import MAX_UNPACKED
from reader.ingest.original import Original

_SAMPLE = 1 << 16
# A carriage return alone ends a line in what old programs wrote.
_RETURN = re.compile(r"(?<=\r)(?!\n)")


def text_lines(original: Original) -> Iterator[str]:
    """The lines of a text with their ends, without NULs. Raises OSError.

    A line longer than the gate's limit comes in pieces.
    """
    with original.open() as file:
        name = encoding_of(file.read(_SAMPLE))
        file.seek(0)
        lines = _wide_lines(file, name) if name.startswith(("utf-16", "utf-32")) else _byte_lines(file, name)
        first = True
        for line in lines:
            tidy = line.replace("\x00", "")
            tidy = tidy.removeprefix("\ufeff") if first else tidy
            first = False
            if "\r" in tidy:
                yield from filter(None, _RETURN.split(tidy))
            elif tidy:
                yield tidy


def letters_of(original: Original) -> str:
    """The name of the encoding, as the reader is shown it: "UTF-8", "Windows-1252"."""
    with original.open() as file:
        name = encoding_of(file.read(_SAMPLE))
    return {"cp1252": "Windows-1252"}.get(name, name.upper())


def _wide_lines(file: BinaryIO, name: str) -> Iterator[str]:
    text = io.TextIOWrapper(file, name, errors="replace", newline="")
    try:
        while line := text.readline(MAX_UNPACKED):
            yield line
    finally:
        text.detach()


def _byte_lines(file: BinaryIO, name: str) -> Iterator[str]:
    if file.read(3) != codecs.BOM_UTF8:
        file.seek(0)
    while line := file.readline(MAX_UNPACKED):
        try:
            yield line.decode("utf-8")
        except UnicodeDecodeError:  # a file may hold lines of several origins
            yield decode(line) if name == "utf-8" else line.decode(name, "replace")
