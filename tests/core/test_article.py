import datetime as dt

import pytest

from reader.core.article import Article, ArticleId, Block, Published
from reader.core.kinds import BlockRole
from reader.core.spans import Span
from tests.builders import article


def test_a_bare_date_is_written_without_a_time() -> None:
    assert Published(dt.date(2024, 3, 12)).iso == "2024-03-12"


def test_a_time_without_offset_stays_local() -> None:
    assert Published(dt.date(2024, 3, 12), dt.time(16, 40)).iso == "2024-03-12T16:40"


@pytest.mark.parametrize(("offset", "written"), [(0, "+00:00"), (-300, "-05:00"), (345, "+05:45"), (-210, "-03:30")])
def test_an_offset_is_written_in_hours_and_minutes(offset: int, written: str) -> None:
    assert Published(dt.date(2024, 3, 12), dt.time(8, 5), offset).iso == "2024-03-12T08:05" + written


def test_the_lede_begins_after_the_dateline() -> None:
    text = "Crews wait\n\nTOLVIK, March 2 (CLP) -- Crews waited on Saturday."
    body, opening = Span(12, len(text)), Span(12, text.index("Crews waited"))
    made = Article(
        ArticleId("0" * 16),
        text,
        (Block(Span(0, 10), BlockRole.HEADLINE), Block(body, BlockRole.BODY), Block(opening, BlockRole.DATELINE)),
    )
    assert made.lede == "Crews waited on Saturday."


def test_the_same_text_from_the_same_address_has_the_same_id() -> None:
    assert article("Words.", url="https://x.example/1").id == article("Words.", url="https://x.example/1").id
    assert article("Words.", url="https://x.example/1").id != article("Other.", url="https://x.example/1").id
