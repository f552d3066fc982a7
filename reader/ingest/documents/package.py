"""The parts of a document that is a zip file (EPUB, DOCX, ODT), read by name within the limits of the gate."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import unquote

from lxml import etree

from reader.core.reasons import Trouble
from reader.ingest.archives.opening import open_zip, place_of
from reader.ingest.formats import MOST_MEMBERS
from reader.ingest.gate import MAX_UNPACKED, is_too_much, too_much
from reader.ingest.original import Original
from reader.ingest.xml import parse_xml


@dataclass(frozen=True, slots=True)
class Package:
    """An open zip file. Nothing is ever written under the names that it holds."""

    archive: zipfile.ZipFile
    members: dict[str, zipfile.ZipInfo]
    name: str

    def has(self, part: str) -> bool:
        """Whether there is a part of this name."""
        return part in self.members

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises Trouble: "bomb", "too-large", "damaged", "protected", "damaged-archive"."""
        info = self.members.get(part)
        if info is None:
            raise Trouble("damaged-archive", self.name)
        if info.flag_bits & 1:
            raise Trouble("protected", self.name)
        if is_too_much(info.file_size, info.compress_size):
            raise too_much(info.file_size, info.compress_size, self.name)
        try:
            with self.archive.open(info) as file:
                data = file.read(MAX_UNPACKED + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, ValueError) as error:
            raise Trouble("damaged", self.name) from error
        except RuntimeError as error:  # it wants a password
            raise Trouble("protected", self.name) from error
        if is_too_much(len(data), info.compress_size):  # the directory may lie
            raise too_much(len(data), info.compress_size, self.name)
        return data

    def beside(self, part: str) -> etree._Element | None:
        """A part that stands beside the text, as XML; None where there is none, or none that can be read."""
        try:
            return parse_xml(self.read(part), self.name) if self.has(part) else None
        except Trouble:  # the text is what the reader came for
            return None


@contextmanager
def opened(original: Original) -> Iterator[Package]:
    """The parts of a document. Raises Trouble("damaged-archive")."""
    with open_zip(original) as archive:
        infos = archive.infolist()[:MOST_MEMBERS]
        yield Package(archive, {info.filename: info for info in infos if not info.is_dir()}, place_of(original))


def part_at(folder: str, address: str) -> str:
    """The name of the part to which a relative address leads from a folder; a way out of the package leads nowhere."""
    path = normpath(f"{folder}/{unquote(address.partition('#')[0])}".lstrip("/"))
    return "" if path.startswith("..") else path
