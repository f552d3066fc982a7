"""What stands beside the text of an entry: standfirsts, second texts, other columns, and notes of a failed fetch."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest import Found, Hints
from reader.ingest.original import Original
from reader.ingest.reading import read_original

BODY = "The Grey Sound was closed to all crews on Wednesday, the harbor master said. Nobody may sail before noon."
OTHER = "Farmers near Corry brought in the last of the barley on Monday, two weeks later than in any other year."


def article_of(**cells: str) -> Article:
    """The article of a table with one row."""
    out = io.StringIO()
    csv.writer(out).writerows([list(cells), list(cells.values())])
    (found,) = read_original(Original("a.csv", out.getvalue().encode()), Hints(dt.date(2026, 6, 1)))
    assert isinstance(found, Found)
    return found.article


def removals(article: Article) -> list[tuple[str, str]]:
    return [(removal.reason.code, removal.text) for removal in article.removals]


@pytest.mark.parametrize("name", ["subtitle", "standfirst", "lead", "summary", "chapo"])
def test_a_standfirst_stands_below_the_headline(name: str) -> None:
    article = article_of(title="Sound closed", **{name: "Crews wait for calmer days"}, text=BODY)
    assert article.text == f"Sound closed\n\nCrews wait for calmer days\n\n{BODY}"
    assert article.texts(BlockRole.SUBHEAD) == ("Crews wait for calmer days",)


@pytest.mark.parametrize("summary", [BODY[:60] + " …", f"<p>{BODY[:76]}</p>", "Sound closed"])
def test_a_summary_that_the_text_holds_does_not_stand_twice(summary: str) -> None:
    article = article_of(title="Sound closed", summary=summary, text=BODY)
    assert article.text == f"Sound closed\n\n{BODY}"
    assert not article.removals


def test_a_second_text_follows_the_first() -> None:
    assert article_of(title="Sound closed", text=BODY, content=OTHER).texts(BlockRole.BODY) == (BODY, OTHER)


@pytest.mark.parametrize("second", [BODY, f"<p>{BODY}</p>", BODY[:60]])
def test_the_same_text_in_another_column_does_not_stand_twice(second: str) -> None:
    article = article_of(title="Sound closed", text=BODY, content=second)
    assert article.text == f"Sound closed\n\n{BODY}"
    assert not article.removals


def test_a_text_that_is_cut_off_gives_way_to_the_whole_one() -> None:
    assert article_of(title="Sound closed", text=f"{BODY[:60]}…", content=BODY).texts(BlockRole.BODY) == (BODY,)


def test_what_no_field_takes_is_kept_among_the_removals() -> None:
    article = article_of(title="Sound closed", text=BODY, xq="Five words that nobody asked for", zz="Two words")
    assert article.text == f"Sound closed\n\n{BODY}"
    assert removals(article) == [("other-column", "Five words that nobody asked for")]


def test_the_readers_own_notes_are_no_part_of_the_text() -> None:
    article = article_of(title="Sound closed", text=BODY, note="Ask Ann about this before Friday comes")
    assert removals(article) == [("other-column", "Ask Ann about this before Friday comes")]


@pytest.mark.parametrize(
    "text",
    [
        "Unable to find work in Marlow, hundreds left for the coast this spring.",
        "They could not get the story out of their heads, Ann Leffe said.",
        "Unable to get the text of the treaty, three papers printed what they knew of it. It was not much.",
    ],
)
def test_a_text_that_begins_as_a_failed_fetch_does_is_a_text(text: str) -> None:
    assert article_of(title="Sound closed", text=text, url="https://example.org/a").texts(BlockRole.BODY) == (text,)


@pytest.mark.parametrize(
    "note",
    [
        "Failed to fetch content",
        "Unable to retrieve the full article from the server.",
        "<p>We could not load the page. Please try again later.</p>",
        "wallabag can't retrieve contents for this article. Please see the log.",
    ],
)
def test_a_note_of_a_failed_fetch_is_no_text_and_is_kept_as_a_removal(note: str) -> None:
    article = article_of(title="Sound closed", text=note, url="https://example.org/a")
    assert "bookmark" in article.flags
    assert article.text == "Sound closed"
    assert [code for code, _ in removals(article)] == ["failed-fetch"]
