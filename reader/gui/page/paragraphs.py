"""The paragraphs that the page shows, decided without touching any: blocks of the text, its kicker, its removals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reader.core.article import Article, Block, Removal
from reader.core.kinds import BlockRole
from reader.core.reasons import Reason
from reader.core.spans import Span

LONGEST = 8_000
"""Code points of one paragraph of the page. Qt lays a paragraph out whole, and a line of megabytes would stall it."""
STYLES = {
    BlockRole.HEADLINE: "headline",
    BlockRole.SUBHEAD: "subhead",
    BlockRole.BYLINE: "byline",
    BlockRole.TIMESTAMP: "byline",
    BlockRole.DATELINE: "dateline",
    BlockRole.CAPTION: "caption",
    BlockRole.CREDIT: "caption",
}
"""All other roles are set as body."""
_DASH = re.compile(r"\s*[-–—]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the document."""

    style: str
    words: str
    span: Span | None = None
    """Where the words stand in the text; none for the kicker and for removals."""
    opening: int = 0
    """How many code points at the beginning are the dateline."""
    reason: Reason | None = None
    """Why it was removed."""
    removal: int | None = None
    """Its number among the removals of the article, from 0."""
    continued: bool = False
    """Whether the next paragraph goes on with this one, without a gap."""


def paragraphs(
    article: Article, *, kicker: str = "", removals: bool = False, here: tuple[int, str] | None = None
) -> tuple[Paragraph, ...]:
    """What is to be shown, from top to bottom; ``here`` is where something stood, and the words for it."""
    datelines = {b.span.start: b.span.end for b in article.blocks if b.role is BlockRole.DATELINE}
    shown = [part for block in _joined(article) for part in _cut(_paragraph(article.text, block, datelines))]
    if removals:
        shown = _with_removals(shown, article.removals)
    if here is not None:
        at = next((n for n, one in enumerate(shown) if one.span is not None and one.span.start >= here[0]), len(shown))
        shown.insert(at, Paragraph("here", here[1]))
    if kicker:
        shown.insert(0, Paragraph("kicker", kicker))
    return tuple(shown)


def _joined(article: Article) -> Iterator[Block]:
    """The blocks in order, a credit joined to its caption, and lines that no block holds taken as body."""
    last: Block | None = None
    for block in _whole(article):
        if last is not None and last.role is BlockRole.CAPTION and block.role is BlockRole.CREDIT:
            last = Block(Span(last.span.start, block.span.end), BlockRole.CAPTION)
            continue
        if last is not None:
            yield last
        last = block
    if last is not None:
        yield last


def _whole(article: Article) -> Iterator[Block]:
    at = 0
    for block in sorted(article.blocks, key=lambda block: (block.span.start, -block.span.end)):
        yield from _loose(article.text, Span(at, block.span.start))
        if block.span.end > max(at, block.span.start):
            yield Block(Span(max(at, block.span.start), block.span.end), block.role)
        at = max(at, block.span.end)
    yield from _loose(article.text, Span(at, len(article.text)))


def _loose(text: str, span: Span) -> Iterator[Block]:
    at, words = span.start, span.of(text)
    if not words or words.isspace():
        return
    for line in words.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Block(Span(start, start + len(line.strip())), BlockRole.BODY)
        at += len(line) + 1


def _paragraph(text: str, block: Block, datelines: dict[int, int]) -> Paragraph:
    words = block.span.of(text)
    style = STYLES.get(block.role, "body")
    if style == "caption":  # its lines run on; every letter keeps its place
        words = words.replace("\n\n", " \u200b").replace("\n", " ")
    opening = datelines.get(block.span.start, block.span.end)
    if opening >= block.span.end:
        return Paragraph(style, words, block.span)
    dash = _DASH.match(text, opening, block.span.end)
    return Paragraph(style, words, block.span, (dash.end() if dash else opening) - block.span.start)


def _cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph in parts that can be laid out quickly, cut at spaces where there are any."""
    rest = paragraph
    while rest.span is not None and len(rest.words) > LONGEST:
        space = rest.words.rfind(" ", LONGEST // 2, LONGEST)
        at = space + 1 if space > 0 else LONGEST
        first = Span(rest.span.start, rest.span.start + at)
        yield replace(rest, words=rest.words[:at], span=first, continued=True)
        rest = replace(rest, words=rest.words[at:], span=Span(first.end, rest.span.end), opening=0)
    yield rest


def _with_removals(shown: list[Paragraph], removals: tuple[Removal, ...]) -> list[Paragraph]:
    """Puts each removal before the first paragraph that begins at or after the place where it stood."""
    mixed: list[Paragraph] = []
    left = sorted(
        ((n, removal) for n, removal in enumerate(removals) if removal.text.strip()), key=lambda each: each[1].at
    )
    for paragraph in shown:
        while left and paragraph.span is not None and left[0][1].at <= paragraph.span.start:
            mixed.append(_removed(*left.pop(0)))
        mixed.append(paragraph)
    return [*mixed, *(_removed(*each) for each in left)]


def _removed(number: int, removal: Removal) -> Paragraph:
    return Paragraph("removal", removal.text.strip()[:LONGEST], reason=removal.reason, removal=number)
