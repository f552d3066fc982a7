"""Dates and times as pages print them."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.dates import (
    day_first_in,
    is_relative,
    is_stamp_line,
    month_and_day,
    read_clock_line,
    read_stamp,
    read_stamps,
)


@pytest.mark.parametrize(
    ("line", "date", "time", "offset"),
    [
        ("March 3, 2026 / 9:12 PM", "2026-03-03", "21:12", None),
        ("March 3, 2026 / 4:05 PM UTC / Updated 2 hours ago", "2026-03-03", "16:05", 0),
        ("Tuesday, 3 Mar 2026 4:55 PM MYT", "2026-03-03", "16:55", 480),
        ("Published 3 March 2026, 17:30", "2026-03-03", "17:30", None),
        ("2026-03-03", "2026-03-03", None, None),
        ("Updated: 2026-03-03 22:14", "2026-03-03", "22:14", None),
        ("2026-03-03T09:12:00-05:00", "2026-03-03", "09:12", -300),
        ("2026-03-03T09:12:33.123Z", "2026-03-03", "09:12", 0),
        ("Published: 9:12 a.m. ET March 3, 2026", "2026-03-03", "09:12", -300),
        ("July 3, 2026 at 9 a.m. ET", "2026-07-03", "09:00", -240),
        ("UPDATED: March 3, 2026 10:15 (UTC+2)", "2026-03-03", "10:15", 120),
        ("Sept. 3rd, 2025", "2025-09-03", None, None),
        ("Datum 28.04.2023", "2023-04-28", None, None),
        ("31/1/2026", "2026-01-31", None, None),
        ("1/31/2026", "2026-01-31", None, None),
        ("12:00 am, May 1 2026", "2026-05-01", "00:00", None),
        ("28 avril 2023 à 10h35", "2023-04-28", "10:35", None),
        ("Publié le 28 avril 2023 à 10h35, modifié le 28 avril 2023 à 12h12", "2023-04-28", "10:35", None),
        ("Stand: 28.04.2023 14:10 Uhr", "2023-04-28", "14:10", None),
        ("28. März 2023, 14.05 Uhr", "2023-03-28", "14:05", None),
        ("Actualizado Viernes, 28 abril 2023 - 11:11", "2023-04-28", "11:11", None),
        ("28 de Abril de 2023, 10:10", "2023-04-28", "10:10", None),
        ("28.abr.2023 às 10h11", "2023-04-28", "10:11", None),
        ("28 aprile 2023 alle 15:50", "2023-04-28", "15:50", None),
        ("Publisert 28. april 2023 kl. 10:10", "2023-04-28", "10:10", None),
        ("Giriş: 28.04.2023 - 10:11 Güncelleme: 28.04.2023 - 10:40", "2023-04-28", "10:11", None),
        ("28 апреля 2023, 14:11", "2023-04-28", "14:11", None),
        ("2023年4月28日 10時10分", "2023-04-28", "10:10", None),
        ("송고시간2023-04-28 10:11", "2023-04-28", "10:11", None),
        ("Fri 28 Apr 2023 14.11 BST", "2023-04-28", "14:11", 60),
        ("04/24/23 5:02 PM ET", "2023-04-24", "17:02", -240),
        ("Published: 14:04 BST, 28 April 2023 | Updated: 15:36 BST, 28 April 2023", "2023-04-28", "14:04", 60),
        ("April 28, 20235:00 AM ET", "2023-04-28", "05:00", -240),
        ("3 minute readApril 28, 202310:25 AM GMT+2Last Updated ago", "2023-04-28", "10:25", 120),
        ("PUBLISHED WED, APR 26 20239:51 AM EDTUPDATED WED, APR 26 20231:10 PM EDT", "2023-04-26", "09:51", -240),
        ("Published On 26 Apr 202326 Apr 2023", "2023-04-26", None, None),
    ],
)
def test_stamp_is_read(line: str, date: str, time: str | None, offset: int | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.date.isoformat() == date
    assert (stamp.time.isoformat("minutes") if stamp.time else None) == time
    assert stamp.offset == offset
    assert is_stamp_line(line)


@pytest.mark.parametrize("line", ["1/2/2026", "February 30, 2026", "2026-13-01", "March 3", "In 2026 it was", "3:4:5"])
def test_what_can_be_read_in_two_ways_or_in_none_is_no_date(line: str) -> None:
    assert read_stamp(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "The harbor opened on March 3, 2026",
        "By Ilse Marenko - March 3, 2026",
        "2014",
        "9",
        "Xinhua | Updated: 2026-01-31 22:14",
    ],
)
def test_line_that_says_more_is_no_stamp(line: str) -> None:
    assert not is_stamp_line(line)


@pytest.mark.parametrize(
    "line", ["2 hours ago", "an hour ago", "Updated 5 min ago", "3d ago", "vor 2 Stunden", "il y a 3 heures"]
)
def test_time_before_the_page_was_saved_is_relative(line: str) -> None:
    assert is_relative(line)


def test_clock_on_a_line_of_its_own() -> None:
    assert read_clock_line("03:26 pm") == (dt.time(15, 26), None)
    assert read_clock_line("2026-03-03 10:00") is None
    assert read_clock_line("25:00") is None


def test_month_and_day_stand_either_way_round() -> None:
    assert month_and_day("Jan. 31") == (1, 31)
    assert month_and_day("31 January") == (1, 31)
    assert month_and_day("Smarch 3") is None


def test_dates_of_publication_and_update_on_one_line_are_both_read() -> None:
    found = read_stamps("Posted: Apr 28, 2023 4:00 AM EDT | Last Updated: April 29, 2023")
    assert [(stamp.date.day, stamp.before.strip(" |")) for stamp in found] == [
        (28, "Posted:"),
        (29, "4:00 AM EDT | Last Updated:"),
    ]


def test_page_shows_in_which_order_it_writes_day_and_month() -> None:
    assert day_first_in(["no date", "28/04/2023"]) is True
    assert day_first_in(["04/28/2023"]) is False
    assert day_first_in(["04/05/2023"]) is None
    stamp = read_stamp("04/05/2023", day_first=True)
    assert stamp is not None
    assert stamp.date == dt.date(2023, 5, 4)


def test_year_of_two_figures_is_the_latest_that_is_not_to_come() -> None:
    today = dt.date(2026, 3, 1)
    read = {words: read_stamp(words, today=today) for words in ("05/31/98", "12.05.98", "02/28/26", "31.12.26")}
    years = {words: stamp.date.year for words, stamp in read.items() if stamp is not None}
    assert years == {"05/31/98": 1998, "12.05.98": 1998, "02/28/26": 2026, "31.12.26": 1926}
    unbounded = read_stamp("05/31/98")
    assert unbounded is not None
    assert unbounded.date.year == 1998


def test_glued_dates_give_the_first() -> None:
    first = read_stamps("3. Mai 201814. Juni 2019")[0]
    assert first.date == dt.date(2018, 5, 3)
