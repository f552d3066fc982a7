"""The title of a printed page taken apart into headline and site."""

from __future__ import annotations

import pytest

from reader.ingest.documents.pdf_head import taken_apart


@pytest.mark.parametrize(
    ("title", "headings", "expected"),
    [
        ("Bridge to be repaired | The Courier", ["Bridge to be repaired"], ("Bridge to be repaired", "The Courier")),
        ("The Courier - Bridge to be repaired", ["Bridge to be repaired"], ("Bridge to be repaired", "The Courier")),
        ("Bridge - a memoir - Vasmark Courier", ["Bridge – a memoir"], ("Bridge - a memoir", "Vasmark Courier")),
        ("Bridge to be repaired | News | VC", ["Bridge to be repaired"], ("Bridge to be repaired", "VC")),
        ("Bridge to be repaired | VC | 02.03.2026", [], ("Bridge to be repaired", "VC")),
        ("Bridge to be repaired - VC", [], ("Bridge to be repaired", "VC")),
        ("Bridge - a memoir", [], ("Bridge - a memoir", "")),
        ("Bridge repairs 2026 | Courier", ["Old bridge to be repaired"], ("Old bridge to be repaired", "Courier")),
        ("Old bridge to be repaired | Courier", ["Old bridge to be"], ("Old bridge to be repaired", "Courier")),
        ("Bridge to be repaired | Courier", ["Courier", "Weather", "Read on"], ("Bridge to be repaired", "Courier")),
        ("", [], ("", "")),
    ],
)  # fmt: skip
def test_title_is_taken_apart(title: str, headings: list[str], expected: tuple[str, str]) -> None:
    assert taken_apart(title, headings) == expected
