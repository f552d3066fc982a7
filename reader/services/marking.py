"""What the reader does to articles: read, starred, tags."""

from __future__ import annotations

from collections.abc import Iterable

from reader.core.article import ArticleId
from reader.core.steps import Changes
from reader.services.browsing import article_row_number
from reader.services.library import Library
from reader.store import marks


def mark(
    library: Library,
    ids: Iterable[ArticleId],
    *,
    read: bool | None = None,
    starred: bool | None = None,
    tag: str = "",
    untag: str = "",
) -> Changes:
    """Marks all of the articles, or none of them when one is missing. Raises Trouble("no-such-article" | "busy")."""
    wanted = tuple(ids)
    rows = [article_row_number(library, id) for id in wanted]
    with library.store.writing() as db:
        for row in rows:
            marks.replace(db, row, read=read, starred=starred)
            if tag:
                marks.add_tag(db, row, tag)
            if untag:
                marks.remove_tag(db, row, untag)
    return Changes(wanted)
