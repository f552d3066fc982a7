"""Stock Whoosh behind the questions of the benchmark, as its manual shows it; it is installed with the program."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import Made

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from whoosh import analysis, fields, qparser, query, sorting
    from whoosh import index as whoosh


class Engine:
    """Texts stored in the index, the stemming analyser, the parser and the searcher of Whoosh itself."""

    version = "2.7.4"

    def build(self, articles: Iterable[Made], folder: Path) -> None:
        """Indexes all articles in one commit."""
        stemmed = analysis.StemmingAnalyzer()
        schema = fields.Schema(
            id=fields.ID(unique=True, stored=True),
            headline=fields.TEXT(stored=True, analyzer=stemmed),
            text=fields.TEXT(stored=True, analyzer=stemmed),
            publication=fields.ID(stored=True),
            published=fields.DATETIME(stored=True, sortable=True),
            names=fields.KEYWORD(stored=True, commas=True, scorable=False),
        )
        writer = whoosh.create_in(str(folder), schema).writer(limitmb=256)
        for article in articles:
            writer.add_document(**_document(article))
        writer.commit()

    def size(self, folder: Path) -> int:
        """Bytes of the index, with the articles in it."""
        return sum(file.stat().st_size for file in folder.iterdir())

    def open(self, folder: Path) -> None:
        """Opens the newest state."""
        self._index = whoosh.open_dir(str(folder))
        self._look()

    def add(self, article: Made) -> None:
        """One article, in a commit of its own, found at once."""
        writer = self._index.writer()
        writer.add_document(**_document(article))
        writer.commit()
        self._look()

    def ask(self, kind: str, value: str) -> int:
        """How many hits, snippets or names are given back; the number of all hits for ``total``."""
        words = value.split()
        match kind:
            case "counts":
                by = sorting.FieldFacet("names", allow_overlap=True, maptype=sorting.Count)
                groups = self._searcher.search(self._parse(value), limit=10, groupedby=by).groups("names")
                return len(sorted(groups.items(), key=lambda group: -group[1])[:20])
            case "total":
                return sum(1 for _ in self._parse(" OR ".join(words)).docs(self._searcher))
            case "newest":
                return len(
                    list(self._searcher.search(self._parse(value), limit=20, sortedby="published", reverse=True))
                )
            case "snippets":
                return len([hit.highlights("text") for hit in self._searcher.search(self._parse(value), limit=10)])
            case "days":
                word, start, end, *outlet = words
                days = query.DateRange("published", dt.datetime.fromisoformat(start), dt.datetime.fromisoformat(end))
                parts = [days, query.Term("publication", " ".join(outlet))] if outlet else [days]
                return len(list(self._searcher.search(self._parse(word), limit=10, filter=query.And(parts))))
            case "slip":
                return len(list(self._searcher.search(query.FuzzyTerm("text", value, maxdist=1), limit=10)))
        typed = {"any": " OR ".join(words), "phrase": f'"{value}"', "prefix": f"{value}*", "typing": f"{value}*"}
        return len(list(self._searcher.search(self._parse(typed.get(kind, value)), limit=10)))

    def _look(self) -> None:
        self._searcher = self._index.searcher()
        self._parse = qparser.QueryParser("text", self._index.schema).parse


def _document(article: Made) -> dict[str, Any]:
    return {
        "id": article.id, "headline": article.headline, "text": article.text, "publication": article.publication,
        "published": dt.datetime.fromisoformat(article.published), "names": ",".join(article.names),
    }  # fmt: skip
