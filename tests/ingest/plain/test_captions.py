"""Captions and credits."""

from __future__ import annotations

import pytest

from reader.ingest.plain.captions import Caption, is_credit_line, read_caption


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        (
            "Boats lie idle. Photo courtesy of Ministry of Fisheries",
            "Boats lie idle.",
            "Photo courtesy of Ministry of Fisheries",
        ),
        ("Boats lie idle. (CLP Photo/Ralf Dorn)", "Boats lie idle.", "(CLP Photo/Ralf Dorn)"),
        ("Boats lie idle. (AP Photo/Ralf Dorn)", "Boats lie idle.", "(AP Photo/Ralf Dorn)"),
        ("Boats lie idle. (Ralf Dorn/Reuters)", "Boats lie idle.", "(Ralf Dorn/Reuters)"),
        ("Boats lie idle. | Photo Credit: R. Dorn", "Boats lie idle.", "| Photo Credit: R. Dorn"),
        ("Boats lie idle. (Source: Courtesy Ralf Dorn)", "Boats lie idle.", "(Source: Courtesy Ralf Dorn)"),
        ("Boats lie idle. (foto Ralf Dorn)", "Boats lie idle.", "(foto Ralf Dorn)"),
        ("Boats lie idle. | TOLVIK-POST", "Boats lie idle.", "| TOLVIK-POST"),
        ("Boats lie idle at Tolvik - Ralf Dorn/Tolvikpress", "Boats lie idle at Tolvik", "- Ralf Dorn/Tolvikpress"),
        (
            "Boats lie idle. (Photo: Ralf Dorn/The Tolvik Ledger)",
            "Boats lie idle.",
            "(Photo: Ralf Dorn/The Tolvik Ledger)",
        ),
        ("Boats lie idle. REUTERS/Ralf Dorn", "Boats lie idle.", "REUTERS/Ralf Dorn"),
        ("Boats lie idle. Ralf Dorn/AFP/Getty Images", "Boats lie idle.", "Ralf Dorn/AFP/Getty Images"),
        ("Boats lie idle. — Picture by Ralf Dorn", "Boats lie idle.", "— Picture by Ralf Dorn"),
        ("Boats lie idle. File photo: Port Commission", "Boats lie idle.", "File photo: Port Commission"),
        ("Boats lie idle Photo: Ralf Dorn", "Boats lie idle", "Photo: Ralf Dorn"),
        ("FILE PHOTO: Boats lie idle. REUTERS/Ralf Dorn", "FILE PHOTO: Boats lie idle.", "REUTERS/Ralf Dorn"),
        ("FILE - Boats lie idle in 2011.", "FILE - Boats lie idle in 2011.", ""),
    ],
)
def test_caption_is_told_from_its_credit(line: str, words: str, credit: str) -> None:
    assert read_caption(line) == Caption(words, credit)


def test_counter_and_licence_are_furniture() -> None:
    line = "1 of 2 | Boats lie idle. File Photo by Ralf Dorn/CLP | License Photo"
    assert read_caption(line) == Caption(
        "Boats lie idle.", "File Photo by Ralf Dorn/CLP", "1 of 2 |", "| License Photo"
    )


def test_credit_may_stand_first() -> None:
    found = read_caption("Image copyright Getty Images Image caption Boats lie idle")
    assert found == Caption("Image caption Boats lie idle", "Image copyright Getty Images", credit_first=True)


@pytest.mark.parametrize(
    "line",
    [
        "The photo by the door shows the two Marenkos.",
        "The minister (a Reuters reader) went home.",
        "He leads the group with Jim (AP)",
        "“We saw it in a photo,” he said.",
        "The harbor is closed.",
        "The harbor is closed. | News",
        "The harbor, they say - Lind/Dorn is the firm that knows - is closed.",
    ],
)
def test_sentence_is_no_caption(line: str) -> None:
    assert read_caption(line) is None


@pytest.mark.parametrize(
    "line", ["Photo: AFP", "Image source, Getty Images", "EPA", "Ralf Dorn/AP", "(Photo by Ralf Dorn)"]
)
def test_credit_on_a_line_of_its_own(line: str) -> None:
    assert is_credit_line(line)


@pytest.mark.parametrize(
    "line", ["Photos from the harbor fire", "Video shows man in water", "Images", "Image of the day"]
)
def test_headline_about_pictures_is_no_credit(line: str) -> None:
    assert not is_credit_line(line)
