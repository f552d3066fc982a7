"""What changed between two versions of a story, or two copies of it: quotations first, then sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from reader.core.annotations import Annotations, Quotation
from reader.core.article import Article
from reader.core.differing import NOTHING, Words, marks, pairs, words_in
from reader.core.kinds import BlockRole, QuotationKind
from reader.core.names import name_key
from reader.core.sentences import sentences_in
from reader.core.spans import Span

Side = tuple[Article, Annotations | None]
"""One of two versions; its annotations are None while it is pending."""

_READ = frozenset(
    {BlockRole.BODY, BlockRole.QUOTE, BlockRole.LIST, BlockRole.TABLE, BlockRole.SUBHEAD, BlockRole.CAPTION}
)
"""Roles of the blocks whose sentences are compared."""
_PRONOUNS = frozenset("he she it they we i who".split())


class Sign(StrEnum):
    """What became of a quotation or a sentence."""

    CHANGED = "changed"
    ADDED = "added"
    GONE = "gone"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said a quotation."""

    name: str
    """As the article names them, several joined by " and "; else the words of the text; empty where nobody is told."""
    named: bool
    """False for "officials"."""
    span: Span | None
    """Where the text tells it: "she", "Marenko"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation or a sentence in one of the two texts; all spans count code points of that article's text."""

    spans: tuple[Span, ...]
    """The sentence, or the content of the quotation."""
    marks: tuple[Span, ...] = ()
    """Words that the other side lacks; none where there is no other side."""
    speaker: Speaker | None = None
    """None for a sentence."""
    around: tuple[Span, ...] = ()
    """What stands around the content of a quotation in its sentences: "Marenko told reporters"."""


@dataclass(frozen=True, slots=True)
class Change:
    """A quotation or sentence of both texts, or of one."""

    sign: Sign
    older: Passage | None
    newer: Passage | None
    other_speaker: bool = False
    """Whether the words are given to another speaker."""


@dataclass(frozen=True, slots=True)
class FactChange:
    """Something told of the article that is no longer the same."""

    fact: str
    """Of: headline, date, byline, publication, dateline."""
    older: str
    newer: str


