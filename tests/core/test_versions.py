"""Articles from the same place: versions, excerpts, other stories."""

from __future__ import annotations

from dataclasses import replace

from reader.core.article import Article, Origin
from reader.core.versions import Follows, follows
from tests.builders import article

BODY = (
    "The ferry ran aground off the north pier on Tuesday, and its forty passengers walked ashore over the sand. Two "
    "tugs pulled at her until midnight, and the captain served soup to those who had stayed on board with their dogs."
)
OTHER = (
    "The council bought two cranes for the new basin on Monday after a debate of six hours about their colour. They "
    "come from a yard in the south that went out of business last year and sold whatever stood upright in its halls."
)


def bookmark(headline: str, url: str = "https://coast.example/a") -> Article:
    return replace(article("", headline=headline), flags=("bookmark",), origin=Origin("/b.csv", url=url))


def test_a_text_that_was_changed_is_newer() -> None:
    assert follows(article(BODY.replace("forty", "fifty")), article(BODY)) is Follows.NEWER
    assert follows(article(BODY + " " + OTHER), article(BODY)) is Follows.NEWER


def test_a_story_that_was_written_anew_under_its_headline_is_newer() -> None:
    assert follows(article(OTHER, headline="Harbor news"), article(BODY, headline="Harbor news")) is Follows.NEWER


def test_the_next_letter_of_a_series_is_no_version() -> None:
    older = article(BODY, headline="Morning letter", day="2024-03-11")
    assert follows(article(OTHER, headline="Morning letter", day="2024-03-12"), older) is Follows.APART
    assert follows(article(OTHER, headline="Morning letter", day=""), older) is Follows.NEWER


def test_another_story_is_no_version() -> None:
    assert follows(article(OTHER, headline="Cranes"), article(BODY, headline="Ferry")) is Follows.APART


def test_a_file_that_was_shortened_is_newer() -> None:
    assert follows(article(BODY.split(".")[0] + "."), article(f"{BODY} {OTHER}")) is Follows.NEWER


def test_an_excerpt_never_takes_the_place_of_the_whole() -> None:
    teaser = article(BODY.split(".")[0] + ".", headline="Ferry", path="/feed.xml")
    assert follows(teaser, article(f"{BODY} {OTHER}", headline="Ferry")) is Follows.EXCERPT
    summary = article("A vessel got stuck and nobody was harmed.", headline="Ferry", path="/feed.xml")
    assert follows(summary, article(f"{BODY} {OTHER}", headline="Ferry")) is Follows.APART
    assert follows(article(f"{BODY} {OTHER}", headline="Ferry"), teaser) is Follows.NEWER


def test_a_bookmark_gives_way_to_its_article_and_never_the_other_way() -> None:
    full = replace(article(BODY, headline="Ferry"), origin=Origin("/a.html", url="https://coast.example/a"))
    assert follows(full, bookmark("Read later")) is Follows.NEWER
    assert follows(bookmark("Read later"), full) is Follows.EXCERPT
    assert follows(bookmark("A better title"), bookmark("Read later")) is Follows.NEWER
    assert follows(bookmark("Another", url=""), bookmark("Read later", url="")) is Follows.APART
