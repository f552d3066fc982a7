"""JSON Feed: an article for each item that has text, a bookmark for each other one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from reader.core.article import Article
from reader.core.steps import Failed
from reader.ingest.feeds.json_feed import is_json_feed, read_json_feed
from reader.ingest.original import Found, Hints, Original

STORY = "The ferry left Port Elder at noon. It carried forty lorries and a brass band."


def feed(*items: object, **more: object) -> dict[str, Any]:
    return {"version": "https://jsonfeed.org/version/1.1", "title": "Elder Echo", "items": list(items)} | more


def read(data: dict[str, Any]) -> list[Article | Failed]:
    found = read_json_feed(data, Original("a.json", b"{}"), Hints(dt.date(2026, 2, 1)))
    return [one.article if isinstance(one, Found) else one for one in found if isinstance(one, Found | Failed)]


def articles(data: dict[str, Any]) -> list[Article]:
    return [one for one in read(data) if isinstance(one, Article)]


def test_feed_is_told_from_other_objects() -> None:
    assert is_json_feed(feed())
    assert is_json_feed({"items": [{"id": "1", "content_text": STORY}]})
    assert not is_json_feed({"items": [{"id": "1"}]})
    assert not is_json_feed({"version": 2, "items": "x"})


def test_item_gives_all_its_fields() -> None:
    item = {
        "id": 7,
        "url": "https://example.org/ferry",
        "title": "Ferry sails",
        "content_html": f"<p>{STORY}</p>",
        "content_text": "Not this.",
        "date_published": "2026-01-30T09:12:00-05:00",
        "authors": [{"name": "Ilse Marenko"}, {"name": "Tomas Ardell"}],
        "author": {"name": "Old Author"},
        "language": "de-AT",
    }
    article = articles(feed(item))[0]
    assert (article.headline, article.publication, article.language) == ("Ferry sails", "Elder Echo", "de")
    assert article.byline == ("Ilse Marenko", "Tomas Ardell")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12-05:00"
    assert (article.origin.url, article.origin.member) == ("https://example.org/ferry", "7")
    assert article.texts(article.blocks[-1].role) == (STORY,)


def test_authors_of_the_feed_stand_in_for_those_of_an_item() -> None:
    assert articles(feed({"id": "1", "content_text": STORY}, author={"name": "Ilse Marenko"}))[0].byline == (
        "Ilse Marenko",
    )


def test_item_without_text_is_a_bookmark_called_by_what_it_has() -> None:
    found = articles(feed({"id": "Low tide", "content_html": ""}, {"id": "2", "external_url": "https://example.org/x"}))
    assert [(article.headline, article.flags) for article in found] == [
        ("Low tide", ("bookmark",)),
        ("https://example.org/x", ("bookmark",)),
    ]


def test_what_is_no_item_fails_alone() -> None:
    found = read(feed("no item", None, {}, {"id": "1", "title": [1], "content_text": STORY}))
    assert [type(one) for one in found] == [Failed, Failed, Failed, Article]


def test_same_name_twice_is_kept_apart() -> None:
    found = articles(feed({"id": "1", "content_text": STORY}, {"id": "1", "content_text": "The harbor closed."}))
    assert [article.origin.member for article in found] == ["1", "2"]
