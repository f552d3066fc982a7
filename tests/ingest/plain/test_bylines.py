"""Who wrote a story."""

from __future__ import annotations

import pytest

from reader.ingest.plain.bylines import (
    is_wire_credit,
    names_in,
    read_byline,
    read_publication_line,
    reporters,
    trailing_credit,
)


@pytest.mark.parametrize(
    ("line", "names", "publication"),
    [
        ("By Ilse Marenko", ["Ilse Marenko"], ""),
        ("BY HENRIKE O'SOLVANG", ["Henrike O'Solvang"], ""),
        ("By Maja Lind, Per Hallberg and Edda Krog", ["Maja Lind", "Per Hallberg", "Edda Krog"], ""),
        ("By Maja Lind and Per Hallberg, Staff Writers", ["Maja Lind", "Per Hallberg"], ""),
        ("By Maja Lind, Coastline Press", ["Maja Lind"], "Coastline Press"),
        ("By Maja Lind in Meresund", ["Maja Lind"], ""),
        ("By Ursula von der Tann", ["Ursula von der Tann"], ""),
        ("By Bjørn Tveit Jr.", ["Bjørn Tveit Jr"], ""),
        ("Jonna Weil | Coastline Press", ["Jonna Weil"], "Coastline Press"),
        ("Jonna Weil — Coastline Press", ["Jonna Weil"], "Coastline Press"),
        ("byMaja Lind", ["Maja Lind"], ""),
        ("Maja Lind, Rural Reporter", ["Maja Lind"], ""),
        ("Maja Lind | Senior Political Correspondent", ["Maja Lind"], ""),
        ("Maja Lind, Redakteurin", ["Maja Lind"], ""),
        ("By Associated Press", [], "Associated Press"),
        ("By Will Post", ["Will Post"], ""),
    ],
)
def test_byline_is_read(line: str, names: list[str], publication: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert list(found.names) == names
    assert found.publication == publication


def test_byline_may_hold_a_date() -> None:
    found = read_byline("By Jonna Weil - Coastline Press - Friday, April 28, 2023")
    assert found is not None
    assert found.stamp is not None
    assert (found.names, found.publication) == (("Jonna Weil",), "Coastline Press")
    assert found.stamp.date.isoformat() == "2023-04-28"


@pytest.mark.parametrize(
    "line",
    [
        "By Friday, the harbor had reopened",
        "By the sea",
        "By Staff Writer",
        "By",
        "World News | Sports",
        "Storm damages breakwater | Coastline Press",
        "A long winter for Tolvik - The Tolvik Ledger",
    ],
)
def test_other_lines_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_publication_may_stand_on_a_line_of_its_own() -> None:
    assert read_publication_line("BBC News, Port Ansel") == "BBC News"
    assert read_publication_line("Coastline Press") == "Coastline Press"
    assert read_publication_line("World News") == ""
    assert read_publication_line("Will Post") == ""


def test_names_of_a_line_below_by() -> None:
    assert names_in("Maja Lind and Per Hallberg") == ("Maja Lind", "Per Hallberg")


def test_credits_that_close_a_story() -> None:
    line = "(Reporting by Oskar Ravn; Additional reporting by Mina Dahl; Editing by Tor Sandvik)"
    assert is_wire_credit(line)
    assert reporters(line) == ("Oskar Ravn",)
    assert is_wire_credit("Coastline Press writer Jonna Weil in Kestholm contributed to this report.")
    assert not is_wire_credit("He contributed to the fund.")


def test_credits_may_close_a_paragraph() -> None:
    line = "The rate was 9.41 crowns. (Reporting by Oskar Ravn; Editing by Tor Sandvik)"
    assert line[trailing_credit(line) :].startswith("(Reporting by")
    assert trailing_credit("No credits here.") == len("No credits here.")
