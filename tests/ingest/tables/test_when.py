"""Days and times of tables."""

from __future__ import annotations

import pytest

from reader.ingest.tables.when import day_first_of, is_unclear, read_when


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2016-09-08T11:55:58+0200", "2016-09-08T11:55+02:00"),
        ("2024-10-29T16:30:11.000Z", "2024-10-29T16:30+00:00"),
        ("20200101T120000Z", "2020-01-01T12:00+00:00"),
        ("1600322788", "2020-09-17T06:06+00:00"),
        ("1600322788000", "2020-09-17T06:06+00:00"),
        ("1600322788.0", "2020-09-17T06:06+00:00"),
        ("04.10.2023", "2023-10-04"),
        ("04.10.2023, 14:05 Uhr", "2023-10-04T14:05"),
        ("10/13/2023 5:04 PM", "2023-10-13T17:04"),
        ("31-Dec-17", "2017-12-31"),
        ("5 mars 2021 à 14:05", "2021-03-05T14:05"),
        ("5 de marzo de 2021", "2021-03-05"),
        ("Tue, 14 Jan 2025 08:00:00 -0500", "2025-01-14T08:00-05:00"),
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10T20:19+00:00"),
    ],
)
def test_dates_are_read_in_the_forms_that_tables_have(text: str, iso: str) -> None:
    found = read_when(text)
    assert found is not None
    assert found.iso == iso


def test_midnight_is_how_programs_write_a_bare_day() -> None:
    found = read_when("2012-05-03 00:00:00")
    assert found is not None
    assert found.time is None


@pytest.mark.parametrize(
    "text", ["", "2003", "0000-00-00", "9999-99-99T99:99:99Z", "9" * 5000, "13330000000000000", "soon", "1 / 2"]
)
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert read_when(text) is None


def test_numbers_that_can_be_read_in_two_ways_are_read_as_their_column_is() -> None:
    assert read_when("1/2/2021") is None
    assert (first := read_when("1/2/2021", day_first=True)) is not None
    assert (second := read_when("1/2/2021", day_first=False)) is not None
    assert (first.iso, second.iso) == ("2021-02-01", "2021-01-02")


def test_a_column_tells_by_its_first_date_that_is_clear() -> None:
    assert day_first_of(["1/2/2021", "28/2/2021", "2/13/2021"]) is True
    assert day_first_of(["1/2/2021", "2/13/2021"]) is False
    assert day_first_of(["1/2/2021", "", "x"]) is None


def test_dates_with_points_are_clear() -> None:
    assert is_unclear("1/2/2021")
    assert not is_unclear("1.2.2021")
    assert not is_unclear("2/2/2021")
