"""What the properties of documents tell, and what they only seem to tell."""

from __future__ import annotations

import datetime as dt

import pytest

from reader.ingest.documents.told import authors_of, language_of, made_on, title_of

TODAY = dt.date(2026, 11, 27)


@pytest.mark.parametrize(
    "title",
    [
        "untitled",
        "Microsoft Word - bridge.doc",
        "bridge_final_2.indd",
        "Document1",
        "A1_0302",
        "/home/a/b",
        "12",
        "Slide 3",
    ],
)
def test_titles_that_programs_make_up_are_none(title: str) -> None:
    assert title_of(title) == ""


def test_title_behind_the_name_of_the_program_is_kept() -> None:
    assert title_of("Microsoft Word - Bridge to be repaired") == "Bridge to be repaired"
    assert title_of(" Bridge  to be\nrepaired ") == "Bridge to be repaired"


@pytest.mark.parametrize("author", ["Administrator", "jdoe", "user", "ilse@example.org", "Windows User", "PC 12"])
def test_accounts_are_no_authors(author: str) -> None:
    assert authors_of(author) == ()


def test_several_authors_are_told_apart() -> None:
    assert authors_of("Ilse Marenko; Tomas Ardell and Pieter Okonski") == (
        "Ilse Marenko",
        "Tomas Ardell",
        "Pieter Okonski",
    )


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("D:20260302093000+01'00'", "2026-03-02T09:30+01:00"),
        ("D:20260302093000Z", "2026-03-02T09:30+00:00"),
        ("D:20260302", "2026-03-02"),
        ("2026-03-02T09:30:00-05:00", "2026-03-02T09:30-05:00"),
    ],
)
def test_moment_in_which_a_document_was_made(written: str, iso: str) -> None:
    made = made_on(written, TODAY)
    assert made is not None and made.iso == iso
    assert made.inferred and made.why is not None and made.why.code == "date-from-document"


@pytest.mark.parametrize("written", ["", "D:20261399", "D:19700101000000Z", "D:20990101", "soon", "D:2026"])
def test_moment_that_cannot_be_is_none(written: str) -> None:
    assert made_on(written, TODAY) is None


def test_language_is_that_of_the_tag() -> None:
    assert [language_of(tag) for tag in ("en-GB", "de", "C", "eng", "")] == ["en", "de", "", "", ""]
