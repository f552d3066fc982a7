"""What a page shows around its heading, where its head tells nothing."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.html.page import read_html
from reader.ingest.original import Hints, Original

PARAGRAPHS = (
    "Harbor crews voted Tuesday to stay in port until the Grey Sound is open again for all the boats of the coast.",
    "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the old basin.",
    "“We will not sail for half a catch,” said Pieter Okonski, who leads the union of the deep-sea crews of the coast.",
)


def article_of(above: str, below: str = "") -> Article:
    story = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    html = (
        "<html><head><meta charset='utf-8'><title>Harbor crews vote to strike</title></head><body>"
        f"<h1>Harbor crews vote to strike</h1>{above}<div class='story'>{story}</div>{below}</body></html>"
    )
    (found,) = read_html(Original("strike.html", html.encode()), Hints(dt.date(2026, 6, 1)))
    return found.article


@pytest.mark.parametrize(
    "figure", ["<figure class='x1'>{}</figure>", "<div class='top'><figure class='a'>{}</figure></div>"]
)
def test_words_in_a_figure_are_a_caption_whatever_they_are_called(figure: str) -> None:
    inside = "<img src='a.jpg'><div class='zq7'>Boats in the old basin on Monday</div>"
    found = article_of(figure.format(inside))
    assert found.texts(BlockRole.CAPTION) == ("Boats in the old basin on Monday",)


def test_caption_that_only_its_property_names() -> None:
    found = article_of("<div><img src='a.jpg'><p property='schema:caption'>Boats in the old basin on Monday</p></div>")
    assert found.texts(BlockRole.CAPTION) == ("Boats in the old basin on Monday",)


def test_author_stands_above_the_editor_in_brackets() -> None:
    found = article_of("<div><span>作者：林海</span></div>", "<p>（责任编辑：赵平）</p>")
    assert found.byline == ("林海",)


def test_editor_in_brackets_is_the_byline_where_no_author_is_named() -> None:
    assert article_of("", "<p>（责任编辑：赵平）</p>").byline == ("赵平",)


def test_time_in_the_line_that_says_who_posted() -> None:
    foot = "<p>Posted by Ilse Dahl on March 03, 2026 at 06:30 PM in <a href='/n'>News from the harbor</a></p>"
    published = article_of("", foot).published
    assert published is not None
    assert published.iso == "2026-03-03T18:30"
