"""Articles made anew: without a line that they kept, and with it again."""

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.again import given_back, taken_away
from tests.ingest.taken import taken_text

STORY = """Ferry runs aground

By Ilse Dahl | Coastline Press

The pier in the storm. Photo by Ada Holm/CLP

MERESUND, March 3 (CLP) -- The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore.

RELATED Council buys two cranes

“Nobody was hurt,” said Pieter Okonski, who leads the crew of the ferry.

Letters to the harbor office are answered on Fridays.
"""


@pytest.fixture
def article() -> Article:
    (article,) = taken_text(STORY, dt.date(2026, 6, 1))
    return article


def test_a_line_that_is_taken_away_stands_among_the_removals_where_it_was(article: Article) -> None:
    block = next(block for block in article.blocks if "Nobody" in block.span.of(article.text))
    made = taken_away(article, block)
    assert "Nobody" not in made.text and made.id != article.id
    texts = [(removal.text[:7], removal.reason.code) for removal in made.removals]
    assert texts == [("RELATED", "related-link"), ("“Nobody", "reader-rule")]
    assert made.text[made.removals[1].at :].startswith("Letters")
    for kept in made.blocks:
        assert (kept.role, kept.span.of(made.text)) in [(b.role, b.span.of(article.text)) for b in article.blocks]
    assert len(made.blocks) == len(article.blocks) - 1


def test_what_was_taken_away_can_be_given_back(article: Article) -> None:
    for block in article.blocks:
        if block.role is BlockRole.BODY:
            made = taken_away(article, block)
            (removal,) = (r for r in made.removals if r.reason.code == "reader-rule")
            assert given_back(made, removal).text == article.text


def test_a_dateline_goes_with_its_paragraph(article: Article) -> None:
    opened = next(block for block in article.blocks if "MERESUND" in block.span.of(article.text)[:8])
    body = next(b for b in article.blocks if b.role is BlockRole.BODY and b.span.start == opened.span.start)
    made = taken_away(article, body)
    assert "MERESUND" not in made.text and not made.texts(BlockRole.DATELINE)
    (dateline,) = (block for block in article.blocks if block.role is BlockRole.DATELINE)
    with pytest.raises(ValueError):
        taken_away(article, dateline)


def test_something_is_always_left(article: Article) -> None:
    left = article
    with pytest.raises(ValueError):
        for _ in range(len(article.blocks) + 1):
            left = taken_away(left, next(b for b in left.blocks if b.role is not BlockRole.DATELINE))
    assert left.text
    with pytest.raises(ValueError):
        taken_away(left, article.blocks[0])
