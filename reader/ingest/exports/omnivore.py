"""Omnivore's export: entries in "metadata_0_to_19.json", the saved text of each in "content/SLUG.html" beside it."""

from __future__ import annotations

import re
from collections.abc import Callable

from reader.ingest.encoding import decode
from reader.ingest.gate import MAX_UNPACKED
from reader.ingest.tables.json_values import parse, written

_METADATA = re.compile(r"(?:.*/)?metadata_\d{1,9}_to_\d{1,9}\.json", re.DOTALL)


def is_metadata(name: str) -> bool:
    """Whether a member of an archive is a list of entries whose texts lie beside it."""
    return _METADATA.fullmatch(name) is not None


def with_texts(data: bytes, name: str, text_of: Callable[[str], bytes | None]) -> tuple[bytes, frozenset[str]]:
    """The list with the text of each entry in it, as other services write it, and the members that hold these texts.

    ``text_of`` gives the bytes of a member, or None. A list that is broken or has no texts stays as it is.
    """
    found = parse(decode(data))
    entries = found.values[0] if found.is_whole and len(found.values) == 1 else None
    if not isinstance(entries, list):
        return data, frozenset()
    folder = name.rpartition("/")[0]
    used: set[str] = set()
    size = len(data)
    for entry in entries:
        slug = entry.get("slug") if isinstance(entry, dict) else None
        member = f"{folder}/content/{slug}.html".lstrip("/")
        if not isinstance(slug, str) or member in used or (text := text_of(member)) is None:
            continue
        size += len(text)
        if size > MAX_UNPACKED:
            break
        entry["content"] = decode(text)
        used.add(member)
    return (written(entries), frozenset(used)) if used else (data, frozenset())
