"""The title of a printed page taken apart into headline and site."""

from __future__ import annotations

import pytest

from reader.ingest.documents.pdf_head import name_on_page, taken_apart


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
        ("古い橋を修理：海岸新聞", ["古い橋を修理"], ("古い橋を修理", "海岸新聞")),
        ("", [], ("", "")),
    ],
)  # fmt: skip
def test_title_is_taken_apart(title: str, headings: list[str], expected: tuple[str, str]) -> None:
    assert taken_apart(title, headings) == expected


@pytest.mark.parametrize(
    ("host", "lines", "name"),
    [
        ("www.lacote-libre.example", ["Accueil", "La Côte libre", "Sport"], "La Côte libre"),
        ("pilotpress.example", ["By Ilse Marenko", "The Pilot Press"], "The Pilot Press"),
        ("pilotpress.example", ["pilotpress.example", "pilotpress", "The Pilot Press told us"], ""),
        ("news.example", ["News"], ""),
        ("", ["The Pilot Press"], ""),
    ],
)
def test_page_writes_the_name_of_its_site_that_its_host_shows(host: str, lines: list[str], name: str) -> None:
    assert name_on_page(host, lines) == name
