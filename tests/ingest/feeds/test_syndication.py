"""RSS, RDF and Atom: an article for each entry that has text, a bookmark for each other one."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.reasons import Trouble
from reader.core.steps import Failed
from reader.ingest.feeds.syndication import read_feed
from reader.ingest.original import Found, Hints, Original

HINTS = Hints(dt.date(2026, 2, 1))
STORY = "The ferry left Port Elder at noon. It carried forty lorries and a brass band."


def read(feed: str) -> list[Article | Failed]:
    found = read_feed(Original("a.rss", feed.encode()), HINTS)
    return [one.article if isinstance(one, Found) else one for one in found if isinstance(one, Found | Failed)]


def articles(feed: str) -> list[Article]:
    return [one for one in read(feed) if isinstance(one, Article)]


def rss(item: str, channel: str = "<title>Elder Echo</title>") -> str:
    return f"""<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
 <channel>{channel}<item>{item}</item></channel></rss>"""


def test_item_of_rss_gives_all_its_fields() -> None:
    article = articles(
        rss(
            f"""<title>Ferry sails &amp;amp; sings</title><link>https://example.org/ferry</link>
            <dc:creator>By ILSE MARENKO and Tomas Ardell</dc:creator><pubDate>Fri, 30 Jan 2026 09:12:00 -0500</pubDate>
            <description>Short.</description><content:encoded><![CDATA[<p>{STORY}</p><h2>Later</h2>]]></content:encoded>""",
            "<title>Elder Echo</title><language>en-GB</language>",
        )
    )[0]
    assert article.headline == "Ferry sails & sings"
    assert article.byline == ("Ilse Marenko", "Tomas Ardell")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12-05:00"
    assert (article.publication, article.language) == ("Elder Echo", "en")
    assert article.origin.url == "https://example.org/ferry"
    assert STORY in article.text and "Short." not in article.text


def test_entry_of_atom_gives_all_its_fields() -> None:
    article = articles(
        f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="sv">
        <title type="html">&lt;b&gt;Elder&lt;/b&gt; Echo</title>
        <author><name>Ilse Marenko</name></author><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
        Ferry <em>sails</em></div></title><id>tag:example.org,2026:1</id>
        <link rel="enclosure" href="https://example.org/a.mp3"/><link href="https://example.org/ferry"/>
        <published>2026-01-30T09:12:00+01:00</published><updated>2026-01-31T00:00:00Z</updated>
        <content type="text">{STORY}</content></entry></feed>"""
    )[0]
    assert article.headline == "Ferry sails"
    assert article.publication == "Elder Echo"
    assert article.byline == ("Ilse Marenko",)
    assert article.published is not None and article.published.iso == "2026-01-30T09:12+01:00"
    assert article.origin.url == "https://example.org/ferry"
    assert article.origin.member == "tag:example.org,2026:1"
    assert article.language == "sv"


