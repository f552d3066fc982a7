"""Dates as machines write them, with the time and the offset that they give."""

from __future__ import annotations

import pytest

from reader.ingest.feeds.moments import read_moment


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2026-01-30T09:12:44.5+01:00", "2026-01-30T09:12+01:00"),
        ("2026-01-30T09:12:44Z ", "2026-01-30T09:12+00:00"),
        ("2026-01-30 09:12:44 UTC", "2026-01-30T09:12+00:00"),
        ("20260130T091244Z", "2026-01-30T09:12+00:00"),
        ("20260130T091244-0500", "2026-01-30T09:12-05:00"),
        ("20260130091244", "2026-01-30T09:12"),
        ("20260130+0100", "2026-01-30"),
        ("2026-01-30", "2026-01-30"),
        ("Tue, 30 Dec 2025 24:00:00 GMT", "2025-12-31T00:00+00:00"),
        ("Wed, 31 Dec 2025 24:00 +0100", "2026-01-01T00:00+01:00"),
        ("2026-01-30T24:00:00Z", "2026-01-31T00:00+00:00"),
        ("20260130T240000-0500", "2026-01-31T00:00-05:00"),
        ("2026-01-30T00:00:00", "2026-01-30"),
        ("2026-01-30T00:00:00Z", "2026-01-30T00:00+00:00"),
        ("Fri, 30 Jan 2026 09:12:44 GMT", "2026-01-30T09:12+00:00"),
        ("Fri, 30 Jan 2026 09:12 EST", "2026-01-30T09:12-05:00"),
        ("Fri, 30 Jan 26 09:12:44 -0830", "2026-01-30T09:12-08:30"),
        ("Friday, 30-Jan-2026 09:12:44 GMT", "2026-01-30T09:12+00:00"),
        ("Fri Jan 30 09:12:44 2026", "2026-01-30T09:12"),
        ("Fri Jan 30 09:12:44 GMT 2026", "2026-01-30T09:12+00:00"),
        ("1769764364", "2026-01-30T09:12+00:00"),
    ],
)
def test_moment_is_read(words: str, iso: str) -> None:
    moment = read_moment(words)
    assert moment is not None and moment.iso == iso


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "2026-13-45",
        "Fri, 31 Feb 2025 25:61:61 +9999",
        "99999999999999999999",
        "0001-01-01",
        "9" * 500,
        "2025-01",
        "2025",
    ],
)
def test_what_no_calendar_holds_is_none(words: str) -> None:
    assert read_moment(words) is None


def test_impossible_offset_is_left_out() -> None:
    moment = read_moment("2026-01-30T09:12:44+99:99")
    assert moment is not None and moment.iso == "2026-01-30T09:12"
