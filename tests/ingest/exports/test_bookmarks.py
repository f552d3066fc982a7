"""Lists of addresses in HTML."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

TODAY = dt.date(2026, 6, 1)
BROWSER = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1">News</H3>
    <DD>What I read in the morning
    <DL><p>
        <DT><A HREF="https://example.org/a?x=1&amp;y=2" ADD_DATE="1" TAGS="sea">Harbor &amp; sound</A>
        <DD>A note of mine
        <DT><A HREF="javascript:alert(1)">Run</A>
    </DL><p>
    <DT><A HREF="https://example.org/b"></A>
</DL><p>
"""


def found_in(page: str) -> list[Found]:
    steps = read_original(Original("bookmarks.html", page.encode()), Hints(TODAY))
    return [step for step in steps if isinstance(step, Found)]


def articles(page: str) -> list[Article]:
    return [found.article for found in found_in(page)]


def test_the_list_of_a_browser_becomes_bookmarks_with_their_notes() -> None:
    first, second = articles(BROWSER)
    assert (first.headline, first.origin.url) == ("Harbor & sound", "https://example.org/a?x=1&y=2")
    assert first.texts(BlockRole.BODY) == ("A note of mine",)
    assert second.headline == "https://example.org/b"
    assert all("bookmark" in article.flags for article in (first, second))


def test_pocket_lists_are_read() -> None:
    page = """<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
        <li><a href="https://example.org/a" time_added="1688628695" tags="x">Hafen geschlossen</a></li></ul>
        <h1>Read Archive</h1><ul><li><a href="https://example.org/b" time_added="1" tags="">Other</a></li></ul>
        </body></html>"""
    assert [article.headline for article in articles(page)] == ["Hafen geschlossen", "Other"]


def test_instapaper_lists_are_read() -> None:
    page = """<!DOCTYPE html><html><head><title>Instapaper: Export</title></head><body>
        <h1>Unread</h1><ol><li><a href="https://example.org/a">Harbor opens</a></li></ol></body></html>"""
    assert [article.headline for article in articles(page)] == ["Harbor opens"]


def test_the_original_of_a_bookmark_is_a_list_with_it_alone() -> None:
    first = found_in(BROWSER)[0]
    (again,) = articles(first.original.decode())
    assert (again.headline, again.texts(BlockRole.BODY)) == ("Harbor & sound", ("A note of mine",))