def test_item_of_rdf_is_read() -> None:
    article = articles(
        f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Elder Echo</title></channel>
        <item><title>Ferry sails</title><link>https://example.org/1</link><dc:date>2026-01-30T09:12+01:00</dc:date>
        <description>{STORY}</description></item></rdf:RDF>"""
    )[0]
    assert (article.headline, article.publication) == ("Ferry sails", "Elder Echo")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12+01:00"


def test_title_of_a_picture_or_a_variant_is_no_headline() -> None:
    for item in (
        "<media:title>Picture</media:title><title>Ferry sails</title>",
        "<title>Ferry sails</title><media:content><media:title>Picture</media:title></media:content>",
        "<title>Ferry sails</title><variant><title>Small</title></variant>",
    ):
        assert articles(rss(item))[0].headline == "Ferry sails"


def test_encoded_title_is_decoded() -> None:
    feed = """<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
    <title type="text/html" mode="base64">PGI+RmVycnk8L2I+IHNhaWxz</title></entry></feed>"""
    assert articles(feed)[0].headline == "Ferry sails"


def test_entry_without_text_is_a_bookmark() -> None:
    article = articles(rss("<title>Ferry sails</title><link>https://example.org/ferry</link>"))[0]
    assert article.flags == ("bookmark",)
    assert article.text == "Ferry sails"


def test_entry_without_title_is_called_by_its_first_words() -> None:
    article = articles(rss(f"<description>{STORY}</description><author>a@example.org (Ilse Marenko)</author>"))[0]
    assert article.headline == STORY
    assert article.byline == ("Ilse Marenko",)


def test_entry_that_says_nothing_fails_alone() -> None:
    found = read(rss(f"<category>x</category></item><item><title>Ferry</title><description>{STORY}</description>"))
    assert [type(one) for one in found] == [Failed, Article]
    assert isinstance(found[0], Failed) and found[0].reason.code == "empty-entry"


def test_entry_keeps_its_own_bytes_and_its_name_when_the_feed_moves_on() -> None:
    item = f"<title>Ferry</title><guid>one</guid><description>{STORY}</description>"
    before = articles(rss(item))[0]
    after = articles(rss(f"<title>Newer</title><guid>two</guid><description>{STORY}</description></item><item>{item}"))
    assert after[1].id == before.id
    assert after[1].origin.member == "one"


def test_path_in_place_of_an_address_is_joined_with_that_of_the_site() -> None:
    feed = rss("<title>Ferry</title><link>/ferry</link>", "<title>Echo</title><link>https://example.org/</link>")
    assert articles(feed)[0].origin.url == "https://example.org/ferry"


def test_month_alone_makes_no_day_up() -> None:
    for name in ("pubDate", "dc:date"):
        (article,) = articles(rss(f"<title>Ferry</title><{name}>2025-01</{name}>"))
        assert article.published is None


@pytest.mark.parametrize(
    "date", ["Fri, 31 Feb 2025 25:61:61 +9999", "-1", "1" * 1000, "Tue, 01 Jan 19100 00:00:00 GMT"]
)
def test_impossible_date_is_none(date: str) -> None:
    assert articles(rss(f"<title>Ferry</title><pubDate>{date}</pubDate>"))[0].published is None


def test_closing_line_of_the_publishing_system_is_taken_away() -> None:
    closing = "The post Ferry appeared first on Elder Echo."
    item = f"<title>Ferry</title><description>&lt;p>{STORY}&lt;/p>&lt;p>{closing}&lt;/p></description>"
    article = articles(rss(item))[0]
    assert "appeared first" not in article.text
    assert [removal.text for removal in article.removals] == [closing]


def test_script_and_hidden_words_are_no_text() -> None:
    article = articles(
        rss(f"<title>F</title><description><![CDATA[<p>{STORY}</p><script>x()</script>]]></description>")
    )[0]
    assert "x()" not in article.text


def test_feed_that_is_not_well_formed_is_read() -> None:
    feed = rss(f"<title>Ferry & sons</title><description>{STORY}</description>").replace("</channel></rss>", "")
    assert articles(feed)[0].headline == "Ferry & sons"


def test_address_in_the_place_of_a_feed_is_never_opened() -> None:
    with pytest.raises(Trouble) as trouble:
        list(read_feed(Original("a.rss", b"http://127.0.0.1:1/feed"), HINTS))
    assert trouble.value.reason.code == "no-article"


def test_settings_and_files_of_an_exported_site_are_no_stories() -> None:
    feed = rss(
        f"<title>Ferry</title><description>{STORY}</description><wp:post_type>post</wp:post_type></item>"
        "<item><title>Menu</title><wp:post_type>nav_menu_item</wp:post_type>"
    ).replace("<rss ", '<rss xmlns:wp="http://wordpress.org/export/1.2/" ')
    assert [article.headline for article in articles(feed)] == ["Ferry"]
    kind = 'scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#'
    entries = "".join(
        f'<entry><title>{name}</title><category {kind}{name}"/><content type="html">{STORY}</content></entry>'
        for name in ("settings", "post")
    )
    assert [a.headline for a in articles(f'<feed xmlns="http://www.w3.org/2005/Atom">{entries}</feed>')] == ["post"]


def test_markup_that_nobody_escaped_loses_no_words() -> None:
    article = articles(rss(f"<title>Ferry</title><description>One line<br>another<br>{STORY}</description>"))[0]
    assert "One line" in article.text and "another" in article.text and STORY in article.text


def test_entry_of_atom_by_itself_is_read() -> None:
    page = f'<entry xmlns="http://www.w3.org/2005/Atom"><title>Ferry</title><content>{STORY}</content></entry>'
    assert [article.headline for article in articles(page)] == ["Ferry"]
