"""Giving a removed line back: a new version of the article, linked to the old, that keeps what the reader did."""

from __future__ import annotations

from dataclasses import dataclass

from reader import ingest
from reader.core.article import ArticleId
from reader.core.reasons import Trouble
from reader.services.grouping import take_in
from reader.services.library import Library
from reader.store import articles, runs


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The new version, and the run that takes it back when it is undone (``importing.undo``)."""

    id: ArticleId
    run: int


def give_back(library: Library, id: ArticleId, number: int) -> GivenBack:
    """Puts removal ``number`` of an article (from 0) back into its text; the work on the new version is queued.

    Raises Trouble("no-such-article"), ("no-such-removal"), ("older-version") for a version that has a newer one.
    """
    with library.store.writing() as db:
        article, packed = articles.find(db, id), articles.packed(db, id)
        if article is None or packed is None:
            raise Trouble("no-such-article", id)
        if not 0 <= number < len(article.removals):
            raise Trouble("no-such-removal", str(number))
        if not articles.is_newest(db, id):
            raise Trouble("older-version", id)
        made = ingest.given_back(article, article.removals[number])
        run = runs.add(db)
        articles.add(db, made, packed, run)
        take_in(library.store, made)
    return GivenBack(made.id, run)
