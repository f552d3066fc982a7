"""Pages copied without blank lines, their menus far longer than the head of the story."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from tests.ingest.taken import taken_text

TODAY = dt.date(2026, 6, 1)
HEADLINE = "Harbour Office Moves Its Archive: What Comes Next"
STORY = (
    "The harbour office of Marlow will move its archive to the old mill, and the clerks are packing since Monday.",
    "The archive holds the log of every ship that called at the harbour office in two hundred years, the clerk said.",
    "Readers will find the reading room on the ground floor of the mill, beside the office of the harbour master.",
    "The move is paid for by the town, which sold the warehouse on the quay in the autumn to a maker of sails.",
)
MENU = (
    "Toggle navigation", "Skip to content", "Home", "Town Hall", "The Harbour Office", "Harbour Master Jan Relling",
    "Harbour Innovation Fellows", "Marlow Digital Service", "Leadership Development Program",
    "Archive and Reading Room",
    "Office of the Clerk", "Services", "Tides", "Ferries", "Permits", "Fishing", "Moorings", "Search for:",
    "You are here",
)  # fmt: skip
FOOT = (
    "Leave a reply", "Name", "E-mail", "Recent comments", "Per Hallberg on The lights of the quay", "12 May 2026",
    "By Maja Lind", "Town Hall", "Ferries", "Tides",
)  # fmt: skip


def page(*head: str, foot: tuple[str, ...] = FOOT, menu: tuple[str, ...] = MENU) -> Article:
    (found,) = taken_text("\n".join((*menu, *head, *STORY, *foot)), TODAY)
    return found


@pytest.mark.parametrize(
    ("head", "byline", "published"),
    [
        (["Home", "Blog", HEADLINE, "March 17, 2026 at 6:08 PM ET by Ilse Marenko"], ("Ilse Marenko",), "2026-03-17"),
        (["News", "17 March 2026", HEADLINE], (), "2026-03-17"),
        (["Blog", HEADLINE, HEADLINE, "17. März 2026 | Ilse Marenko"], ("Ilse Marenko",), "2026-03-17"),
        (["Blog", HEADLINE, "3. März 202614. April 2026 | Ilse Marenko"], ("Ilse Marenko",), "2026-03-03"),
        (["Town news", HEADLINE, "By Ilse Marenko", "Share", "Tweet", "Print"], ("Ilse Marenko",), ""),
    ],
)
def test_headline_is_the_line_beside_byline_and_time_and_no_menu(
    head: list[str], byline: tuple[str, ...], published: str
) -> None:
    found = page(*head)
    assert found.headline == HEADLINE
    assert found.byline == byline
    assert (found.published.date.isoformat() if found.published else "") == published
    assert found.texts(BlockRole.BODY) == STORY


@pytest.mark.parametrize(
    "head",
    [
        ["Stay up to date with the archive of the harbour office in Marlow", "17 March 2026", HEADLINE],
        [HEADLINE, "The archive moves to the mill, and readers may use the room.", "By Ilse Marenko"],
        [HEADLINE, "The archive of the town moves on Monday.", "By Ilse Marenko", "17 March 2026"],
    ],
)
def test_a_summary_and_what_a_page_asks_of_its_reader_are_no_headline(head: list[str]) -> None:
    assert page(*head).headline == HEADLINE


@pytest.mark.parametrize("title", ["»harbour.mill«", "Harbour moves"])
def test_headline_of_a_word_or_two_stands_right_above_the_story(title: str) -> None:
    found = page("Blog", title, title, "17. März 2026 | Ilse Marenko")
    assert found.headline == title


def test_short_headline_over_the_link_to_the_comments_is_no_slogan() -> None:
    found = page("Packing clerks", "Leave a reply", menu=("marlow.example", "News from harbour and town", *MENU))
    assert found.headline == "Packing clerks"


@pytest.mark.parametrize(
    ("foot", "byline", "published"),
    [
        (("Geschrieben vonIlse Marenko", "Übersetzt vonMaja Lind"), ("Ilse Marenko",), ""),
        (("Written by Ilse Marenko",), ("Ilse Marenko",), ""),
        (("Ilse Marenko", "The Marlow Log No. 84, 15.05.2026, page 1"), ("Ilse Marenko",), ""),
        (("Ilse Marenko", "Harbour"), (), ""),
        (("This entry was posted on 14 May 2026 by im in Archive, Mill. Bookmark the permalink.",), (), "2026-05-14"),
        (FOOT, (), ""),
    ],
)
def test_foot_tells_of_the_story_only_what_it_labels(
    foot: tuple[str, ...], byline: tuple[str, ...], published: str
) -> None:
    found = page("Blog", HEADLINE, foot=(*foot, *FOOT))
    assert found.byline == byline
    assert (found.published.date.isoformat() if found.published else "") == published


def test_subtitles_are_no_page() -> None:
    lines = ("1", "00:00:06,500 --> 00:00:09,000", "The clock stopped, and nobody in the town", "2", "wound it again.")
    (found,) = taken_text("\n".join(lines * 5), TODAY)
    assert "nobody in the town" in found.text


@pytest.mark.parametrize(
    ("foot", "publication"),
    [
        (("© 2026 The Marlow Clerk CC-BY-SA. Powered by Quillpress.",), "The Marlow Clerk"),
        (("© 2026 MARLOWLOG.info All rights reserved.", "Info"), "MARLOWLOG.info"),
        (
            ("Contact Grey Tower", "Grey Tower Tours", "Grey Tower", "Inside Grey Tower", "Grey Tower Shop"),
            "Grey Tower",
        ),
        (("Promo codes", "Promo codes for tea", "Promo codes for rope", "Promo codes for sails"), ""),
        (
            ("desk@marlowlog.example.org", "www.marlowlog.org", "tips@marlowlog.org", "facebook.com/marlow"),
            "marlowlog.org",
        ),
        (("desk@marlowlog.org", "editor@kestholm.org"), ""),
    ],
)
def test_foot_names_the_publication_or_nobody_does(foot: tuple[str, ...], publication: str) -> None:
    assert page("Blog", HEADLINE, "17 March 2026", foot=(*foot, *FOOT)).publication == publication


def test_what_readers_write_is_no_story_though_it_is_longer() -> None:
    more = tuple(text.replace("harbour", "ferry").replace("mill", "barn") for text in STORY)
    comments = [
        line
        for day in range(1, 9)
        for line in ("Per says:", f"{day} April 2026 at 10:00", *(f"{day} reasons there are. {text}" for text in STORY))
    ]
    found = page("Blog", HEADLINE, "17 March 2026", foot=(*more, "8 comments", *comments))
    assert found.texts(BlockRole.BODY) == (*STORY, *more)
    assert found.published is not None
    assert found.published.date == dt.date(2026, 3, 17)
