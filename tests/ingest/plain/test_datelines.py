"""Datelines."""

from __future__ import annotations

import pytest

from reader.core.article import Dateline
from reader.ingest.plain.datelines import read_dateline


@pytest.mark.parametrize(
    ("line", "place", "agency", "date", "opening"),
    [
        ("MERESUND, Oct. 4 (CLP) -- The council", "MERESUND", "CLP", "Oct. 4", "MERESUND, Oct. 4 (CLP) --"),
        ("TOLVIK HARBOR (AP) — Ferries", "TOLVIK HARBOR", "AP", "", "TOLVIK HARBOR (AP) —"),
        (
            "KESTHOLM, Vasmark, Oct. 27 (CLP) -- Two",
            "KESTHOLM",
            "CLP",
            "Oct. 27",
            "KESTHOLM, Vasmark, Oct. 27 (CLP) --",
        ),
        ("MERESUND/KESTHOLM, Oct 4 (Reuters) - Two", "MERESUND/KESTHOLM", "Reuters", "Oct 4", None),
        ("MERESUND (Meresund Courier) — Prime", "MERESUND", "Meresund Courier", "", None),
        ("(Reuters) - The council", "", "Reuters", "", "(Reuters) -"),
        ("Oct. 4 (UPI) -- The council", "", "UPI", "Oct. 4", "Oct. 4 (UPI) --"),
        ("Meresund (CNN) The council", "Meresund", "CNN", "", "Meresund (CNN)"),
        ("MERESUND, Oct 4 - The council", "MERESUND", "", "Oct 4", "MERESUND, Oct 4 -"),
        ("MERESUND, 4 October (PTI): The council", "MERESUND", "PTI", "4 October", None),
        ("MERESUND — The council", "MERESUND", "", "", "MERESUND —"),
        ("TOLVIK HARBOR: The first boats", "TOLVIK HARBOR", "", "", "TOLVIK HARBOR:"),
        ("Meresund: The first boats", "Meresund", "", "", "Meresund:"),
        ("AUBURN, Wash. —", "AUBURN", "", "", "AUBURN, Wash. —"),
        ("MERESUND, March 3, 2026 (CLP) -- The", "MERESUND", "CLP", "March 3, 2026", None),
    ],
)
def test_dateline_is_read(line: str, place: str, agency: str, date: str, opening: str | None) -> None:
    found = read_dateline(line)
    assert found is not None
    assert found.dateline == Dateline(place, agency, date)
    if opening is not None:
        assert line[: found.length] == opening


@pytest.mark.parametrize(
    "line",
    [
        "ARDELL: “We did not come to this lightly.”",
        "Analysis: What the accord means",
        "UPDATE: The boats are home.",
        "The harbor — the old one — is closed.",
        "Okonski (left) - who leads the union - said no.",
        "He said (in a letter) — and twice — that he would.",
        "Marenko said: The sound is closed.",
        "THE FACTS: No, it is not.",
        "",
        "—",
    ],
)
def test_sentence_with_dash_or_colon_is_no_dateline(line: str) -> None:
    assert read_dateline(line) is None


def test_place_alone_is_not_sure() -> None:
    alone, vouched = read_dateline("MERESUND — The council"), read_dateline("MERESUND (AP) — The council")
    assert alone is not None
    assert vouched is not None
    assert (alone.is_sure, vouched.is_sure) == (False, True)
