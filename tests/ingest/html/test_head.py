"""The head of a page."""

from __future__ import annotations

import pytest

from reader.ingest.html.clues import Clues
from reader.ingest.html.head import clues_of_head, clues_of_links
from reader.ingest.markup import parse_html


def clues(head: str, before: str = "") -> Clues:
    html = f"{before}<html><head>{head}</head><body><p>x</p></body></html>"
    return clues_of_head(parse_html(html), html)


@pytest.mark.parametrize(
    "meta",
    [
        '<meta property="article:published_time" content="2026-03-03T18:30Z">',
        '<meta name="parsely-pub-date" content="2026-03-03T18:30Z">',
        '<meta name="sailthru.date" content="2026-03-03 18:30:00 +0000">',
        '<meta name="DC.date.issued" content="2026-03-03T18:30Z">',
        '<meta name="cXenseParse:recs:publishtime" content="2026-03-03T18:30Z">',
        '<meta itemprop="datePublished" content="2026-03-03T18:30Z">',
        '<meta name="pubdate" content="20260303T183000Z">',
        '<meta name="og:updated_time" content="2026-03-04"><meta name="pub_date" content="2026-03-03T18:30Z">',
    ],
)
def test_dialects_of_the_time(meta: str) -> None:
    assert clues(meta).moments[0].value.iso == "2026-03-03T18:30+00:00"


def test_authors_that_are_addresses_or_handles_are_left_out() -> None:
    head = """<meta name="author" content="Ilse Dahl"><meta property="article:author" content="https://x.example/ilse">
    <meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Tomas Ardell">
    <meta name="twitter:label2" content="Reading time"><meta name="twitter:data2" content="3 minutes">
    <meta name="byl" content="@ilse">"""
    assert [c.value for c in clues(head).people] == ["Ilse Dahl", "Tomas Ardell"]


@pytest.mark.parametrize(
    ("head", "before"),
    [
        ('<link rel="canonical" href="https://a.example/s">', ""),
        ('<link rel="canonical" href="/s"><meta property="og:url" content="https://a.example/t">', ""),
        ('<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/s">', ""),
        ("", "<!-- saved from url=(0021)https://a.example/s -->"),
        ("", "<!--\n Page saved with SingleFile \n url: https://a.example/s \n saved date: x -->"),
    ],
)
def test_address_of_a_page(head: str, before: str) -> None:
    assert clues(head, before).addresses[0].value == "https://a.example/s"


def test_site_of_a_page_without_an_address_is_where_its_links_lead() -> None:
    links = (
        "".join(f'<a href="http://{s}.harbor.com.cn/x">x</a>' for s in "abcdef") + '<a href="https://other.example/">'
    )
    found = clues_of_links(parse_html(f"<body>{links}</body>"))
    assert [c.value for c in found.publications] == ["harbor.com.cn"]
    assert clues_of_links(parse_html('<body><a href="https://other.example/">x</a></body>')) == Clues()
