"""The nouns as JSON objects, as the contract of the command line writes them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.core.annotations import Annotations, Quotation
from reader.core.article import Article, Dateline, Removal
from reader.core.kinds import BlockRole, Form, QuotationKind
from reader.core.markup import html_of
from reader.core.spans import Span
from reader.core.wording import sentence

if TYPE_CHECKING:  # what a library gives is not loaded where only a file is read
    from reader.core.rows import ArticleRow, ConcordanceLine, EntityRow, QuotationRow, Reading
    from reader.core.search import Facet, Hit

Shape = dict[str, object]


def pair(span: Span | None) -> list[int] | None:
    """A span as ``[start, end]``."""
    return [span.start, span.end] if span else None


def row(article: ArticleRow) -> Shape:
    """An article in ``list``."""
    return {
        "id": article.id,
        "headline": article.headline,
        "publication": article.publication,
        "published": article.published or None,
        "read": article.read,
        "starred": article.starred,
        "tags": list(article.tags),
    }


def dateline(line: Dateline | None) -> Shape | None:
    """Place, agency and date as written."""
    return {"place": line.place, "agency": line.agency, "date": line.date} if line else None


def removal(removed: Removal) -> Shape:
    """A removal with its reason in words."""
    return {"text": removed.text, "reason": sentence(removed.reason), "at": removed.at}


def show(reading: Reading) -> Shape:
    """An article in ``show``."""
    article = reading.article
    return {
        "id": article.id,
        "headline": article.headline,
        "text": article.text,
        "blocks": [{"start": b.span.start, "end": b.span.end, "role": b.role} for b in article.blocks],
        "publication": article.publication,
        "byline": list(article.byline),
        "dateline": dateline(article.dateline),
        **published(article),
        "language": article.language,
        "flags": dict.fromkeys(article.flags, True),
        "origin": {"path": article.origin.path, "member": article.origin.member, "url": article.origin.url},
        "removed": [removal(r) for r in article.removals],
        "versions": list(reading.versions),
        "groups": list(dict.fromkeys((*reading.versions, *(member.id for member in reading.group)))),
    }


def published(article: Article) -> Shape:
    """When an article was published and why we think so."""
    when = article.published
    return {
        "published": when.iso if when else None,
        "published_why": sentence(when.why) if when and when.why else None,
    }


def read(article: Article) -> Shape:
    """An article in ``read``; ``text`` is the body alone."""
    body = [
        b.span.of(article.text)
        for b in article.blocks
        if b.role in (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST, BlockRole.TABLE, BlockRole.QUOTE)
    ]
    return {
        "headline": article.headline,
        "byline": list(article.byline),
        "published": published(article)["published"],
        "publication": article.publication,
        "dateline": dateline(article.dateline),
        "captions": list(article.texts(BlockRole.CAPTION)),
        "text": "\n\n".join(body),
        "html": html_of(article),
        "url": article.origin.url or None,
        "related": [r.text for r in article.removals if r.reason.code == "related-link"],
        "removed": [{"text": r.text, "reason": sentence(r.reason)} for r in article.removals],
        "flags": dict.fromkeys(article.flags, True),
        "language": article.language,
    }


def entity(found: EntityRow) -> Shape:
    """An entity of the library."""
    return {
        "id": found.id,
        "name": found.name,
        "kind": found.kind,
        "aliases": list(found.aliases),
        "roles": list(found.roles),
        "mentions": found.mentions,
        "articles": found.articles,
        "first": found.first or None,
        "last": found.last or None,
    }


def mention(line: ConcordanceLine) -> Shape:
    """A mention in its sentence."""
    return {
        "article": line.article,
        "headline": line.headline,
        "published": line.published or None,
        "start": line.span.start,
        "end": line.span.end,
        "form": line.form,
        "sentence": line.sentence,
    }


def quotation(found: QuotationRow) -> Shape:
    """A quotation of the library."""
    return {
        "article": found.article,
        "published": found.published or None,
        "kind": found.kind,
        "content": found.content,
        "spans": [pair(span) for span in found.spans],
        "cue": found.cue,
        "speaker_text": found.speaker_text,
        "speakers": [{"id": speaker.id, "name": speaker.name} for speaker in found.speakers],
        "confidence": round(found.confidence, 3),
    }


def hit(found: Hit) -> Shape:
    """An article that answers a query."""
    return {
        "id": found.id,
        "headline": found.row.headline if found.row else "",
        "published": (found.row.published or None) if found.row else None,
        "score": round(found.score, 4),
        "snippets": [{"text": s.text, "at": s.at, "marks": [pair(mark) for mark in s.marks]} for s in found.snippets],
    }


def annotated(text: str, found: Annotations) -> Shape:
    """The annotations of a text by itself; ids are the article's own chains."""
    names = _written(text, [(m.span, m.chains) for m in found.mentions if m.form is Form.NAME])
    roles = _written(text, [(r.span, (r.chain,)) for r in found.roles])
    return {
        "mentions": [
            {
                "start": m.span.start,
                "end": m.span.end,
                "kind": m.kind,
                "form": m.form,
                "entity": m.chains[0] if m.chains else None,
                "entities": list(m.chains),
            }
            for m in found.mentions
        ],
        "entities": [
            {
                "id": chain.id,
                "name": chain.name,
                "kind": chain.kind,
                "aliases": list(names.get(chain.id, ())),
                "roles": list(roles.get(chain.id, ())),
            }
            for chain in found.chains
        ],
        "roles": [{"start": r.span.start, "end": r.span.end, "entity": r.chain} for r in found.roles],
        "quotations": [_attribution(q) for q in found.quotations],
    }


def facets(found: Iterable[Facet]) -> Shape:
    """What hits have, by field; ``value`` is what a query holds after the field, ``name`` what a reader calls it."""
    return {
        facet.field: [{"value": value.value, "name": value.words, "count": value.count} for value in facet.values]
        for facet in found
    }


def _written(text: str, spans: Iterable[tuple[Span, tuple[int, ...]]]) -> dict[int, dict[str, None]]:
    """For each chain the ways in which it is written, each once, in order of their first use."""
    ways: dict[int, dict[str, None]] = {}
    for span, chains in spans:
        for chain in chains:
            ways.setdefault(chain, {})[" ".join(span.of(text).split())] = None
    return ways


def _attribution(found: Quotation) -> Shape:
    return {
        "kind": QuotationKind(found.kind),
        "content": [pair(span) for span in found.content],
        "cue": pair(found.cue),
        "speaker": pair(found.speaker),
        "speakers": list(found.speakers),
        "confidence": round(found.confidence, 3),
    }
