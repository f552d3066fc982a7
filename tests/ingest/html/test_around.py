"""What a page shows besides its story is taken away with a reason, in its place, and can be given back."""

from __future__ import annotations

import datetime as dt
import json
from types import MappingProxyType

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.lessons import Lessons
from reader.core.wording import WORDING
from reader.ingest.again import given_back
from reader.ingest.gathering import MOST_ALONE, MOST_LINES
from reader.ingest.html.page import read_html
from reader.ingest.original import Hints, Original

PARAGRAPHS = [
    "Harbor crews voted Tuesday to stay in port until the Grey Sound is open again for all boats of the coast.",
    "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the old basin.",
    "“We will not sail for half a catch,” said Pieter Okonski, who leads the union of the deep-sea crews.",
]
HEAD = (
    '<title>Crews stay in port</title><meta property="og:title" content="Crews stay in port">'
    '<meta property="og:site_name" content="Coastline Press"><meta name="author" content="Ilse Dahl">'
)
MENU = "<nav><ul><li><a href=/n>News</a></li><li><a href=/s>Sports</a></li></ul></nav>"
STORY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def read(body: str, head: str = HEAD, lessons: Lessons = Lessons()) -> Article:  # noqa: B008
    html = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    (found,) = read_html(Original("a.html", html.encode()), Hints(dt.date(2026, 6, 1), lessons))
    return found.article


def removed(found: Article) -> list[tuple[str, str]]:
    return [(removal.text, removal.reason.code) for removal in found.removals]


def test_each_line_around_the_story_is_a_removal_with_its_reason_in_its_place() -> None:
    found = read(
        f"<p>Fog on the coast</p>{MENU}<article><h1>Crews stay in port</h1>"
        f"<div class=share>Share it</div>{STORY}</article>"
        "<div class='related-stories'><a href=/h>Herring falls</a></div>"
        "<div class='ads'>Nets of steel</div><section id='comments'><p>Well done, crews of the coast!</p></section>"
        "<footer><p>Write to us</p><p>© 2026 Coastline Press</p></footer>"
    )
    assert removed(found) == [
        ("Fog on the coast", "outside-story"),
        ("News", "furniture"),
        ("Sports", "furniture"),
        ("Share it", "furniture"),
        ("Herring falls", "related-link"),
        ("Nets of steel", "advertisement"),
        ("Well done, crews of the coast!", "readers-comment"),
        ("Write to us", "furniture"),
        ("© 2026 Coastline Press", "copyright"),
    ]
    places = [removal.at for removal in found.removals]
    assert places[:4] == [0, 0, 0, found.text.index("Harbor crews")]
    assert set(places[4:]) == {len(found.text)}
    assert all(removal.reason.code in WORDING for removal in found.removals)


def test_what_stands_amid_the_story_stands_there_among_the_removals() -> None:
    link = "<p><a href=/h>Herring falls</a></p>"
    found = read(f"<article><h1>Crews stay in port</h1><p>{PARAGRAPHS[0]}</p>{link}<p>{PARAGRAPHS[1]}</p></article>")
    (removal,) = found.removals
    assert (removal.text, removal.reason.code) == ("Herring falls", "related-link")
    assert found.text[removal.at :].startswith("The port commission")


def test_headline_and_byline_of_the_page_are_no_removals_but_their_copies_are() -> None:
    found = read(
        "<p>Crews stay in port</p><article><h1>Crews stay in port</h1><p class=byline>Ilse Dahl</p>"
        f"{STORY}</article><footer><p>Crews stay in port</p><p>By Ilse Dahl</p></footer>"
    )
    assert removed(found) == [
        ("Crews stay in port", "repeated-headline"),
        ("Crews stay in port", "repeated-headline"),
        ("By Ilse Dahl", "repeated-byline"),
    ]
    assert found.text.startswith("Crews stay in port\n\nIlse Dahl\n\nHarbor crews")


def test_wrapper_with_a_deceiving_name_gives_no_reason() -> None:
    link = "<p><a href=/f>Fog on the coast</a></p>"
    found = read(f"<div class='has-comments comments'>{link}<h1>Crews stay in port</h1><div>{STORY}</div></div>")
    assert removed(found) == [("Fog on the coast", "outside-story")]


def test_paragraph_that_is_printed_again_below_is_a_repeated_line() -> None:
    found = read(f"<article><h1>Crews stay in port</h1>{STORY}</article><footer><p>{PARAGRAPHS[0]}</p></footer>")
    assert removed(found) == [(PARAGRAPHS[0], "repeated-line")]


def test_no_word_that_a_page_shows_is_lost() -> None:
    body = f"<p>Fog</p>{MENU}<h1>Crews stay in port</h1><p>Share</p><div>{STORY}</div><p>Tags: fish</p>"
    found = read(f"{body}<footer>Write</footer>")
    shown = ["Fog", "News", "Sports", "Crews stay in port", "Share", *PARAGRAPHS, "Tags: fish", "Write"]
    everything = found.text + "\n" + "\n".join(removal.text for removal in found.removals)
    assert all(words in everything for words in shown)
    assert sum(map(len, shown)) + len("Ilse Dahl") == len("".join(everything.split("\n")))


def test_page_whose_story_only_data_holds_keeps_what_it_shows_as_removals() -> None:
    data = {"@type": "NewsArticle", "headline": "Crews stay in port", "articleBody": "\n\n".join(PARAGRAPHS)}
    head = f'{HEAD}<script type="application/ld+json">{json.dumps(data)}</script>'
    found = read(f"{MENU}<h1>Crews stay in port</h1><p>Subscribe to read on.</p><p>{PARAGRAPHS[0]}</p>", head)
    assert list(found.texts(BlockRole.BODY)) == PARAGRAPHS
    assert [text for text, _ in removed(found)] == ["News", "Sports", "Subscribe to read on."]


def test_line_of_the_page_is_given_back_where_it_stood() -> None:
    found = read(f"{MENU}<article><h1>Crews stay in port</h1>{STORY}</article><footer><p>Write to us</p></footer>")
    made = given_back(found, found.removals[-1])
    assert made.text == f"{found.text}\n\nWrite to us"
    assert removed(made) == removed(found)[:-1]


def test_line_that_the_reader_always_keeps_is_kept_around_the_story() -> None:
    lessons = Lessons(kept=MappingProxyType({"Coastline Press": frozenset({"write to us", "fog on the coast"})}))
    body = f"<div class=menu>Fog on the coast</div><h1>Crews stay in port</h1><p>MERESUND (CLP) -- {PARAGRAPHS[0]}</p>"
    found = read(f"{body}{STORY}<footer><p>Write to us</p></footer>", lessons=lessons)
    assert found.text.startswith("Fog on the coast\n\nCrews stay in port")
    assert found.text.endswith("\n\nWrite to us")
    assert found.texts(BlockRole.DATELINE) == ("MERESUND (CLP) --",)
    assert found.removals == ()


def test_thousands_of_links_are_gathered_and_come_back_as_single_lines() -> None:
    links = [f"Berth {number}" for number in range(MOST_ALONE + 1)]
    menu = "".join(f"<li><a href=/x>{words}</a></li>" for words in links)
    found = read(f"<nav><ul>{menu}</ul></nav><article><h1>Crews stay in port</h1>{STORY}</article>")
    assert len(found.removals) == -(-len(links) // MOST_LINES)
    assert "\n".join(removal.text for removal in found.removals).split("\n") == links
    made = given_back(found, found.removals[0])
    assert made.text.startswith("Berth 0\n\nBerth 1\n\n")
    assert "\n\nBerth 39\n\nCrews stay in port" in made.text
