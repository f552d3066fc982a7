"""Scraped texts: title, byline and day on top, then the story with what its paper adds to it. No real line may go."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from tests.ingest.taken import taken_text

TODAY = dt.date(2026, 6, 1)
HEAD = ("Harbor crews to stay in port", "By Maja Lind", "2020-03-16")
LEDE = "Harbor crews will stay in port until the Grey Sound is open again, their union said on Tuesday morning."
SECOND = "The port commission said it would waive the mooring fees for as long as the fleet lies idle in the basin."
THIRD = "Shops on the islands have begun to stock up, and the ferry to the mainland hospital goes on as before."


def scraped(*lines: str) -> Article:
    (found,) = taken_text("\n\n".join((*HEAD, LEDE, *lines)), TODAY)
    return found


def kept(found: Article) -> list[str]:
    roles = (BlockRole.BODY, BlockRole.SUBHEAD, BlockRole.LIST)
    return [block.span.of(found.text) for block in found.blocks if block.role in roles]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "AD",
        "CLOSE",
        "[pullquote]",
        "Story Continued Below",
        "Read More",
        "Just watched",
        "Hide Caption 3 of 12",
        "Slideshow (4 Images)",
        "Continue reading the main story",
        "Please verify you're not a robot by clicking the box.",
        "An error has occurred. Please try again later.",
        "View Cartoon",
        "LEARN MORE",
        "close Video News Flash top headlines for March 16",
        "HERRING CATCH FALLS FOR A THIRD YEAR IN THE GREY SOUND",
        "More:Herring catch falls for a third year",
        "( Also on the Ledger: Herring catch falls)",
        "Enlarge this image toggle caption Ralf Dorn/AP Ralf Dorn/AP",
        "Reach the reporter at mlind@ledger.example. Follow her on Twitter @mlind.",
        "Follow Ledger reporter Maja Lind on Twitter: @mlind",
        "Support local journalism. Subscribe to the Ledger today.",
        "Visit the Ledger's homepage for more stories.",
        "Let our news meet your inbox. The news and stories that matter, delivered weekday mornings.",
        "This article is more than 2 years old",
        "Sign up for Daily Newsletters Manage Newsletters",
        "Copyright © 2020 The Tolvik Ledger, LLC. Click here for reprint permission.",
    ],
)
def test_line_that_a_paper_adds_goes(line: str) -> None:
    found = scraped(SECOND, line, THIRD)
    assert kept(found) == [LEDE, SECOND, THIRD]
    assert line in [removal.text for removal in found.removals]


@pytest.mark.parametrize(
    "line",
    [
        "ECONOMY",
        "What should a fisherman do?",
        "Nothing.",
        "Two days.",
        "3. Why?",
        "ARDELL: “No inspection was ever put off.”",
        "THE FACTS: Not so. Inspections were put off three times.",
        "More from the interview with the harbor master:",
        "— Per Hallberg is the director of studies at the Institute of the Sound.",
        "• Maja Lind, a former judge, is a regular contributor to the Ledger.",
        "The paper said that advertisement revenue fell.",
        "Thanks for joining us today. Here are the five things that we have learned from the talks in the harbor.",
    ],
)
def test_real_line_stays(line: str) -> None:
    assert line in kept(scraped(SECOND, line, THIRD))


def test_list_at_the_end_stays_though_the_text_bears_signs_of_a_page() -> None:
    boats = [f"Boat number {word} of the fleet" for word in ("one", "two", "three", "four", "five", "six", "seven")]
    signs = ["CLOSE", "Reach the reporter at mlind@ledger.example.", "Support local journalism. Subscribe today."]
    found = scraped(SECOND, *signs, THIRD, "The boats are:", *boats)
    assert [line for line in kept(found) if line.startswith("Boat number")] == boats
