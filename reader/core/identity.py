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


def article_id(*, address: str, digest: str, text: str, told: str = "") -> ArticleId:
    """The id of an article: from its canonical address, else the digest of its own bytes, and its text.

    The number of a row or of a message is no part of it: a new first one would make all the others new. ``told`` tells
    versions of one text apart, of which a later reading says more (a date, a byline); it is empty for all others.
    """
    named = f"{address or digest}\n{text_digest(text)}" + (f"\n{told}" if told else "")
    return ArticleId(hashlib.blake2b(named.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest())
