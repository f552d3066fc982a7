"""The seal of an index folder: a small JSON file that names every segment with its size, checksum and deletions.

No file is opened before the seal fits: the folder is ours, for this library, by this analysis, and no file is missing,
cut or changed. Nothing in the folder is a pickle, which could run what it likes. Writing the seal is also the moment of
a commit: before it the old state stands, whole, and after it the new one.
"""

from __future__ import annotations

import json
import os
import re
import zlib
from collections.abc import Iterable
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from reader.index.analysis import FINGERPRINT as ANALYSIS
from reader.index.documents import IndexDamaged

FILE = "index.json"
FORMAT = 3
FINGERPRINT = "segments-3 fields-5"
"""Changed with the files or fields: an index that was made with others cannot be read."""
LARGEST = 50_000_000
MOST_SUMMED = 48_000_000
"""Bytes of files whose checksums are compared at every opening (12 ms); of larger ones, the sizes."""
_NAME = re.compile(r"MAIN_[0-9a-z]+\.seg")


Contents = tuple[str, int, int]
"""Name, size and checksum of a file."""


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A segment as it was when it was sealed: ``size`` in bytes, CRC-32, how many documents, which are deleted."""

    name: str
    size: int
    crc: int
    documents: int = 0
    deleted: tuple[int, ...] = ()

    @property
    def contents(self) -> Contents:
        """What does not change as documents are deleted."""
        return self.name, self.size, self.crc


@dataclass(frozen=True, slots=True)
class Seal:
    """The files of one state of the index. ``generation`` grows with every commit; 0 has no files."""

    library: str
    generation: int
    files: tuple[SealedFile, ...] = ()
    analysis: str = ANALYSIS

    @property
    def is_stale(self) -> bool:
        """Whether it was made by another analysis: it answers, not quite right, until it has been made anew."""
        return self.analysis != ANALYSIS


def is_ours(name: str) -> bool:
    """Whether a file of this name was made by the program, sealed or not yet."""
    return name.startswith((FILE, "MAIN", "_MAIN"))


def read(folder: Path, library: str) -> Seal:
    """The seal of a folder. Raises IndexDamaged when it is missing, changed, older, or another library's."""
    if folder.is_symlink() or not folder.is_dir():
        raise IndexDamaged("there is no folder")
    try:
        if folder.joinpath(FILE).stat().st_size > LARGEST:
            raise IndexDamaged("the seal is too large")
        facts = json.loads(folder.joinpath(FILE).read_text("utf-8"))
        if facts.pop("sum") != _sum(facts):
            raise IndexDamaged("the seal has changed")
        if (facts["format"], facts["fingerprint"]) != (FORMAT, FINGERPRINT):
            raise IndexDamaged("it was made by another version")
        if facts["library"] != library:
            raise IndexDamaged("it was made for another library")
        files = tuple(_file(*file) for file in facts["files"])
        return Seal(library, int(facts["generation"]), files, str(facts["analysis"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise IndexDamaged("the seal is missing or unreadable") from error


def _file(name: str, size: int, crc: int, documents: int, deleted: list[int]) -> SealedFile:
    """Raises IndexDamaged when the facts are not those of a file of ours."""
    numbers = (size, crc, documents, *deleted)
    if not (isinstance(name, str) and _NAME.fullmatch(name)):
        raise IndexDamaged("the seal names a file that is not the index's")
    if not all(type(n) is int and n >= 0 for n in numbers) or max(deleted, default=-1) >= documents:
        raise IndexDamaged("the seal makes no sense")
    return SealedFile(name, size, crc, documents, tuple(deleted))


def check(folder: Path, seal: Seal, known: frozenset[Contents] = frozenset()) -> None:
    """Compares all sizes, and the checksums of what is not known and not too large. Raises IndexDamaged."""
    for file in seal.files:
        if _size(folder / file.name) != file.size:
            raise IndexDamaged(f"{file.name} is cut")
    unknown = [file for file in seal.files if file.contents not in known]
    large = sum(file.size for file in unknown) > MOST_SUMMED
    _compare(folder, () if large else unknown)


def verify(folder: Path, seal: Seal) -> None:
    """Compares every file with its size and checksum. Raises IndexDamaged."""
    check(folder, seal, frozenset(file.contents for file in seal.files))
    _compare(folder, seal.files)


def _compare(folder: Path, files: Iterable[SealedFile]) -> None:
    for file in files:
        try:
            crc = _crc(folder / file.name)
        except OSError as error:
            raise IndexDamaged(f"{file.name} cannot be read") from error
        if crc != file.crc:
            raise IndexDamaged(f"{file.name} has changed")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise IndexDamaged(f"{path.name} is missing") from error


def flushed(path: Path, documents: int, deleted: tuple[int, ...], before: SealedFile | None) -> SealedFile:
    """A segment to be sealed, flushed to the disk. It never changes, so one that was sealed before is not read."""
    if before is not None:
        return replace(before, deleted=deleted)
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    return SealedFile(path.name, path.stat().st_size, _crc(path), documents, deleted)


def write(folder: Path, seal: Seal) -> None:
    """Puts a seal in place in one step."""
    facts: dict[str, Any] = {"format": FORMAT, "fingerprint": FINGERPRINT, "library": seal.library}
    facts |= {"analysis": seal.analysis}
    facts |= {"generation": seal.generation, "files": [list(astuple(file)) for file in seal.files]}
    part = folder / f"{FILE}.part"
    with part.open("w", encoding="utf-8") as out:
        out.write(json.dumps({**facts, "sum": _sum(facts)}))
        out.flush()
        os.fsync(out.fileno())
    part.replace(folder / FILE)
    flush_folder(folder)


def flush_folder(folder: Path) -> None:
    """Makes renames in a folder outlast a power cut. Windows has no such call, and needs none."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sum(facts: Any) -> int:
    return zlib.crc32(json.dumps(facts, sort_keys=True).encode())


def _crc(path: Path) -> int:
    with path.open("rb") as data:
        crc = 0
        while chunk := data.read(1 << 20):
            crc = zlib.crc32(chunk, crc)
        return crc
