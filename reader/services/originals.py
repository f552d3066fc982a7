"""The original of an article: told of, shown without anything that could act or load, and saved again as it came."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from reader.core.article import ArticleId, Origin
from reader.core.reasons import Trouble
from reader.services.library import Library
from reader.store import articles

MOST_LETTERS = 400_000
"""Code points of an original that are shown: a page of many megabytes would stall whatever lays it out."""
_NOT_IN_NAMES = '<>:"|?*\\/'


class OriginalKind(StrEnum):
    """How an original can be shown."""

    HTML = "html"
    TEXT = "text"
    BINARY = "binary"
    LOST = "lost"
    """The library does not hold it."""


@dataclass(frozen=True, slots=True)
class SavedOriginal:
    """An original as the library keeps it."""

    kind: OriginalKind
    format: str
    """What its bytes show it to be ("html", "mail", "pdf", "PNG"), or empty where they show nothing."""
    name: str
    """Under which it can be saved."""
    size: int
    """In bytes."""
    shown: str = ""
    """Safe HTML for HTML, the text for text, else empty."""
    cut: bool = False
    """Whether only its beginning is shown."""


def original_of(library: Library, id: ArticleId, *, contents: bool = True) -> SavedOriginal:
    """The original of an article; without ``contents`` only what it is. Raises Trouble("no-such-article")."""
    origin, data = _bytes(library, id)
    name = name_of(origin)
    if data is None:
        return SavedOriginal(OriginalKind.LOST, "", name, 0)
    kind, format = _kind(origin, data)
    if not contents or kind is OriginalKind.BINARY:
        return SavedOriginal(kind, format, name, len(data))
    from reader.ingest.encoding import decode

    text = decode(data)
    shown, cut = text[:MOST_LETTERS], len(text) > MOST_LETTERS
    if kind is OriginalKind.HTML:
        from reader.ingest.html.safe import safe_html

        shown, cut = _safe_start(safe_html(text))
    return SavedOriginal(kind, format, name, len(data), shown.replace("\x00", "\ufffd"), cut)


def save_original(library: Library, id: ArticleId, file: Path) -> Path:
    """Writes the bytes of an original into a file.

    Raises Trouble("no-such-article"), ("lost-original"), ("cannot-write").
    """
    _, data = _bytes(library, id)
    if data is None:
        raise Trouble("lost-original")
    try:
        file.write_bytes(data)
    except OSError as mistake:
        raise Trouble("cannot-write", str(file), mistake.strerror or str(mistake)) from mistake
    return file


def name_of(origin: Origin) -> str:
    """A name for the file: its own, that of an archive's member, or the file's with the number of the story in it."""
    path = PurePosixPath(origin.path.replace("\\", "/"))
    member = PurePosixPath(origin.member.replace("\\", "/").rstrip("/"))
    if not member.name:
        name = path.name
    elif member.suffix:
        name = member.name
    else:
        name = f"{path.stem}-{member.name}{path.suffix}"
    return (
        "".join("-" if char in '<>:"|?*\\/' or not char.isprintable() else char for char in name)[-120:] or "original"
    )


def _bytes(library: Library, id: ArticleId) -> tuple[Origin, bytes | None]:
    article = articles.find(library.store.db, id)
    if article is None:
        raise Trouble("no-such-article", id)
    return article.origin, articles.original(library.store.db, id)


def _kind(origin: Origin, data: bytes) -> tuple[OriginalKind, str]:
    from reader.ingest.encoding import utf16_without_mark
    from reader.ingest.formats import format_of, format_of_bytes, is_binary
    from reader.ingest.original import Original

    format = format_of_bytes(data)
    if not format or format in ("zip", "gzip"):
        try:
            format = format_of(Original(origin.path, data, origin.member, origin.url))
        except Trouble:
            format = format or ""
    if format in ("html", "bookmarks"):
        return OriginalKind.HTML, format
    packed = format_of_bytes(data) not in ("", "rtf", "warc")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(data)
    if packed or (is_binary(data) and not wide):
        return OriginalKind.BINARY, format
    return OriginalKind.TEXT, format


def _safe_start(html: str) -> tuple[str, bool]:
    """The beginning of safe HTML; pictures, which stand in it as long addresses, are not counted against it."""
    if len(html) <= MOST_LETTERS:
        return html, False
    end, letters = 0, 0
    while end < len(html) and letters < MOST_LETTERS:
        picture = html.find('src="data:', end)
        stop = len(html) if picture < 0 else picture
        take = min(stop - end, MOST_LETTERS - letters)
        end, letters = end + take, letters + take
        if end == picture:
            close = html.find('"', picture + 5)
            end = len(html) if close < 0 else close + 1
    cut = end < len(html)
    return (html[: max(html.rfind(">", 0, end) + 1, 0)] if cut else html), cut
