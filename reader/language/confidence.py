"""How sure a quotation is: a logistic function of what the encoder thought of each step, fitted on annotated text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from reader.core.kinds import QuotationKind

_LEAST, _MOST = 0.02, 0.98


@dataclass(frozen=True, slots=True)
class Evidence:
    """Probabilities of the steps: the content's words, what belongs to what, and who is meant."""

    content: float
    linked: float
    meant: float


def signals(evidence: Evidence, kind: QuotationKind, by: str) -> dict[str, float]:
    """What the confidence is made of. ``by`` says how the speaker was found (see ``Spoken``)."""
    return {
        "always": 1.0,
        "content": _log_odds(evidence.content),
        "linked": _log_odds(evidence.linked),
        "meant": _log_odds(evidence.meant),
        f"kind-{kind.value}": 1.0,
        f"by-{by}": 1.0,
    }


def confidence(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """From 0 to 1; a signal without a weight counts nothing."""
    total = sum(value * weights.get(name, 0.0) for name, value in found.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def _log_odds(chance: float) -> float:
    kept = min(_MOST, max(_LEAST, chance))
    return math.log(kept / (1 - kept))
