"""Tests of what a row of the list looks like."""

from __future__ import annotations

from PySide6.QtGui import QFont

from reader.core.sameness import Relation
from reader.core.search import Snippet
from reader.core.spans import Span
from reader.gui.look import Theme
from reader.gui.panes.article_row import RowState, headline_font, measure_article, measure_hit, meta, passage
from reader.gui.panes.member_row import MemberRow, Telling
from tests.gui.panes.world import TODAY, row

LONG = "Karelund and Vasmark agree to reopen Grey Sound to herring crews of both shores after nine hours of talks"


def test_unread_headline_is_600_and_read_one_400(theme: Theme) -> None:
    assert headline_font(theme, read=False).weight() == QFont.Weight.DemiBold
    assert headline_font(theme, read=True).weight() == QFont.Weight.Normal


def test_headline_takes_two_lines_and_leaves_the_lede_one(theme: Theme) -> None:
    look = measure_article(row(1, LONG, lede=LONG), 336, theme, "16:40")
    assert (look.headline.count, look.below.count) == (2, 1)
    assert look.below.text.endswith("…")


def test_short_headline_leaves_the_lede_two_lines(theme: Theme) -> None:
    look = measure_article(row(1, "Two boats lost", lede=LONG), 336, theme, "16:40")
    assert (look.headline.count, look.below.count) == (1, 2)


def test_long_publication_makes_room_for_versions_star_and_time(theme: Theme) -> None:
    look = measure_article(row(1, publication=LONG, versions=3, starred=True), 336, theme, "16:40")
    assert look.publication.endswith("…")
    assert look.versions == "3 versions"


def test_one_version_is_not_worth_a_word(theme: Theme) -> None:
    assert measure_article(row(1), 336, theme, "").versions == ""


def test_row_says_how_often_its_story_is_told(theme: Theme) -> None:
    assert measure_article(row(1, others=3), 336, theme, "").versions == "4 copies"
    assert measure_article(row(1, others=3, others_unread=2), 336, theme, "").versions == "4 copies, 2 unread"
    assert measure_article(row(1, others=3, others_unread=2), 336, theme, "", opened=True).versions == "4 copies"
    assert measure_article(row(1, others=2, revised=True), 336, theme, "").versions == "3 versions"


def test_how_many_are_unread_gives_way_to_the_publication(theme: Theme) -> None:
    look = measure_article(row(1, others=3, others_unread=2), 266, theme, "16:40")
    assert (look.publication, look.versions) == ("Coastline Press", "4 copies")


def test_only_a_list_with_one_row_a_story_opens_it(theme: Theme) -> None:
    assert not measure_article(row(1, others=1), 336, theme, "").fold.isEmpty()
    assert measure_article(row(1), 336, theme, "").fold.isEmpty()
    assert measure_hit(row(1, versions=3), None, 336, theme, "", RowState()).fold.isEmpty()


def test_hit_has_one_line_of_headline_and_two_of_snippet(theme: Theme) -> None:
    look = measure_hit(row(1, LONG), Snippet(LONG, 0, ()), 300, theme, "12 March", RowState())
    assert (look.headline.count, look.below.count) == (1, 2)


def test_terms_of_a_snippet_are_600_in_the_colour_of_text(theme: Theme) -> None:
    snippet = Snippet("the accord names herring", 0, (Span(4, 10),))
    look = measure_hit(row(1), snippet, 400, theme, "12 March", RowState())
    (mark,) = look.below.layout.formats()
    assert mark.format.fontWeight() == QFont.Weight.DemiBold
    assert mark.format.foreground().color() == theme.colour("text")
    assert look.below.text[mark.start : mark.start + mark.length] == "accord"


def test_snippet_says_that_it_begins_and_ends_inside_a_sentence() -> None:
    assert passage(Snippet(" the accord names\n", 5, (Span(5, 11),))) == ("…the accord names…", (Span(5, 11),))
    assert passage(Snippet("The crews sail.", 0, ()))[0] == "The crews sail."


def test_hit_without_snippet_shows_its_lede(theme: Theme) -> None:
    assert measure_hit(row(1), None, 400, theme, "", RowState()).below.text == "The crews wait."


def test_chosen_row_is_idle_without_the_keyboard() -> None:
    assert RowState(selected=True, focused=True).ground == "select"
    assert RowState(selected=True, focused=False).ground == "select_idle"
    assert RowState(hovered=True).ground == "hover"
    assert RowState().ground is None


def test_member_says_its_time_as_far_as_the_row_above_does_not(theme: Theme) -> None:
    def when(published: str, beside: str) -> str:
        above = row(1, published=beside)
        return MemberRow(row(2, published=published), Telling(0, Relation.COPY), above).when(TODAY)

    assert when("2023-03-12T11:20", "2023-03-12T16:40") == "11:20"
    assert when("2023-03-11T11:20", "2023-03-12T16:40") == "11 March, 11:20"
    assert when("2022-03-11", "2023-03-12T16:40") == "11 March 2022"
    assert when("", "2023-03-12T16:40") == ""
    assert when("2024-03-11T11:20", "") == "11 March, 11:20"


def test_only_the_newest_version_counts_as_unread() -> None:
    unread = row(2, read=False)
    assert MemberRow(unread, Telling(0, Relation.COPY), None).unread
    assert not MemberRow(unread, Telling(1, None), None).unread


def test_member_says_what_it_is_alone_where_its_publication_has_no_room_and_stands_above(theme: Theme) -> None:
    update = MemberRow(row(2), Telling(0, Relation.UPDATE), row(1))
    assert update.named(200, theme) == ("Coastline Press", "update")
    assert update.named(100, theme) == ("Update", "")
    elsewhere = MemberRow(row(2, publication="The Tolvik Ledger"), Telling(0, Relation.ELSEWHERE), row(1))
    name, words = elsewhere.named(120, theme)
    assert name.startswith("The") and name.endswith("…") and words == "elsewhere"


def test_row_without_publication_begins_with_how_often_its_story_is_told(theme: Theme) -> None:
    look = measure_article(row(1, publication="", others=2), 336, theme, "")
    assert meta(look) == ("3 copies",)
    assert look.fold.left() < look.left, "what opens it begins where its words do"
    assert meta(measure_article(row(1, others=2), 336, theme, "")) == ("Coastline Press", "·", "3 copies")
    assert meta(measure_article(row(1, publication=""), 336, theme, "")) == ()
