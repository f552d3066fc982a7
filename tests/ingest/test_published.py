"""When a story was published, and why we believe it."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.core.wording import sentence
from reader.ingest.dates import Stamp
from reader.ingest.published import Evidence, published, weekday_in

TODAY = dt.date(2026, 6, 1)


def day(evidence: Evidence, today: dt.date = TODAY) -> str | None:
    found = published(evidence, today)
    return found.iso if found else None


def test_year_follows_from_dateline_and_weekday_of_the_lede() -> None:
    found = published(Evidence(dateline="Jan. 31", lede="The two agreed Tuesday to meet."), TODAY)
    assert found is not None
    assert (found.date, found.inferred, found.time) == (dt.date(2023, 1, 31), True, None)
    assert found.why is not None
    assert sentence(found.why) == (
        "the dateline gives Jan. 31 and the lede says Tuesday; 2023 is the latest year, not after the import, "
        "in which 31 January is a Tuesday"
    )


def test_year_is_never_after_the_import() -> None:
    evidence = Evidence(dateline="Jan. 31", lede="The two agreed Saturday to meet.")
    assert day(evidence, dt.date(2026, 1, 31)) == "2026-01-31"
    assert day(evidence, dt.date(2026, 1, 30)) == "2015-01-31"


def test_leap_day_is_found_in_a_leap_year() -> None:
    assert day(Evidence(dateline="Feb. 29", lede="He said Thursday that it rained.")) == "2024-02-29"


def test_copyright_line_bounds_the_year() -> None:
    assert day(Evidence(dateline="March 12", lede="They met Tuesday.", copyright_year=2020)) == "2019-03-12"


def test_copyright_line_gives_the_year_where_no_weekday_is_named() -> None:
    found = published(Evidence(dateline="March 12", lede="They met.", copyright_year=2024), TODAY)
    assert found is not None
    assert found.why is not None
    assert (found.iso, found.inferred, found.why.code) == ("2024-03-12", True, "year-from-copyright")
    assert sentence(found.why) == "the dateline gives March 12 and the copyright line 2024"


def test_story_filed_past_midnight_keeps_the_year_of_its_copyright_line() -> None:
    # 13 March 2024 was a Wednesday; the story tells of the day before.
    assert day(Evidence(dateline="March 13", lede="They met Tuesday.", copyright_year=2024)) == "2024-03-13"


def test_without_weekday_and_copyright_no_year_is_guessed() -> None:
    assert published(Evidence(dateline="March 12", lede="They met."), TODAY) is None


def test_copyright_year_that_would_lie_in_the_future_is_no_evidence() -> None:
    assert published(Evidence(dateline="Dec. 12", lede="They met.", copyright_year=2026), TODAY) is None


def test_file_that_was_saved_soon_after_the_story_tells_the_year() -> None:
    found = published(Evidence(dateline="Dec. 30", lede="They met.", file_day=dt.date(2025, 1, 4)), TODAY)
    assert found is not None
    assert found.why is not None
    assert (found.iso, found.inferred, found.why.code) == ("2024-12-30", True, "year-from-file")


def test_file_that_was_copied_long_after_the_story_tells_nothing() -> None:
    assert published(Evidence(dateline="March 12", lede="They met.", file_day=dt.date(2025, 11, 4)), TODAY) is None


def test_story_is_no_younger_than_its_file() -> None:
    evidence = Evidence(dateline="Jan. 31", lede="The two agreed Saturday to meet.", file_day=dt.date(2020, 5, 1))
    assert day(evidence) == "2015-01-31"


def test_stamp_stands_above_all_inference() -> None:
    stamp = Stamp(dt.date(2024, 3, 12), dt.time(20, 15), -300)
    assert day(Evidence(stamps=[stamp], dateline="March 11", lede="Tuesday")) == "2024-03-12T20:15-05:00"


def test_first_publication_stands_above_an_update() -> None:
    stamps = [
        Stamp(dt.date(2024, 3, 13), dt.time(9, 0), before="Updated "),
        Stamp(dt.date(2024, 3, 12), before="Published "),
        Stamp(dt.date(2024, 3, 12), dt.time(20, 15)),
    ]
    assert day(Evidence(stamps=stamps)) == "2024-03-12T20:15"


def test_full_date_of_the_dateline_is_read_and_not_inferred() -> None:
    found = published(Evidence(dateline="March 12, 2024"), TODAY)
    assert found is not None
    assert (found.iso, found.inferred, found.why) == ("2024-03-12", False, None)


def test_address_names_the_day() -> None:
    found = published(Evidence(address_day=dt.date(2020, 3, 16)), TODAY)
    assert found is not None
    assert found.why is not None
    assert (found.iso, found.inferred, found.why.code) == ("2020-03-16", True, "date-from-address")


def test_day_of_the_picture_is_the_day_of_the_story_only_where_the_lede_names_its_weekday() -> None:
    picture = dt.date(2026, 1, 31)
    assert day(Evidence(caption_day=picture, lede="Ferries ran again on Saturday.")) == "2026-01-31"
    assert day(Evidence(caption_day=picture, lede="Ferries ran again on Friday.")) is None
    assert day(Evidence(caption_day=picture, lede="Ferries ran again.")) is None


@pytest.mark.parametrize(
    ("lede", "weekday"),
    [
        ("The union said Tuesday that", "Tuesday"),
        ("The talks, planned for next Monday, were moved on Tuesday to", "Tuesday"),
        ("The sound will be closed until Friday, it said", ""),
        ("Sunday's vote was", ""),
        ("Nothing is said of a day", ""),
    ],
)
def test_weekday_of_the_story(lede: str, weekday: str) -> None:
    assert weekday_in(lede) == weekday


def test_days_to_come_and_days_before_any_paper_are_misread() -> None:
    stamps = (Stamp(dt.date(2030, 1, 1)), Stamp(dt.date(1066, 10, 14)), Stamp(dt.date(2026, 5, 30)))
    assert day(Evidence(stamps=stamps)) == "2026-05-30"
    assert day(Evidence(stamps=stamps[:2])) is None
