"""Invented archives, built in the tests: pages, records, and what is wrong with them."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
from collections.abc import Iterable

from reader.core.article import Article
from reader.core.steps import Failed
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)
LEDE = "The harbor crews voted on Tuesday to stay in port until the new contract is signed, the union said."
MORE = "Officials in Kestholm said that the ferries would run again by the end of the week if the talks go on."


def page(headline: str) -> bytes:
    """A page with one story."""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{headline}</title></head><body><article>'
        f"<h1>{headline}</h1><p>{LEDE}</p><p>{MORE}</p></article></body></html>"
    ).encode()


def response(
    url: str, body: bytes, *, fields: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A record of what a server sent."""
    sent = f"HTTP/1.1 {status}\r\n{fields}\r\n\r\n".encode() + body
    return record("response", url, sent, "application/http; msgtype=response")


def record(kind: str, url: str, data: bytes, content_type: str, length: int | None = None) -> bytes:
    """Any record, with its own length or another."""
    size = len(data) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-01-14T08:05:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: {content_type}\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + data + b"\r\n\r\n"


def packed(records: Iterable[bytes]) -> bytes:
    """Each record packed by itself, as crawlers do it."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)


def zipped(members: dict[str, bytes]) -> bytes:
    """A zip archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


def steps(name: str, data: bytes) -> list[Article | Failed]:
    """What comes out of a file."""
    found = read_original(Original(name, data), Hints(TODAY))
    return [step.article if isinstance(step, Found) else step for step in found if isinstance(step, Found | Failed)]


def headlines(name: str, data: bytes) -> list[str]:
    """The headlines of the stories in a file, failures as "! code"."""
    return [step.headline if isinstance(step, Article) else f"! {step.reason.code}" for step in steps(name, data)]
