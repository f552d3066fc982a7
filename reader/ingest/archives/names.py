"""Which members of an archive are no stories, told from their names. A name is a label: nothing is written under it."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from reader.ingest.walk import page_of_folder

# What pages and programs put beside stories.
_NO_STORIES = frozenset(
    ".css .less .scss .js .mjs .ts .map .wasm .png .jpg .jpeg .jfif .gif .svg .svgz .webp .ico .avif .heic .bmp .tif "
    ".tiff .psd .mp3 .mp4 .m4a .m4v .m4s .aac .flac .mov .avi .mkv .webm .ogg .oga .ogv .opus .wav .swf .vtt .srt "
    ".woff .woff2 .ttf .otf .eot .exe .dll .so .dylib .pyc .class .jar .db .sqlite .lnk .url .webloc .lock .log .bak "
    ".tmp .cdx .cdxj .idx .ics .vcf .p7s .asc .sig .xsl .xsd .dtd".split()
)
_BESIDE = frozenset(("__macosx", "thumbs.db", "desktop.ini", "@eadir"))


def is_passed_over(name: str, names: Collection[str] = ()) -> bool:
    """Whether a member is hidden, a picture, a style, a script, or belongs to a page among ``names``."""
    path = PurePosixPath(name.replace("\\", "/"))
    parts = [part for part in path.parts if part not in ("/", "..", ".")]
    if not parts or path.suffix.lower() in _NO_STORIES:
        return True
    if any(part.startswith(".") or part.lower() in _BESIDE for part in parts):
        return True
    for folder in path.parents:
        if any((folder.parent / page).as_posix() in names for page in page_of_folder(folder.name)):
            return True
    return False
