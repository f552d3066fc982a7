"""The invented stories of the sample library against what they must show."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from tests.ingest.taken import taken

SAMPLE = Path(__file__).parents[2] / "seeds" / "sample"
EXPECTED: dict[str, dict[str, Any]] = json.loads((SAMPLE / "expected.json").read_text(encoding="utf-8"))
TODAY = dt.date(2026, 6, 1)
NO_PARAGRAPH = (
    BlockRole.HEADLINE,
    BlockRole.BYLINE,
    BlockRole.TIMESTAMP,
    BlockRole.CAPTION,
    BlockRole.CREDIT,
    BlockRole.DATELINE,
)


def story(name: str) -> Article:
    (article,) = taken(SAMPLE / name, today=TODAY)
    assert isinstance(article, Article)
    return article


def paragraphs(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.role not in NO_PARAGRAPH]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_story_shows_its_fields(name: str) -> None:
    article, want = story(name), EXPECTED[name]
    found = article.published
    assert article.headline == want["headline"]
    assert list(article.byline) == want["byline"]
    assert article.publication == want["publication"]
    assert found is not None
    assert found.date.isoformat() == want["published"]
    assert (found.time.isoformat("minutes") if found.time else None) == want["time"]
    assert found.inferred == want["year_inferred"]
    dateline = article.dateline
    assert (dateline and {"place": dateline.place, "agency": dateline.agency}) == want["dateline"]
    assert list(article.flags) == want["flags"]


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_sample_story_keeps_its_words_and_nothing_else(name: str) -> None:
    article, want = story(name), EXPECTED[name]
    body = paragraphs(article)
    assert list(article.texts(BlockRole.CAPTION)) == want["captions"]
    assert list(article.texts(BlockRole.CREDIT)) == want["credits"]
    assert len(body) == want["body_paragraphs"]
    assert article.lede.startswith(want["body_starts"])
    assert body[-1].endswith(want["body_ends"])
    assert [" ".join(r.text.split()[:6]) for r in article.removals] == want["removed"]
    assert article.language == "en"
