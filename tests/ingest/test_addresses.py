"""Addresses of pages."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.addresses import address_line, canonical_address, date_in


@pytest.mark.parametrize(
    "line",
    ["https://coastline.example/a", "Permalink https://coastline.example/a", "URL: <https://coastline.example/a>"],
)
def test_line_that_holds_an_address_alone(line: str) -> None:
    assert address_line(line) == "https://coastline.example/a"


def test_address_within_a_sentence_is_no_address_line() -> None:
    assert address_line("He wrote to https://coastline.example/a that night.") == ""


def test_address_without_scheme_gets_one() -> None:
    assert address_line("www.coastline.example/a") == "https://www.coastline.example/a"


def test_tracking_and_fragment_do_not_make_another_address() -> None:
    long = "HTTPS://Coastline.example/News/a?id=3&utm_source=mail&fbclid=x#top"
    assert canonical_address(long) == "https://coastline.example/News/a?id=3"


@pytest.mark.parametrize(
    "address", ["", "file:///etc/passwd", "javascript:alert(1)", "https://", "http://[bad", "about:x"]
)
def test_what_is_no_web_address_is_dropped(address: str) -> None:
    assert canonical_address(address) == ""


def test_address_may_name_a_day() -> None:
    assert date_in("https://coastline.example/2024/03/12/grey-sound") == dt.date(2024, 3, 12)
    assert date_in("https://coastline.example/20240312-grey-sound") == dt.date(2024, 3, 12)
    assert date_in("https://coastline.example/2024/mar/12/grey-sound") == dt.date(2024, 3, 12)
    assert date_in("https://coastline.example/2024/3/2/grey-sound") == dt.date(2024, 3, 2)
    assert date_in("https://coastline.example/2024/99/99/x") is None
    assert date_in("https://coastline.example/2024/abc/12/x") is None
    assert date_in("https://coastline.example/story/20240312345") is None
