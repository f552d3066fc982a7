"""Which members of an archive are no stories, told from their names. A name is a label: nothing is written under it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from reader.ingest.walk import is_page_part, page_of_folder

# What pages and programs put beside stories.
_NO_STORIES = frozenset(
    ".css .less .scss .js .mjs .ts .map .wasm .png .jpg .jpeg .jfif .gif .svg .svgz .webp .ico .avif .heic .bmp .tif "
    ".tiff .psd .mp3 .mp4 .m4a .m4v .m4s .aac .flac .mov .avi .mkv .webm .ogg .oga .ogv .opus .wav .swf .vtt .srt "
    ".woff .woff2 .ttf .otf .eot .exe .dll .so .dylib .pyc .class .jar .db .sqlite .lnk .url .webloc .lock .cdx .cdxj "
    ".idx .ics .vcf .p7s .xsl .xsd .dtd".split()
)
_SIGNATURES = (".asc", ".sig")
_BESIDE = frozenset(("__macosx", "thumbs.db", "desktop.ini", "@eadir"))


class Names:
    """The names of an archive, where they are known before its members: they tell which belong together."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(names)
        self._folders = frozenset(self._folders_of_pages())

    def is_beside_story(self, name: str) -> bool:
        """Whether a member is a part of a saved page, or signs another member."""
        path = PurePosixPath(name)
        if path.suffix.lower() in _SIGNATURES and name.removesuffix(path.suffix) in self._names:
            return True
        return not self._folders.isdisjoint(path.parents)

    def _folders_of_pages(self) -> Iterator[PurePosixPath]:
        """The folders beside pages that hold what only pages need."""
        for name in self._names:
            if is_page_part(name):
                for folder in PurePosixPath(name).parents:
                    if any((folder.parent / page).as_posix() in self._names for page in page_of_folder(folder.name)):
                        yield folder


NO_NAMES = Names()


def is_passed_over(name: str, names: Names = NO_NAMES) -> bool:
    """Whether a member is hidden, a picture, a style, a script, or belongs to another among ``names``."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part not in ("/", "..", ".")]
    if not parts or path.suffix.lower() in _NO_STORIES:
        return True
    if any(part.startswith(".") or part.lower() in _BESIDE for part in parts):
        return True
    return names.is_beside_story(name)
