"""The seed story against what it must show."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.wording import sentence
from tests.ingest.taken import taken

SEED = Path(__file__).parents[2] / "seeds" / "seed"
EXPECTED: dict[str, Any] = json.loads((SEED / "expected.json").read_text(encoding="utf-8"))
WANT: dict[str, Any] = EXPECTED["article"]


@pytest.fixture(scope="module")
def seed() -> Article:
    (article,) = taken(next(SEED.glob("*.txt")), today=dt.date(2026, 6, 1))
    assert isinstance(article, Article)
    return article


def test_fields_are_those_expected(seed: Article) -> None:
    assert seed.headline == WANT["headline"]
    assert seed.publication == WANT["publication"]
    assert seed.dateline is not None
    assert seed.dateline.place == WANT["dateline_place"]
    assert seed.byline == ()
    assert seed.flags == ()


def test_year_is_inferred_and_the_reason_kept(seed: Article) -> None:
    assert seed.published is not None
    assert seed.published.iso == WANT["published"]
    assert seed.published.inferred
    assert seed.published.why is not None
    assert sentence(seed.published.why) == WANT["published_why"]


def test_caption_is_kept_once_with_its_credit_apart(seed: Article) -> None:
    assert list(seed.texts(BlockRole.CAPTION)) == WANT["captions"]
    assert seed.texts(BlockRole.CREDIT) == (WANT["credit"],)


def test_body_is_whole_and_opens_with_the_dateline(seed: Article) -> None:
    body = seed.texts(BlockRole.BODY)
    (dateline,) = seed.texts(BlockRole.DATELINE)
    assert len(body) == WANT["body_paragraphs"]
    assert body[0].startswith(f"{dateline} {WANT['body_starts']}")
    assert body[-1].endswith(WANT["body_ends"])
    assert seed.lede.startswith(WANT["body_starts"])


def test_removals_are_those_expected_each_with_its_reason(seed: Article) -> None:
    found = [(removal.text, sentence(removal.reason).lower()) for removal in seed.removals]
    assert found == [(want["text"], want["reason"]) for want in EXPECTED["removed"]]
    assert all(want["text"] not in seed.text for want in EXPECTED["removed"][1:])


def test_removed_links_stood_between_two_paragraphs(seed: Article) -> None:
    starts = {block.span.start for block in seed.blocks}
    assert all(removal.at in starts for removal in seed.removals if removal.reason.code == "related-link")
