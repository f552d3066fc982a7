"""The pages that somebody visited, as a package of web archives lists them: the rest are frames, mostly of adverts."""

from __future__ import annotations

import json
import re
import zipfile
from urllib.parse import urljoin

from reader.core.reasons import Trouble
from reader.ingest.archives.streams import ZipMember, read_some

_LIST = re.compile(r"pages/[^/]{1,200}\.jsonl")
_LARGEST = 20_000_000  # bytes
_BEFORE = re.compile(r"^https?://(?:www\.)?", re.IGNORECASE)


class Pages:
    """Addresses of pages; those to which they lead on are added. An empty list holds every address."""

    def __init__(self, addresses: set[str]) -> None:
        self._known = {_key(address) for address in addresses}

    def __bool__(self) -> bool:
        return bool(self._known)

    def holds(self, address: str) -> bool:
        """Whether a page was visited."""
        return not self._known or _key(address) in self._known

    def lead_on(self, address: str, to: str) -> None:
        """Notes that one address answered with another."""
        if self._known and to and _key(address) in self._known:
            try:
                self._known.add(_key(urljoin(address, to)))
            except ValueError:
                return


def listed_pages(archive: zipfile.ZipFile) -> Pages:
    """The pages that a package lists; none where it has no list that can be read."""
    found: set[str] = set()
    for info in archive.infolist():
        if _LIST.fullmatch(info.filename) and info.file_size <= _LARGEST:
            try:
                with ZipMember(archive, info, info.filename).open() as file:
                    data, _ = read_some(file, _LARGEST)
            except Trouble:
                continue
            found.update(filter(None, map(_address, data.split(b"\n"))))
    return Pages(found)


def _address(line: bytes) -> str:
    try:
        entry = json.loads(line) if line.strip() else None
    except (ValueError, RecursionError):
        return ""
    address = entry.get("url") if isinstance(entry, dict) else None
    return address if isinstance(address, str) else ""


def _key(address: str) -> str:
    return _BEFORE.sub("", address.partition("#")[0]).rstrip("/")
