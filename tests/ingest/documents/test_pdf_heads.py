"""Who published and who wrote a printed story, where no label says so."""

from __future__ import annotations

import pytest

from reader.core.kinds import BlockRole
from reader.ingest.documents.pdf_heads import paper_in, signed
from tests.ingest.documents.test_pdf_newspapers import page, read


@pytest.mark.parametrize(
    ("heads", "name"),
    [
        (["A4", "Halvik Morning News Tuesday, March 3, 2026", "LOCAL"], "Halvik Morning News"),
        (["Vol. 112, No. 61", "The Vasmark Courier", "MONDAY, MARCH 2, 2026"], "The Vasmark Courier"),
        (["2 | NATIONAL", "Ravensey Bote, Samstag, 7. März 2026"], "Ravensey Bote"),
        (["Montag, 2. März 2026 | Halviker Bote"], "Halviker Bote"),
        (["Late Edition, March 2, 2026", "$2.00"], ""),
        (["Local", "Old bridge"], ""),
    ],
)
def test_head_of_a_page_names_the_newspaper(heads: list[str], name: str) -> None:
    assert paper_in(heads, ()) == name


def test_lines_above_a_headline_name_a_newspaper_only_where_they_surely_do() -> None:
    assert paper_in((), ["Sunday, March 8, 2026", "THE GRANTHOLM TIMES", "B1"]) == "THE GRANTHOLM TIMES"
    assert paper_in((), ["Harbour office", "Ilse Marenko"]) == ""


def test_each_story_of_a_page_is_published_by_its_newspaper() -> None:
    assert [article.publication for article in read(page())] == ["Vasmark Courier"] * 3


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ilse Marenko, Staff Reporter", ("Ilse Marenko",)),
        ("ILSE MARENKO", ("Ilse Marenko",)),
        ("Words Ilse Marenko  Photography Tomas Ardell", ("Ilse Marenko",)),
        ("What the storm left behind", ()),
    ],
)
def test_name_alone_between_headline_and_text_is_a_byline(line: str, names: tuple[str, ...]) -> None:
    text = (
        "The council of Vasmark voted on Tuesday to repair the old bridge, which has been closed since March, it said."
    )
    found, lines = signed([(BlockRole.HEADLINE, "Old bridge"), (BlockRole.BODY, line), (BlockRole.BODY, text)])
    assert found == names
    assert lines[1][0] is (BlockRole.BYLINE if names else BlockRole.BODY)
