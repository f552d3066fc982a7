"""Invented pages in the shapes of many systems and languages: what a reader would see of each."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.html.page import read_html
from reader.ingest.original import Hints, Original

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text("utf-8"))
STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE)


def article_of(name: str) -> Article:
    original = Original(f"{name}.html", (PAGES / f"{name}.html").read_bytes())
    (found,) = read_html(original, Hints(dt.date(2026, 6, 1)))
    return found.article


def test_every_page_is_expected() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.html")) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_fields_of_a_page(name: str) -> None:
    found, expected = article_of(name), EXPECTED[name]
    assert found.headline == expected["headline"]
    assert list(found.byline) == expected["byline"]
    assert (found.published.iso if found.published else None) == expected["published"]
    if expected["publication"]:
        assert found.publication == expected["publication"]
    if "dateline" in expected:
        assert found.dateline is not None
        assert found.dateline.place == expected["dateline"]


@pytest.mark.parametrize("name", EXPECTED)
def test_story_of_a_page(name: str) -> None:
    found, expected = article_of(name), EXPECTED[name]
    story = [b.span.of(found.text) for b in found.blocks if b.role in STORY]
    assert story[0].startswith(expected["first"])
    assert story[-1].startswith(expected["last"])
    assert len(story) == expected["lines"]
    assert list(found.texts(BlockRole.SUBHEAD)) == expected["subheads"]
    assert [words for words in expected["never"] if words in "\n".join(story)] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_captions_of_a_page(name: str) -> None:
    assert list(article_of(name).texts(BlockRole.CAPTION)) == EXPECTED[name]["captions"]
