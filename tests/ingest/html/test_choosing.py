"""One answer for each field, and who gave it."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.html.choosing import choose
from reader.ingest.html.clues import Clue, Clues, Where
from reader.ingest.html.moments import read_moment
from reader.ingest.html.sites import is_like, owner_in, site_beside, without_site

TODAY = dt.date(2026, 6, 1)


def headlines(*said: tuple[str, Where, str]) -> Clues:
    return Clues(headlines=tuple(Clue(*one) for one in said))


def moments(*said: tuple[str, Where, str]) -> Clues:
    return Clues(moments=tuple(Clue(read_moment(words), where, name) for words, where, name in said))  # type: ignore[misc]


def published(*said: tuple[str, Where, str]) -> str:
    found = choose(moments(*said), url="", today=TODAY).facts.published
    return found.iso if found else ""


def test_headline_on_which_two_parts_agree_stands_above_the_first() -> None:
    clues = headlines(
        ("Strike! What you need to know", Where.META, "og:title"),
        ("Crews strike", Where.JSON_LD, "headline"),
        ("Crews strike", Where.PAGE, "h1"),
    )
    told = choose(clues, url="", today=TODAY)
    assert told.facts.headline == "Crews strike"
    assert told.where("headline") == "JSON-LD headline"
    assert told.where("byline") == ""


def test_headline_that_is_cut_off_gives_way_to_the_whole_one() -> None:
    clues = headlines(("Crews strike in…", Where.JSON_LD, "headline"), ("Crews strike in port", Where.META, "og:title"))
    assert choose(clues, url="", today=TODAY).facts.headline == "Crews strike in port"


def test_title_that_goes_on_behind_the_heading_is_that_heading() -> None:
    clues = headlines(("Crews strike - harbor log", Where.META, "title"), ("Crews strike", Where.PAGE, "h1"))
    assert choose(clues, url="", today=TODAY).facts.headline == "Crews strike"


@pytest.mark.parametrize(
    ("heading", "headline"),
    [
        ("Crews of the old basin walk out at dawn", "Crews of the old basin walk out at dawn"),
        ("Ilmar", "Crews walk out"),
    ],
)
def test_heading_stands_above_a_title_with_which_it_shares_words(heading: str, headline: str) -> None:
    clues = headlines(("Crews walk out", Where.META, "title"), (heading, Where.PAGE, "h1"))
    assert choose(clues, url="", today=TODAY).facts.headline == headline


def test_name_of_a_page_and_its_title_do_not_outvote_the_headline_of_the_story() -> None:
    clues = headlines(
        ("Strike at the basin", Where.JSON_LD, "name"),
        ("Crews of the old basin walk out", Where.META, "parsely-title"),
        ("Strike at the basin", Where.META, "title"),
        ("Crews of the old basin walk out", Where.PAGE, "h1"),
    )
    assert choose(clues, url="", today=TODAY).facts.headline == "Crews of the old basin walk out"


def test_site_that_only_the_title_names_is_the_publication() -> None:
    clues = headlines(("Three days of fog · Old Pier", Where.META, "title"), ("Three days of fog", Where.PAGE, "h1"))
    assert choose(clues, url="", today=TODAY).facts.publication == "Old Pier"


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Three days of fog | Local | Old Pier", "Old Pier"),
        ("Old Pier: Three days of fog", "Old Pier"),
        ("Three days of fog_海港网", "海港网"),
        ("Old Pier 03/03/98: Three days of fog", "Old Pier"),
        ("Three days of fog | Opinion", ""),
        ("Three days of fog and rain", ""),
        ("A week of rain | Old Pier", ""),
    ],
)
def test_site_beside_a_heading(title: str, site: str) -> None:
    assert site_beside(title, "Three days of fog") == site


def test_heading_that_is_a_label_is_no_headline() -> None:
    clues = headlines(("Live: Crews strike in the old basin", Where.META, "title"), ("Live", Where.PAGE, "h1"))
    assert choose(clues, url="", today=TODAY).facts.headline == "Live: Crews strike in the old basin"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Crews strike | Coastline Press", "Crews strike"),
        ("Crews strike - News - Coastline Press", "Crews strike - News"),
        ("Crews strike in the old basin of town - News - Coastline Press", "Crews strike in the old basin of town"),
        ("Crews strike｜Coastline Press", "Crews strike"),
        ("Coastline Press: Crews strike", "Crews strike"),
        ("Crews strike – and stay", "Crews strike – and stay"),
        ("Crews strike | Coastline", "Crews strike"),
        ("Crews strike | DW | 28.04.2026", "Crews strike | DW"),
        ("x" * 100_000 + " | ", "x" * 100_000 + " | "),
    ],
)
def test_titles_lose_the_name_of_the_site(title: str, bare: str) -> None:
    assert without_site(title, ["Coastline Press", "coastline.example"]) == bare


@pytest.mark.parametrize(
    ("name", "host", "alike"),
    [
        ("Taipei Times", "taipeitimes.com", True),
        ("Voice of America", "voanews.com", True),
        ("The Citizen", "citizen.co.za", True),
        ("Notes from the pier", "notesfromthepier.example", True),
        ("台北時報", "taipeitimes.com", False),
        ("World News", "coastline.example", False),
    ],
)
def test_names_are_known_by_their_host(name: str, host: str, alike: bool) -> None:
    assert is_like(name, host) is alike


def test_first_moment_counts_with_the_time_of_another_of_the_same_day() -> None:
    assert published(("2026-03-03", Where.JSON_LD, "datePublished"), ("2026-03-03T18:30Z", Where.META, "dc.date")) == (
        "2026-03-03T18:30+00:00"
    )
    assert published(("2026-03-03", Where.JSON_LD, "datePublished"), ("2026-03-09T18:30Z", Where.META, "dc.date")) == (
        "2026-03-03"
    )


def test_moment_with_an_offset_stands_above_the_same_without() -> None:
    local, whole = ("2026-03-03T18:30", Where.META, "og:x"), ("2026-03-03T18:30+08:00", Where.PAGE, "time")
    assert published(local, whole) == "2026-03-03T18:30+08:00"
    assert published(local) == "2026-03-03T18:30"


def test_when_it_was_changed_counts_only_where_nothing_else_is_said() -> None:
    changed = ("2026-03-09T08:00Z", Where.META, "article:modified_time")
    assert published(changed, ("2026-03-03", Where.PAGE, "words")) == "2026-03-03"
    assert published(changed) == "2026-03-09T08:00+00:00"


def test_day_after_tomorrow_is_no_day_of_a_story() -> None:
    assert published(("2027-01-01", Where.META, "date"), ("2026-03-03", Where.PAGE, "words")) == "2026-03-03"


def test_day_in_the_address_is_inferred() -> None:
    told = choose(Clues(), url="https://coastline.example/2026/03/03/strike", today=TODAY)
    assert told.facts.published is not None
    assert (told.facts.published.iso, told.facts.published.inferred) == ("2026-03-03", True)
    assert told.where("published") == "address archive"


def test_later_clue_that_names_more_people_stands_above() -> None:
    people = (Clue("Ilse Dahl", Where.JSON_LD, "author"), Clue("Ilse Dahl and Tomas Ardell", Where.META, "byl"))
    assert choose(Clues(people=people), url="", today=TODAY).facts.byline == ("Ilse Dahl", "Tomas Ardell")
    others = (Clue("Ilse Dahl", Where.JSON_LD, "author"), Clue("By Ilse Dahl and Ada Flint", Where.PAGE, "byline"))
    assert choose(Clues(people=others), url="", today=TODAY).facts.byline == ("Ilse Dahl",)


def test_name_like_the_host_stands_above_a_name_in_another_script() -> None:
    clues = Clues(
        headlines=(Clue("Crews strike - Harbor Times", Where.META, "title"),),
        publications=(Clue("港口時報", Where.JSON_LD, "publisher"),),
    )
    told = choose(clues, url="https://www.harbortimes.example/a", today=TODAY)
    assert (told.facts.publication, told.facts.headline) == ("Harbor Times", "Crews strike")


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("© 2026 Coastline Press. All rights reserved.", "Coastline Press"),
        ("Copyright 1998-2026 by Coastline Press", "Coastline Press"),
        ("Copyright © 2026 Coastline Press | Privacy", "Coastline Press"),
        ("(c) 2026, Coastline Press", "Coastline Press"),
        ("© 2026", ""),
        ("The law on copyright is old.", ""),
        ("Crews voted.", ""),
    ],
)
def test_owner_of_the_rights(line: str, owner: str) -> None:
    assert owner_in(["Home", line]) == owner
