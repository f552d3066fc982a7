"""The name of a site that only its masthead, or the title of its page, shows."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.html.choosing import choose
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.mastheads import clues_of_masthead
from reader.ingest.html.page import told_by
from reader.ingest.markup import parse_html
from reader.ingest.original import Hints, Original

TODAY = dt.date(2026, 6, 1)


def name_at(masthead: str) -> str:
    found = clues_of_masthead(parse_html(f"<html><body><header>{masthead}</header><p>Crews voted.</p></body></html>"))
    return found.publications[0].value if found.publications else ""


@pytest.mark.parametrize(
    ("masthead", "name"),
    [
        ('<a href="/"><img src="l.png" alt="The Coastline Press"></a>', "The Coastline Press"),
        ('<a href="/"><img src="l.png" alt="Coastline Press logo"></a>', "Coastline Press"),
        ('<a href="/" aria-label="Coastline Press - Home"><svg></svg></a>', "Coastline Press"),
        ('<a href="/" title="Go to homepage of Coastline Press"></a>', "Coastline Press"),
        ('<a rel="home" href="https://coastline.example/en">Coastline Press</a>', "Coastline Press"),
        ('<p class="site-title"><a href="https://coastline.example/">Coastline Press</a></p>', "Coastline Press"),
        ('<a href="/">Home</a><a href="/index.html"><img alt="Coastline Press"></a>', "Coastline Press"),
    ],
)
def test_masthead_names_the_site(masthead: str, name: str) -> None:
    assert name_at(masthead) == name


@pytest.mark.parametrize(
    "masthead",
    [
        '<a href="/">Home</a>',
        '<a href="/harbor">Harbor</a>',
        '<a href="#top">Top</a>',
        '<a href="https://parent.example/">Parent Company</a>',
        '<a href="http://[">Broken</a>',
        f'<a href="/">{"Crews voted on Tuesday. " * 9}</a>',
    ],
)
def test_other_links_name_no_site(masthead: str) -> None:
    assert name_at(masthead) == ""


def test_masthead_is_asked_only_where_the_head_names_no_site() -> None:
    page = '<html><head>{}</head><body><a href="/">Coastline Press</a><h1>Crews strike</h1></body></html>'
    original, hints = Original("a.html", b""), Hints(TODAY)
    told = told_by(page.format(""), original, hints)
    assert (told.facts.publication, told.where("publication")) == ("Coastline Press", "page masthead")
    named = '<meta property="og:site_name" content="Harbor Times">'
    assert told_by(page.format(named), original, hints).facts.publication == "Harbor Times"


def test_title_names_the_site_before_its_host_does() -> None:
    title = Clue("A year of fog · Idle Wheels", Where.META, "title")
    heading = Clue("A year of fog", Where.PAGE, "h1")
    address = "https://jarn.example/a-year-of-fog"
    assert choose(Clues(headlines=(title, heading)), url=address, today=TODAY).facts.publication == "Idle Wheels"
    assert choose(Clues(headlines=(heading,)), url=address, today=TODAY).facts.publication == "jarn.example"
