"""Which rows a report shows, in which order, and what they say."""

from __future__ import annotations

from dataclasses import replace

from reader.core.article import ArticleId
from reader.core.reasons import Reason
from reader.core.reports import ReportLine
from reader.gui.pages.report_rows import FILE, LAST, MIDDLE, Wanted, arranged, look_of, stored_of

ID = ArticleId("a" * 16)
STORY = ReportLine(1, "/in/Sound.txt", "", "imported", None, ID, "Crews weigh accord", "Meresund Courier")
NEWER = ReportLine(2, "/in/bulletin.txt", "", "updated", None, ID, "Accord ratified", "Vasmark Today")
EMPTY = ReportLine(3, "/in/draft.txt", "", "failed", Reason("empty", ("/in/draft.txt",)))
TORN = ReportLine(4, "/in/pack.zip", "0218.html", "failed", Reason("damaged", ("/in/pack.zip",)))
LINES = (STORY, NEWER, EMPTY, TORN)


def numbers(wanted: Wanted) -> list[int]:
    return [line.number for line in arranged(LINES, wanted)]


def test_a_tab_shows_its_lines_and_all_shows_every_line() -> None:
    assert numbers(Wanted("all")) == [1, 2, 3, 4]
    assert numbers(Wanted("failed")) == [3, 4]
    assert numbers(Wanted("known")) == []


def test_every_word_that_is_typed_must_be_there_whatever_its_case() -> None:
    assert numbers(Wanted(typed="ACCORD")) == [1, 2]
    assert numbers(Wanted(typed="accord meresund")) == [1]
    assert numbers(Wanted(typed="0218")) == [4]
    assert numbers(Wanted(typed="empty file")) == [3]
    assert numbers(Wanted(typed="save it again")) == [3, 4]


def test_rows_are_sorted_by_what_a_column_says_and_capitals_do_not_matter() -> None:
    assert numbers(Wanted(column=FILE)) == [2, 3, 4, 1]
    assert numbers(Wanted(column=FILE, descending=True)) == [1, 4, 3, 2]
    assert numbers(Wanted(column=MIDDLE)) == [4, 3, 1, 2]
    assert numbers(Wanted(column=LAST))[:2] == [2, 1]


def test_a_failure_says_what_to_do_and_its_tip_says_all() -> None:
    look = look_of(EMPTY, "failed", "/in")
    assert look.cells == ("draft.txt", "Empty file", "Nothing to read. Save it again from where it came")
    assert look.tip.startswith("/in/draft.txt\n") and "is empty" in look.tip
    assert look.spoken == "Failed" and look.sign is not None and look.sign[1] == "bad"


def test_of_a_damaged_member_it_is_said_that_the_others_are_there() -> None:
    others = tuple(replace(STORY, path="/in/pack.zip", member=f"{n}.html") for n in range(61))
    beside = stored_of((*LINES, *others))["/in/pack.zip"]
    assert look_of(TORN, "failed", "/in", beside).cells[2] == "The other 61 articles in it were imported"
    assert look_of(TORN, "failed", "/in", 1).cells[2] == "The other article in it was imported"
    assert look_of(TORN, "failed", "/in").cells[2] == "Save it again from where it came"
    assert look_of(TORN, "failed", "/in").cells[0] == "pack.zip / 0218.html"


def test_an_article_says_its_publication_or_what_became_of_it() -> None:
    assert look_of(STORY, "imported", "/in").cells == ("Sound.txt", "Meresund Courier", "Crews weigh accord")
    assert look_of(NEWER, "all", "/in").cells == ("bulletin.txt", "Updated", "Accord ratified")
    assert look_of(replace(STORY, headline=""), "all", "/in").cells[2] == "No longer in the library"


def test_a_table_waits_until_its_columns_were_told() -> None:
    table = ReportLine(5, "/in/a.csv", "", "failed", Reason("which-column", ("/in/a.csv", "Nr, Alpha")))
    assert look_of(table, "all", "/in").link == LAST
    told = look_of(replace(table, is_answered=True), "all", "/in")
    assert told.link is None and told.cells[2] == "Answered, and imported since"
