"""A story that lists things, each in an element of its own with a heading."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.html.page import read_html
from reader.ingest.original import Hints, Original

THINGS = [
    ("The old lamp room", "Nine lamps still burn in the tower, and the keeper shows them to whoever climbs up to her."),
    ("The net loft", "Four women mend the nets of the whole fleet here, and they like to be asked about their knots."),
    (
        "The tide bath",
        "Built into the rocks by bored pilots, it fills twice a day and is never warmer than the sea.",
    ),
    ("The fog bell", "It rang for three days in the great fog, and the children of the town still count its strokes."),
]
INTRODUCTION = (
    "A harbor has rooms that nobody sees from the pier. We asked the people who work in them to open their doors, and "
    "they did so gladly, for one morning in May."
)


def text_of(things: str) -> str:
    page = (
        "<html><head><title>Four rooms of the harbor</title></head><body><main><h1>Four rooms of the harbor</h1>"
        f"<div class='intro'><p>{INTRODUCTION}</p></div>{things}</main></body></html>"
    )
    (found,) = read_html(Original("a.html", page.encode()), Hints(dt.date(2026, 6, 1)))
    return found.article.text


def things(heading: str) -> str:
    buy = "<div class='buy'><a href='/b'>Book a visit</a></div>"
    return "".join(
        f"<section class='slide'><h2>{heading.format(name)}</h2><p>{words}</p>{buy}</section>" for name, words in THINGS
    )


@pytest.mark.parametrize(("name", "words"), THINGS)
def test_each_listed_thing_is_of_the_story(name: str, words: str) -> None:
    text = text_of(things("{}"))
    assert name in text.split("\n")
    assert words in text
    assert "Book a visit" not in text


def test_boxes_whose_headings_are_links_are_other_stories() -> None:
    text = text_of(things("<a href='/other'>{}</a>"))
    assert INTRODUCTION in text
    assert not any(words in text for _, words in THINGS)
