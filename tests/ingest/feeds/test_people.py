"""Names in fields that hold authors."""

from __future__ import annotations

import pytest

from reader.ingest.feeds.people import people


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("By ILSE MARENKO and TOMAS VAN ARDELL", ("Ilse Marenko", "Tomas van Ardell")),
        ("Ilse Marenko, Tomas Ardell, and Pieter Okonski", ("Ilse Marenko", "Tomas Ardell", "Pieter Okonski")),
        ("desk@example.org (Ilse Marenko)", ("Ilse Marenko",)),
        ("desk@example.org", ()),
        ("Tomas Ardell, Jr.", ("Tomas Ardell, Jr",)),
        ("NTB", ("NTB",)),
        ("  ", ()),
    ],
)
def test_names_are_told_apart(field: str, names: tuple[str, ...]) -> None:
    assert people([field]) == names
