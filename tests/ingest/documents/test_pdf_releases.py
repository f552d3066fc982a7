"""Press releases: letterhead, contacts and notes around a story."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.documents.pdf import read_pdf
from reader.ingest.original import Found, Hints, Original
from tests.ingest.documents.makers import Words, pdf, set_in_lines

FIRST = (
    "The water company of Brindle is going to lay new pipes below the market square, after the old ones burst twice in "
    "one winter and left the town without water."
)
SECOND = (
    "Work begins on Monday, the company said, and the shops around the square stay open. It costs about two million "
    "crowns, most of which the county pays."
)


def read(page: Sequence[Words]) -> Article:
    (step,) = read_pdf(Original("release.pdf", pdf([page])), Hints(dt.date(2026, 11, 27)))
    assert isinstance(step, Found)
    return step.article


def release(*, label: str, end: str, first: str = FIRST) -> list[Words]:
    return [
        Words("Brindle Water Company", 60, 800, 15),
        Words("14 Quay Road, Brindle", 60, 775),
        Words(label, 60, 750, bold=True),
        Words("Contact: Ilse Marenko", 60, 725),
        Words("Phone: 555 0142", 60, 700),
        Words("New pipes below the market square", 60, 670, 15, bold=True),
        *set_in_lines(first, 60, 640, 80),
        *set_in_lines(SECOND, 60, 580, 80),
        Words(end, 300, 540),
        Words("About Brindle Water Company", 60, 510, bold=True),
        Words("The company has supplied the towns of the coast since 1904.", 60, 490),
    ]


@pytest.mark.parametrize("label", ["FOR IMMEDIATE RELEASE", "PRESS RELEASE No. 41/2026", "Pressemitteilung"])
@pytest.mark.parametrize("end", ["###", "-30-", "- ENDS -"])
def test_what_surrounds_a_press_release_is_set_aside(label: str, end: str) -> None:
    article = read(release(label=label, end=end))
    assert article.headline == "New pipes below the market square"
    assert article.publication == "Brindle Water Company"
    assert article.texts(BlockRole.BODY) == (FIRST, SECOND)
    removed = {removal.text for removal in article.removals if removal.reason.code == "for-editors"}
    assert {label, "Phone: 555 0142", end, "About Brindle Water Company"} <= removed


def test_day_of_a_press_release_stands_before_the_dash_of_its_first_sentence() -> None:
    article = read(release(label="NEWS RELEASE", end="###", first=f"BRINDLE, March 2, 2026 – {FIRST}"))
    assert article.published is not None and article.published.iso == "2026-03-02"


def test_story_without_the_label_of_a_release_keeps_what_stands_above_its_headline() -> None:
    article = read([*release(label="Water and pipes", end="Pipes")])
    assert "14 Quay Road, Brindle" in article.text
    assert "since 1904" in article.text


def test_headline_of_two_centred_lines_is_one() -> None:
    page = [
        Words("New pipes below the market", 150, 780, 22, bold=True),
        Words("square of Brindle", 202, 750, 22, bold=True),
    ]
    assert read([*page, *set_in_lines(FIRST, 60, 700, 80)]).headline == "New pipes below the market square of Brindle"
