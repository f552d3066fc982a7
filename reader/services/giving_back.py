"""Giving a removed line back, or taking a kept one away: a new version that keeps what the reader did to the old."""

from __future__ import annotations

from dataclasses import dataclass

from reader import ingest
from reader.core.article import Article, ArticleId, Block
from reader.core.kinds import BlockRole
from reader.core.lessons import CAN_GO
from reader.core.reasons import Trouble
from reader.services.grouping import take_in
from reader.services.learning import rule_of, set_rule
from reader.services.library import Library
from reader.store import articles, runs
from reader.store import lessons as stored
from reader.store.articles import Packed


@dataclass(frozen=True, slots=True)
class Rule:
    """What the reader decides about a line of a publication: it is always kept, always removed, or (None) neither."""

    publication: str
    line: str
    keep: bool | None


@dataclass(frozen=True, slots=True)
class GivenBack:
    """The new version, and what takes it back: its run (``importing.undo``) and the rules there were before."""

    id: ArticleId
    run: int
    version: int
    """Its number among the versions of the article, from 1."""
    before: tuple[Rule, ...] = ()
    """One a line of which a rule was made."""


def give_back(library: Library, id: ArticleId, number: int, *, always: bool = False) -> GivenBack:
    """Puts removal ``number`` of an article (from 0) back into its text; the work on the new version is queued.

    With ``always`` the publication's line is kept from now on. Raises Trouble("no-such-article"), ("no-such-removal"),
    ("older-version") for a version that has a newer one, ("known-version") where that is what an older one says.
    """
    with library.store.writing():
        article, packed = _newest(library, id)
        if not 0 <= number < len(article.removals):
            raise Trouble("no-such-removal", str(number))
        removal = article.removals[number]
        before = _rules(library, article, removal.text, keep=True) if always else ()
        return _add(library, ingest.given_back(article, removal), packed, before, id)


def take_away(library: Library, id: ArticleId, at: int) -> GivenBack:
    """Always removes the line at an offset of an article, from now on and at once from this article.

    The work on the new version is queued. Raises Trouble("no-such-article"), ("no-such-line") where no line stands that
    a rule can remove, ("last-line"), ("older-version"), ("known-version").
    """
    with library.store.writing():
        article, packed = _newest(library, id)
        line = line_at(article, at)
        if not line or not article.publication:
            raise Trouble("no-such-line", str(at))
        words = article.text[line[0].span.start : line[-1].span.end]
        made = article
        for block in reversed(line):  # from the end, so that the others stay where they are
            try:
                made = ingest.taken_away(made, block)
            except ValueError as mistake:
                raise Trouble("last-line") from mistake
        return _add(library, made, packed, _rules(library, article, words, keep=False), id)


def can_be_remade(library: Library, id: ArticleId) -> bool:
    """Whether lines can be given back to an article and taken away: it has no newer version."""
    return articles.is_newest(library.store.db, id)


def undo_rules(library: Library, before: tuple[Rule, ...]) -> None:
    """Brings back the rules that there were before."""
    for rule in before:
        set_rule(library, rule.publication, rule.line, keep=rule.keep)


def line_at(article: Article, at: int) -> tuple[Block, ...]:
    """The blocks of the line at an offset: one, or a caption and its credit; none where a rule cannot remove them."""
    start = article.text.rfind("\n", 0, at) + 1
    end = article.text.find("\n", at)
    end = len(article.text) if end < 0 else end
    blocks = (block for block in article.blocks if block.role is not BlockRole.DATELINE)
    found = tuple(block for block in blocks if block.span.start < end and start < block.span.end)
    return found if all(block.role in CAN_GO for block in found) else ()


def _newest(library: Library, id: ArticleId) -> tuple[Article, Packed]:
    db = library.store.db
    article, packed = articles.find(db, id), articles.packed(db, id)
    if article is None or packed is None:
        raise Trouble("no-such-article", id)
    if not articles.is_newest(db, id):
        raise Trouble("older-version", id)
    return article, packed


def _rules(library: Library, article: Article, words: str, *, keep: bool) -> tuple[Rule, ...]:
    """Makes a rule of each printed line, for a removal may be a bunch of them, and returns the rules before."""
    lines = tuple(dict.fromkeys(words.split("\n"))) if article.publication else ()
    before = tuple(Rule(article.publication, line, rule_of(library, article.publication, line)) for line in lines)
    for line in lines:
        stored.set_rule(library.store.db, article.publication, ingest.line_key(line), keep)
    return before


def _add(library: Library, made: Article, packed: Packed, before: tuple[Rule, ...], older: ArticleId) -> GivenBack:
    db = library.store.db
    if made.id in (known := articles.versions(db, made.id)):
        raise Trouble("known-version", str(known.index(made.id) + 1))
    run = runs.add(db)
    articles.add(db, made, packed, run, instead_of=older)
    take_in(library.store, made)
    return GivenBack(made.id, run, articles.versions(db, made.id).index(made.id) + 1, before)
