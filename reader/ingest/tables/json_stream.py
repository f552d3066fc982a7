"""A JSON array that is larger than memory, one value after another."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from reader.core.reasons import Trouble
from reader.ingest.encoding import encoding_of
from reader.ingest.gate import MAX_MEGABYTES, MAX_UNPACKED
from reader.ingest.original import Original
from reader.ingest.tables.json_values import value_at

_CHUNK = 1 << 20
_SPACE = re.compile(r"[\s,]*")


def array_values(original: Original) -> Iterator[object]:
    """The values of the array that a file is. Raises OSError, and Trouble where it is none, or after its whole values.

    A value for which the text at hand is too short is tried again with twice as much: linear in the length.
    """
    with original.open() as file:
        head = file.read(_CHUNK)
        decoder = codecs.getincrementaldecoder(encoding_of(head))("replace")
        text = decoder.decode(head).replace("\x00", "").lstrip("\ufeff \t\r\n")
        if not text.startswith("["):
            raise Trouble("too-large", original.path, str(MAX_MEGABYTES))
        at = 1
        while True:
            found = _SPACE.match(text, at)
            at = found.end() if found is not None else at
            if text.startswith("]", at):
                return
            try:
                value, end = value_at(text, at)
            except ValueError:
                data = file.read(max(_CHUNK, len(text) - at)) if len(text) - at <= MAX_UNPACKED else b""
                if not data:
                    raise Trouble("cut-off", original.path) from None
                text, at = text[at:] + decoder.decode(data).replace("\x00", ""), 0
                continue
            yield value
            at = end


def array_objects(original: Original) -> Iterator[dict[str, object]]:
    """The objects of the array, as far as it is whole. Raises OSError, and Trouble where it is no array."""
    try:
        yield from (value for value in array_values(original) if isinstance(value, dict))
    except Trouble as trouble:
        if trouble.reason.code != "cut-off":
            raise
