"""A saved page in one file with all its parts (MHTML): the page itself is read as any other saved page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reader.core.identity import article_id
from reader.core.reasons import Reason
from reader.core.steps import Failed
from reader.ingest.archives.frames import with_frames
from reader.ingest.archives.opening import place_of
from reader.ingest.html.page import read_html
from reader.ingest.mail.headers import Headers
from reader.ingest.mail.parts import Part, parts_of, top_headers
from reader.ingest.original import Found, Hints, Original, Parsed

_PAGES = ("text/html", "application/xhtml+xml")


def read_mhtml(original: Original, hints: Hints) -> Parsed:
    """The article of the page; the original that is kept is the file with all its parts."""
    headers, parts = top_headers(original.data), tuple(parts_of(original.data))
    pages = [part for part in parts if part.kind in _PAGES]
    if not pages:
        return
    root = _root(headers, pages)
    text = root.text()
    saved = headers.published()  # when the page was saved, not when its story was published
    address = _address(headers, root)
    page = replace(original, url=address, day=saved.date if saved is not None else original.day, file=None)
    found = list(_read(text, page, original, hints))
    if not found and len(pages) > 1:  # frames hold advertisements, mostly: only a page without a story has it in them
        whole = with_frames(text, _location(root) or address, _frames(pages))
        found = list(_read(whole, page, original, hints))
    yield from found
    boundary = headers.parameter("boundary")
    if boundary and f"--{boundary}--".encode() not in original.data:  # browsers always write the end
        place = place_of(original)
        yield Failed(original.path, Reason("cut-off", (place,)), member=original.member)


def _read(text: str, page: Original, original: Original, hints: Hints) -> Parsed:
    digest = original.origin().digest
    steps: Parsed = read_html(replace(page, data=text.encode("utf-8", "replace")), hints)
    for found in steps:
        if isinstance(found, Found):
            article = found.article
            origin = replace(article.origin, digest=digest)
            name = article_id(address=origin.url, digest=digest, text=article.text)
            yield Found(replace(article, id=name, origin=origin), original.data)
        else:
            yield found


def _root(headers: Headers, pages: Sequence[Part]) -> Part:
    """The part that the header names as the beginning, else the one saved from its address, else the first page."""
    start = headers.parameter("start").strip("<> ")
    address = headers.get("snapshot-content-location") or headers.get("content-location")
    named = [part for part in pages if start and part.headers.get("content-id").strip("<> ") == start]
    located = [part for part in pages if address and part.headers.get("content-location") == address]
    return next(iter((*named, *located, *pages)))


def _address(headers: Headers, root: Part) -> str:
    found = (
        headers.get("snapshot-content-location"),
        headers.get("x-snapshot-content-location"),
        headers.get("content-location"),
        root.headers.get("content-location"),
        root.headers.get("content-base"),
    )
    return next((address for address in found if address.lower().startswith(("http://", "https://"))), "")


def _location(part: Part) -> str:
    return part.headers.get("content-location")


def _frames(pages: Sequence[Part]) -> dict[str, str]:
    frames: dict[str, str] = {}
    for part in pages:
        name = part.headers.get("content-id").strip("<> ")
        for address in filter(None, (f"cid:{name}" if name else "", _location(part))):
            frames.setdefault(address, part.text())
    return frames
