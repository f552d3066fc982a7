"""What must hold for every file, whatever it holds."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.core.steps import Failed
from reader.core.text import canonical
from reader.core.wording import sentence
from tests.ingest.taken import taken, taken_text

TODAY = dt.date(2026, 6, 1)
LINES = [
    "Harbor crews vote to strike",
    "By Ilse Marenko and Tomas Ardell",
    "By",
    "Ilse Marenko | Coastline Press",
    "March 3, 2026 / 9:12 PM",
    "2 hours ago",
    "MERESUND, March 3 (CLP) -- The crews voted Tuesday to stay in port until the sound is open again.",
    "VASMARK (Coastline Press) —",
    '"We will not sail," said Pieter Okonski, who leads the union of the deep-sea crews.',
    "He said so twice. (Reporting by Ilse Marenko; Editing by Tomas Ardell)",
    "The fleet lies idle in the harbor of Meresund on Tuesday. File Photo by Ralf Dorn/CLP | License Photo",
    "1 of 2 | The fleet lies idle in the harbor of Meresund on Tuesday. (CLP Photo/Ralf Dorn)",
    "The fleet lies idle in the harbor of Meresund on Tuesday.",
    "Photo: Ralf Dorn",
    "RELATED Herring catch falls",
    "Read more",
    "Latest Headlines",
    "Trending",
    "Advertisement",
    "Story continues below",
    "Correction: An earlier version of this story gave the wrong number of boats.",
    "- A list of boats",
    "----------------------------------------",
    "___",
    "https://coastline.example/2026/03/03/strike?utm_source=x",
    "© 2026 Coastline Press. All rights reserved.",
    "The talks go on. Enditem",
    "שלום עולם, הנמל סגור היום.",
    "🎣 \u0301e\u0301 \u200b",
    "",
    "",
]


def in_order(text: str) -> str:
    return "".join(text.split())


def put_back(article: Article) -> str:
    """The article's text with its removals where they stood."""
    parts, done = [], 0
    for removal in article.removals:
        parts += [article.text[done : removal.at], removal.text]
        done = removal.at
    return "".join((*parts, article.text[done:]))


def check_offsets(article: Article) -> None:
    top = [block.span for block in article.blocks if block.role is not BlockRole.DATELINE]
    assert all(0 <= span.start < span.end <= len(article.text) for span in top)
    assert all(one.end <= other.start for one, other in pairwise(top))
    for block in article.blocks:
        if block.role is BlockRole.DATELINE:
            assert any(span.contains(block.span) and span.start == block.span.start for span in top)
        assert block.span.of(article.text) == block.span.of(article.text).strip()
    assert in_order("".join(span.of(article.text) for span in top)) == in_order(article.text)
    assert [removal.at for removal in article.removals] == sorted(removal.at for removal in article.removals)
    assert all(0 <= removal.at <= len(article.text) for removal in article.removals)
    assert canonical(article.text) == article.text


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any") / "file.txt"


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_make_reading_raise(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    for found in taken(file, today=TODAY):
        if isinstance(found, Failed):
            assert sentence(found.reason)
        else:
            check_offsets(found)


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.sampled_from(LINES), max_size=25), newline=st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_no_word_of_a_page_is_lost_and_removals_go_back_to_their_places(lines: list[str], newline: str) -> None:
    source = newline.join(lines)
    articles = list(taken_text(source, TODAY))
    for article in articles:
        check_offsets(article)
    if articles:
        assert in_order("".join(map(put_back, articles))) == in_order(canonical(source))


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_letter_of_any_text_is_lost(text: str) -> None:
    articles = list(taken_text(text, TODAY))
    for article in articles:
        check_offsets(article)
    if articles:
        assert in_order("".join(map(put_back, articles))) == in_order(canonical(text))


@settings(max_examples=25, deadline=None)
@given(inner=st.text(st.sampled_from(list("<>pa/divh1 \"'=&;©é\n\x00")), max_size=200))
def test_no_markup_makes_reading_raise(file: Path, inner: str) -> None:
    file.write_text(f"<html><head><title>Ferry</title></head><body>{inner}</body></html>", encoding="utf-8")
    for found in taken(file, today=TODAY):
        if isinstance(found, Article):
            check_offsets(found)


def test_what_is_removed_below_a_lone_dateline_goes_back_to_its_place() -> None:
    source = "\n".join(
        (
            '"We will not sail," said Pieter Okonski, who leads the union of the deep-sea crews.',
            "VASMARK (Coastline Press) —",
            "___",
            "MERESUND, March 3 (CLP) -- The crews voted Tuesday to stay in port until the sound is open again.",
        )
    )
    (article,) = taken_text(source, TODAY)
    assert in_order(put_back(article)) == in_order(canonical(source))
