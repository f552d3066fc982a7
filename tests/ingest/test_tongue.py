"""The guess at the language."""

from __future__ import annotations

import pytest

from reader.ingest.tongue import guess_language


def test_english_is_known_by_its_commonest_words() -> None:
    assert guess_language("The crews of the harbor voted on Tuesday to stay in port, and the union was sorry.") == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Die Besatzungen des Hafens stimmten am Dienstag dafür, im Hafen zu bleiben, und alle waren zufrieden.",
        "Les équipages du port ont voté mardi pour rester à quai, et le syndicat a dit que la mer restait fermée.",
        "הנמל סגור היום בגלל הסערה והצוותים נשארים בבית עד יום ראשון אמרו במשרד הנמל",
        "In the end.",
        "",
    ],
)
def test_what_is_not_surely_english_is_not_named(text: str) -> None:
    assert guess_language(text) == ""
