"""What another program brings, by the clipboard or by a drop: files, a text, a message, or nothing to be had."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFileInfo, QMimeData, QUrl

_PARAGRAPH = re.compile(r"<(?:p|h[1-6]|blockquote|li|article)(?:\s[^<>]{0,5000})?/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?|ftp)://\S{1,4000}", re.IGNORECASE)
_MAIL = "message/rfc822"
_PROMISES = ("text/x-moz-message", "application/x-moz-file-promise", "application/x-moz-file-promise-url")
"""What Thunderbird gives for a message or an attachment that is not a file yet, and hands to nobody but itself."""
_PROMISED = frozenset({"imap-message", "mailbox-message", "mailbox", "imap", "news-message"})
_HEAD = '<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n'


@dataclass(frozen=True, slots=True)
class Text:
    """A text that is to be kept as a file of its own."""

    suffix: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Brought:
    """Files, or a text, or why there is neither."""

    paths: tuple[Path, ...] = ()
    text: Text | None = None
    refused: str = ""
    """Of: address (nothing is fetched), promise (a message that is no file yet), empty."""


def brought(mime: QMimeData | None) -> Brought:
    """What can be taken in of data. Files are better than texts, and a text better than an address."""
    if mime is None:  # Qt says so of an empty clipboard
        return Brought(refused="empty")
    urls = mime.urls() or _file_urls(mime.text())
    if paths := tuple(dict.fromkeys(_file_of(url.toLocalFile()) for url in urls if url.isLocalFile())):
        return Brought(paths)
    if mail := bytes(mime.data(_MAIL).data()):
        return Brought(text=Text(".eml", mail))
    html, words = mime.html(), mime.text()
    plain = "" if urls or _ADDRESS.fullmatch(words.strip()) else words.strip()
    if _PARAGRAPH.search(html) or (html.strip() and not plain and not urls and not words.strip()):
        return Brought(text=Text(".html", page_of(html)))
    if plain:
        return Brought(text=Text(".txt", plain.encode("utf-8", "replace") + b"\n"))
    if _is_promise(mime, urls):
        return Brought(refused="promise")
    return Brought(refused="address" if urls or words.strip() else "empty")


def may_bring(mime: QMimeData) -> bool:
    """Whether data may hold something, told by its formats alone: while it is dragged, not all of it can be had."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml() or any(map(mime.hasFormat, (_MAIL, *_PROMISES)))


def page_of(html: str) -> bytes:
    """A stretch of HTML, as programs put it on the clipboard, as a page by itself."""
    # The mark at the beginning stands above whatever letters the page was declared to have.
    whole = (
        html
        if re.match(r"\s{0,200}(?:<!doctype|<html[\s>])", html, re.IGNORECASE)
        else _HEAD + html + "\n</body></html>"
    )
    return b"\xef\xbb\xbf" + whole.encode("utf-8", "replace")


def _file_of(path: str) -> Path:
    """The file itself where a path is that of a shortcut on Windows or of an alias on a Mac, which are files too."""
    about = QFileInfo(path)
    target = about.symLinkTarget() if about.isShortcut() or about.isAlias() else ""
    return Path(target or path)


def _file_urls(text: str) -> list[QUrl]:
    """The files that a text names, a line each, as some programs write them."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines or len(lines) > 1000 or not all(line.startswith("file:///") for line in lines):
        return []
    return [QUrl(line) for line in lines]


def _is_promise(mime: QMimeData, urls: list[QUrl]) -> bool:
    return any(map(mime.hasFormat, _PROMISES)) or any(url.scheme().lower() in _PROMISED for url in urls)
