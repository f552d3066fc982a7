"""What press databases print: several articles in one document, each between fields with labels."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.documents.pdf import read_pdf
from reader.ingest.original import Found, Hints, Original
from tests.ingest.documents.makers import Words, pdf, set_in_lines

FIRST = (
    "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March, when a ship "
    "ran into one of its piers."
)
SECOND = (
    "Engineers told the councillors that the work would take four months and cost about two million crowns, most of "
    "which the insurance of the shipping company is going to pay."
)
TITLES = ("Old bridge is to be repaired", "Ferry runs until winter")


def read(pages: Sequence[Sequence[Words]]) -> list[Article]:
    steps = list(read_pdf(Original("stories.pdf", pdf(pages)), Hints(dt.date(2026, 11, 27))))
    return [step.article for step in steps if isinstance(step, Found)]


def page_of(lines: Sequence[str]) -> list[Words]:
    """One line or paragraph below the other, apart; what stands between asterisks is bold."""
    page: list[Words] = []
    y = 800.0
    for line in lines:
        found = set_in_lines(line.strip("*"), 60, y, 80)
        page += [Words(part.text, part.x, part.y, bold=line.startswith("*")) for part in found]
        y = found[-1].y - 20
    return page


def factiva(number: int) -> list[str]:
    return [
        f"*{TITLES[number]}*", "By Ilse Marenko", "214 words", f"{number + 2} March 2026", "Vasmark Courier", "VASCO",
        "English", "Copyright 2026 The Vasmark Courier.", FIRST, SECOND, f"Document VASCO00020260302em3200{number}k",
    ]  # fmt: skip


def nexis(number: int) -> list[str]:
    return [
        f"{number + 1} of 2 DOCUMENTS", "Vasmark Courier", f"March {number + 2}, 2026 Monday", "Late Edition",
        f"*{TITLES[number]}*", "BYLINE: By ILSE MARENKO", "SECTION: Metro; Pg. 3", "LENGTH: 214 words", FIRST, SECOND,
        "GRAPHIC: Photo of a bridge.", "LOAD-DATE: March 9, 2026", "Copyright 2026 Vasmark Media",
    ]  # fmt: skip


def nexis_of_today(number: int) -> list[str]:
    return [
        f"*{TITLES[number]}*", "Vasmark Courier (Vasmark)", f"March {number + 2}, 2026 Monday",
        "Copyright 2026 Vasmark Media All Rights Reserved", "Section: METRO; Pg. 3", "Length: 214 words",
        "Byline: Ilse Marenko", "*Body*", FIRST, SECOND, "Load-Date: March 9, 2026", "*End of Document*",
    ]  # fmt: skip


def proquest(number: int) -> list[str]:
    return [
        f"Document {number + 1} of 2", f"*{TITLES[number]}*", "Author: Marenko, Ilse",
        "Abstract: None available.", f"Full text: {FIRST}", SECOND, "Subject: Bridges; Ports",
        "Publication title: Vasmark Courier", f"Publication date: Mar {number + 2}, 2026", "ISSN: 0190-8286",
        "Copyright: Copyright Vasmark Media Mar 2, 2026",
    ]  # fmt: skip


def newsbank(number: int) -> list[str]:
    return [
        f"*{TITLES[number]}*", f"March {number + 2}, 2026", "Vasmark Courier", "Author: Ilse Marenko", "Section: Metro",
        "Page: A3", "Length: 214 words", FIRST, SECOND, "Record Number: 17A9", "Copyright: Copyright 2026 Courier",
    ]  # fmt: skip


def ebsco(number: int) -> list[str]:
    return [
        f"Title: {TITLES[number]}", "Authors: Marenko, Ilse", f"Source: Vasmark Courier. 3/{number + 2}/2026, p4.",
        f"Publication Date: March {number + 2}, 2026", "Language: English", f"Full Text: {FIRST}", SECOND,
        "Accession Number: 2W61",
    ]  # fmt: skip


@pytest.mark.parametrize("shape", [factiva, nexis, nexis_of_today, proquest, newsbank, ebsco])
def test_each_article_of_a_database_stands_apart_with_what_its_fields_tell(shape: Callable[[int], list[str]]) -> None:
    articles = read([page_of(shape(0)), page_of(shape(1))])
    assert [article.headline for article in articles] == list(TITLES)
    for number, article in enumerate(articles):
        assert article.texts(BlockRole.BODY) == (FIRST, SECOND)
        assert article.byline == ("Ilse Marenko",)
        assert article.publication == "Vasmark Courier"
        assert article.published is not None and article.published.iso == f"2026-03-0{number + 2}"


def test_labels_of_two_letters_beside_the_lines_are_fields() -> None:
    y, page = 800.0, []
    for number, title in enumerate(TITLES):
        fields = (
            ("HD", title), ("BY", "By Ilse Marenko"), ("WC", "214 words"), ("PD", f"{number + 2} March 2026"),
            ("SN", "Vasmark Courier"), ("LA", "English"), ("LP", FIRST), ("TD", SECOND), ("AN", f"VASCO{number}"),
        )  # fmt: skip
        for label, words in fields:
            lines = set_in_lines(words, 90, y, 70)
            page += [Words(label, 60, y), *lines]
            y = lines[-1].y - 16
    articles = read([page])
    assert [article.headline for article in articles] == list(TITLES)
    assert [article.texts(BlockRole.BODY) for article in articles] == [(FIRST, SECOND)] * 2
    assert [article.publication for article in articles] == ["Vasmark Courier"] * 2


def test_fields_of_a_database_are_removals_with_their_reason() -> None:
    article = read([page_of(nexis_of_today(0))])[0]
    removed = {removal.text for removal in article.removals if removal.reason.code == "database-field"}
    assert {"Section: METRO; Pg. 3", "Load-Date: March 9, 2026", "End of Document"} <= removed
    assert "METRO" not in article.text


def test_story_with_a_few_labels_is_no_database() -> None:
    page = page_of([TITLES[0], "Author: Ilse Marenko", "Date: March 2, 2026", FIRST, "Source: harbour board", SECOND])
    (article,) = read([page])
    assert FIRST in article.text and "Source: harbour board" in article.text
