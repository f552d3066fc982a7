"""How often entities are mentioned and quoted, article by article."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from reader.core.article import ArticleId

TALLIES = {
    "mentions": """SELECT a.id, sum(ea.mentions) FROM entity_article ea
        JOIN article a ON a.row = ea.article AND a.newest WHERE ea.entity IN ({}) GROUP BY a.row""",
    "by": """SELECT a.id, count(DISTINCT s.n) FROM chain c
        JOIN quotation_speaker s ON s.article = c.article AND s.chain = c.chain
        JOIN article a ON a.row = c.article AND a.newest WHERE c.entity IN ({}) GROUP BY a.row""",
    "about": """SELECT a.id, count(DISTINCT q.n) FROM chain c
        JOIN mention_chain mc ON mc.article = c.article AND mc.chain = c.chain
        JOIN mention m ON m.article = mc.article AND m.n = mc.n
        JOIN quotation q ON q.article = c.article
        JOIN json_each(q.spans) s ON m.start >= json_extract(s.value, '$[0]') AND m.end <= json_extract(s.value, '$[1]')
        JOIN article a ON a.row = c.article AND a.newest WHERE c.entity IN ({}) GROUP BY a.row""",
}
"""What may be counted: mentions, quotations by, quotations that mention."""


def of_entities(db: sqlite3.Connection, ids: Sequence[int], what: str) -> dict[ArticleId, int]:
    """How often some entities are mentioned or quoted in each article; ``what`` is one of ``TALLIES``."""
    found = db.execute(TALLIES[what].format(",".join("?" * len(ids))), tuple(ids))
    return {ArticleId(id): int(count) for id, count in found if count}


def spellings(db: sqlite3.Connection, ids: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """(way of writing, articles) of some entities, the most frequent first."""
    sql = f"""SELECT l.text, count(DISTINCT l.article) FROM alias l JOIN article a ON a.row = l.article AND a.newest
        WHERE l.entity IN ({",".join("?" * len(ids))}) GROUP BY l.text ORDER BY 2 DESC, 1"""
    return tuple(db.execute(sql, tuple(ids)))


def texts(db: sqlite3.Connection, ids: Sequence[ArticleId]) -> list[tuple[ArticleId, str]]:
    """(id, text) of some articles, which are at most some hundreds."""
    sql = f"SELECT id, text FROM article WHERE id IN ({','.join('?' * len(ids))})"
    return [(ArticleId(id), text) for id, text in db.execute(sql, tuple(ids))]
