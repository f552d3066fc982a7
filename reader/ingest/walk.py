"""The files behind the paths that somebody gave us: folders are walked in order, hidden names are passed over."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath

from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.gate import reason_of

# What browsers call the folder of a page that is saved whole, each in the language of its reader.
_FOLDER_ENDINGS = tuple(
    "_files .files -Dateien _Dateien _fichiers _archivos _arquivos _ficheiros _bestanden -filer _filer _tiedostot "
    "_pliki _soubory _elemei _file _datoteke _fitxers _dosyalar".split()
)
# What only a page needs. A folder beside a page that holds none of it was named so by somebody who keeps stories there.
_PAGE_PARTS = frozenset(
    ".css .js .mjs .map .png .jpg .jpeg .jfif .gif .svg .webp .ico .avif .bmp .woff .woff2 .ttf .otf .eot "
    ".download .swf".split()
)
# The files and folders of a library of Dateline (``store.opening``, ``store.lane``, ``store.copies``,
# ``services.library``, ``services.copying``), which stories may lie beside.
_LIBRARY = "library.sqlite"
_OF_LIBRARY = re.compile(
    r"(?:library|set-aside-[\dT-]{1,40})\.sqlite(?:-wal|-shm|-journal)?|writer\.lock(?:-journal)?"
    r"|copies|index(?:-[\dT-]{1,40})?"
)


def files(paths: Iterable[Path]) -> Iterator[Path | Failed]:
    """Each file once and in sorted order within a folder; a path that does not exist or holds none is a ``Failed``.

    Names that begin with a dot are passed over inside folders, and links to folders are not followed there (a link in
    a pile of news may lead to a whole disk). So is the folder beside a saved page that holds its pictures and scripts
    ("Story_files" beside "Story.html"), and what belongs to a library of Dateline. A path that was given by name is
    taken as it is.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            key = found.path if isinstance(found, Failed) else os.path.realpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def page_of_folder(name: str) -> tuple[str, ...]:
    """The names that the page of which a folder holds the parts may have; empty where it is no such folder."""
    page = next((name.removesuffix(end) for end in _FOLDER_ENDINGS if name.endswith(end)), "")
    return tuple(page + suffix for suffix in (".html", ".htm", ".xhtml", ".mhtml")) if page else ()


def is_page_part(name: str) -> bool:
    """Whether a file is a style, a script, a picture or a font, of which pages are made."""
    return PurePath(name).suffix.lower() in _PAGE_PARTS


def _under(path: Path) -> Iterator[Path | Failed]:
    try:
        is_folder = path.is_dir()
        if not is_folder and not os.path.lexists(path):
            yield Failed(str(path), Reason("missing", (str(path),)))
            return
    except ValueError:  # a NUL in the path
        yield Failed(str(path), Reason("missing", (str(path),)))
        return
    except OSError as error:
        yield Failed(str(path), reason_of(error, path))
        return
    if not is_folder:
        yield path
        return
    is_empty = True
    for found in _walk(path):
        is_empty = False
        yield found
    if is_empty:
        yield Failed(str(path), Reason("empty-folder", (str(path),)))


def _walk(folder: Path) -> Iterator[Path | Failed]:
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                found = sorted((e for e in entries if not e.name.startswith(".")), key=lambda e: e.name)
        except OSError as error:
            yield Failed(str(here), reason_of(error, here))
            continue
        folders = []
        names = {entry.name for entry in found}
        if _LIBRARY in names:
            found = [entry for entry in found if not _OF_LIBRARY.fullmatch(entry.name)]
        for entry in found:
            if entry.is_dir(follow_symlinks=False):
                if names.isdisjoint(page_of_folder(entry.name)) or not _holds_page_parts(entry.path):
                    folders.append(here / entry.name)
            elif not _leads_to_folder(entry):
                yield here / entry.name
        waiting.extend(reversed(folders))


def _leads_to_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a link to a folder; one that the system cannot follow is handed on, so that reading reports it."""
    try:
        return entry.is_symlink() and entry.is_dir()
    except OSError:
        return False


def _holds_page_parts(folder: str) -> bool:
    return any(is_page_part(name) for _, _, names in os.walk(folder) for name in names)
