"""How sure a quotation is."""

from __future__ import annotations

import pytest

from reader.core.kinds import QuotationKind
from reader.language.confidence import Evidence, confidence, signals

WEIGHTS = {"always": 0.5, "content": 0.4, "linked": 0.2, "meant": 0.6, "by-nobody": -1.0}


def sure(content: float, linked: float, meant: float, by: str = "name") -> float:
    return confidence(signals(Evidence(content, linked, meant), QuotationKind.DIRECT, by), WEIGHTS)


def test_more_evidence_is_surer() -> None:
    assert sure(0.5, 0.5, 0.5) < sure(0.9, 0.5, 0.5) < sure(0.9, 0.9, 0.5) < sure(0.9, 0.9, 0.9)


def test_how_the_speaker_was_found_counts() -> None:
    assert sure(0.9, 0.9, 0.9, "nobody") < sure(0.9, 0.9, 0.9)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_certainty_stays_a_share(chance: float) -> None:
    assert 0 < sure(chance, chance, chance) < 1


def test_a_signal_without_a_weight_counts_nothing() -> None:
    assert confidence({"unheard-of": 9.0}, WEIGHTS) == 0.5
