"""Our index behind the questions of the benchmark; the articles are in SQLite, as in the program."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.search.corpus import Made
from reader.core.article import ArticleId
from reader.core.query import All, DateRange, Field, Phrase, Query, Word
from reader.core.query_parser import parse
from reader.index import Document, Index, snippet

LIBRARY = "benchmark"


def nobody(*_: str) -> tuple[int, ...]:
    """No name is asked for."""
    return ()


class Engine:
    """The index as the program uses it: written in commits, merged while nobody waits, asked by queries as typed."""

    version = "whoosh 2.7.4, segments of ours"

    def __init__(self) -> None:
        # Loaded once by a program, whatever it opens.
        from reader.index import compiling, engine

        assert compiling and engine

    def build(self, articles: Iterable[Made], folder: Path) -> None:
        """Indexes all articles in one go; that they are stored is counted, as with those that keep them inside."""
        self._names: dict[str, int] = {}
        self._store = sqlite3.connect(folder / "articles.db")
        self._store.execute("CREATE TABLE article (row INTEGER PRIMARY KEY, id TEXT UNIQUE, text TEXT)")
        index = Index.create(folder / "index", LIBRARY)
        index.replace(self._documents(articles))
        self._store.commit()
        (folder / "names.json").write_text(json.dumps(self._names))
        index.close()

    def rest(self) -> None:
        """What is done while nobody waits."""
        while self._index.tidy():
            pass

    def size(self, folder: Path) -> int:
        """Bytes of the index alone."""
        return sum(file.stat().st_size for file in (folder / "index").iterdir())

    def open(self, folder: Path) -> None:
        """Opens the newest state."""
        self._names = json.loads((folder / "names.json").read_text())
        self._store = sqlite3.connect(folder / "articles.db")
        self._index = Index.open(folder / "index", LIBRARY)
        self._index.count(Word("the"), nobody)

    def add(self, article: Made) -> None:
        """One article, in a commit of its own, found at once."""
        self._index.replace(self._documents([article]))
        if not self._index.count(Word(article.headline.split()[0]), nobody):
            raise AssertionError("what was added is not found")

    def ask(self, kind: str, value: str) -> int:
        """How many hits, snippets or names are given back; the number of all hits for ``total``."""
        match kind:
            case "counts":
                return len(self._index.facets(_query(value), nobody).entities(20))
            case "total":
                return self._index.count(_query(" OR ".join(value.split())), nobody)
            case "newest":
                return len(self._index.search(_query(value), nobody, limit=20, sort="newest").ids)
            case "snippets":
                return self._snippets(_query(value))
            case _:
                return len(self._index.search(_as_asked(kind, value), nobody, limit=10).ids)

    def _snippets(self, query: Query) -> int:
        ids = [id for id, _ in self._index.search(query, nobody, limit=10).ids]
        marks = ",".join("?" * len(ids))
        texts = self._store.execute(f"SELECT text FROM article WHERE id IN ({marks})", ids)
        return sum(snippet(text, query) is not None for (text,) in texts)

    def _documents(self, articles: Iterable[Made]) -> Iterator[Document]:
        for article in articles:
            found = self._store.execute(
                "INSERT OR REPLACE INTO article (id, text) VALUES (?, ?)", (article.id, article.text)
            )
            ids = tuple(self._names.setdefault(name, len(self._names)) for name in article.names)
            yield Document(
                ArticleId(article.id), article.text, article.headline, article.published, article.publication,
                (), (), ids, (), (), (), row=found.lastrowid or 0,
            )  # fmt: skip


def _as_asked(kind: str, value: str) -> Query:
    words = value.split()
    match kind:
        case "any":
            return _query(" OR ".join(words))
        case "phrase":
            return _query(f'"{value}"')
        case "prefix":
            return _query(f"{value}*")
        case "slip":
            return _query(f"{value}~")
        case "typing":
            return parse(value, typing=True).query or Word("")
        case "days":
            word, start, end, *outlet = words
            parts = (Word(word), Field("date", DateRange(start, end)))
            return All((*parts, Field("publication", Phrase(" ".join(outlet)))) if outlet else parts)
    return _query(value)


def _query(typed: str) -> Query:
    return parse(typed).query or Word("")
