"""Datelines."""

from __future__ import annotations

import pytest

from reader.core.article import Dateline
from reader.ingest.plain.datelines import dateline_alone, read_dateline


@pytest.mark.parametrize(
    ("line", "place", "agency", "date", "opening"),
    [
        ("MERESUND, Oct. 4 (CLP) -- The council", "MERESUND", "CLP", "Oct. 4", "MERESUND, Oct. 4 (CLP) --"),
        ("TOLVIK HARBOR (AP) — Ferries", "TOLVIK HARBOR", "AP", "", "TOLVIK HARBOR (AP) —"),
        (
            "KESTHOLM, Vasmark, Oct. 27 (CLP) -- Two",
            "KESTHOLM, Vasmark",
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
        ("Meresund — The High Court", "Meresund", "", "", "Meresund —"),
        ("TOLVIK HARBOR: The first boats", "TOLVIK HARBOR", "", "", "TOLVIK HARBOR:"),
        ("Meresund: The first boats", "Meresund", "", "", "Meresund:"),
        ("AUBURN, Wash. —", "AUBURN, Wash.", "", "", "AUBURN, Wash. —"),
        ("MERESUND, March 3, 2026 (CLP) -- The", "MERESUND", "CLP", "March 3, 2026", None),
        ("MERESUND, April 27. /TASS/. The", "MERESUND", "TASS", "April 27", "MERESUND, April 27. /TASS/."),
        ("MERESUND. April 28 (Interfax) - The", "MERESUND", "Interfax", "April 28", None),
        ("MERESUND, April 28, 2023 /PRNewswire/ -- The", "MERESUND", "PRNewswire", "April 28, 2023", None),
        ("MERESUND--(BUSINESS WIRE)--The", "MERESUND", "BUSINESS WIRE", "", None),
        ("Meresund [Vasmark], April 28 (ANI): The", "Meresund", "ANI", "April 28", None),
        ("MERESUND, April 28, GNA - The", "MERESUND", "GNA", "April 28", None),
        ("Meresund, Apr 28 (PTI) The", "Meresund", "PTI", "Apr 28", None),
        ("Meresund (dpa/tmn) - Die Stadt", "Meresund", "dpa", "", None),
        ("(ANSA) - MERESUND, 28 APR - La città", "MERESUND", "ANSA", "28 APR", None),
        ("Meresund, 28 abr (EFE).- La ciudad", "Meresund", "EFE", "28 abr", "Meresund, 28 abr (EFE).-"),
        ("MERESUND, 28 Abr. (EUROPA PRESS) - La", "MERESUND", "EUROPA PRESS", "28 Abr.", None),
        ("Meresund, le 28 avril 2023 (AFP) - La", "Meresund", "AFP", "28 avril 2023", None),
        ("Meresund CNN — The council", "Meresund", "CNN", "", "Meresund CNN —"),
        ("CNN — The council", "", "CNN", "", "CNN —"),
        ("(CNN)The council", "", "CNN", "", "(CNN)"),
        ("МЕРЕСУНН, 28 апр — РИА Новости. Город", "МЕРЕСУНН", "РИА Новости", "28 апр", None),
        ("(메레순=연합뉴스) 김하늘 기자 = 시는", "메레순", "연합뉴스", "", None),
        ("新华社梅勒松4月28日电（记者张三）市政府", "梅勒松", "新华社", "4月28日", None),
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
        "FIRST ON VASMARK: The council",
        "CLAIM: The sound is closed.",
        "NATO — the alliance — said no.",
        "U.S. — China talks go on",
        "COVID-19 — a timeline",
        "Smith (R-Vasmark) — who leads the union",
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


@pytest.mark.parametrize(
    ("line", "place", "agency"),
    [
        ("MERESUND, Vasmark", "MERESUND, Vasmark", ""),
        ("AFP, MERESUND", "MERESUND", "AFP"),
        ("MERESUND —", "MERESUND", ""),
    ],
)
def test_dateline_may_stand_on_a_line_of_its_own(line: str, place: str, agency: str) -> None:
    found = dateline_alone(line)
    assert found is not None
    assert (found.dateline.place, found.dateline.agency, found.length) == (place, agency, len(line))


@pytest.mark.parametrize("line", ["MERESUND — The council", "Marenko, Vasmark", "NEWS, SPORT", "MERESUND"])
def test_other_lines_are_no_dateline_alone(line: str) -> None:
    assert dateline_alone(line) is None
