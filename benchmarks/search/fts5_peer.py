"""SQLite's full-text tables behind the questions of the benchmark, with the articles in the same file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from benchmarks.search.corpus import Made

_BEST = """SELECT article.id
    FROM (SELECT rowid AS row, rank FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10) AS hit
    JOIN article ON article.row = hit.row ORDER BY hit.rank"""


class Engine:
    """A table without content of its own, Porter's stems, ready lists for beginnings."""

    version = sqlite3.sqlite_version

    def build(self, articles: Iterable[Made], folder: Path) -> None:
        """Indexes all articles in one transaction, and merges."""
        self.open(folder)
        self._db.executescript(
            """CREATE TABLE article (row INTEGER PRIMARY KEY, id TEXT UNIQUE, headline TEXT, body TEXT,
                publication TEXT, published TEXT);
            CREATE INDEX article_published ON article (published);
            CREATE TABLE name (article INTEGER, name TEXT);
            CREATE VIRTUAL TABLE words USING fts5 (headline, body, content='article', content_rowid='row',
                tokenize='porter unicode61', prefix='2 3 4');"""
        )
        for article in articles:
            self._insert(article)
        self._db.execute("CREATE INDEX name_article ON name (article)")
        self._db.execute("INSERT INTO words (words) VALUES ('optimize')")
        self._db.commit()
        self._db.execute("PRAGMA wal_checkpoint(truncate)")

    def size(self, folder: Path) -> int:
        """Bytes of the whole file, with the articles in it."""
        return (folder / "articles.db").stat().st_size

    def open(self, folder: Path) -> None:
        """Opens the file."""
        self._db = sqlite3.connect(folder / "articles.db")
        self._db.execute("PRAGMA journal_mode = wal")
        self._db.execute("PRAGMA synchronous = normal")
        self._db.execute("PRAGMA cache_size = -65536")

    def add(self, article: Made) -> None:
        """One article, in a transaction of its own."""
        self._insert(article)
        self._db.commit()

    def ask(self, kind: str, value: str) -> int | None:
        """How many hits, snippets or names are given back; None for what it cannot."""
        every = " AND ".join(f'"{word}"' for word in value.split())
        some = " OR ".join(f'"{word}"' for word in value.split())
        match kind:
            case "pattern" | "slip":
                return None
            case "total":
                return int(self._db.execute("SELECT count(*) FROM words WHERE words MATCH ?", (some,)).fetchone()[0])
            case "counts":
                return self._many(
                    "SELECT name, count(*) AS many FROM words JOIN name ON name.article = words.rowid"
                    " WHERE words MATCH ? GROUP BY name ORDER BY many DESC LIMIT 20", every,
                )  # fmt: skip
            case "newest":
                return self._many(
                    "SELECT id FROM words JOIN article ON row = words.rowid WHERE words MATCH ?"
                    " ORDER BY published DESC LIMIT 20", every,
                )  # fmt: skip
            case "snippets":
                make = (
                    "SELECT snippet(words, 1, '[', ']', '…', 30) FROM words WHERE words MATCH ? ORDER BY rank LIMIT 10"
                )
                return self._many(make, every)
            case "days":
                word, start, end, *outlet = value.split()
                return self._many(
                    "SELECT id FROM words JOIN article ON row = words.rowid WHERE words MATCH ? AND published >= ?"
                    " AND published < ? AND (? = '' OR publication = ?) ORDER BY words.rank LIMIT 10",
                    f'"{word}"', start, end, " ".join(outlet), " ".join(outlet),
                )  # fmt: skip
        matches = {"any": some, "phrase": f'"{value}"', "prefix": f'"{value}"*', "typing": f"{every}*"}
        return self._many(_BEST, matches.get(kind, every))

    def _many(self, sql: str, *values: str) -> int:
        return len(self._db.execute(sql, values).fetchall())

    def _insert(self, article: Made) -> None:
        row = self._db.execute(
            "INSERT INTO article (id, headline, body, publication, published) VALUES (?, ?, ?, ?, ?)",
            (article.id, article.headline, article.body, article.publication, article.published),
        ).lastrowid
        self._db.execute(
            "INSERT INTO words (rowid, headline, body) VALUES (?, ?, ?)", (row, article.headline, article.body)
        )
        self._db.executemany("INSERT INTO name VALUES (?, ?)", [(row, name) for name in article.names])
