"""Questions about what the library holds; every answer is a noun of the core."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace
from enum import StrEnum

from reader import language
from reader.core.article import ArticleId
from reader.core.groups import Group
from reader.core.kinds import Form, Kind, QuotationKind
from reader.core.places import where
from reader.core.reasons import Trouble
from reader.core.rows import (
    ArticleRow,
    ConcordanceLine,
    Counts,
    EntityRow,
    ListEntry,
    QuotationRow,
    Reading,
)
from reader.core.sameness import Relation
from reader.core.sentences import sentence_around
from reader.core.spans import Span
from reader.language.english import is_english
from reader.services.library import Library
from reader.store import articles, groups, machine, mentions
from reader.store import entities as entity_store
from reader.store.mentions import Place, QuotationRecord


class ListFilter(StrEnum):
    """Which articles a list shows."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"


def article_ids(library: Library, which: ListFilter = ListFilter.ALL, tag: str = "") -> tuple[ListEntry, ...]:
    """Every article that fits, newest first."""
    unread, starred = which is ListFilter.UNREAD, which is ListFilter.STARRED
    return articles.entries(library.store.db, unread=unread, starred=starred, tag=tag)


def article_rows(library: Library, ids: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
    """The rows of some articles, in the order asked for; ids that are gone are left out."""
    return articles.rows(library.store.db, ids)


def story_rows(library: Library, ids: Sequence[ArticleId]) -> tuple[ArticleRow, ...]:
    """As ``article_rows``, and of each what else there is in its group, for lists with one row for all of them."""
    db = library.store.db
    known = groups.of(db, ids)
    members = dict.fromkeys(member.id for group in known.values() for member in group.members)
    unread = {row.id for row in articles.rows(db, tuple(members)) if not row.read}
    return tuple(_with_group(row, known.get(row.id), unread) for row in articles.rows(db, ids))


def _with_group(row: ArticleRow, group: Group | None, unread: Set[ArticleId]) -> ArticleRow:
    if group is None:
        return row
    others = [member.id for member in group.members if member.id != row.id]
    revised = any(member.relation in (Relation.UPDATE, Relation.CORRECTION) for member in group.members)
    return replace(row, others=len(others), others_unread=sum(id in unread for id in others), revised=revised)


def counts(library: Library) -> Counts:
    """How many articles there are, how many are unread, how many wait for work; stale ones wait too."""
    return articles.counts(library.store.db, language.name_of())


def article_row_number(library: Library, id: ArticleId) -> int:
    """The store's row of an article. Raises Trouble("no-such-article")."""
    row = articles.find_row(library.store.db, id)
    if row is None:
        raise Trouble("no-such-article", id)
    return row


def reading(library: Library, id: ArticleId) -> Reading:
    """An article with all that is known about it. Raises Trouble("no-such-article")."""
    db = library.store.db
    article = articles.find(db, id)
    row = article_row_number(library, id)
    assert article is not None
    marks = articles.rows(db, [id])[0]
    links = machine.links(db, row)
    known = {entity.id: entity for entity in entity_store.rows(db, article=row)}
    return Reading(
        article,
        machine.find(db, row),
        tuple((chain, known[entity]) for chain, entity in links.items() if entity in known),
        marks.read,
        marks.starred,
        marks.tags,
        articles.versions(db, id),
        groups.members(db, id),
        is_english(article.text),
    )


def entity(library: Library, id: int) -> EntityRow:
    """An entity by its id. Raises Trouble("no-such-entity")."""
    found = entity_store.rows(library.store.db, [id])
    if not found:
        raise Trouble("no-such-entity", str(id))
    return found[0]


def entities(
    library: Library, *, kind: Kind | None = None, article: ArticleId | None = None, limit: int | None = None
) -> tuple[EntityRow, ...]:
    """Entities of the library, or those that one article mentions; most mentioned first."""
    row = article_row_number(library, article) if article else None
    return entity_store.rows(library.store.db, kind=kind, article=row, limit=limit)


def find_entities(library: Library, name: str) -> tuple[EntityRow, ...]:
    """The entities that have this name or are written like this somewhere, most mentioned first."""
    return entity_store.rows(library.store.db, entity_store.named(library.store.db, name))


def get_entity(library: Library, asked: str) -> EntityRow:
    """The entity with an id or a name. Raises Trouble("no-such-entity" | "ambiguous-entity")."""
    found = entity_store.rows(library.store.db, [int(asked)]) if asked.isdecimal() and len(asked) < 18 else ()
    found = found or find_entities(library, asked)
    if not found:
        raise Trouble("no-such-entity", asked)
    if len(found) > 1:
        raise Trouble("ambiguous-entity", asked, ", ".join(f"{e.name} ({e.kind}, {e.id})" for e in found[:12]))
    return found[0]


def concordance(
    library: Library, entity: int, *, first: ArticleId | None = None, limit: int | None = None
) -> tuple[ConcordanceLine, ...]:
    """The mentions of an entity in their sentences: the article ``first`` first, then newest first."""
    return tuple(
        _line(place, span, form)
        for place, span, form in mentions.of_entity(library.store.db, entity, first, limit)
    )  # fmt: skip


def _line(place: Place, span: Span, form: Form) -> ConcordanceLine:
    sentence = sentence_around(place.text, span)
    return ConcordanceLine(
        place.id, place.headline, place.published, span, form,
        sentence.of(place.text), sentence.start, where(place.blocks, span.start),
    )  # fmt: skip


def quotations(
    library: Library,
    *,
    speaker: int | None = None,
    about: int | None = None,
    article: ArticleId | None = None,
    kind: QuotationKind | None = None,
    unknown_speaker: bool = False,
    limit: int | None = None,
) -> tuple[QuotationRow, ...]:
    """Quotations that fit everything asked for, newest article first, in order of the text."""
    found = mentions.quotations(
        library.store.db,
        speaker=speaker,
        about=about,
        article=article_row_number(library, article) if article else None,
        kind=kind,
        unknown_speaker=unknown_speaker,
        limit=limit,
    )
    return tuple(quotation_row(place, record) for place, record in found)


def quotation_row(place: Place, record: QuotationRecord) -> QuotationRow:
    """A quotation with its words."""
    return QuotationRow(
        article=place.id,
        headline=place.headline,
        publication=place.publication,
        published=place.published,
        kind=record.kind,
        content=" ".join(" ".join(span.of(place.text).split()) for span in record.content),
        spans=record.content,
        cue=record.cue.of(place.text) if record.cue else None,
        speaker_text=" ".join(record.speaker.of(place.text).split()) if record.speaker else None,
        speakers=record.speakers,
        confidence=record.confidence,
        where=where(place.blocks, record.content[0].start),
        role=record.role,
    )


def original(library: Library, id: ArticleId) -> bytes:
    """The bytes that an article was read from. Raises Trouble("no-such-article")."""
    found = articles.original(library.store.db, id)
    if found is None:
        raise Trouble("no-such-article", id)
    return found
