"""Dates and times as pages print them."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.dates import is_relative, is_stamp_line, month_and_day, read_clock_line, read_stamp


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


@pytest.mark.parametrize("line", ["2 hours ago", "an hour ago", "Updated 5 min ago", "3d ago"])
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
