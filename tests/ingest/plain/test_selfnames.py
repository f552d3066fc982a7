"""The name of a page where its copyright line names a company, or nobody."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from reader.ingest import Found, Hints, read
from reader.ingest.plain.selfnames import told_name


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Get the Coastcast app", "Read more Coastcast news", "Ships"], "Coastcast"),
        (["KESTHOLM TV", "About Kestholm", "Send pictures to desk@kestholm.co.uk", "More in Kestholm"], "Kestholm"),
        (["The harbour. Ilse Marenko / The Vasmark Mirror", "More from The Vasmark Mirror"], "The Vasmark Mirror"),
        (
            ["Ilse Marenko is a reporter at Vasmark Herald, covering ports.", "Vasmark Herald newsletters"],
            "Vasmark Herald",
        ),
        (["Source: Merecast/no(zl)", "Download the Merecast app"], "Merecast"),
    ],
)
def test_a_page_is_called_what_it_tells_of_itself(lines: list[str], name: str) -> None:
    assert told_name(lines, ()) == name


@pytest.mark.parametrize(
    "lines",
    [
        ["Follow us on Facebook", "Get the Facebook app", "Facebook"],  # a network
        ["About Marenland", "Marenland", "More from Marenland"],  # the item of a menu, which is a section
        ["More from Ilse Marenko", "Follow Ilse Marenko", "Ilse Marenko"],  # who wrote the story
        ["Get the Merecast app"],  # told once, and never said again
        ["(Ilse Marenko/AP)", "Photo for AP"],  # an agency's picture
    ],
)
def test_no_name_is_told_where_nothing_is_sure(lines: list[str]) -> None:
    assert told_name(lines, ("Ilse Marenko",)) == ""


def test_a_long_menu_costs_no_more_than_its_lines() -> None:
    assert told_name(["get " + "A" * 290] * 5000 + [f"about {n}" for n in range(5000)], ()) == ""


def test_a_company_gives_way_to_the_name_that_its_page_tells(tmp_path: Path) -> None:
    prose = (
        "The harbour board of Kestholm said on Tuesday that the ferries would run again before the end of the month."
    )
    menu = "News\nSport\nWeather\nTravel\nBusiness\nCulture\n"
    head = "Ferries to run again before the end of the month\nBy Ilse Marenko\n3 March 2025\n"
    foot = "Get the Coastcast app\nRead more Coastcast news\nPrivacy policy\n© 2025 Ardell Digital Ltd"
    page = tmp_path / "page.txt"
    page.write_text(f"{menu}{head}\n{prose}\n\n{prose[:-1]}, and that fares would stay.\n\n{foot}\n", encoding="utf-8")
    found = [one.article for one in read(page, Hints(dt.date(2026, 1, 1))) if isinstance(one, Found)]
    assert [article.publication for article in found] == ["Coastcast"]
