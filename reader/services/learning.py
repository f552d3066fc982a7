"""What a library learns from what it takes in: the lines that one publication prints again and again."""

from __future__ import annotations

from dataclasses import replace

from reader import ingest
from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.lessons import LONGEST, Lessons, TableRoles
from reader.services.library import Library
from reader.store import articles
from reader.store import lessons as stored
from reader.store.opening import Store

# Credits, bylines and captions are facts of a story, however often they are printed.
_LEARNABLE = (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST)


def lessons(library: Library, once: tuple[TableRoles, ...] = ()) -> Lessons:
    """All that was learned, for the next import; ``once`` stands above what is remembered of the same tables."""
    found = stored.lessons(library.store.db)
    return replace(found, tables=(*once, *found.tables)) if once else found


def learn(store: Store, article: Article) -> None:
    """Notes the lines of an article that was just stored and joined its group; in the same transaction."""
    row = articles.find_row(store.db, article.id)
    if row is not None and article.publication and "bookmark" not in article.flags:
        stored.learn(store.db, row, article.publication, learnable(article))


def learnable(article: Article) -> tuple[str, ...]:
    """The keys of the lines of an article that would be furniture if its publication repeated them."""
    texts = (block.span.of(article.text) for block in article.blocks if block.role in _LEARNABLE)
    return tuple(key for text in texts if len(text) <= LONGEST and (key := ingest.line_key(text)))


def set_rule(library: Library, publication: str, line: str, *, keep: bool | None) -> None:
    """Always keep or always remove a line of a publication from now on; None takes the rule back."""
    with library.store.writing() as db:
        stored.set_rule(db, publication, ingest.line_key(line), keep)


def rule_of(library: Library, publication: str, line: str) -> bool | None:
    """Whether the reader always keeps (True) or always removes (False) a line of a publication; None for no rule."""
    known, key = lessons(library), ingest.line_key(line)
    if known.keeps(publication, key):
        return True
    return False if key in known.always_removed.get(publication, ()) else None


def remember_table(library: Library, table: TableRoles) -> None:
    """Remembers which column is which in tables with exactly these columns."""
    with library.store.writing() as db:
        stored.set_table(db, table)
