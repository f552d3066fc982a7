"""NITF: what the head tells stands above what the story prints."""

from __future__ import annotations

import datetime as dt

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.original import Found, Hints, Original
from reader.ingest.wire.nitf import read_nitf

HEAD = """<head><title>Ferry</title><docdata management-status="usable"><doc-id regsrc="AP"/>
<date.issue norm="20260130T091244-0500"/><ed-msg info="Eds: Updates with quotes."/>
<doc.copyright holder="Coastline Press" year="2026"/></docdata></head>"""
STORY = "The ferry left Port Elder at noon, three days after a storm tore away its landing stage."


def taken(body: str, head: str = HEAD) -> Article:
    page = f'<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-6.dtd"><nitf>{head}<body>{body}</body></nitf>'
    (found,) = read_nitf(Original("a.xml", page.encode()), Hints(dt.date(2026, 2, 1)))
    assert isinstance(found, Found)
    return found.article


def test_all_fields() -> None:
    article = taken(f"""<body.head><hedline><hl1>Ferry sails again</hl1><hl2>Storm is over</hl2></hedline>
    <byline>By <person>ILSE MARENKO</person><byttl>Harbor Writer</byttl></byline><distributor>Elder Wire</distributor>
    <dateline><location>PORT ELDER, Vasmark</location><story.date norm="20260129">Jan. 29</story.date></dateline>
    <abstract><p>What happened at noon.</p></abstract></body.head>
    <body.content><p>PORT ELDER (AP) — {STORY}</p><hl2>On board</hl2><p>The band played.</p></body.content>
    <body.end><tagline>(Reporting by Tomas Ardell; Editing by Pieter Okonski)</tagline></body.end>""")
    assert article.headline == "Ferry sails again"
    assert article.byline == ("Ilse Marenko",)
    assert article.publication == "Elder Wire"
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency) == ("PORT ELDER, Vasmark", "AP")
    assert article.published is not None and article.published.iso == "2026-01-30T09:12-05:00"
    assert article.flags == ("update",)
    assert article.texts(BlockRole.SUBHEAD) == ("Storm is over", "What happened at noon.", "On board")
    assert article.texts(BlockRole.BODY) == (f"PORT ELDER (AP) — {STORY}", "The band played.")
    assert article.texts(BlockRole.CREDIT) == ("(Reporting by Tomas Ardell; Editing by Pieter Okonski)",)


def test_owner_of_the_copyright_publishes_where_nobody_distributes() -> None:
    assert taken(f"<body.content><p>{STORY}</p></body.content>").publication == "Coastline Press"


def test_title_of_the_head_is_the_last_resort_for_a_headline() -> None:
    assert taken(f"<body.content><p>{STORY}</p></body.content>").headline == "Ferry"


def test_headline_without_a_level_and_plain_byline() -> None:
    article = taken(
        f"<body.head><hedline>Ferry sails</hedline><byline>By Ilse Marenko, Harbor Correspondent</byline></body.head>"
        f"<body.content><block><p>{STORY}</p></block></body.content>"
    )
    assert (article.headline, article.byline) == ("Ferry sails", ("Ilse Marenko",))


def test_picture_inside_a_story_gives_its_caption() -> None:
    article = taken(f"""<body.content><p>{STORY}</p><media media-type="image"><media-reference source="a.jpg"/>
    <media-object encoding="base64">QUJD</media-object><media-caption><p>The new landing stage.</p></media-caption>
    <media-producer>Tomas Ardell</media-producer></media></body.content>""")
    assert article.texts(BlockRole.CAPTION)[0].startswith("The new landing stage.")
    assert "QUJD" not in article.text and "Tomas Ardell" in article.text


def test_lists_tables_and_quotations_keep_their_roles() -> None:
    article = taken(f"""<body.content><p>{STORY}</p><ul><li>Forty lorries</li></ul><bq><p>We sang all the way.</p></bq>
    <table><tr><td>Mon</td><td>12</td></tr><tr><td>Tue</td><td>14</td></tr></table></body.content>""")
    assert article.texts(BlockRole.LIST) == ("Forty lorries",)
    assert article.texts(BlockRole.QUOTE) == ("We sang all the way.",)
    assert article.texts(BlockRole.TABLE) == ("Mon 12", "Tue 14")


def test_dateline_in_one_line_is_taken_apart() -> None:
    article = taken(
        f"<body.head><hedline><hl1>F</hl1></hedline><dateline>PORT ELDER, Jan. 29 (UPI) --</dateline></body.head>"
        f"<body.content><p>{STORY}</p></body.content>"
    )
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.agency, article.dateline.date) == ("PORT ELDER", "UPI", "Jan. 29")


def test_body_without_its_content_element_is_read() -> None:
    article = taken(f"<body.head><hedline><hl1>Ferry sails</hl1></hedline></body.head><p>{STORY}</p>")
    assert article.texts(BlockRole.BODY) == (STORY,)


def test_name_space_makes_no_difference() -> None:
    page = f'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content><p>{STORY}</p></body.content></body></nitf>'
    (found,) = read_nitf(Original("a.xml", page.encode()), Hints(dt.date(2026, 2, 1)))
    assert isinstance(found, Found) and found.article.text == STORY


def test_file_without_a_word_gives_nothing() -> None:
    assert list(read_nitf(Original("a.xml", b"<nitf><body/></nitf>"), Hints(dt.date(2026, 2, 1)))) == []


def test_picture_by_itself_gives_its_caption_as_text() -> None:
    article = taken(
        "<body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content><media media-type='image'>"
        f"<media-caption>{STORY}</media-caption></media></body.content>"
    )
    assert article.texts(BlockRole.BODY) == (STORY,)
    assert "picture" in article.flags
