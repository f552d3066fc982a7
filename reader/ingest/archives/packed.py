"""One file behind gzip, bzip2 or xz: "page.html.gz" is the page. What can be unpacked of a cut file is read."""

from __future__ import annotations

import re
from dataclasses import replace

from reader.core.reasons import Reason, Trouble
from reader.core.steps import Failed
from reader.ingest.archives.opening import place_of
from reader.ingest.archives.streams import PackedFile, read_some
from reader.ingest.archives.tars import members_of_tar
from reader.ingest.formats import STREAMS, format_of, format_of_bytes
from reader.ingest.gate import MAX_RATIO, MAX_UNPACKED, is_too_much, too_much
from reader.ingest.original import Original, Parsed

_HEAD = 1 << 16
_MOST_COUNTED = 200_000_000  # bytes; only to tell a bomb from a file that is merely large
_SUFFIX = re.compile(r"\.(?:gz|gzip|z|bz2|bz|xz|lzma)$", re.IGNORECASE)
_TAR = re.compile(r"\.(?:tgz|tbz2?|txz)$", re.IGNORECASE)


def read_packed(original: Original) -> Parsed:
    """The file inside; a tar archive gives its members; a dump is read as it is unpacked."""
    place = place_of(original)
    packed = PackedFile(original, format_of_bytes(original.data), place)
    data, trouble = _unpacked(packed, _HEAD)
    if format_of_bytes(data) == "tar":
        with packed.open() as stream:
            yield from members_of_tar(stream, original, place)
        return
    if trouble is None:
        data, trouble = _unpacked(packed, MAX_UNPACKED + 1)
    if trouble is not None and trouble.reason.code != "cut-off":
        raise trouble
    if not data:
        raise Trouble("damaged", place)
    size = _size(original)
    if is_too_much(len(data), size):
        data = data[:_HEAD]
        inner = replace(original.within(_name(original), data), file=packed)
        if not _is_stream(inner):
            raise too_much(_whole_size(packed, size), size, place)
    else:
        inner = original.within(_name(original), data)
    yield inner
    if trouble is not None:
        yield Failed(original.path, Reason("cut-off", (place,)), member=original.member)


def _unpacked(packed: PackedFile, most: int) -> tuple[bytes, Trouble | None]:
    with packed.open() as stream:
        return read_some(stream, most)


def _is_stream(inner: Original) -> bool:
    try:
        return format_of(inner) in STREAMS
    except Trouble:
        return False


def _whole_size(packed: PackedFile, size: int) -> int:
    """How many bytes a file unpacks to, or a number that is too large anyway."""
    found, most = 0, min(MAX_RATIO * size + 1, _MOST_COUNTED)
    with packed.open() as stream:
        while found < most and (chunk := stream.read(_HEAD)):
            found += len(chunk)
    return found


def _size(original: Original) -> int:
    with original.open() as file:
        return file.seek(0, 2)


def _name(original: Original) -> str:
    return _TAR.sub(".tar", _SUFFIX.sub("", original.name)) or original.name
