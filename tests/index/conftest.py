from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.core.article import ArticleId
from reader.core.query import Word
from reader.core.query_parser import parse
from reader.index import Document, Index

Find = Callable[..., list[str]]


def document(id: str, text: str, headline: str = "Crews wait", **facts: object) -> Document:
    """A document with a headline over its text."""
    known: dict[str, object] = {
        "published": "2024-03-12", "publication": "Coastline Press", "byline": ("Jonna Weil",), "quotes": (),
        "entities": (), "speakers": (), "about": (), "has": (),
    }  # fmt: skip
    return Document(id=ArticleId(id), text=f"{headline}\n\n{text}", headline=headline, **{**known, **facts})  # type: ignore[arg-type]


def names(field: str, name: str) -> tuple[int, ...]:
    return {"marenko": (7, 8), "ilse marenko": (7,), "vasmark": (9,)}.get(name.casefold(), ())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path) -> Index:
    return Index.create(folder, "library-1")


@pytest.fixture
def find(index: Index) -> Find:
    def find(typed: str, sort: str = "relevance", typing: bool = False) -> list[str]:
        query = parse(typed, typing=typing).query
        assert query is not None
        return [str(id) for id, _ in index.search(query, names, limit=20, sort=sort).ids]

    return find


def total(index: Index) -> int:
    """How many articles have herrings."""
    return index.search(Word("herring"), names, limit=1).total
