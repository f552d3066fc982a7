"""Lists of feeds name their feeds; nothing is fetched."""

from __future__ import annotations

import datetime as dt

from reader.ingest.feeds.opml import read_opml
from reader.ingest.original import Feed, Hints, Original

HINTS = Hints(dt.date(2026, 2, 1))


def feeds(text: str) -> list[object]:
    return list(read_opml(Original("a.opml", text.encode()), HINTS))


def test_feeds_are_named_at_any_depth() -> None:
    text = "<opml>" + '<outline text="Folder">' * 20_000
    text += """<outline title="Elder &amp; Echo" text="x" xmlUrl="https://example.org/feed?a=1&amp;b=2"/>"""
    assert feeds(text) == [Feed("Elder & Echo", "https://example.org/feed?a=1&b=2")]


def test_feed_without_a_title_is_called_by_its_address_and_named_once() -> None:
    text = "<outline xmlURL='https://example.org/a'/><outline xmlUrl='https://example.org/a' text='A'/>"
    assert feeds(text) == [Feed("https://example.org/a", "https://example.org/a")]


def test_list_that_is_not_well_formed_is_read() -> None:
    text = '<opml><title>This & That</title><outline text="A & B" type="rss" xmlUrl="https://example.org/a"></body>'
    assert feeds(text) == [Feed("A & B", "https://example.org/a")]


def test_feed_that_is_commented_out_is_left_alone() -> None:
    assert feeds('<!-- <outline xmlUrl="https://example.org/a"/> --><outline text="Folder"/>') == []


def test_address_as_a_link_counts_for_feeds_only() -> None:
    text = (
        '<outline type="rss" url="https://example.org/a" text="A"/><outline type="link" url="https://example.org/b"/>'
    )
    assert feeds(text) == [Feed("A", "https://example.org/a")]
