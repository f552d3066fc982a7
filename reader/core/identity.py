"""How articles and texts are named: digests that are the same on every machine."""

from __future__ import annotations

import hashlib

from reader.core.article import ArticleId


def digest_of(data: bytes) -> str:
    """The BLAKE2b digest of some bytes, 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def text_digest(text: str) -> str:
    """The digest of a text; lone surrogates are kept apart instead of refused."""
    return digest_of(text.encode("utf-8", "surrogatepass"))


def article_id(*, address: str, digest: str, member: str, text: str) -> ArticleId:
    """The id of an article: from its canonical address (else the file's digest and the member) and its text."""
    where = address or f"{digest}\n{member}"
    return ArticleId(hashlib.blake2b(f"{where}\n{text_digest(text)}".encode(), digest_size=8).hexdigest())