@dataclass(frozen=True, slots=True)
class WhatChanged:
    """All that differs between two texts, in the order of the newer one; what is gone stands where it stood."""

    quotations: tuple[Change, ...]
    sentences: tuple[Change, ...]
    same: tuple[Change, ...]
    """Sentences, and quotations with the same speaker, that are the same."""
    facts: tuple[FactChange, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A passage before it is compared: its words, and those around it."""

    passage: Passage
    words: Words
    framing: Words = NOTHING


@dataclass(frozen=True, slots=True)
class _Text:
    """One side: all its sentences, and the quotations that are told apart from them."""

    article: Article
    chains: dict[int, str]
    sentences: tuple[_Piece, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quotations: tuple[Quotation, ...] = ()


def changes(older: Side, newer: Side) -> WhatChanged:
    """Compares two articles. Quotations are told apart only where both are annotated."""
    quoted = older[1] is not None and newer[1] is not None
    mine, theirs = _taken_apart(older, quoted), _taken_apart(newer, quoted)
    mine, theirs = _without_lone(mine, theirs), _without_lone(theirs, mine)
    quotations = _compared(_quotations(mine), _quotations(theirs))
    sentences = _compared(_free(mine), _free(theirs))
    same = [change for change in (*quotations, *sentences) if change.newer and change.sign is Sign.SAME]
    return WhatChanged(
        tuple(change for change in quotations if change.sign is not Sign.SAME),
        tuple(change for change in sentences if change.sign is not Sign.SAME),
        tuple(sorted(same, key=lambda change: change.newer.spans if change.newer else ())),
        facts(older[0], newer[0]),
    )


# The pieces of a text


def _taken_apart(side: Side, quoted: bool) -> _Text:
    article, annotations = side
    spans = tuple(s for within in _read(article) for s in sentences_in(article.text, within))
    sentences = tuple(_Piece(Passage((s,)), words_in(article.text, (s,))) for s in spans)
    starts, ends = tuple(s.start for s in spans), tuple(s.end for s in spans)
    if annotations is None or not quoted:
        return _Text(article, {}, sentences, starts, ends)
    names = {chain.id: chain.name for chain in annotations.chains}
    return _Text(article, names, sentences, starts, ends, _in_marks(annotations.quotations))


def _read(article: Article) -> tuple[Span, ...]:
    """The ranges that are compared; the dateline that opens a paragraph is compared as a fact."""
    openings = [b.span for b in article.blocks if b.role is BlockRole.DATELINE]
    return tuple(
        Span(max([b.span.start, *(o.end for o in openings if b.span.contains(o))]), b.span.end)
        for b in article.blocks
        if b.role in _READ
    )


def _in_marks(quotations: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Quotations in marks, in order, without those inside another. An indirect one is compared as its sentence."""
    found: list[Quotation] = []
    for one in sorted(quotations, key=lambda q: (q.content[0].start, -q.content[-1].end)):
        inside = bool(found) and one.content[0].start < found[-1].content[-1].end
        if one.kind is not QuotationKind.INDIRECT and not inside:
            found.append(one)
    return tuple(found)


def _without_lone(text: _Text, other: _Text) -> _Text:
    """Without quotations that the annotator found in one of two equal sentences only: nothing changed there."""
    free = {sentence.words.keys for sentence in _free(other)}
    kept = (q for q in text.quotations if any(s.words.keys not in free for s in _sentences_of(text, q)))
    return replace(text, quotations=tuple(kept))


def _sentences_of(text: _Text, quotation: Quotation) -> tuple[_Piece, ...]:
    """The sentences of which a quotation takes a part, in order."""
    found = [text.sentences[n] for span in quotation.content for n in _touched(text, span)]
    return tuple({piece.passage.spans[0]: piece for piece in found}.values())


def _touched(text: _Text, span: Span) -> range:
    """The numbers of the sentences that share a place with a range."""
    return range(bisect_right(text.ends, span.start), bisect_left(text.starts, span.end))


def _free(text: _Text) -> tuple[_Piece, ...]:
    """The sentences of which no quotation takes a part."""
    taken = {n for quotation in text.quotations for span in quotation.content for n in _touched(text, span)}
    return tuple(piece for n, piece in enumerate(text.sentences) if n not in taken)


def _quotations(text: _Text) -> tuple[_Piece, ...]:
    content = [span for quotation in text.quotations for span in quotation.content]
    pieces = []
    for one in text.quotations:
        whole = [piece.passage.spans[0] for piece in _sentences_of(text, one)]
        around = tuple(part for span in whole for part in _outside(text.article.text, span, content))
        passage = Passage(one.content, speaker=_speaker(text, one), around=around)
        words = words_in(text.article.text, one.content)
        pieces.append(_Piece(passage, words, words_in(text.article.text, around)))
    return tuple(pieces)


def _outside(text: str, span: Span, holes: Sequence[Span]) -> Iterator[Span]:
    """What is left of a range without others, which are in order."""
    start = span.start
    for hole in (h for h in holes if h.overlaps(span)):
        yield from _trimmed(text, start, hole.start)
        start = max(start, hole.end)
    yield from _trimmed(text, start, span.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    if start < end and words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _speaker(text: _Text, quotation: Quotation) -> Speaker:
    names = " and ".join(text.chains[id] for id in quotation.speakers if id in text.chains)
    words = " ".join(quotation.speaker.of(text.article.text).split()) if quotation.speaker else ""
    return Speaker(names or words, bool(names), quotation.speaker)


# Comparing


def _compared(older: Sequence[_Piece], newer: Sequence[_Piece]) -> tuple[Change, ...]:
    """Every piece of both once, in the order of the newer text; what is gone comes where it stood in the older one."""
    partners = dict(pairs([piece.words.keys for piece in older], [piece.words.keys for piece in newer]))
    placed: list[tuple[tuple[int, int], Change]] = []
    after = -1
    for m, piece in enumerate(older):
        if m in partners:
            after = partners[m]
            placed.append(((after, 0), _change(piece, newer[after])))
        else:
            placed.append(((after, m + 1), Change(Sign.GONE, piece.passage, None)))
    paired = set(partners.values())
    added = (n for n in range(len(newer)) if n not in paired)
    placed += (((n, 0), Change(Sign.ADDED, None, newer[n].passage)) for n in added)
    return tuple(change for _, change in sorted(placed, key=lambda one: one[0]))


def _change(older: _Piece, newer: _Piece) -> Change:
    other = _is_other_speaker(older.passage.speaker, newer.passage.speaker)
    if older.words.keys == newer.words.keys and older.framing.keys == newer.framing.keys and not other:
        return Change(Sign.SAME, older.passage, newer.passage)
    mine, theirs = marks(older.words, newer.words)
    around_mine, around_theirs = marks(older.framing, newer.framing)
    return Change(
        Sign.CHANGED,
        replace(older.passage, marks=tuple(sorted((*mine, *around_mine)))),
        replace(newer.passage, marks=tuple(sorted((*theirs, *around_theirs)))),
        other,
    )


def _is_other_speaker(older: Speaker | None, newer: Speaker | None) -> bool:
    """Whether both are told and are not the same; a surname alone is the one who bears it."""
    if older is None or newer is None:
        return False
    mine, theirs = _surnames(older), _surnames(newer)
    return bool(mine and theirs) and mine != theirs


def _surnames(speaker: Speaker) -> frozenset[str]:
    """The last words of the names of all who speak; none of a pronoun, which may mean anybody."""
    names = [part.split() for part in name_key(speaker.name).split(" and ")]
    return frozenset(words[-1] for words in names if words and words[-1] not in _PRONOUNS)


def facts(older: Article, newer: Article) -> tuple[FactChange, ...]:
    """What is told of two articles and is not the same, apart from their texts."""
    told = [(fact, _facts(older)[fact], _facts(newer)[fact]) for fact in _facts(newer)]
    return tuple(FactChange(fact, before, now) for fact, before, now in told if before != now)


def _facts(article: Article) -> dict[str, str]:
    line = article.dateline
    return {
        "headline": " ".join(" ".join(article.texts(BlockRole.HEADLINE)[:1]).split()),
        "date": article.published.iso if article.published else "",
        "byline": ", ".join(article.byline),
        "publication": article.publication,
        "dateline": ", ".join(part for part in (line.place, line.agency, line.date) if part) if line else "",
    }
