"""The gate before PDFium, which unpacks whatever a file holds: a page of one megabyte may hold a gigabyte of blanks."""

from __future__ import annotations

import re
import zlib

MOST_UNPACKED = 200_000_000
"""Bytes of one stream that is no picture; PDFium needs twice as much memory, and the densest real pages are a tenth."""
_DENSEST = 1032  # times that deflate packs at most
_FEWEST = MOST_UNPACKED // _DENSEST  # bytes that cannot unpack to more
_STEP = 1_000_000
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DICTIONARY = 2_000  # bytes before a stream in which its filters are named
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")


def is_bomb(data: bytes) -> bool:
    """Whether a stream of a PDF unpacks to more than any page holds, or is packed twice, as no program does."""
    for found in _STREAM.finditer(data):
        start = found.end()
        told = data[max(0, found.start() - _DICTIONARY) : found.start()].rpartition(b"obj")[2]
        filters = len(_PACKED.findall(told))
        if not filters or _PICTURE.search(told):
            continue
        if filters > 1 or _unpacks_to_more(data, start):
            return True
    return False


def _unpacks_to_more(data: bytes, start: int) -> bool:
    end = data.find(b"endstream", start)
    end = len(data) if end < 0 else end
    if end - start <= _FEWEST:
        return False
    engine, rest, size = zlib.decompressobj(), data[start:end], 0
    try:
        while rest and size <= MOST_UNPACKED and not engine.eof:
            size += len(engine.decompress(rest, _STEP))
            rest = engine.unconsumed_tail
    except zlib.error:  # damaged, or of another filter before it
        return False
    return size > MOST_UNPACKED
