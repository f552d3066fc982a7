"""The seal of an index folder: a small JSON file that names every file with its size and checksum.

Whoosh keeps pickles in its folder, and a pickle runs what it likes. So nothing of Whoosh's is opened before the seal
fits: the folder is ours, for this library, by this analysis, and no file is missing, cut or changed.
"""

from __future__ import annotations

import json
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

from reader.index.documents import IndexDamaged

FILE = "index.json"
FORMAT = 1
LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class Seal:
    """What was sealed: names with (size, CRC-32), and a number that grows with every commit."""

    generation: int
    files: dict[str, tuple[int, int]]


def write(folder: Path, library: str, fingerprint: str, generation: int) -> None:
    """Seals what lies in the folder now: flushed, then put in place in one step."""
    names = sorted(file.name for file in folder.iterdir() if _counts(file))
    files = {name: (folder.joinpath(name).stat().st_size, _crc(folder / name)) for name in names}
    sealed = {
        "format": FORMAT, "library": library, "fingerprint": fingerprint, "generation": generation, "files": files,
    }  # fmt: skip
    part = folder / (FILE + ".part")
    with part.open("w", encoding="utf-8") as out:
        json.dump(sealed, out)
        out.flush()
        os.fsync(out.fileno())
    part.replace(folder / FILE)


def _counts(file: Path) -> bool:
    return file.is_file() and not file.name.startswith(FILE) and not file.name.endswith((".tmp", "_LOCK", "WRITELOCK"))


def read(folder: Path, library: str, fingerprint: str) -> Seal:
    """The seal of a folder, checked against the sizes of its files. Raises IndexDamaged."""
    if folder.is_symlink() or not folder.is_dir():
        raise IndexDamaged("there is no folder")
    try:
        file = folder / FILE
        if file.stat().st_size > LARGEST:
            raise IndexDamaged("the seal is too large")
        sealed = json.loads(file.read_text("utf-8"))
        files = {str(name): (int(size), int(crc)) for name, (size, crc) in sealed["files"].items()}
        facts = (sealed["format"], sealed["library"], sealed["fingerprint"], int(sealed["generation"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamaged("the seal is missing or unreadable") from error
    if facts[:3] != (FORMAT, library, fingerprint):
        raise IndexDamaged("it was made by another version, or for another library")
    _check_sizes(folder, files)
    return Seal(facts[3], files)


def _check_sizes(folder: Path, files: dict[str, tuple[int, int]]) -> None:
    for name, (size, _) in files.items():
        if name != os.path.basename(name) or name.startswith("."):  # noqa: PTH119 (a name, not a path)
            raise IndexDamaged("the seal names a file elsewhere")
        try:
            if folder.joinpath(name).stat().st_size != size:
                raise IndexDamaged(f"{name} is cut")
        except OSError as error:
            raise IndexDamaged(f"{name} is missing") from error
    tables = {file.name for file in folder.glob("*.toc")}
    if not tables or not tables <= set(files):
        raise IndexDamaged("a table of contents was not sealed")


def verify(folder: Path, seal: Seal) -> None:
    """Reads every file and compares its checksum. Raises IndexDamaged."""
    for name, (_, crc) in seal.files.items():
        if _crc(folder / name) != crc:
            raise IndexDamaged(f"{name} has changed")


def _crc(file: Path) -> int:
    try:
        with file.open("rb") as data:
            crc = 0
            while chunk := data.read(1 << 20):
                crc = zlib.crc32(chunk, crc)
            return crc
    except OSError as error:
        raise IndexDamaged(f"{file.name} cannot be read") from error
