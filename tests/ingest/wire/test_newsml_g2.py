"""NewsML-G2: items, packages and messages."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.newsml_g2 import read_newsml_g2

STORY = "The ferry left Port Elder at noon, three days after a storm tore away its landing stage."
META = """<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:AFP"/>
<versionCreated>2026-01-30T09:12:44-05:00</versionCreated><firstCreated>2026-01-29T08:00:00Z</firstCreated></itemMeta>"""
CONTENT = "<contentMeta><language tag='en-US'/><by>By Ilse Marenko</by><headline>Ferry sails</headline></contentMeta>"


def taken(*items: str, around: str = "{}") -> list[Article]:
    page = f'<?xml version="1.0"?>{around.format("".join(items))}'
    found = read_newsml_g2(Original("a.xml", page.encode()), Hints(dt.date(2026, 2, 1)))
    return [one.article for one in found if isinstance(one, Found)]


def item(content: str, meta: str = META + CONTENT, name: str = "newsItem") -> str:
    return (
        f'<{name} xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x" xml:lang="en">{meta}'
        f"<contentSet>{content}</contentSet></{name}>"
    )


def xhtml(body: str) -> str:
    return (
        '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head>'
        f"<title>T</title></head><body>{body}</body></html></inlineXML>"
    )


def test_item_with_a_page_inside_gives_its_fields() -> None:
    (article,) = taken(item(xhtml(f"<h1>Ferry sails</h1><p>PORT ELDER, Jan. 30 (AFP) — {STORY}</p>")))
    assert (article.headline, article.byline, article.publication) == ("Ferry sails", ("Ilse Marenko",), "AFP")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12-05:00"
    assert article.dateline is not None and article.dateline.place == "PORT ELDER"
    assert article.language == "en"
    assert article.texts(BlockRole.BODY) == (f"PORT ELDER, Jan. 30 (AFP) — {STORY}",)
    assert article.text.count("Ferry sails") == 1


def test_item_with_nitf_inside() -> None:
    nitf = (
        "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><body><body.head><hedline><hl1>Other</hl1>"
        f"</hedline></body.head><body.content><p>{STORY}</p></body.content></body></nitf></inlineXML>"
    )
    (article,) = taken(item(nitf))
    assert (article.headline, article.texts(BlockRole.BODY)) == ("Ferry sails", (STORY,))


def test_item_with_text_inside() -> None:
    (plain,) = taken(item(f'<inlineData contenttype="text/plain">{STORY}\n\nThe band played.</inlineData>'))
    (marked,) = taken(item(f'<inlineData contenttype="text/html">&lt;p>{STORY}&lt;/p></inlineData>'))
    assert plain.texts(BlockRole.BODY) == (STORY, "The band played.")
    assert marked.texts(BlockRole.BODY) == (STORY,)


def test_creator_writes_where_nobody_else_does_and_dateline_is_told() -> None:
    meta = (
        "<itemMeta><provider><name>Elder Wire</name></provider><signal qcode='sig:correction'/></itemMeta><contentMeta>"
        "<creator><name>Tomas Ardell</name></creator><dateline>Port Elder, Jan. 30 (EW) -</dateline>"
        "<headline>Ferry</headline></contentMeta>"
    )
    (article,) = taken(item(xhtml(f"<p>{STORY}</p>"), meta))
    assert (article.byline, article.publication, article.flags) == (("Tomas Ardell",), "Elder Wire", ("correction",))
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency, article.dateline.date) == ("Port Elder", "EW", "Jan. 30")


def test_picture_gives_its_caption_and_a_flag() -> None:
    meta = (
        "<itemMeta><itemClass qcode='ninat:picture'/><versionCreated>2026-01-30T09:12:44Z</versionCreated></itemMeta>"
        "<contentMeta><creator><name>Tomas Ardell</name></creator><creditline>Elder Pictures</creditline>"
        "<headline>Ferry</headline>"
        f"<description role='drol:caption'>{STORY}\n      And more.</description></contentMeta>"
    )
    (article,) = taken(item("<remoteContent href='a.jpg'/>", meta))
    assert "picture" in article.flags
    assert article.texts(BlockRole.BODY) == (f"{STORY} And more.",)
    assert article.texts(BlockRole.CREDIT) == ("Elder Pictures",)


def test_message_gives_all_its_items() -> None:
    around = "<newsMessage><header><sent>2026-01-31T10:00:00Z</sent></header><itemSet>{}</itemSet></newsMessage>"
    undated = "<itemMeta/><contentMeta><headline>Undated</headline></contentMeta>"
    found = taken(
        item(xhtml(f"<p>{STORY}</p>")),
        item(xhtml("<p>The band played all the way to the other side.</p>"), undated),
        "<newsItem>.....</newsItem>",
        around=around,
    )
    assert [article.headline for article in found] == ["Ferry sails", "Undated"]
    assert found[1].published is not None and found[1].published.iso == "2026-01-31T10:00+00:00"


def test_item_with_a_headline_alone_is_a_bookmark() -> None:
    (article,) = taken(item("<inlineXML><!-- nothing --></inlineXML>"))
    assert (article.headline, article.byline, article.flags) == ("Ferry sails", ("Ilse Marenko",), ("bookmark",))


def test_package_lists_what_it_holds() -> None:
    package = (
        "<packageItem><contentMeta><headline>The day in Vasmark</headline></contentMeta><groupSet><group>"
        "<itemRef><headline>Ferry sails again after the storm</headline></itemRef></group></groupSet></packageItem>"
    )
    (article,) = taken(package)
    assert article.headline == "The day in Vasmark"
    assert article.texts(BlockRole.LIST) == ("Ferry sails again after the storm",)


def test_notes_for_editors_go_with_a_reason() -> None:
    page = f'<section class="main"><p>{STORY}</p></section><section class="notepad"><p>Call the harbor.</p></section>'
    (article,) = taken(item(xhtml(page)))
    assert article.texts(BlockRole.BODY) == (STORY,)
    assert [(removal.text, removal.reason.code) for removal in article.removals] == [
        ("Call the harbor.", "for-editors")
    ]


def test_printed_byline_stands_above_the_creator_which_may_be_a_house() -> None:
    nitf = (
        "<inlineXML><nitf><body><body.head><byline>By Ilse Marenko</byline></body.head>"
        f"<body.content><p>{STORY}</p></body.content></body></nitf></inlineXML>"
    )
    meta = "<itemMeta/><contentMeta><creator><name>Elder House</name></creator><headline>Ferry</headline></contentMeta>"
    (article,) = taken(item(nitf, meta))
    assert article.byline == ("Ilse Marenko",)


def test_item_stays_the_same_article_when_another_is_added() -> None:
    items = [
        item(xhtml(f"<p>{STORY}</p>"), META + CONTENT.replace("Ferry", thing)) for thing in ("Ferry", "Boat", "Raft")
    ]
    before, after = (
        taken(*some, around="<newsMessage><itemSet>{}</itemSet></newsMessage>") for some in (items[:2], items)
    )
    assert [article.headline for article in after] == ["Ferry sails", "Boat sails", "Raft sails"]
    assert [article.id for article in after[:2]] == [article.id for article in before]
