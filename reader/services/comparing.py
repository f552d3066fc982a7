"""Comparing two versions of a story, or an article with its copies and updates."""

from __future__ import annotations

from dataclasses import dataclass

from reader.core.article import Article, ArticleId
from reader.core.changes import WhatChanged, changes
from reader.core.rows import ArticleRow
from reader.core.sameness import Relation
from reader.services.browsing import article_row_number
from reader.services.library import Library
from reader.store import articles, groups, machine


@dataclass(frozen=True, slots=True)
class Compared:
    """Two articles and what changed from the one to the other; all spans of a side are of that side's text."""

    older: Article
    newer: Article
    changed: WhatChanged


@dataclass(frozen=True, slots=True)
class Comparable:
    """An article with which another can be compared."""

    row: ArticleRow
    version: int
    """Its number among the versions of the article that was asked for, from 1; 0 for another article of its group."""
    relation: Relation | None
    """What it is to the older articles of its group."""


def compare(library: Library, older: ArticleId, newer: ArticleId) -> Compared:
    """What changed between two articles. Raises Trouble("no-such-article")."""
    db = library.store.db
    found = []
    for id in (older, newer):
        row = article_row_number(library, id)
        article = articles.find(db, id)
        assert article is not None
        found.append((article, machine.find(db, row)))
    return Compared(found[0][0], found[1][0], changes(found[0], found[1]))


def comparables(library: Library, id: ArticleId) -> tuple[Comparable, ...]:
    """What can be compared with an article: its versions, oldest first, then the others of its group, newest first.

    Itself is among them.
    """
    db = library.store.db
    versions = articles.versions(db, id)
    relations = {member.id: member.relation for member in groups.members(db, id)}
    others = tuple(other for other in relations if other not in versions)
    numbers = {version: number for number, version in enumerate(versions, 1)}
    return tuple(
        Comparable(row, numbers.get(row.id, 0), relations.get(row.id))
        for row in articles.rows(db, (*versions, *others))
    )
