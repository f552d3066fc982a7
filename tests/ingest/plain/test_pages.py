"""Whole pages as a browser copies them: menu, head, story, boxes of links, foot."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from tests.ingest.taken import taken_text

TODAY = dt.date(2026, 6, 1)
HEADLINE = "Harbor crews to stay in port over closed sound"
STORY = (
    "Harbor crews on the coast of Vasmark will stay in port until the sound is open again, their union said Tuesday.",
    "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the basin.",
    '"We will not sail for half a catch," said Pieter Okonski, who leads the union of the deep-sea crews.',
    "Shops on the islands have begun to stock up, and the ferry to the mainland hospital goes on as before.",
)
MENU = """Skip to content
Menu
News
World
Business
Sport
Search
Sign in
Subscribe
Skip to main content
Donate"""
FOOT = """Related articles
Herring catch falls for a third year
Lights go up on Harbor Street
Most read
Wolf swims to island
About us
Contact us
Privacy policy
Terms of use
© 2024 Coastline Press. All rights reserved."""


def page(*head: str, story: tuple[str, ...] = STORY, menu: str = MENU, foot: str = FOOT) -> Article:
    """A page whose paragraphs stand apart, as browsers copy them."""
    (found,) = taken_text("\n".join((menu, *head, "", "\n\n".join(story), "", foot)), TODAY)
    return found


def body(found: Article) -> tuple[str, ...]:
    return found.texts(BlockRole.BODY)


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        (["By Maja Lind", "April 24, 2023 at 6:05 p.m. EDT"], ("Maja Lind",), "2023-04-24T18:05-04:00"),
        (["By Maja Lind", " and ", "Per Hallberg", "April 24, 2023"], ("Maja Lind", "Per Hallberg"), "2023-04-24"),
        (["Maja Lind Transport correspondent", "@majalind", "Fri 28 Apr 2023 14.11 BST"], ("Maja Lind",), None),
        (["PUBLISHED WED, APR 26 20239:51 AM EDT", "Maja Lind", "@MAJALIND"], ("Maja Lind",), "2023-04-26T09:51-04:00"),
        (["By MAJA LIND FOR COASTLINE PRESS", "Published: 14:04 BST, 28 April 2023"], ("Maja Lind",), None),
        (["BY MAJA LINDSTAFF WRITER", "APRIL 28, 2023 5 AM PT"], ("Maja Lind",), "2023-04-28T05:00-07:00"),
        (["MAJA LIND28 Apr 2023", "2:10"], ("Maja Lind",), "2023-04-28"),
        (["Maja Lind@majalind / 10:05 AM EDT•April 28, 2023", "Comment"], ("Maja Lind",), "2023-04-28T10:05-04:00"),
        (["ByMAJA LIND and Per Hallberg", "April 28, 2023, 2:03 PM"], ("Maja Lind", "Per Hallberg"), None),
        (["Maja Lind Published April 28, 2023 Updated April 29, 2023"], ("Maja Lind",), "2023-04-28"),
        (["By Maja Lind", "Journalist", "4 minute read", "28 November 2025"], ("Maja Lind",), "2025-11-28"),
        (
            ["Author of the article:", "Maja Lind", "Published Apr 28, 2023  •  3 minute read"],
            ("Maja Lind",),
            "2023-04-28",
        ),
        (["3 days ago", "Share", "Maja Lind", "BBC News, Tolvik"], ("Maja Lind",), None),
        (["by Maja Lind 12 hours ago", "04/24/23 5:02 PM ET"], (), "2023-04-24T17:02-04:00"),
    ],
)
def test_byline_and_time_are_read_as_pages_set_them(head: list[str], byline: tuple[str, ...], published: str) -> None:
    found = page(HEADLINE, *head)
    assert found.headline == HEADLINE
    assert found.byline == byline
    if published:
        assert found.published is not None
        assert found.published.iso == published
    assert body(found) == STORY


def test_headline_is_chosen_near_the_story_and_without_the_name_of_the_site() -> None:
    found = page("Home", "News", f"{HEADLINE} | Coastline Press", HEADLINE, "By Maja Lind", "April 24, 2023")
    assert found.headline == HEADLINE
    assert f"{HEADLINE} | Coastline Press" in [removal.text for removal in found.removals]


def test_items_of_a_menu_are_no_headline_though_they_stand_twice() -> None:
    menu = f"{MENU}\nDelicious Beautiful Spectacular Vasmark\nWeekly Edition\nDelicious Beautiful Spectacular Vasmark"
    assert page(HEADLINE, "By Maja Lind", "April 24, 2023", menu=menu).headline == HEADLINE


def test_standfirst_is_kept_and_is_no_headline() -> None:
    standfirst = "Union and port commission blame each other as islanders stock up."
    found = page(HEADLINE, "", standfirst, "", "By Maja Lind", "April 24, 2023")
    assert found.headline == HEADLINE
    assert found.texts(BlockRole.SUBHEAD) == (standfirst,)


def test_time_and_picture_may_stand_above_the_headline() -> None:
    found = page("Published April 28, 2023 2:43pm EDT", HEADLINE, "By Maja Lind | Coastline Press")
    assert found.published is not None
    assert (found.headline, found.published.iso) == (HEADLINE, "2023-04-28T14:43-04:00")


def test_menu_between_headline_and_story_is_no_standfirst() -> None:
    columns = [f"Column {word} of the day from the capital" for word in ("one", "two", "three", "four", "five", "six")]
    found = page(HEADLINE, "Follow Us", "Search", *columns, "By Maja Lind", "April 24, 2023")
    assert found.texts(BlockRole.SUBHEAD) == ()


@pytest.mark.parametrize(
    "box",
    [
        ["Related", "Herring catch falls for a third year"],
        [
            "Keep reading",
            "list of 3 items",
            "list 1 of 3",
            "Herring catch falls",
            "list 2 of 3",
            "Wolf swims",
            "end of list",
        ],
        ["Recommended", "WORLD", "Herring catch falls for a third year", "WORLD", "Wolf swims to island"],
        ["WORLD & NATION", "When the bears came back: a valley learns to live with them", "March 3, 2023"],
        ["Advertisement 2", "Article content"],
        ["HERRING CATCH FALLS FOR A THIRD YEAR IN THE GREY SOUND"],
        ["Sign up to our evening newsletter and get it delivered to your inbox."],
        ["Newsletter", "The Tide", "Sign up for our weekly newsletter.", "Your email address", "Subscribe"],
        ["To view this video please enable JavaScript, and consider upgrading to a web browser that supports it"],
        ["À LIRE AUSSI Le hareng se fait rare"],
        ["Read more: Herring catch falls"],
    ],
)
def test_box_amid_a_story_goes_and_the_story_goes_on(box: list[str]) -> None:
    found = page(HEADLINE, "By Maja Lind", "April 24, 2023", story=(*STORY[:2], "\n".join(box), *STORY[2:]))
    assert body(found) == STORY
    assert found.texts(BlockRole.SUBHEAD) == ()


def test_last_line_of_a_bunch_between_paragraphs_is_a_subhead() -> None:
    links = "How the herring left the sound\nFive islands, one boat\nWhy the sound is closed"
    found = page(HEADLINE, "By Maja Lind", "April 24, 2023", story=(*STORY[:2], links, *STORY[2:]))
    assert found.texts(BlockRole.SUBHEAD) == ("Why the sound is closed",)
    assert ("How the herring left the sound", "related-link") in [(r.text, r.reason.code) for r in found.removals]


@pytest.mark.parametrize(
    "after",
    [
        "Maja Lind is a reporter for Coastline Press. She covers the coast.",
        "Comments\nI was there\n\nThe fleet should never have been let out that far in the first place, if you ask me.",
        "Latest Articles\nHerring catch falls as boats stay in port and ...\nWolf swims to island and sleeps under ...",
        "Our website is the place for the latest from the coast. Please sign up for our newsletters here.",
    ],
)
def test_what_follows_a_story_goes(after: str) -> None:
    found = page(HEADLINE, "By Maja Lind", "April 24, 2023", story=(*STORY, after))
    assert body(found) == STORY


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ("Boats lie idle at Tolvik.\nRalf Dorn | Bloomberg | Getty Images", "Boats lie idle at Tolvik.", None),
        ("Boats lie idle at Tolvik on Monday.\nFoto: \nRalf Dorn / dpa", "Boats lie idle at Tolvik on Monday.", None),
        ("Boats lie idle at Tolvik. (Ralf Dorn for Coastline Press)", "Boats lie idle at Tolvik.", "(Ralf Dorn for"),
        ("Boats lie idle at Tolvik.Credit...Ralf Dorn for Coastline Press", "Boats lie idle at Tolvik.", "Credit..."),
        ("Boats lie idle at Tolvik. | Ralf Dorn/AP Photo", "Boats lie idle at Tolvik.", "| Ralf Dorn"),
        ("[1/3]Boats lie idle at Tolvik. REUTERS/Ralf Dorn", "Boats lie idle at Tolvik.", "REUTERS"),
        ("Boats lie idle at Tolvik [File: Ralf Dorn/Reuters]", "Boats lie idle at Tolvik", "[File"),
        (
            "Boats lie idle at Tolvik, Monday, April 24, 2023.",
            "Boats lie idle at Tolvik, Monday, April 24, 2023.",
            None,
        ),
        ("Getty Images\nBoats lie idle at Tolvik", "Boats lie idle at Tolvik", None),
    ],
)
def test_caption_is_known_by_its_credit_or_its_day(lines: str, caption: str, credit: str | None) -> None:
    found = page(HEADLINE, "By Maja Lind", "April 24, 2023", story=(*STORY[:2], lines, *STORY[2:]))
    assert found.texts(BlockRole.CAPTION) == (caption,)
    assert body(found) == STORY
    if credit is not None:
        assert found.texts(BlockRole.CREDIT)[0].startswith(credit)


@pytest.mark.parametrize(
    ("foot", "publication"),
    [
        (
            "The Coastline\nAbout The Coastline\n© 2024 Coastline News & Media Limited. All rights reserved.",
            "The Coastline",
        ),
        ("Tolvik Ledger © 2024", "Tolvik Ledger"),
        ("2025 The Tolvik Ledger. All Rights Reserved.", "The Tolvik Ledger"),
        ("Copyright 2024 Tolvik Ledger. Tous droits réservés.", "Tolvik Ledger"),
        ("© 1999-2024 Tolvik Ledger GmbH | Impressum", "Tolvik Ledger"),
    ],
)
def test_publication_is_what_the_page_calls_itself(foot: str, publication: str) -> None:
    found = page(
        HEADLINE, "By Maja Lind", "April 24, 2023", foot=f"Most read\nWolf swims to island\nContact us\n{foot}"
    )
    assert found.publication == publication


def test_page_without_a_copyright_line_is_known_by_the_paper_that_it_names() -> None:
    foot = "Most read\nWolf swims to island\nAbout The Times of Israel\nThe Times of Israel newsletters\nContact us"
    assert page(HEADLINE, "By Maja Lind", "April 24, 2023", foot=foot).publication == "The Times of Israel"


def test_page_that_prints_the_story_of_an_agency_bears_its_own_name() -> None:
    foot = "Most read\nWolf swims to island\nAbout VOA\nContact VOA\nFollow VOA\nTerms of use"
    assert page(HEADLINE, "By Associated Press", "April 24, 2023", foot=foot).publication == "VOA"
    assert page(HEADLINE, "By Associated Press", "April 24, 2023", foot="Most read\nWolf swims").publication == (
        "Associated Press"
    )


def test_author_and_day_may_stand_in_a_table_below_the_story() -> None:
    foot = "Datum 28.04.2023\nAutorin/Autor Maja Lind\nThemenseiten Hafen, Fischerei\n" + FOOT
    found = page(HEADLINE, foot=foot)
    assert found.published is not None
    assert (found.byline, found.published.iso) == (("Maja Lind",), "2023-04-28")


def test_dateline_on_lines_of_its_own_opens_the_story() -> None:
    found = page(HEADLINE, "By Maja Lind, CNN", "April 24, 2023", "Tolvik", "CNN", " — ")
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.agency) == ("Tolvik", "CNN")
    assert body(found)[0] == f"Tolvik CNN — {STORY[0]}"
