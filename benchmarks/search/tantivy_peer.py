"""Tantivy (Rust, through its own Python binding) behind the questions of the benchmark: one writing thread."""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.metadata
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.search.corpus import Made

MEMORY = 256_000_000


class Engine:
    """An index with the articles in it, as its manual has it."""

    def __init__(self) -> None:
        self._tantivy: Any = importlib.import_module("tantivy")
        self.version = importlib.metadata.version("tantivy")

    def build(self, articles: Iterable[Made], folder: Path) -> None:
        """Indexes all articles in one commit, and waits for merging."""
        schema = self._tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        schema.add_text_field("headline", stored=True, tokenizer_name="en_stem")
        schema.add_text_field("text", stored=True, tokenizer_name="en_stem", index_option="position")
        schema.add_text_field("publication", stored=True, tokenizer_name="raw", index_option="basic", fast=True)
        schema.add_date_field("published", stored=True, indexed=True, fast=True)
        schema.add_text_field("names", stored=True, tokenizer_name="raw", index_option="basic", fast=True)
        writer = self._tantivy.Index(schema.build(), path=str(folder)).writer(MEMORY, num_threads=1)
        for article in articles:
            writer.add_document(self._document(article))
        writer.commit()
        writer.wait_merging_threads()

    def size(self, folder: Path) -> int:
        """Bytes of the index, with the articles in it."""
        return sum(file.stat().st_size for file in folder.iterdir())

    def open(self, folder: Path) -> None:
        """Opens the newest state."""
        self._index = self._tantivy.Index.open(str(folder))
        self._writer: Any = None
        self._look()

    def add(self, article: Made) -> None:
        """One article, in a commit of its own, found at once."""
        self._writer = self._writer or self._index.writer(MEMORY, num_threads=1)
        self._writer.add_document(self._document(article))
        self._writer.commit()
        self._look()

    def ask(self, kind: str, value: str) -> int:
        """How many hits, snippets or names are given back; the number of all hits for ``total``."""
        match kind:
            case "counts":
                wanted = {"names": {"terms": {"field": "names", "size": 20}}}
                return len(self._searcher.aggregate(self._query(value), wanted)["names"]["buckets"])
            case "total":
                return int(self._searcher.search(self._query(" OR ".join(value.split())), 1, count=True).count)
            case "newest":
                return len(self._found(self._query(value), 20, order_by_field="published"))
            case "snippets":
                query = self._query(" AND ".join(value.split()))
                make = self._tantivy.SnippetGenerator.create(self._searcher, query, self._index.schema, "text")
                hits = self._searcher.search(query, 10, count=False).hits
                return len([make.snippet_from_doc(self._searcher.doc(at)).to_html() for _, at in hits])
        return len(self._found(self._as_asked(kind, value), 10))

    def _as_asked(self, kind: str, value: str) -> Any:
        words = value.split()
        match kind:
            case "all":
                return self._query(" AND ".join(words))
            case "any":
                return self._query(" OR ".join(words))
            case "phrase":
                return self._query(f'"{value}"')
            case "prefix":
                return self._regex(f"{value}.*")
            case "pattern":
                return self._regex(value.replace("*", ".*"))
            case "slip":
                slip = self._tantivy.Query.fuzzy_term_query
                return slip(self._index.schema, "text", value, 1, transposition_cost_one=True)
            case "days":
                word, start, end, *outlet = words
                typed = f"+{word} +published:[{start}T00:00:00Z TO {end}T00:00:00Z}}"
                return self._query(typed + (f' +publication:"{" ".join(outlet)}"' if outlet else ""))
            case "typing":
                must, last = self._tantivy.Occur.Must, self._regex(re.escape(words[-1]) + ".*")
                parts = [(must, self._query(word)) for word in words[:-1]]
                return self._tantivy.Query.boolean_query([*parts, (must, last)])
        return self._query(value)

    def _found(self, query: Any, limit: int, **how: Any) -> list[str]:
        hits = self._searcher.search(query, limit, count=False, **how).hits
        return [self._searcher.doc(at)["id"][0] for _, at in hits]

    def _look(self) -> None:
        self._index.reload()
        self._searcher = self._index.searcher()

    def _query(self, typed: str) -> Any:
        return self._index.parse_query(typed, ["text"])

    def _regex(self, pattern: str) -> Any:
        return self._tantivy.Query.regex_query(self._index.schema, "text", pattern)

    def _document(self, article: Made) -> Any:
        when = dt.datetime.fromisoformat(article.published).replace(tzinfo=dt.UTC)
        return self._tantivy.Document(
            id=[article.id], headline=[article.headline], text=[article.text], publication=[article.publication],
            published=[when], names=list(article.names),
        )  # fmt: skip
