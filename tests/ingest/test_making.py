"""Lines with roles become articles."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.facts import Facts
from reader.ingest.making import RoledLine, make_bookmark, make_from_lines
from reader.ingest.original import Hints, Original

HINTS = Hints(dt.date(2026, 6, 1))
FERRY = Original("ferry.x", b"bytes of the original")
LEDE = (BlockRole.BODY, "The ferry ran aground off the north pier on Tuesday, and its passengers walked ashore.")
TOLD = Facts(headline="Ferry runs aground", byline=("Ilse Dahl",))


def made(*lines: RoledLine, told: Facts = TOLD) -> Article:
    found = make_from_lines(lines, told, FERRY, HINTS)
    assert found is not None and found.original == FERRY.data
    return found.article


def roles(article: Article) -> list[BlockRole]:
    return [block.role for block in article.blocks]


def test_told_headline_and_byline_stand_above_the_story() -> None:
    article = made(LEDE)
    assert article.text.split("\n\n") == ["Ferry runs aground", "Ilse Dahl", LEDE[1]]
    assert roles(article) == [BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.BODY]
    assert article.byline == ("Ilse Dahl",)


def test_told_byline_stands_below_a_printed_headline() -> None:
    article = made((BlockRole.HEADLINE, "A ferry aground"), LEDE)
    assert article.text.split("\n\n") == ["A ferry aground", "Ilse Dahl", LEDE[1]]


def test_printed_byline_is_not_printed_again() -> None:
    article = made((BlockRole.BODY, "By Ilse Dahl"), LEDE)
    assert article.text.count("Ilse Dahl") == 1
    assert roles(article) == [BlockRole.HEADLINE, BlockRole.BYLINE, BlockRole.BODY]


def test_lines_of_furniture_alone_are_no_story() -> None:
    assert make_from_lines([(BlockRole.BODY, "Advertisement")], TOLD, FERRY, HINTS) is None


def test_bookmark_has_its_address_and_note_and_is_flagged() -> None:
    found = make_bookmark(Facts(headline="Ferry", url="https://coast.example/ferry?utm_source=x"), FERRY, "Read later")
    article = found.article
    assert (article.text, article.flags) == ("Ferry\n\nRead later", ("bookmark",))
    assert article.origin.url == "https://coast.example/ferry"


def test_bookmark_without_a_title_is_called_by_its_address() -> None:
    assert make_bookmark(Facts(url="https://coast.example/ferry"), FERRY).article.headline.endswith(
        "coast.example/ferry"
    )


def test_bookmarks_of_two_places_in_one_page_are_two() -> None:
    ash, oak = (
        make_bookmark(Facts(headline="Trees", url=f"https://a.example/guide#{tree}"), FERRY) for tree in ("ash", "oak")
    )
    assert ash.article.origin.url != oak.article.origin.url
    assert ash.article.id != oak.article.id
