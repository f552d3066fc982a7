"""Which lines of a page are its story."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.html.page import read_html
from reader.ingest.original import Hints, Original

STORY = (BlockRole.BODY, BlockRole.LIST, BlockRole.QUOTE, BlockRole.TABLE)
PARAGRAPHS = [
    "Harbor crews voted Tuesday to stay in port until the Grey Sound is open again for all boats of the coast.",
    "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the old basin.",
    "“We will not sail for half a catch,” said Pieter Okonski, who leads the union of the deep-sea crews.",
    "A second vote is planned for Friday, when the ministry is to answer the demands of the crews.",
]
OTHER = [
    "Fog kept all of the ferries in port on Monday, and three hundred people slept on the benches of the pier hall.",
    "The ferries sail again from Tuesday noon, the company said, and all of the tickets stay good for a week.",
    "Nobody was hurt when a tug ran into the mole in the fog, the harbor master said on Monday evening.",
]
COOKIES = (
    "We and our 812 partners store and access information on your device, such as cookies, and process personal data. "
    "You may accept or manage your choices, including your right to object where legitimate interest is used. "
)
HEAD = '<title>Crews stay in port</title><meta property="og:title" content="Crews stay in port">'


def p(*texts: str, name: str = "") -> str:
    return "".join(f'<p class="{name}">{text}</p>' for text in texts)


def read(body: str, head: str = HEAD) -> Article:
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    (found,) = read_html(Original("a.html", html.encode()), Hints(dt.date(2026, 6, 1)))
    return found.article


def story(body: str, head: str = HEAD) -> list[str]:
    found = read(body, head)
    return [b.span.of(found.text) for b in found.blocks if b.role in STORY]


def test_second_story_that_was_loaded_below_is_left_out() -> None:
    first = f"<article class='post'><h1>Crews stay in port</h1><div class='text'>{p(*PARAGRAPHS)}</div></article>"
    second = f"<article class='post'><h1>Fog stops ferries</h1><div class='text'>{p(*OTHER)}</div></article>"
    assert story(f"<main>{first}{second}</main>") == PARAGRAPHS


def test_long_consent_dialog_is_no_story() -> None:
    dialog = f"<div role='dialog'><h2>Your privacy</h2>{p(*[COOKIES * 3] * 4)}</div>"
    assert story(f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS)}</article>{dialog}") == PARAGRAPHS


@pytest.mark.parametrize("name", ["sidebar-right", "comments-on", "related-content", "modal", "has-newsletter"])
def test_story_in_a_wrapper_with_a_deceiving_name_is_found(name: str) -> None:
    body = f"<div class='{name}'><h1>Crews stay in port</h1><div>{p(*PARAGRAPHS)}</div></div>"
    assert story(body) == PARAGRAPHS


def test_old_page_without_paragraphs_is_read_by_its_line_breaks() -> None:
    menu = "<td><a href=/a>News</a><br><a href=/b>Sports</a><br><a href=/c>Fish</a></td>"
    text = "<br><br>".join(PARAGRAPHS)
    body = (
        f"<table><tr>{menu}<td><font size=5><b>Crews stay in port</b></font><br><font>{text}</font></td></tr></table>"
    )
    assert story(body) == PARAGRAPHS


def test_heading_that_trafilatura_drops_is_kept_over_its_text() -> None:
    text = f"<p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
    body = (
        f"<article><h1>Crews stay in port</h1>{text}<div class=h><h2>What they ask for</h2></div>{p(*PARAGRAPHS[2:])}"
    )
    assert read(body).texts(BlockRole.SUBHEAD) == ("What they ask for",)


def test_heading_of_links_goes_with_its_links() -> None:
    links = (
        "<h3>More about the sound</h3><ul><li><a href=/a>Herring falls</a></li><li><a href=/b>Fog stays</a></li></ul>"
    )
    found = read(f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS[:2])}{links}{p(*PARAGRAPHS[2:])}</article>")
    assert found.texts(BlockRole.SUBHEAD) == ()
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "Lesen Sie auch: <a href=/x>Heringe bleiben aus</a>",
        "Lire aussi : <a href=/x>Le hareng</a>",
        "▶ <a href=/x>청어</a>",
    ],
)
def test_links_to_other_stories_are_none_of_it(line: str) -> None:
    body = f"<article><h1>Crews stay in port</h1>{p(PARAGRAPHS[0], line, *PARAGRAPHS[1:])}</article>"
    assert story(body) == PARAGRAPHS


def test_line_that_announces_links_goes_with_them() -> None:
    links = "<ul><li><a href=/a>Herring falls</a></li><li><a href=/b>Fog stays</a></li></ul>"
    body = f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS, 'More from the harbor:')}{links}</article>"
    assert story(body) == PARAGRAPHS


def test_line_that_announces_a_list_stays_with_it() -> None:
    points = "<ul><li>Open passage through the sound.</li><li>A fund for days in port.</li></ul>"
    body = f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS, 'The crews ask for:')}{points}</article>"
    assert story(body)[-3:] == ["The crews ask for:", "Open passage through the sound.", "A fund for days in port."]


def test_paragraph_with_a_link_in_it_stays() -> None:
    linked = PARAGRAPHS[1].replace("waive the mooring fees", "<a href=/x>waive the mooring fees</a>")
    assert (
        story(f"<article><h1>Crews stay in port</h1>{p(PARAGRAPHS[0], linked, *PARAGRAPHS[2:])}</article>")
        == PARAGRAPHS
    )


def test_summary_of_the_head_that_the_page_shows_is_its_standfirst() -> None:
    summary = "The vote ends a week of talks about the sound and who may sail through it."
    head = HEAD + f'<meta property="og:description" content="{summary}">'
    found = read(f"<article><h1>Crews stay in port</h1><h2>{summary}</h2><div>{p(*PARAGRAPHS)}</div></article>", head)
    assert found.texts(BlockRole.SUBHEAD) == (summary,)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_first_paragraph_that_the_head_repeats_stays_a_paragraph() -> None:
    head = HEAD + f'<meta property="og:description" content="{PARAGRAPHS[0]}">'
    assert story(f"<article><h1>Crews stay in port</h1><div>{p(*PARAGRAPHS)}</div></article>", head) == PARAGRAPHS


@pytest.mark.parametrize(
    "picture",
    [
        "<figure><img src=a><figcaption>Boats in the old basin.</figcaption></figure>",
        "<div class='wp-caption'><img src=a><p class='wp-caption-text'>Boats in the old basin.</p></div>",
        "<div class='photo'><img src=a><span>Boats in the old basin.</span></div>",
        "<div class='box'><img src=a><div class='image-caption'>Boats in the old basin.</div></div>",
        "<figure><img src=a alt='Boats lie idle in the old basin on Tuesday.'></figure>",
    ],
)
def test_captions_are_taken_out_of_the_body(picture: str) -> None:
    found = read(f"<article><h1>Crews stay in port</h1>{p(PARAGRAPHS[0])}{picture}{p(*PARAGRAPHS[1:])}</article>")
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS
    assert found.texts(BlockRole.CAPTION) in (
        ("Boats in the old basin.",),
        ("Boats lie idle in the old basin on Tuesday.",),
    )


def test_caption_that_only_json_ld_gives_is_kept() -> None:
    data = {"@type": "NewsArticle", "image": {"@type": "ImageObject", "caption": "Boats lie idle in the old basin."}}
    head = f'{HEAD}<script type="application/ld+json">{json.dumps(data)}</script>'
    body = f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS)}</article>"
    assert read(body, head).texts(BlockRole.CAPTION) == ("Boats lie idle in the old basin.",)
    shown = (
        f"<article><h1>Crews stay in port</h1><figure><img src=a><figcaption>Fog</figcaption></figure>{p(*PARAGRAPHS)}"
    )
    assert read(shown, head).texts(BlockRole.CAPTION) == ("Fog",)


def test_section_beside_the_time_is_no_author() -> None:
    body = f"<h1>Crews stay in port</h1><div><a href=/s>North Coast</a> | March 3, 2026</div>{p(*PARAGRAPHS)}"
    assert read(f"<article>{body}</article>").byline == ()
    named = body.replace("<a href=/s>North Coast</a>", "Ilse Dahl")
    assert read(f"<article>{named}</article>").byline == ("Ilse Dahl",)


def test_story_that_only_json_ld_holds_is_read_there() -> None:
    data = {"@type": "NewsArticle", "headline": "Crews stay in port", "articleBody": "\n\n".join(PARAGRAPHS)}
    head = f'{HEAD}<script type="application/ld+json">{json.dumps(data)}</script>'
    assert story("<h1>Crews stay in port</h1><p>Subscribe to read on.</p>", head) == PARAGRAPHS


def test_byline_and_time_in_the_story_are_no_paragraphs() -> None:
    head = HEAD + '<meta name="author" content="Ilse Dahl">'
    lines = p("Ilse Dahl ilse@coast.example", "3 March 2026", *PARAGRAPHS)
    found = read(f"<article><h1>Crews stay in port</h1>{lines}</article>", head)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_name_alone_above_the_story_is_its_author() -> None:
    found = read(f"<article><h1>Crews stay in port</h1>{p('<b>Ilse Dahl</b>', *PARAGRAPHS)}</article>")
    assert found.byline == ("Ilse Dahl",)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_name_alone_below_the_story_is_its_author() -> None:
    found = read(f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS, '<b>Ilse Dahl</b>')}</article>")
    assert found.byline == ("Ilse Dahl",)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_page_from_before_there_were_headings_is_read() -> None:
    head = "<TITLE>Coastal Herald 03/03/98: Crews vote to stay in port</TITLE>"
    bold = "<FONT SIZE=+2><B>Crews vote to stay in port</B></FONT>"
    body = f"<HR>{bold}<P><B>By ILSE DAHL</B><BR>Herald Staff Writer<P>{'<P>'.join(PARAGRAPHS)}<HR><A HREF=i>Back</A>"
    found = read(body, head)
    assert found.headline == "Crews vote to stay in port"
    assert found.byline == ("Ilse Dahl",)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS


def test_credit_of_a_picture_is_no_caption() -> None:
    picture = "<figure><img src=a><figcaption><p>Boote im Becken</p><p>Foto: Ralf Dorn / clp</p></figcaption></figure>"
    found = read(f"<article><h1>Crews stay in port</h1>{picture}{p(*PARAGRAPHS)}</article>")
    assert found.texts(BlockRole.CAPTION) == ("Boote im Becken",)
    assert found.texts(BlockRole.CREDIT) == ("Foto: Ralf Dorn / clp",)


def test_paywall_is_no_part_of_the_story() -> None:
    wall = "Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés."
    assert story(f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS, wall)}</article>") == PARAGRAPHS


def test_language_is_that_of_the_words() -> None:
    body = f"<article><h1>Crews stay in port</h1>{p(*PARAGRAPHS)}</article>"
    assert read(body).language == "en"
    german = (
        p("Die Besatzungen der Flotte haben am Dienstag beschlossen, im Hafen zu bleiben, bis der Sund offen ist.") * 3
    )
    html = f"<html lang='de-AT'><body><article><h1>Hafen</h1>{german}</article></body></html>"
    (found,) = read_html(Original("a.html", html.encode()), Hints(dt.date(2026, 6, 1)))
    assert found.article.language == "de"


@pytest.mark.parametrize(
    "body",
    [
        "<div><p class=caption>x</p></div>" * 20_000,
        "<div>" + "<p class=caption>x</p>" * 20_000 + "</div>",
        "<table><tr><td>" * 20_000,
        "<ul><li>" * 20_000 + "x",
        "<h2>x</h2>" * 20_000,
        "<div class=image><img>" * 5_000,
        "<a href=/author/x>" * 10_000,
    ],
)
def test_pages_that_are_made_to_keep_us_busy_are_read(body: str) -> None:
    """Work that grows with the square of the page takes hours, and the suite's time-out ends it."""
    html = f"<html><head>{HEAD}</head><body><article><h1>Crews stay in port</h1>{p(*PARAGRAPHS)}</article>{body}"
    found = list(read_html(Original("a.html", html.encode()), Hints(dt.date(2026, 6, 1))))
    assert "voted Tuesday" in found[0].article.text
