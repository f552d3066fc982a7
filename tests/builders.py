"""Small builders: what a test needs, in a line."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article, Block, Origin, Published
from reader.core.identity import article_id, digest_of
from reader.core.kinds import BlockRole
from reader.core.spans import Span


def article(
    *body: str,
    headline: str = "Crews wait for word from Meresund",
    path: str = "/stories/wait.txt",
    url: str = "",
    day: str = "2024-03-12",
    publication: str = "Coastline Press",
) -> Article:
    """An article with a headline and body paragraphs."""
    text, blocks = headline, [Block(Span(0, len(headline)), BlockRole.HEADLINE)]
    for paragraph in body:
        text += "\n\n"
        blocks.append(Block(Span(len(text), len(text) + len(paragraph)), BlockRole.BODY))
        text += paragraph
    digest = digest_of(text.encode())
    return Article(
        article_id(address=url, digest=digest, text=text),
        text,
        tuple(blocks),
        publication=publication,
        published=Published(dt.date.fromisoformat(day)) if day else None,
        language="en",
        origin=Origin(path, url=url, digest=digest),
    )


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text, the first time or the ``nth`` time after it."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))
