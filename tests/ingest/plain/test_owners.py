"""Whom a copyright line names, and which publication that is."""

import pytest

from reader.ingest.plain.owners import paper_of


@pytest.mark.parametrize(
    ("owner", "paper"),
    [
        ("THG PUBLISHING PVT", "The Hindu"),
        ("Telegraph Media Group Holdings", "The Telegraph"),
        ("The New York Times Company", "The New York Times"),
        ("Unidad Editorial Información General", "El Mundo"),
        ("Mgnature Media", ""),
        ("Coastline Press", ""),
        ("", ""),
    ],
)
def test_a_company_stands_for_its_publication(owner: str, paper: str) -> None:
    assert paper_of(owner) == paper
