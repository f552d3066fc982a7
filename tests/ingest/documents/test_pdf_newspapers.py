"""Pages of newspapers: several stories on one page, each with its headline above columns of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest

from reader.core.article import Article
from reader.core.kinds import BlockRole
from reader.ingest.documents.pdf import read_pdf
from reader.ingest.documents.pdf_asides import is_jump
from reader.ingest.original import Found, Hints, Original
from tests.ingest.documents.makers import HEIGHT, Words, pdf, set_in_lines

BRIDGE = (
    "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March, when a ship "
    "ran into one of its piers. Engineers told the councillors that the work would take four months and cost about two "
    "million crowns, most of which the insurance of the shipping company is going to pay. "
)
FERRY = (
    "Ferries are to run every twenty minutes until winter, the mayor of Halvik said, and nobody will have to pay for "
    "crossing the river with them. Two more boats were bought from a company in Brindle, which builds them of wood. "
)
SCHOOL = (
    "Teachers collected six hundred books for the library of the school in Ostenrow, which lost most of its shelves in "
    "the storm. The doors are to open again in May, and a reading of poems is planned for the evening before. "
)


def read(*pages: Sequence[Words]) -> list[Article]:
    steps = list(read_pdf(Original("paper.pdf", pdf(pages)), Hints(dt.date(2026, 11, 27))))
    return [step.article for step in steps if isinstance(step, Found)]


def in_columns(text: str, x: float, y: float, columns: int) -> list[Words]:
    """A text in columns of 24 letters, 130 points apart, of about as many lines each."""
    lines = [line.text for line in set_in_lines(text, 0, 0, 24)]
    depth = -(-len(lines) // columns)
    return [Words(words, x + 130 * (at // depth), y - 12 * (at % depth)) for at, words in enumerate(lines)]


def headline(text: str, x: float, y: float, size: float = 20) -> Words:
    return Words(text, x, y, size, bold=True)


def page() -> list[Words]:
    """One story over four columns, two of two columns each below it."""
    return [
        Words("Vasmark Courier, Monday, March 2, 2026", 40, HEIGHT - 60, 8),
        headline("Old bridge is to be repaired", 40, 720, 30),
        *in_columns(BRIDGE * 2, 40, 690, 4),
        headline("Ferry runs until winter", 40, 400, 18),
        *in_columns(FERRY, 40, 370, 2),
        headline("School opens again in May", 300, 400, 18),
        *in_columns(SCHOOL, 300, 370, 2),
    ]


def body(article: Article) -> str:
    return " ".join(article.texts(BlockRole.BODY))


def test_stories_of_one_page_stand_apart_each_with_the_columns_below_its_headline() -> None:
    bridge, ferry, school = read(page())
    assert (bridge.headline, body(bridge)) == ("Old bridge is to be repaired", (BRIDGE * 2).strip())
    assert (ferry.headline, body(ferry)) == ("Ferry runs until winter", FERRY.strip())
    assert (school.headline, body(school)) == ("School opens again in May", SCHOOL.strip())


def test_head_of_the_page_gives_the_day_to_each_of_its_stories() -> None:
    for article in read(page()):
        assert article.published is not None and article.published.iso == "2026-03-02"
        assert "Courier" not in article.text
        assert ("Vasmark Courier, Monday, March 2, 2026", "page-margin") in [
            (removal.text, removal.reason.code) for removal in article.removals
        ]


def test_story_goes_on_above_the_headlines_of_the_next_page() -> None:
    more = [*in_columns(SCHOOL * 2, 40, 760, 4), headline("Ferry runs until winter", 40, 600)]
    more += in_columns(FERRY * 2, 40, 570, 4)
    more += [headline("Fog over the harbour again", 40, 400), *in_columns(FERRY * 2, 40, 370, 4)]
    articles = read(page(), more)
    assert [article.headline for article in articles][2:] == [
        "School opens again in May", "Ferry runs until winter", "Fog over the harbour again",
    ]  # fmt: skip
    assert body(articles[2]) == (SCHOOL * 3).strip()


def test_headings_of_a_report_in_one_column_begin_no_stories() -> None:
    lines = [headline("Old bridge is to be repaired", 40, 780), *set_in_lines(BRIDGE, 40, 750, 80)]
    lines += [headline("What the work will cost", 40, 640), *set_in_lines(SCHOOL, 40, 610, 80)]
    (article,) = read(lines)
    assert article.headline == "Old bridge is to be repaired"


def test_line_above_several_columns_does_not_widen_the_first_of_them() -> None:
    wide = Words("Two ferries in the harbour of Halvik, which the storm had closed for a week and a day.", 40, 650)
    columns = in_columns(FERRY * 2, 40, 638, 3)
    (article,) = read([headline("Ferry runs until winter", 40, 720), wide, *columns])
    first = columns[0].text, columns[len(columns) // 3 - 1].text
    assert any(text.startswith(first[0]) and first[1] in text for text in article.texts(BlockRole.BODY))


def test_wide_spaces_of_a_line_drawn_out_to_the_width_of_its_column_divide_no_words() -> None:
    lines = [
        Words("The council of Vasmark voted on", 60, 640), Words("Tuesday", 60, 628), Words("to repair", 130, 628),
        Words("the", 190, 628), Words("old bridge that has been closed", 60, 616), Words("since the storm.", 60, 604),
    ]  # fmt: skip
    (article,) = read([headline("Old bridge is to be repaired", 60, 720), *lines])
    assert body(article) == (
        "The council of Vasmark voted on Tuesday to repair the old bridge that has been closed since the storm."
    )


def test_line_that_sends_to_another_page_is_removed_and_the_sentence_goes_on_behind_it() -> None:
    lines = set_in_lines(BRIDGE, 60, 640, 60)
    jumps = [Words("Continued on A6", 60, lines[1].y - 16, 8), Words("From A1", 60, 780, 8)]
    moved = [Words(line.text, 60, 760 - 12 * at) for at, line in enumerate(lines[2:])]
    (article,) = read([headline("Old bridge is to be repaired", 60, 720), *lines[:2], jumps[0]], [jumps[1], *moved])
    assert body(article) == BRIDGE.strip()
    removed = {removal.text: removal.reason.code for removal in article.removals}
    assert removed == {"Continued on A6": "furniture", "From A1": "furniture"}


def test_quotation_that_is_pulled_out_of_the_text_stands_in_it_once() -> None:
    pulled = "Nobody will have to pay for crossing the river"
    page = [headline("Ferry runs until winter", 60, 720), *set_in_lines(FERRY, 60, 690, 70)]
    page += [Words(pulled, 60, 600, 16), *set_in_lines(SCHOOL, 60, 570, 70)]
    (article,) = read(page)
    assert article.text.casefold().count(pulled.casefold()) == 1
    assert pulled in [removal.text for removal in article.removals]


def test_small_type_right_below_a_picture_is_its_caption_and_no_text() -> None:
    picture = (60, 500, 400, 180)
    page = [
        headline("Ferry runs until winter", 60, 720),
        Words("NOOR SADDIQI / COURIER", 300, 490, 6),
        Words("A ferry leaves the harbour of Halvik in the rain.", 60, 480, 8),
        Words("Ilse Marenko", 60, 468, 8),
        *set_in_lines(FERRY * 2, 60, 450, 70),
        Words("A company in Brindle builds the boats of wood.", 60, 300, 8),
    ]
    data = pdf([page], pictures=[picture])
    (step,) = read_pdf(Original("paper.pdf", data), Hints(dt.date(2026, 11, 27)))
    assert isinstance(step, Found)
    assert step.article.texts(BlockRole.CAPTION) == ("A ferry leaves the harbour of Halvik in the rain.",)
    assert "SADDIQI" not in body(step.article)
    assert "A company in Brindle builds the boats of wood." in body(step.article)


@pytest.mark.parametrize(
    ("words", "sends"),
    [
        ("Continued on Page A8", True),
        ("Continued from Page 1", True),
        ("See BRIDGE, Page B3", True),
        ("Please see BRIDGE, A8", True),
        ("Turn to Page 4", True),
        ("Fortsetzung auf Seite 7", True),
        ("Continúa en la página 12", True),
        ("From A1", True),
        ("From 14", False),
        ("See the bridge in 1904", False),
        ("Continued rain fell on the harbour", False),
    ],
)
def test_what_sends_to_another_page(words: str, sends: bool) -> None:
    assert is_jump(words) is sends


@pytest.mark.parametrize("name", ["By Ilse Marenko", "VON ILSE MARENKO", "Por Ilse Marenko"])
def test_byline_ends_its_line_though_what_stands_below_it_is_too_long_for_it(name: str) -> None:
    lines = [Words(name, 60, 690), Words("ilsemarenko@courier.example", 60, 678)]
    (article,) = read([headline("Ferry runs until winter", 60, 720), *lines, *set_in_lines(FERRY, 60, 666, 30)])
    assert article.byline == ("Ilse Marenko",)


@pytest.mark.parametrize(
    ("initial", "rest", "whole"),
    [
        ("T", "wo ferries lay in the harbour", "Two ferries lay in the harbour"),
        ("A", "ferry lay in the harbour while", "A ferry lay in the harbour while"),
        ("A", "fter the storm had gone by the", "After the storm had gone by the"),
    ],
)
def test_large_initial_begins_the_word_beside_it(initial: str, rest: str, whole: str) -> None:
    lines = [
        Words(rest, 92, 682),
        Words("people of Halvik came to see", 92, 670),
        Words("what a ferry was worth.", 60, 658),
    ]
    page = [headline("Ferry runs until winter", 60, 740), Words(initial, 60, 667, 36), *lines]
    (article,) = read([*page, *set_in_lines(SCHOOL, 60, 620, 40)])
    assert body(article).startswith(f"{whole} people of Halvik came to see what a ferry was worth.")
